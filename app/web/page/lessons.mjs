// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons and exams: the list, the tasks of the one that runs, and its result.

import {language, make, points, tr} from './base.mjs';

const marks = {open: '○', done: '✓', wrong: '✗', 'given-up': '✗', settled: '●'};
const attemptsKey = 'metertwin.attempts';

/** How often a learner began a lesson, so that another attempt draws another fault. */
function nextAttempt(learner, id) {
    const name = `${learner} ${id}`;
    let counts = {};
    try {
        counts = JSON.parse(localStorage.getItem(attemptsKey)) || {};
        counts[name] = (counts[name] || 0) + 1;
        localStorage.setItem(attemptsKey, JSON.stringify(counts));
    } catch { // A page from a disk may keep nothing.
        return 1 + (Date.now() % 1000);
    }
    return counts[name];
}

/** One button that wants a second press, in its own place: no dialog that a phone may block. */
function confirmed(text, question, action) {
    const button = make('button', {type: 'button', onclick: () => {
        if (button.dataset.asked) {
            action();
            return;
        }
        button.dataset.asked = 'yes';
        button.textContent = question;
        setTimeout(() => {
            delete button.dataset.asked;
            button.textContent = text;
        }, 5000);
    }}, text);
    return button;
}

export class Lessons {
    /** `onBegin(standing)` and `onLeave()` tell the page that its meter is another one. */
    constructor(meter, files, face, {onBegin, onLeave, onAct}) {
        this.meter = meter;
        this.files = files;
        this.face = face;
        this.onBegin = onBegin;
        this.onLeave = onLeave;
        this.onAct = onAct;
        this.hints = new Map();
        this.wrong = new Map();
    }

    get isRunning() {
        return Boolean(this.standing);
    }

    /** What of the page the lesson lets its learner see; all of it where there is no lesson. */
    shows(dock) {
        return !this.standing || this.standing.docks.includes(dock);
    }

    may(right) {
        return !this.standing || this.standing.may.includes(right);
    }

    find(id) {
        return this.files.find(file => JSON.parse(file.text).id === id || file.name === id || file.name === `${id}.lesson.yaml`);
    }

    described(file) {
        return this.meter.call('describe', {text: file.text, name: file.name, lang: language});
    }

    build(root) {
        this.root = root;
        if (this.standing) {
            this.standing = this.meter.call('standing', {lang: language});
            this.buildTasks();
        } else {
            this.buildList();
        }
    }

    // The list --------------------------------------------------------------------------------

    buildList() {
        this.name = make('input', {id: 'learner', autocomplete: 'name', maxlength: 60, value: this.learner || ''});
        const list = make('ol', {class: 'lessons'});
        for (const file of this.files) {
            const lesson = this.described(file);
            const begin = make('button', {type: 'button', 'data-lesson': lesson.id, onclick: () => this.begin(file)}, tr('begin'));
            list.append(make('li', {}, make('h3', {}, lesson.title),
                make('p', {}, lesson.goal),
                make('p', {class: 'note'}, `${tr('minutes', lesson.minutes)} · ${tr('pointsMost', lesson.points)}`), begin));
        }
        this.trouble = make('p', {class: 'wrong', role: 'alert'});
        this.root.replaceChildren(make('label', {class: 'wide'}, tr('learner'), this.name), this.trouble, list);
    }

    begin(file) {
        this.learner = (this.name ? this.name.value : this.learner || '').trim() || tr('guest');
        const standing = this.meter.call('lesson', {text: file.text, name: file.name, digest: file.digest, learner: this.learner,
            attempt: nextAttempt(this.learner, file.name), start: new Date().toISOString().slice(0, 19) + 'Z', lang: language});
        if (standing.error) {
            this.trouble.textContent = standing.error;
            return false;
        }
        this.standing = standing;
        this.hints.clear();
        this.wrong.clear();
        this.shown = '';
        this.onBegin(standing);
        return true;
    }

    leave() {
        this.standing = null;
        this.face.glow('');
        this.onLeave();
    }

    // The lesson that runs --------------------------------------------------------------------

    buildTasks() {
        const lesson = this.standing;
        this.clock = make('p', {class: 'clock'});
        this.list = make('ol', {class: 'tasks'});
        this.result = make('section', {class: 'result', 'aria-live': 'polite'});
        this.foot = make('p', {class: 'buttons'});
        this.root.replaceChildren(...[make('h2', {}, lesson.title),
            make('p', {}, lesson.goal), lesson.kind === 'exam' ? make('p', {class: 'note'}, tr('examRules')) : null,
            lesson.sheet ? make('p', {class: 'sheet'}, lesson.sheet) : null, this.clock, this.result, this.list, this.foot].filter(part => part));
        this.shown = '';
        this.refresh();
    }

    refresh() {
        if (!this.standing || !this.list) {
            return;
        }
        this.standing = this.meter.call('standing', {lang: language});
        this.showClock();
        const text = JSON.stringify(this.standing);
        if (text === this.shown) {
            return;
        }
        this.shown = text;
        this.showTasks();
        this.showResult();
        const current = this.standing.tasks.find(task => task.id === this.standing.current);
        if (!current || !this.hints.has(current.id)) {
            this.face.glow('');
        }
    }

    showClock() {
        const rest = this.standing.limit ? Math.max(0, this.standing.limit - this.meter.seconds()) : 0;
        const minutes = Math.floor(rest / 60);
        const score = this.standing.points === undefined ? '' : ` · ${tr('points', points(this.standing.points), this.standing.of)}`;
        const time = this.standing.limit ? `${minutes}:${String(Math.floor(rest % 60)).padStart(2, '0')}` : '';
        this.clock.textContent = time + score;
    }

    /** Keeps what is being typed: a field that has the focus is carried over. */
    showTasks() {
        const active = document.activeElement;
        const kept = active && this.list.contains(active) && active.dataset.answer
            ? {task: active.dataset.answer, value: active.value} : null;
        const isOver = this.standing.finished;
        this.list.replaceChildren(...this.standing.tasks.map(task => this.task(task, isOver)));
        this.foot.replaceChildren();
        if (!isOver) {
            if (this.may('speed') || this.standing.kind !== 'exam') {
                this.foot.append(make('button', {type: 'button', onclick: () => this.onAct('wait')}, tr('wait15')));
            }
            this.foot.append(confirmed(tr('handIn'), tr('yesHandIn'), () => {
                this.meter.call('finish', {lang: language});
                this.refresh();
            }));
        }
        this.foot.append(isOver ? make('button', {type: 'button', onclick: () => this.leave()}, tr('leave'))
            : confirmed(tr('leave'), tr('yesLeave'), () => this.leave()));
        if (kept) { // As far as there is one field.
            const field = this.list.querySelector(`[data-answer="${kept.task}"]`);
            if (field) {
                field.value = kept.value;
                field.focus({preventScroll: true});
            }
        }
    }

    task(task, isOver) {
        const isCurrent = task.id === this.standing.current && !isOver;
        const item = make('li', {class: `task ${task.state}${isCurrent ? ' current' : ''}`, 'aria-current': isCurrent ? 'step' : null},
            make('p', {}, make('b', {'aria-label': tr(`state_${task.state}`)}, marks[task.state]), ` ${task.text} `,
                make('small', {}, task.points === undefined ? `(${task.of})` : `(${points(task.points)}/${task.of})`)));
        if (task.explain) {
            item.append(make('p', {class: 'explain'}, task.explain));
        }
        if (isCurrent) {
            if (task.choices || task.isNumber || task.table) {
                item.append(this.answerForm(task));
            }
            item.append(this.helpFor(task));
        }
        return item;
    }

    answerForm(task) {
        const given = [];
        const fields = make('span', {class: 'fields'});
        const entries = task.table ? this.meter.call('choices', {table: task.table}).entries.map(name => ({value: name, text: name})) : task.choices;
        const addChoice = () => {
            const select = make('select', {'data-answer': task.id, 'aria-label': tr('answer')}, make('option', {value: ''}, '…'),
                ...entries.map(each => make('option', {value: each.value}, each.text)));
            given.push(select);
            fields.append(select);
        };
        // One may be right, or several: how many is not told.
        let more = '';
        if (entries && entries.length && !task.isNumber) {
            addChoice();
            more = make('button', {type: 'button', 'aria-label': tr('another'), onclick: addChoice}, '+');
        } else {
            const input = make('input', {'data-answer': task.id, 'aria-label': tr('answer'), autocomplete: 'off', size: 12});
            given.push(input);
            fields.append(input);
        }
        return make('form', {class: 'master', onsubmit: event => {
            event.preventDefault();
            const values = given.map(each => each.value.trim()).filter(value => value);
            if (!values.length) {
                given[0].focus();
                return;
            }
            const answer = this.meter.call('answer', {task: task.id, value: values});
            this.wrong.set(task.id, answer.error || (answer.right === false ? tr('wrong') : ''));
            this.shown = '';
            this.refresh();
        }}, fields, more, make('button', {type: 'submit'}, tr('answer')));
    }

    helpFor(task) {
        const box = make('div', {class: 'help'});
        const wrong = this.wrong.get(task.id);
        if (wrong) {
            const left = task.triesLeft > 0 ? ` ${tr('triesLeft', task.triesLeft)}` : '';
            box.append(make('p', {class: 'wrong', role: 'alert'}, wrong + left));
        }
        for (const hint of this.hints.get(task.id) || []) {
            box.append(make('p', {class: 'hint'}, hint));
        }
        if (this.standing.kind === 'exam') {
            return box;
        }
        const buttons = make('p', {class: 'buttons'});
        if ((task.hints || 0) < task.hintCount) {
            buttons.append(make('button', {type: 'button', 'data-hint': task.id, onclick: () => this.takeHint(task)}, tr('hint', task.hintCost)));
        }
        buttons.append(confirmed(tr('giveUp'), tr('yesGiveUp'), () => {
            this.meter.call('giveUp', {task: task.id});
            this.refresh();
        }));
        box.append(buttons);
        return box;
    }

    takeHint(task) {
        const hint = this.meter.call('hint', {task: task.id, lang: language});
        if (!hint.error) {
            this.hints.set(task.id, [...(this.hints.get(task.id) || []), hint.text]);
            this.face.glow(hint.glow);
            this.shown = '';
            this.refresh();
        }
    }

    // The result ------------------------------------------------------------------------------

    showResult() {
        if (!this.standing.finished) {
            this.result.replaceChildren();
            return;
        }
        const lesson = this.standing;
        const parts = [make('h3', {class: lesson.passed ? 'good' : 'wrong'}, tr(lesson.passed ? 'passed' : 'notPassed')),
            make('p', {}, tr('points', points(lesson.points), lesson.of))];
        for (const loss of lesson.lost) {
            parts.push(make('p', {class: 'note'}, tr('lost', points(loss.points), loss.why)));
        }
        if (lesson.drawn && lesson.drawn.length) {
            parts.push(make('p', {}, tr('drawn', lesson.drawn.join(', '))));
        }
        const result = this.meter.call('result');
        if (result.error) {
            parts.push(make('p', {class: 'wrong', role: 'alert'}, result.error));
        } else {
            parts.push(this.handIn(result));
        }
        this.result.replaceChildren(...parts);
    }

    handIn(result) {
        const file = new Blob([result.file], {type: 'application/json'});
        const name = `${lessonFileName(this.learner, this.standing.id)}.result.json`;
        const link = make('a', {href: URL.createObjectURL(file), download: name, class: 'button', id: 'result-file'}, tr('resultFile'));
        const code = make('textarea', {id: 'result-code', readonly: true, rows: 3, 'aria-label': tr('resultCode'), spellcheck: 'false'});
        code.value = result.code;
        const copy = make('button', {type: 'button', onclick: () => {
            code.select();
            const isCopied = document.execCommand('copy'); // Also where the page lies on a disk.
            copy.textContent = tr(isCopied ? 'copied' : 'copy');
        }}, tr('copy'));
        return make('div', {}, link, make('p', {}, `${tr('shortCode')}: `, make('code', {id: 'short-code'}, result.shortCode)),
            make('p', {class: 'note'}, tr('resultCode')), code, copy);
    }
}

function lessonFileName(learner, id) {
    return `${learner.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'learner'}-${id}`;
}
