// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The installation as a diagram: conductors, leads with disconnect and fuses, ropes of the CTs.
// What is picked in the drawing can be picked in lists below as well.

import {libraryText, make, tr, valueText} from './base.mjs';

const rows = {A: 60, B: 120, C: 180, N: 240};
const columns = {A: 400, B: 460, C: 520, N: 580};
const ropes = {A: 130, B: 210, C: 290};

export class Wiring {
    /** `offersMistakes()`: not to a learner, who has to find one. */
    constructor(meter, library, offersMistakes, act) {
        this.offersMistakes = offersMistakes;
        this.meter = meter;
        this.library = library;
        this.act = act;
        this.picked = null;
    }

    build(root) {
        this.choices = this.meter.call('keys').choices;
        this.drawing = make('svg', {viewBox: '0 0 700 470', class: 'wiring', role: 'group', 'aria-label': tr('wiring')});
        this.lists = make('div', {class: 'grid lists'});
        this.tools = this.buildTools();
        this.mistakes = make('ul', {class: 'faults'});
        const {presets, mistakes} = this.meter.call('faults');
        for (const preset of presets.filter(each => mistakes.includes(each.name))) {
            this.mistakes.append(make('li', {}, make('button', {type: 'button', 'data-fault': preset.name,
                onclick: event => this.act({apply: preset.name}, event.target)}, tr('apply')),
            make('span', {}, make('b', {}, preset.name), ` ${libraryText(preset.meaning, this.library)}`)));
        }
        this.mistakesBox = make('details', {}, make('summary', {}, tr('mistakes')),
            make('button', {type: 'button', onclick: event => this.act({clear: 'all'}, event.target)}, tr('clear')), this.mistakes);
        root.replaceChildren(make('p', {class: 'note'}, tr('wiringHelp')), this.drawing, this.lists, this.tools);
        if (this.offersMistakes()) {
            root.append(this.mistakesBox);
        }
        this.shown = '';
    }

    buildTools() {
        const tool = make('select', {id: 'tool', 'aria-label': tr('tool')}, ...['clamp', 'voltmeter', 'rotation'].map(each => make('option', {value: each}, tr(each))));
        const at = make('input', {id: 'tool-at', 'aria-label': tr('where'), value: 'A', size: 8, autocomplete: 'off'});
        const shown = make('output', {id: 'tool-reading'});
        tool.addEventListener('change', () => { at.value = {clamp: 'A', voltmeter: 'A-N', rotation: 'A-B-C'}[tool.value]; });
        return make('form', {class: 'master', onsubmit: event => {
            event.preventDefault();
            const reading = this.meter.call('measure', {tool: tool.value, at: at.value});
            shown.textContent = reading.error || `${reading.at}: ${reading.text}`;
        }}, make('strong', {}, tr('tools')), tool, at, make('button', {type: 'submit'}, tr('measure')), shown);
    }

    pick(key) {
        this.picked = this.picked === key ? null : key;
        this.draw();
    }

    drop(conductor) {
        if (this.picked) {
            const key = this.picked;
            this.picked = null;
            this.act({set: {[key]: conductor}}, this.drawing);
        }
    }

    button(attributes, action, ...children) {
        return make('g', {role: 'button', tabindex: 0, ...attributes, onclick: action, onkeydown: event => {
            if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                action();
            }
        }}, ...children);
    }

    show(world, force) {
        const text = JSON.stringify(Object.entries(world).filter(([key]) => /^(installation|line\.wiring)/.test(key)));
        if (text !== this.shown || force) {
            this.shown = text;
            this.world = world;
            this.draw();
            this.fillLists();
        }
    }

    conductors() {
        return ['A', 'B', 'C', 'N'];
    }

    draw() {
        const parts = [];
        for (const name of this.conductors()) {
            parts.push(this.button({class: `conductor phase${name}`, 'aria-label': tr('conductor', name), 'data-conductor': name}, () => this.drop(name),
                make('rect', {x: 20, y: rows[name] - 22, width: 660, height: 44, class: 'hit'}),
                make('path', {d: `M30 ${rows[name]}H670`}), make('text', {x: 14, y: rows[name] + 6}, name)));
        }
        parts.push(this.button({class: 'conductor', 'aria-label': tr('open'), 'data-conductor': 'open'}, () => this.drop('open'),
            make('rect', {x: 20, y: 420, width: 150, height: 40, rx: 8, class: 'box'}), make('text', {x: 95, y: 446}, tr('open'))));
        for (const input of ['A', 'B', 'C']) {
            parts.push(this.rope(input));
        }
        for (const terminal of this.conductors()) {
            parts.push(this.lead(terminal));
        }
        this.drawing.replaceChildren(...parts);
    }

    rope(input) {
        const key = `installation.ct_leads.${input}`;
        const on = this.world[key];
        const x = ropes[input];
        const turns = turnsOf(on);
        const y = turns.length ? rows[turns[0].conductor] : 320;
        const isReversed = this.world[`installation.ct_reversed.${input}`] === 'true';
        return this.button({class: `rope phase${input}` + (this.picked === key ? ' picked' : ''), 'data-lead': key,
            'aria-label': `${tr('rope', input)}: ${on}${isReversed ? ', ' + tr('reversed') : ''}`, 'aria-pressed': String(this.picked === key)}, () => this.pick(key),
        make('path', {d: `M${x + 14} ${y + 16}V360`, class: 'wire'}),
        make('ellipse', {cx: x, cy: y, rx: 15, ry: 22}),
        ...turns.slice(1).map(each => make('ellipse', {cx: x, cy: rows[each.conductor], rx: 15, ry: 22})),
        ...(turns.length > 1 || (turns.length && turns[0].count !== 1)
            ? turns.map(each => make('text', {x: x + 32, y: rows[each.conductor] - 10}, `${each.count < 0 ? '−' : '+'}${Math.abs(each.count)}`)) : []),
        make('text', {x, y: y + 6}, isReversed ? '◀' : '▶'),
        make('rect', {x: x - 20, y: 360, width: 68, height: 40, rx: 6, class: 'box'}), make('text', {x: x + 14, y: 386}, `CT ${input}`));
    }

    lead(terminal) {
        const key = `installation.voltage_leads.${terminal}`;
        const on = this.world[key];
        const x = columns[terminal];
        const parts = [];
        if (rows[on]) {
            parts.push(make('circle', {cx: x, cy: rows[on], r: 7, class: 'joint'}), make('path', {d: `M${x} ${rows[on]}V${terminal === 'N' ? 360 : 268}`, class: 'wire'}));
        } else {
            parts.push(make('path', {d: `M${x} ${terminal === 'N' ? 360 : 290}v-14l10 -14`, class: 'wire'}));
        }
        const group = this.button({class: `lead phase${terminal}` + (this.picked === key ? ' picked' : ''), 'data-lead': key,
            'aria-label': `${tr('terminal', 'V' + terminal)}: ${on}`, 'aria-pressed': String(this.picked === key)}, () => this.pick(key), ...parts,
        make('rect', {x: x - 24, y: 360, width: 48, height: 40, rx: 6, class: 'box', 'data-terminal': `V${terminal}`}), make('text', {x, y: 386}, `V${terminal}`));
        if (terminal === 'N') {
            return group;
        }
        const all = make('g', {}, group);
        const isClosed = this.world['installation.disconnect'] !== 'open';
        if (this.world['installation.disconnect'] !== undefined) {
            all.append(this.button({class: 'switch', 'aria-label': `${tr('disconnect')}: ${valueText(isClosed ? 'closed' : 'open')}`,
                'data-switch': 'disconnect'}, () => this.act({set: {'installation.disconnect': isClosed ? 'open' : 'closed'}}, this.drawing),
            make('rect', {x: x - 26, y: 262, width: 52, height: 40, class: 'hit'}),
            make('path', {d: isClosed ? `M${x} 268V298` : `M${x} 298l18 -26`})));
        }
        const fuse = this.world[`installation.fuses.${terminal}`];
        if (fuse !== undefined) {
            all.append(this.button({class: 'fuse' + (fuse === 'blown' ? ' blown' : ''), 'aria-label': `${tr('fuse', terminal)}: ${valueText(fuse)}`,
                'data-fuse': terminal}, () => this.act({set: {[`installation.fuses.${terminal}`]: fuse === 'blown' ? 'good' : 'blown'}}, this.drawing),
            make('path', {d: `M${x} 298V360`, class: fuse === 'blown' ? 'cut' : ''}), make('rect', {x: x - 11, y: 308, width: 22, height: 42, rx: 3, class: 'box'})));
        } else {
            all.append(make('path', {d: `M${x} 298V360`, class: 'wire'}));
        }
        return all;
    }

    /** What can be set, in lists: for keyboards and screen readers. */
    fillLists() {
        this.lists.replaceChildren();
        for (const [base, label] of Object.entries(labels)) {
            const values = this.choices[base] || [];
            for (const key of Object.keys(this.world).filter(each => each === base || each.startsWith(base + '.'))) {
                const now = this.world[key];
                const known = values.includes(now) ? values : [now, ...values];
                const select = make('select', {'data-field': key, onchange: () => this.act({set: {[key]: select.value}}, select)},
                    ...known.map(each => make('option', {value: each, selected: each === now}, valueText(each))));
                this.lists.append(make('label', {}, label(key.slice(base.length + 1)), select));
            }
        }
    }
}

/** What a rope goes round, "A", "open" or "[A, -B, 2 C]", by conductor with the turns. */
export function turnsOf(text) {
    return [...text.matchAll(/(-?)(?:(\d+) )?([ABCN])(?![a-z])/g)]
        .map(([, sign, count, conductor]) => ({conductor, count: (sign ? -1 : 1) * Number(count || 1)}));
}

/** What the lists below the drawing offer, in this order, and how each is called. */
const labels = {
    'installation.voltage_leads': each => tr('terminal', 'V' + each),
    'installation.ct_leads': each => tr('rope', each),
    'installation.ct_reversed': each => `${tr('rope', each)}, ${tr('reversed')}`,
    'installation.ct_type': each => `${tr('rope', each)}, ${tr('kind')}`,
    'installation.disconnect': () => tr('disconnect'),
    'installation.fuses': each => (each === 'control' ? tr('controlFuse') : tr('fuse', each)),
    'installation.control_supply': () => tr('controlSupply'),
    'line.wiring.polarity': () => tr('linePolarity'),
    'line.wiring.terminators': () => tr('lineTerminators'),
    'line.wiring.shield': () => tr('lineShield'),
    'line.wiring.open': () => tr('lineOpen'),
};
