// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged scenarios, lessons and calls: the module answers each, and goes on as if nothing had been.
//   node tests/web/hostile.mjs PAGE.html [ROUNDS]

import {meterOf, must, partsOf} from './page.mjs';

const [page, rounds = '3000'] = process.argv.slice(2);
const parts = partsOf(page);
const meter = await meterOf(parts);

let state = 20261201;
/** Mulberry32: the same numbers at every run. */
function random(limit) {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}

const pieces = ['{', '}', '[', ']', ':', ',', '"', "'", '\\', '\u0000', '\ud800', 'null', '-1', '1e999', 'nan', '%', '999999999999', 'é', ' s'];
function damaged(text) {
    let changed = text;
    for (let i = 0; i <= random(4); ++i) {
        const at = random(changed.length + 1);
        const cut = random(3) === 0 ? random(40) : random(2);
        changed = changed.slice(0, at) + pieces[random(pieces.length)] + changed.slice(at + cut);
    }
    return changed;
}

const entries = ['{set: {source.voltage.A: 70 %}}', '{apply: sag, phase: B, residual: 70 %}', '{write: {131: 400}}', '{power: off}',
    '{press: [plus, right]}', '{clear: all}', '{line: {drop: 20 %}}', '{set: {installation.ct_leads.A: open}, for: 2 s}'];
const calls = [
    () => ['perform', {entry: damaged(entries[random(entries.length)])}],
    () => ['ask', {pdu: damaged('03 01 00 00 02'), unit: random(300) - 20, baud: random(2) ? 9600 : 'x', parity: 'none'}],
    () => ['press', {key: ['plus', 'minus', 'left', 'right', 'up', 7, null][random(7)], down: random(2) === 0}],
    () => ['read', {names: [damaged('voltage_an')]}],
    () => ['measure', {tool: damaged('clamp'), at: damaged('A')}],
    () => ['answer', {task: damaged('ct-size'), value: damaged('400 A')}],
    () => [damaged('glass'), random(2) ? {} : undefined],
    () => ['record', {seconds: random(3)}],
    () => ['choices', {table: damaged('wiring-mistakes')}],
];

const counts = {opened: 0, refused: 0};
for (let round = 0; round < Number(rounds); ++round) {
    if (round % 10 === 0) {
        const file = parts.data.files[random(parts.data.files.length)];
        const isLesson = file.kind === 'lesson';
        const text = random(8) === 0 ? file.text : damaged(file.text);
        const opened = meter.call(isLesson ? 'lesson' : 'open', {text, name: file.name, learner: 'x', attempt: 1, start: '', lang: 'en'});
        counts[opened.error ? 'refused' : 'opened'] += 1;
    }
    const [method, params] = calls[random(calls.length)]();
    meter.call(method, params);
    meter.step(random(2520));
}

const file = parts.data.files.find(each => each.name === '02-steady-wye.yaml');
must(meter.call('open', {text: file.text, name: file.name}));
meter.step(5 * 2520);
const {voltage_an: volts} = must(meter.call('read', {names: ['voltage_an']})).values;
if (!(counts.opened > 0 && counts.refused > 0 && Math.abs(volts - 277) < 1.4)) {
    console.error(`${JSON.stringify(counts)}, then ${volts} V of 277 V`);
    process.exit(1);
}
console.log(`${rounds} calls, ${counts.opened} opened, ${counts.refused} refused; then ${volts.toFixed(1)} V of 277 V`);
