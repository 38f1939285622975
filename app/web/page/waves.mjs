// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Scope and phasors of the six inputs.

import {samplesPerSecond, waveSamples} from './meter.mjs';
import {make, number, tr} from './base.mjs';

const names = ['VA', 'VB', 'VC', 'IA', 'IB', 'IC'];
const classes = ['phaseA', 'phaseB', 'phaseC', 'phaseA amps', 'phaseB amps', 'phaseC amps'];
const shownSamples = 170; // Four cycles of 60 Hz.

export class Scope {
    constructor(meter) {
        this.meter = meter;
    }

    build(root) {
        this.lines = names.map((name, i) => make('polyline', {class: classes[i]}));
        this.scale = make('text', {x: 8, y: 18, class: 'left'});
        root.replaceChildren(make('svg', {viewBox: '0 0 700 340', class: 'plot', role: 'img', 'aria-label': tr('scope')},
            make('path', {d: 'M0 170H700', class: 'axis'}), ...this.lines, this.scale),
        make('p', {class: 'legend'}, ...names.map((name, i) => make('span', {class: classes[i]}, name))));
    }

    show() {
        const waves = this.meter.waves();
        let start = 0;
        for (let i = 1; i < waveSamples - shownSamples; ++i) {
            if (waves[(i - 1) * 6] < 0 && waves[i * 6] >= 0) {
                start = i;
                break;
            }
        }
        const peak = [1, 1e-3];
        for (let i = 0; i < shownSamples * 6; ++i) {
            const isCurrent = i % 6 >= 3 ? 1 : 0;
            peak[isCurrent] = Math.max(peak[isCurrent], Math.abs(waves[start * 6 + i]));
        }
        this.lines.forEach((line, wave) => {
            const scale = 150 / peak[wave < 3 ? 0 : 1];
            const points = [];
            for (let i = 0; i < shownSamples; ++i) {
                points.push(`${(i * 700 / (shownSamples - 1)).toFixed(1)},${(170 - scale * waves[(start + i) * 6 + wave]).toFixed(1)}`);
            }
            line.setAttribute('points', points.join(' '));
        });
        this.scale.textContent = `± ${number(peak[0], 3)} V · ± ${number(peak[1], 3)} A · ${(shownSamples / samplesPerSecond * 1000).toFixed(0)} ms`;
    }
}

/** Fundamentals at a frequency over whole cycles: RMS and angle against the first that is there. */
export function fundamentals(waves, frequencyHz) {
    const cycles = Math.floor(waveSamples * frequencyHz / samplesPerSecond);
    const count = Math.round(cycles * samplesPerSecond / frequencyHz);
    const tones = names.map((name, wave) => {
        let real = 0;
        let imaginary = 0;
        for (let i = 0; i < count; ++i) {
            const angle = 2 * Math.PI * frequencyHz * i / samplesPerSecond;
            real += waves[i * 6 + wave] * Math.sin(angle);
            imaginary += waves[i * 6 + wave] * Math.cos(angle);
        }
        return {name, rms: Math.SQRT2 / count * Math.hypot(real, imaginary), angle: Math.atan2(imaginary, real)};
    });
    const first = tones.slice(0, 3).find(tone => tone.rms > 1) || tones[0];
    const origin = first.angle;
    for (const tone of tones) {
        const degrees = (tone.angle - origin) * 180 / Math.PI;
        tone.degrees = degrees - 360 * Math.round(degrees / 360);
    }
    return tones;
}

export class Phasors {
    constructor(meter) {
        this.meter = meter;
    }

    build(root) {
        this.arrows = make('g');
        this.rows = make('tbody');
        root.replaceChildren(make('svg', {viewBox: '0 0 400 400', class: 'plot round', role: 'img', 'aria-label': tr('phasors')},
            make('circle', {cx: 200, cy: 200, r: 170, class: 'axis'}), make('circle', {cx: 200, cy: 200, r: 100, class: 'axis'}),
            make('path', {d: 'M20 200H380M200 20V380', class: 'axis'}), this.arrows),
        make('table', {class: 'readings'}, this.rows));
    }

    show() {
        const read = this.meter.call('read', {names: ['frequency']}).values || {};
        const tones = fundamentals(this.meter.waves(), read.frequency || 60);
        const most = [Math.max(1, ...tones.slice(0, 3).map(each => each.rms)), Math.max(1e-3, ...tones.slice(3).map(each => each.rms))];
        this.arrows.replaceChildren();
        this.rows.replaceChildren();
        tones.forEach((tone, i) => {
            const length = (i < 3 ? 170 : 100) * tone.rms / most[i < 3 ? 0 : 1];
            const angle = tone.degrees * Math.PI / 180;
            const x = 200 + length * Math.cos(angle);
            const y = 200 - length * Math.sin(angle);
            const isThere = tone.rms > (i < 3 ? 1 : 0.02 * most[1]) && length > 4;
            if (isThere) {
                this.arrows.append(make('path', {d: `M200 200L${x.toFixed(1)} ${y.toFixed(1)}`, class: `arrow ${classes[i]}`}),
                    make('text', {x: (x + 14 * Math.cos(angle)).toFixed(1), y: (y - 14 * Math.sin(angle) + 5).toFixed(1), class: 'tip'}, tone.name));
            }
            this.rows.append(make('tr', {}, make('th', {scope: 'row', class: classes[i]}, tone.name),
                make('td', {}, `${number(tone.rms)} ${i < 3 ? 'V' : 'A'}`), make('td', {}, isThere ? `${number(tone.degrees, 4)}°` : tr('noWave'))));
        });
    }
}
