// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The front of the meter: housing, terminals, lamps and keys. The glass is drawn by the module.

import {$, make, tr} from './base.mjs';

const keyNames = ['plus', 'minus', 'left', 'right'];
const keySigns = {plus: '+', minus: '−', left: '◀', right: '▶'};
const keyTexts = {plus: 'keyPlus', minus: 'keyMinus', left: 'keyLeft', right: 'keyRight'};
const keyCodes = {ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'plus', ArrowDown: 'minus', '+': 'plus', '-': 'minus', '−': 'minus'};
const shortestPress = 0.1; // Of the meter's time, so that a click counts at any speed.

const terminals = [
    ['CONTROL POWER', 36, true, ['G', '1', '2']], ['VOLTAGE', 268, true, ['A', 'B', 'C', 'N']],
    ['CT A', 570, true, ['X1', 'X2']], ['CT B', 732, true, ['X1', 'X2']], ['CT C', 894, true, ['X1', 'X2']],
    ['RS-485', 36, false, ['+', '−', 'S']], ['PULSE', 732, false, ['K', 'Y']], ['ALARM', 894, false, ['K', 'Y']],
];

function block([caption, x, isTop, names]) {
    const y = isTop ? 90 : 854;
    const group = make('g', {class: 'block'});
    names.forEach((name, i) => {
        const left = 90 + x + 70 * i;
        group.append(
            make('rect', {x: left + 3, y, width: 64, height: 146, rx: 6, class: 'terminal', 'data-terminal': caption === 'VOLTAGE' ? `V${name}` : ''}),
            make('circle', {cx: left + 35, cy: isTop ? 188 : 902, r: 22, class: 'screw'}),
            make('path', {d: `M${left + 20} ${isTop ? 188 : 902}h30`, class: 'slot'}),
            make('text', {x: left + 35, y: isTop ? 260 : 838, class: 'mark'}, name));
    });
    group.append(make('text', {x: 90 + x + 35 * names.length, y: isTop ? 292 : 812, class: 'caption'}, caption));
    return group;
}

export class Face {
    constructor(meter, onPress) {
        this.meter = meter;
        this.onPress = onPress;
        this.down = new Map();
        this.lamps = {};
        this.shown = '';
        this.build();
        document.addEventListener('keydown', event => this.onKeyboard(event, true));
        document.addEventListener('keyup', event => this.onKeyboard(event, false));
        window.addEventListener('blur', () => [...this.down.keys()].forEach(key => this.release(key)));
    }

    build() {
        const svg = make('svg', {viewBox: '70 70 1110 950', role: 'group', class: 'front'});
        svg.append(make('rect', {x: 90, y: 90, width: 1070, height: 910, rx: 26, class: 'body'}),
            make('rect', {x: 104, y: 314, width: 1042, height: 462, rx: 18, class: 'nose'}),
            make('text', {x: 134, y: 362, class: 'brand'}, 'Series 4000-R'),
            make('rect', {x: 130, y: 378, width: 672, height: 328, rx: 16, class: 'bezel'}));
        terminals.forEach(each => svg.append(block(each)));
        this.glass = make('g');
        svg.append(this.glass, make('circle', {cx: 972, cy: 514, r: 154, class: 'pad'}));
        const places = {plus: [972, 420], minus: [972, 608], left: [878, 514], right: [1066, 514]};
        this.keys = {};
        for (const name of keyNames) {
            const [x, y] = places[name];
            this.keys[name] = make('g', {class: 'key', role: 'button', tabindex: 0, 'data-key': name, 'aria-label': tr(keyTexts[name])},
                make('circle', {cx: x, cy: y, r: 46}), make('text', {x, y: y + 17}, keySigns[name]));
            this.bindKey(this.keys[name], name);
            svg.append(this.keys[name]);
        }
        [['pulse', 852], ['alarm', 932], ['rx', 1012], ['tx', 1092]].forEach(([name, x]) => {
            this.lamps[name] = make('circle', {cx: x, cy: 722, r: 11, class: `lamp ${name}`});
            svg.append(this.lamps[name], make('text', {x, y: 758, class: 'caption'}, name.toUpperCase()));
        });
        const bar = make('div', {class: 'keybar'});
        for (const name of ['left', 'minus', 'plus', 'right']) {
            const button = make('button', {type: 'button', 'data-key': name, 'aria-label': tr(keyTexts[name])}, keySigns[name]);
            this.bindKey(button, name);
            bar.append(button);
        }
        $('face').replaceChildren(svg, bar);
    }

    bindKey(element, name) {
        element.addEventListener('pointerdown', event => {
            event.preventDefault();
            element.focus({preventScroll: true});
            this.press(name);
        });
        for (const ended of ['pointerup', 'pointercancel', 'pointerleave']) {
            element.addEventListener(ended, () => this.release(name));
        }
        element.addEventListener('contextmenu', event => event.preventDefault());
    }

    onKeyboard(event, isDown) {
        const target = event.target;
        const isTyping = target.closest && target.closest('input, select, textarea, [role=tablist], .scrolls');
        const isOnKey = target.dataset && target.dataset.key && (event.key === 'Enter' || event.key === ' ');
        const name = isOnKey ? target.dataset.key : keyCodes[event.key];
        if (!name || (isTyping && !isOnKey) || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        event.preventDefault();
        if (isDown && !event.repeat) {
            this.press(name);
        } else if (!isDown) {
            this.release(name);
        }
    }

    mark(name, isDown) {
        document.querySelectorAll(`[data-key=${name}]`).forEach(key => key.classList.toggle('down', isDown));
    }

    press(name) {
        if (this.down.has(name)) {
            return;
        }
        const answer = this.meter.call('press', {key: name, down: true});
        this.onPress(name, answer.error);
        if (!answer.error) {
            this.down.set(name, {since: this.meter.seconds(), isReleased: false});
            this.mark(name, true);
        }
    }

    release(name) {
        const state = this.down.get(name);
        if (state) {
            state.isReleased = true;
            this.tick();
        }
    }

    /** Lets go of keys that were held long enough. */
    tick() {
        for (const [name, state] of this.down) {
            if (state.isReleased && this.meter.seconds() - state.since >= shortestPress) {
                this.meter.call('press', {key: name, down: false});
                this.down.delete(name);
                this.mark(name, false);
            }
        }
    }

    forget() {
        [...this.down.keys()].forEach(name => this.mark(name, false));
        this.down.clear();
    }

    show(state) {
        const glass = this.meter.call('glass');
        if (glass.svg !== this.shown) {
            this.shown = glass.svg;
            this.glass.innerHTML = glass.svg.replace('<svg ', '<svg x="144" y="392" width="644" height="300" ');
        }
        const text = glass.powered ? glass.text : tr('dark');
        if ($('glass-text').textContent !== text) {
            $('glass-text').textContent = text;
        }
        this.lamps.pulse.classList.toggle('lit', state.pulse);
        this.lamps.alarm.classList.toggle('lit', state.alarm);
        return glass;
    }

    blink(lamp) {
        this.lamps[lamp].classList.add('lit');
        setTimeout(() => this.lamps[lamp].classList.remove('lit'), 200);
    }

    glow(what) {
        document.querySelectorAll('.glow').forEach(each => each.classList.remove('glow'));
        const [kind, name] = (what || '').split('.');
        if (kind === 'key') {
            document.querySelectorAll(`[data-key=${name}]`).forEach(each => each.classList.add('glow'));
        } else if (kind === 'terminal') {
            document.querySelectorAll(`[data-terminal=${name}]`).forEach(each => each.classList.add('glow'));
        }
    }
}
