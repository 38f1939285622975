// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Readings, source and load, registers with their frames, faults.

import {libraryText, make, number, tr} from './base.mjs';

/** What the meter reads: a row, its unit, and the registers of total, A, B, C. */
const readingRows = [
    ['voltageLn', 'V', ['voltage_ln_average', 'voltage_an', 'voltage_bn', 'voltage_cn']],
    ['voltageLl', 'V', ['voltage_ll_average', 'voltage_ab', 'voltage_bc', 'voltage_ac']],
    ['current', 'A', ['current_average', 'current_a', 'current_b', 'current_c']],
    ['realPower', 'kW', ['real_power_total', 'real_power_a', 'real_power_b', 'real_power_c']],
    ['reactivePower', 'kVAR', ['reactive_power_total', 'reactive_power_a', 'reactive_power_b', 'reactive_power_c']],
    ['apparentPower', 'kVA', ['apparent_power_total', 'apparent_power_a', 'apparent_power_b', 'apparent_power_c']],
    ['powerFactor', '', ['power_factor_total', 'power_factor_a', 'power_factor_b', 'power_factor_c']],
    ['frequency', 'Hz', ['frequency']],
    ['energy', 'kWh', ['real_energy']],
    ['demand', 'kW', ['real_demand']],
];

export class Readings {
    constructor(meter) {
        this.meter = meter;
        this.cells = new Map();
    }

    build(root) {
        const table = make('table', {class: 'readings'}, make('thead', {}, make('tr', {},
            ...[tr('quantity'), tr('total'), 'A', 'B', 'C'].map(text => make('th', {scope: 'col'}, text)))));
        const body = make('tbody');
        for (const [key, unit, names] of readingRows) {
            const row = make('tr', {}, make('th', {scope: 'row'}, tr(key) + (unit ? ` · ${unit}` : '')));
            for (let i = 0; i < 4; ++i) {
                const cell = make('td');
                if (names[i]) {
                    this.cells.set(names[i], cell);
                }
                row.append(cell);
            }
            body.append(row);
        }
        table.append(body);
        root.replaceChildren(table);
    }

    show() {
        const values = this.meter.call('read', {names: [...this.cells.keys()]}).values || {};
        for (const [name, cell] of this.cells) {
            cell.textContent = number(values[name]);
        }
    }
}

const sourceRows = [
    ['voltageLn', 'source.voltage', true], ['frequency', 'source.frequency', false],
    ['harmonics5', 'source.harmonics.5', false], ['current', 'load.current', true], ['powerFactor', 'load.pf', true],
];

export class Source {
    constructor(meter, act) {
        this.meter = meter;
        this.act = act;
        this.fields = new Map();
    }

    field(key, label) {
        const input = make('input', {'aria-label': label, 'data-field': key, autocomplete: 'off',
            onchange: () => this.act({set: {[key]: input.value}}, input)});
        this.fields.set(key, input);
        return input;
    }

    build(root) {
        this.fields.clear();
        const grid = make('div', {class: 'grid'});
        for (const [label, key, isByPhase] of sourceRows) {
            grid.append(make('span', {}, tr(label)));
            const group = make('span', {class: 'fields'});
            for (const phase of isByPhase ? ['A', 'B', 'C'] : ['']) {
                const name = phase ? `${key}.${phase}` : key;
                group.append(make('label', {}, phase, this.field(name, `${tr(label)} ${phase}`)));
            }
            grid.append(group);
        }
        const power = make('button', {type: 'button', onclick: () => this.act({power: this.isOn ? 'off' : 'on'}, power)});
        this.power = power;
        root.replaceChildren(grid, make('p', {class: 'note'}, tr('takesProfile')), power);
    }

    show(state, world) {
        this.isOn = (world['installation.power'] || (state.powered ? 'on' : 'off')) === 'on';
        this.power.textContent = `${tr('power')}: ${tr(this.isOn ? 'on' : 'off')}`;
        for (const [key, input] of this.fields) {
            if (document.activeElement !== input) {
                const text = world[key] ?? '';
                input.value = text;
                input.placeholder = key.startsWith('load.pf') ? '0.9 lagging' : '';
            }
        }
    }
}

export class Registers {
    /** `showsValues()`: the table as well as the master. */
    constructor(meter, library, showsValues, onFrame) {
        this.meter = meter;
        this.library = library;
        this.showsValues = showsValues;
        this.onFrame = onFrame;
        this.values = new Map();
        this.log = make('div', {class: 'frames scrolls', role: 'log', tabindex: 0});
    }

    build(root) {
        this.values.clear();
        if (!this.showsValues()) {
            root.replaceChildren(this.masterForm(), this.log);
            return;
        }
        const list = this.meter.call('registers').registers || [];
        const body = make('tbody');
        for (const each of list) {
            const value = make('td', {class: 'value'});
            this.values.set(each.number, value);
            const read = () => this.ask(`03 ${this.word(each.number - 1)} ${this.word(each.words)}`);
            const meaning = libraryText(each.description, this.library);
            body.append(make('tr', {'data-find': `${each.number} ${each.name} ${meaning}`.toLowerCase()},
                make('td', {}, make('button', {type: 'button', class: 'link', onclick: read, 'aria-label': tr('readRow', each.name)}, String(each.number))),
                make('td', {}, each.name), value, make('td', {}, each.unit), make('td', {class: 'meaning'}, meaning)));
        }
        const find = make('input', {type: 'search', 'aria-label': tr('search'), placeholder: tr('search'), oninput: () => {
            const wanted = find.value.toLowerCase();
            body.querySelectorAll('tr').forEach(row => { row.hidden = !row.dataset.find.includes(wanted); });
        }});
        root.replaceChildren(this.masterForm(), this.log, find,
            make('div', {class: 'scrolls tall', tabindex: 0}, make('table', {class: 'registers'}, make('thead', {}, make('tr', {},
                ...[tr('register'), tr('name'), tr('value'), '', tr('meaning')].map(text => make('th', {scope: 'col'}, text)))), body)));
    }

    word(value) {
        const hex = value.toString(16).toUpperCase().padStart(4, '0');
        return `${hex.slice(0, 2)} ${hex.slice(2)}`;
    }

    masterForm() {
        this.pdu = make('input', {id: 'pdu', value: '03 01 00 00 02', size: 24, autocomplete: 'off', spellcheck: 'false'});
        this.unit = make('input', {id: 'unit', type: 'number', min: 0, max: 255, value: 1});
        this.baud = make('select', {id: 'baud'}, ...['1200', '2400', '4800', '9600', '19200', '38400'].map(each => make('option', {selected: each === '19200'}, each)));
        this.parity = make('select', {id: 'parity'}, ...['none', 'even', 'odd'].map(each => make('option', {}, each)));
        const form = make('form', {class: 'master', onsubmit: event => { event.preventDefault(); this.ask(this.pdu.value); }},
            make('strong', {}, tr('master')));
        for (const [key, input] of [['request', this.pdu], ['unit', this.unit], ['baud', this.baud], ['parity', this.parity]]) {
            form.append(make('label', {}, tr(key), input));
        }
        form.append(make('button', {type: 'submit'}, tr('send')));
        return form;
    }

    ask(pdu) {
        this.pdu.value = pdu;
        const answer = this.meter.call('ask', {pdu, unit: Number(this.unit.value), baud: Number(this.baud.value), parity: this.parity.value});
        if (answer.error) {
            this.log.prepend(make('p', {class: 'wrong'}, answer.error));
            return answer;
        }
        this.onFrame(Boolean(answer.answer));
        this.log.prepend(this.frame('▶', 'asks', answer.request),
            answer.answer ? this.frame('◀', 'answers', answer.answer) : make('p', {class: 'note'}, `◀ ${tr('noAnswer')}`));
        while (this.log.children.length > 40) {
            this.log.lastChild.remove();
        }
        return answer;
    }

    frame(sign, key, frame) {
        const bytes = frame.bytes.split(' ');
        const fields = frame.fields.map(each => make('span', {title: `${each.name}: ${each.value}`, tabindex: 0},
            bytes.slice(each.offset, each.offset + each.size).join(' ')));
        return make('p', {}, `${sign} ${tr(key)}: `, make('code', {}, ...fields.flatMap(each => [each, ' '])), make('small', {}, frame.text));
    }

    show() {
        if (!this.values.size) {
            return;
        }
        const {values} = this.meter.call('values', {numbers: [...this.values.keys()]});
        for (const [number, cell] of this.values) {
            if (cell.textContent !== values[number]) {
                cell.textContent = values[number];
            }
        }
    }
}

export class Faults {
    constructor(meter, library, act) {
        this.meter = meter;
        this.library = library;
        this.act = act;
    }

    build(root) {
        const {presets} = this.meter.call('faults');
        this.acting = make('p', {class: 'note', role: 'status'});
        const list = make('ul', {class: 'faults'});
        for (const preset of presets) {
            list.append(make('li', {}, make('button', {type: 'button', 'data-fault': preset.name,
                onclick: event => this.act({apply: preset.name}, event.target)}, tr('apply')),
            make('span', {}, make('b', {}, preset.name), ` ${libraryText(preset.meaning, this.library)}`)));
        }
        root.replaceChildren(make('button', {type: 'button', onclick: event => this.act({clear: 'all'}, event.target)}, tr('clear')),
            this.acting, list);
    }

    show(state) {
        this.acting.textContent = tr('acting', state.faults.length ? state.faults.join(', ') : tr('none'));
    }
}
