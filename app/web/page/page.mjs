// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page as a whole: what it was handed over with, the link that opened it, its panels, and
// the time that passes.

import {$, language, languages, make, setLanguage, tr} from './base.mjs';
import {Face} from './face.mjs';
import {Lessons} from './lessons.mjs';
import {loadMeter, samplesPerSecond} from './meter.mjs';
import {Faults, Readings, Registers, Source} from './panels.mjs';
import {Phasors, Scope} from './waves.mjs';
import {Wiring} from './wiring.mjs';

const defaultScenario = '01-first-look.yaml';
/** The panels that stand for docks of other names in the window. */
const docksOf = {registers: ['registers', 'line', 'traffic']};
const speeds = [1, 10, 60, 600];
const refreshMs = 200; // Of the panels; the glass follows every frame.
const budgetMs = 12;   // Of a frame, so that keys stay quick at any speed.

/** Numbers from base64 without a request, which the page's policy would refuse. */
async function unpacked(id) {
    const text = atob($(id).textContent.trim());
    const bytes = Uint8Array.from(text, letter => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).arrayBuffer();
}

class Page {
    constructor(meter, data) {
        this.meter = meter;
        this.data = data;
        this.speed = 1;
        this.isPaused = false;
        this.last = performance.now();
        this.owed = 0;
        this.refreshed = 0;
        this.scenarios = data.files.filter(file => file.kind === 'scenario');
        this.scenarios.forEach(file => { file.title = JSON.parse(file.text).name || file.name; });
        this.face = new Face(meter, (key, error) => this.tell(error || ''));
        this.lessons = new Lessons(meter, data.files.filter(file => file.kind === 'lesson'), this.face, {
            onBegin: () => this.onLesson(), onLeave: () => this.openScenario(this.scenario), onAct: () => this.wait(900),
        });
        const act = (entry, field) => this.act(entry, field);
        this.panels = {
            lessons: this.lessons,
            readings: new Readings(meter),
            wiring: new Wiring(meter, data.library, () => !this.lessons.isRunning, act),
            source: new Source(meter, act),
            scope: new Scope(meter),
            phasors: new Phasors(meter),
            registers: new Registers(meter, data.library, () => this.lessons.shows('registers'), isAnswered => {
                this.face.blink('rx');
                if (isAnswered) {
                    this.face.blink('tx');
                }
            }),
            faults: new Faults(meter, data.library, act),
        };
        this.panel = 'readings';
    }

    // Opening -----------------------------------------------------------------------------

    openScenario(file) {
        this.scenario = file;
        for (const [name, text] of Object.entries(file.files || {})) {
            this.meter.call('file', {name, text});
        }
        const opened = this.meter.call('open', {text: file.text, name: file.name});
        if (opened.error) {
            return opened.error;
        }
        this.face.forget();
        this.rebuild();
        return '';
    }

    defaultFile() {
        return this.scenarios.find(file => file.name === defaultScenario) || this.scenarios[0];
    }

    /** What the link says; every part of it that cannot be used is told, and the rest counts. */
    openLink(search) {
        const link = new URLSearchParams(search);
        const troubles = [];
        for (const name of link.keys()) {
            if (!['lesson', 'scenario', 'lang'].includes(name)) {
                troubles.push(tr('noParameter', name.slice(0, 40)));
            }
        }
        const wanted = link.get('lang');
        if (wanted !== null && !languages.includes(wanted)) {
            troubles.push(tr('noLanguage', wanted.slice(0, 40)));
        }
        this.openScenario(this.defaultFile());
        const scenario = link.get('scenario');
        if (scenario !== null) {
            const trouble = this.openNamed(scenario);
            if (trouble) {
                this.openScenario(this.defaultFile());
                troubles.push(tr('badScenario', trouble));
            }
        }
        const lesson = link.get('lesson');
        if (lesson !== null) {
            const file = this.lessons.find(lesson);
            if (file) {
                this.lessons.begin(file);
            } else {
                troubles.push(tr('noLesson', lesson.slice(0, 40)));
            }
        }
        if (troubles.length) {
            this.warn(tr('badLink'), ...troubles);
        }
    }

    /** A scenario by its file's name, or the text of one. */
    openNamed(text) {
        const known = this.scenarios.find(file => file.name === text || file.name === `${text}.yaml`);
        return this.openScenario(known || {name: 'link', text});
    }

    onLesson() {
        this.face.forget();
        this.setSpeed(1);
        this.panel = 'lessons';
        this.rebuild();
    }

    warn(...lines) {
        const close = make('button', {type: 'button', 'aria-label': tr('close'), onclick: () => $('banner').replaceChildren()}, '×');
        $('banner').replaceChildren(make('div', {}, ...lines.map(line => make('p', {}, line))), close);
    }

    tell(text) {
        $('message').textContent = text;
    }

    // Building ----------------------------------------------------------------------------

    rebuild() {
        this.buildHead();
        this.buildTabs();
        this.showPanel(this.panel);
        this.refresh(true);
    }

    isShown(name) {
        return name === 'lessons' || (docksOf[name] || [name]).some(dock => this.lessons.shows(dock));
    }

    buildHead() {
        document.title = this.lessons.isRunning ? `${this.lessons.standing.title} · metertwin` : 'metertwin';
        const choose = make('select', {id: 'lang', 'aria-label': tr('language'), onchange: () => this.speak(choose.value)},
            ...languages.map(each => make('option', {value: each, selected: each === language}, each)));
        const scenario = make('select', {id: 'scenario', 'aria-label': tr('scenario'),
            onchange: () => this.warnIf(this.openScenario(this.scenarios[scenario.selectedIndex]))},
        ...this.scenarios.map(each => make('option', {selected: each === this.scenario}, each.title)));
        if (!this.scenarios.includes(this.scenario)) {
            scenario.append(make('option', {selected: true, disabled: true}, '…'));
        }
        const speed = make('select', {id: 'speed', 'aria-label': tr('speed'), disabled: !this.lessons.may('speed'),
            onchange: () => this.setSpeed(Number(speed.value))},
        ...speeds.map(each => make('option', {value: each, selected: each === this.speed}, `${each}×`)));
        const pause = make('button', {type: 'button', id: 'pause', disabled: !this.lessons.may('speed'), onclick: () => {
            this.isPaused = !this.isPaused;
            pause.textContent = tr(this.isPaused ? 'run' : 'pause');
        }}, tr(this.isPaused ? 'run' : 'pause'));
        const theme = make('button', {type: 'button', id: 'theme', 'aria-label': tr('theme'), onclick: () => {
            const root = document.documentElement;
            const isDark = getComputedStyle(root).colorScheme === 'dark';
            root.dataset.theme = isDark ? 'light' : 'dark';
        }}, '◐');
        scenario.hidden = this.lessons.isRunning;
        $('controls').replaceChildren(scenario, speed, pause, choose, theme);
        $('keys-help').textContent = tr('keysHelp');
        $('offline').textContent = tr('offline');
    }

    buildTabs() {
        const names = Object.keys(this.panels).filter(name => this.isShown(name));
        if (!names.includes(this.panel)) {
            this.panel = 'lessons';
        }
        const tabs = names.map(name => make('button', {type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'panel',
            'aria-selected': String(name === this.panel), tabindex: name === this.panel ? 0 : -1, onclick: () => this.showPanel(name)}, tr(name)));
        $('tabs').replaceChildren(...tabs);
        $('tabs').onkeydown = event => {
            const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
            const to = step ? (names.indexOf(this.panel) + step + names.length) % names.length : {Home: 0, End: names.length - 1}[event.key];
            if (to !== undefined) {
                event.preventDefault();
                this.showPanel(names[to]);
                $(`tab-${names[to]}`).focus();
            }
        };
    }

    showPanel(name) {
        this.panel = name;
        for (const tab of $('tabs').children) {
            const isOn = tab.id === `tab-${name}`;
            tab.setAttribute('aria-selected', String(isOn));
            tab.tabIndex = isOn ? 0 : -1;
        }
        $('panel').setAttribute('aria-labelledby', `tab-${name}`);
        this.panels[name].build($('panel'));
        this.refresh(true);
    }

    speak(wanted) {
        setLanguage(wanted);
        this.face.build();
        this.rebuild();
    }

    setSpeed(speed) {
        this.speed = speed;
        this.owed = 0;
        this.buildHead();
    }

    // Acting ------------------------------------------------------------------------------

    /** An entry of a timeline that acts at once. */
    act(entry, field) {
        const answer = this.meter.call('perform', {entry: JSON.stringify(entry)});
        this.tell(answer.error || '');
        if (field && field.classList) {
            field.classList.toggle('refused', Boolean(answer.error));
        }
        this.refresh(true);
        return answer;
    }

    warnIf(error) {
        if (error) {
            this.warn(error);
        }
    }

    /** Lets meter time pass at once, in parts that keep the page alive. */
    wait(seconds) {
        this.owed += seconds * samplesPerSecond;
    }

    // Time --------------------------------------------------------------------------------

    tick(now) {
        const passed = Math.min(now - this.last, 250); // A page in the background does not catch up.
        this.last = now;
        if (!this.isPaused) {
            this.owed += passed / 1000 * this.speed * samplesPerSecond;
        }
        const most = samplesPerSecond / 10;
        const end = performance.now() + budgetMs;
        while (this.owed >= 1 && performance.now() < end) {
            const samples = Math.min(Math.floor(this.owed), most);
            this.meter.step(samples);
            this.owed -= samples;
            this.face.tick();
        }
        if (this.speed > 1 && this.owed > this.speed * samplesPerSecond) {
            this.owed = this.speed * samplesPerSecond; // The machine is slower than was asked for.
        }
        this.refresh(now - this.refreshed >= refreshMs);
        requestAnimationFrame(next => this.tick(next));
    }

    refresh(isWhole) {
        const state = this.meter.call('state');
        this.face.show(state);
        if (!isWhole) {
            return;
        }
        this.refreshed = performance.now();
        this.lessons.refresh();
        const panel = this.panels[this.panel];
        if (panel !== this.lessons) {
            panel.show(...this.shownTo(this.panel, state));
        }
        $('clock').textContent = new Date(state.time * 1000).toISOString().slice(11, 19);
    }

    shownTo(name, state) {
        if (name === 'faults') {
            return [state];
        }
        const world = name === 'wiring' || name === 'source' ? this.meter.call('world').values : {};
        return name === 'source' ? [state, world] : [world];
    }

    /** For tests and teachers: window.metertwin. */
    door() {
        const meter = this.meter;
        const wrong = answer => {
            this.refresh(true);
            if (answer.error) {
                throw new Error(answer.error);
            }
            return answer;
        };
        return {
            /** Presses a key for a while of the meter's time. */
            press: (key, seconds = 0.1) => {
                wrong(meter.call('press', {key, down: true}));
                meter.step(Math.round(seconds * samplesPerSecond));
                wrong(meter.call('press', {key, down: false}));
                meter.step(Math.round(0.1 * samplesPerSecond));
                this.refresh(true);
            },
            display: () => meter.call('glass'),
            read: (...names) => wrong(meter.call('read', {names})).values,
            step: seconds => {
                meter.step(Math.round(seconds * samplesPerSecond));
                this.face.tick();
                this.refresh(true);
                return meter.seconds();
            },
            set: values => wrong(meter.call('perform', {entry: JSON.stringify({set: values})})),
            apply: (name, parameters = {}) => wrong(meter.call('perform', {entry: JSON.stringify({apply: name, ...parameters})})),
            clear: (name = 'all') => wrong(meter.call('perform', {entry: JSON.stringify({clear: name})})),
            state: () => meter.call('state'),
            call: (method, parameters) => meter.call(method, parameters),
            pause: isPaused => { this.isPaused = isPaused; },
        };
    }
}

async function start() {
    const link = new URLSearchParams(location.search);
    setLanguage(link.get('lang') || (navigator.language || 'en').slice(0, 2));
    $('message').textContent = tr('loading');
    try {
        const [module, data] = await Promise.all([unpacked('module'), unpacked('data')]);
        const page = new Page(await loadMeter(module), JSON.parse(new TextDecoder().decode(data)));
        page.tell('');
        page.openLink(location.search);
        window.metertwin = page.door();
        document.body.dataset.ready = 'yes';
        performance.mark('metertwin-ready');
        requestAnimationFrame(now => {
            page.last = now;
            page.tick(now);
        });
    } catch (error) {
        const isNew = 'WebAssembly' in window && 'DecompressionStream' in window;
        $('message').textContent = isNew ? tr('cannotStart', error.message) : tr('tooOld');
        throw error;
    }
}

start();
