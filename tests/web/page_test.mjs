// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page as its users have it: in Chromium, from a file, by keyboard, mouse and touch.
//   METERTWIN_PAGE=build/web/metertwin.html METERTWIN_CLI=… node --test tests/web/page_test.mjs
// METERTWIN_PICTURES=FOLDER keeps a picture of every step.

import assert from 'node:assert';
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, test} from 'node:test';
import {Browser, findChromium} from './chromium.mjs';
import {partsOf} from './page.mjs';

const file = resolve(process.env.METERTWIN_PAGE || 'build/web/metertwin.html');
const address = pathToFileURL(file).href;
const pictures = process.env.METERTWIN_PICTURES;
const laptop = {width: 1366, height: 768};
const phone = {width: 390, height: 844, scale: 2, isMobile: true};
const projector = {width: 1920, height: 1080};
const keyCodes = {left: ['ArrowLeft', 37], right: ['ArrowRight', 39], plus: ['ArrowUp', 38], minus: ['ArrowDown', 40]};

let browser;
before(() => { browser = new Browser(findChromium()); });
after(() => browser.close());

/** A tab with the page; at its end nothing was asked of any network and nothing was complained of. */
async function withPage(name, screen, search, act) {
    const tab = await browser.open(screen);
    try {
        await tab.go(address + search);
        await tab.run('metertwin.pause(true)');
        await act(tab);
        if (pictures) {
            mkdirSync(pictures, {recursive: true});
            await tab.screenshot(join(pictures, `${name}.png`));
        }
        const asked = tab.requests.filter(url => !url.startsWith('data:') && !url.startsWith('blob:') && url.split('?')[0] !== address);
        assert.deepEqual(asked, [], 'no request leaves the page');
        assert.deepEqual(tab.complaints, []);
    } finally {
        await tab.close();
    }
}

const display = tab => tab.run('metertwin.display().label + " " + metertwin.display().value');
const text = (tab, selector) => tab.run(`document.querySelector(${JSON.stringify(selector)}).textContent`);
const step = (tab, seconds) => tab.run(`metertwin.step(${seconds})`);

async function press(tab, key) {
    const [code, number] = keyCodes[key];
    await tab.key(code, code, number);
    await step(tab, 0.1);
    await step(tab, 0.1);
}

async function choose(tab, field, value) {
    await tab.run(`(() => { const select = document.querySelector('[data-field="${field}"]'); select.value = ${JSON.stringify(value)};
        select.dispatchEvent(new Event('change', {bubbles: true})); })()`);
}

/** What the learner hands in, judged by the program: as a file and as the code. */
function judgeWithProgram(result) {
    const folder = mkdtempSync(join(tmpdir(), 'metertwin-web-'));
    try {
        for (const [name, content] of [['result.json', result.file], ['code.txt', result.code]]) {
            writeFileSync(join(folder, name), content);
            const told = execFileSync(process.env.METERTWIN_CLI, ['lesson', 'judge', join(folder, name)], {encoding: 'utf8'});
            assert.match(told, /passed/);
        }
        const told = execFileSync(process.env.METERTWIN_CLI, ['lesson', 'judge', join(folder, 'result.json'), '--code', result.shortCode], {encoding: 'utf8'});
        assert.match(told, /passed/);
    } finally {
        rmSync(folder, {recursive: true});
    }
}

test('the page is one file of at most 700 kB whose policy lets it ask nothing', () => {
    assert.ok(statSync(file).size <= 700_000, `${statSync(file).size} bytes`);
    const {page} = partsOf(file);
    const policy = page.match(/Content-Security-Policy" content="([^"]*)"/)[1];
    assert.match(policy, /^default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]+' 'wasm-unsafe-eval';/);
    assert.ok(!/connect-src|unsafe-inline' *'wasm/.test(policy), policy);
    assert.ok(!/(src|href)="https?:/.test(page), 'nothing is loaded from elsewhere');
});

test('the policy is in force: the page itself can fetch nothing', () => withPage('policy', laptop, '?lang=en', async tab => {
    const refused = await tab.run(`fetch('https://example.org/').then(() => 'fetched', () => 'refused')`);
    assert.equal(refused, 'refused');
    tab.requests = tab.requests.filter(url => !url.startsWith('https://example.org'));
    tab.complaints = tab.complaints.filter(each => !each.includes('example.org') && !each.includes('Content Security Policy'));
}));

test('arrow keys, + and − press the keys of the meter', () => withPage('keys', laptop, '?lang=en', async tab => {
    await step(tab, 5);
    assert.match(await display(tab), /^KWh /); // The guide's home screen.
    await press(tab, 'right');
    const second = await display(tab);
    assert.doesNotMatch(second, /^KWh /);
    assert.equal(await tab.run(`document.getElementById('glass-text').textContent.startsWith(metertwin.display().label)`), true);
    await press(tab, 'left'); // The name of the list first, then its home.
    assert.match(await display(tab), /^3PHASE/);
    await press(tab, 'left');
    assert.match(await display(tab), /^KWh /);
    await tab.click('g[data-key=right]');
    await step(tab, 0.2);
    assert.equal((await display(tab)).split(' ')[0], second.split(' ')[0]);
}));

test('a finger presses the keys on a phone, and nothing is wider than its screen', () => withPage('phone', phone, '?lang=es', async tab => {
    await step(tab, 5);
    assert.match(await display(tab), /^KWh /);
    await tab.tap('.keybar [data-key=right]');
    await step(tab, 0.2);
    assert.doesNotMatch(await display(tab), /^KWh /);
    for (const panel of await tab.run(`[...document.querySelectorAll('[role=tab]')].map(each => each.id)`)) {
        await tab.click(`#${panel}`);
        const wide = await tab.run('document.documentElement.scrollWidth');
        assert.ok(wide <= 390, `${panel}: ${wide} px`);
    }
}));

test('a screen reader finds a name on everything that can be used', () => withPage('names', laptop, '?lang=de', async tab => {
    for (const panel of await tab.run(`[...document.querySelectorAll('[role=tab]')].map(each => each.id)`)) {
        await tab.click(`#${panel}`);
        const {nodes} = await tab.send('Accessibility.getFullAXTree');
        const used = nodes.filter(node => !node.ignored && ['button', 'combobox', 'textbox', 'spinbutton', 'searchbox', 'tab', 'link'].includes(node.role && node.role.value));
        assert.ok(used.length > 10, panel);
        assert.deepEqual(used.filter(node => !(node.name && node.name.value)).map(node => node.role.value), [], panel);
    }
    assert.equal(await tab.run(`document.getElementById('glass-text').getAttribute('aria-live')`), 'polite');
}));

test('registers answer real frames', () => withPage('registers', laptop, '?lang=en', async tab => {
    await step(tab, 10);
    await tab.click('#tab-registers');
    await tab.click('.master [type=submit]');
    const frames = await text(tab, '.frames');
    assert.match(frames, /01 03 01 00 00 02 C5 F7/); // The CRC by hand: Modbus over serial line, 6.2.2.
    assert.match(frames, /01 03 04 /);
    const answer = await tab.run(`metertwin.call('ask', {pdu: '03 01 00 00 02', unit: 1, baud: 19200, parity: 'none'}).answer.bytes`);
    const float = Buffer.from(answer.split(' ').slice(3, 7).join(''), 'hex').readFloatBE(0);
    const energy = await tab.run(`metertwin.read('real_energy').real_energy`);
    assert.ok(Math.abs(float - energy) < 0.1, `${float} and ${energy}`);
    const wrong = await tab.run(`metertwin.call('ask', {pdu: '03 01 00 00 02', unit: 1, baud: 9600, parity: 'none'})`);
    assert.equal(wrong.answer, undefined); // Another baud rate is silence.
}));

test('a rope on another conductor and an open disconnect are measured', () => withPage('wiring', laptop, '?lang=en&scenario=02-steady-wye', async tab => {
    await step(tab, 5);
    assert.ok(Math.abs(await tab.run(`metertwin.read('voltage_an').voltage_an`) - 277) < 1.4);
    await tab.click('#tab-wiring');
    await tab.click('[data-lead="installation.ct_leads.A"]');
    await tab.click('[data-conductor="open"]');
    await step(tab, 3);
    assert.ok(await tab.run(`metertwin.read('current_a').current_a`) < 0.5);
    await choose(tab, 'installation.ct_leads.A', 'A');
    await tab.run(`metertwin.set({'installation.ct_leads.A': ['A', '-B', '2 C']})`);
    await step(tab, 3);
    const {ellipses, marks} = await tab.run(`(() => { const rope = document.querySelector('[data-lead="installation.ct_leads.A"]');
        return {ellipses: rope.querySelectorAll('ellipse').length, marks: rope.textContent}; })()`);
    assert.equal(ellipses, 3);
    assert.match(marks, /\+1−1\+2/);
    await tab.click('[data-switch=disconnect]');
    await step(tab, 3);
    assert.ok(await tab.run(`metertwin.read('voltage_an').voltage_an`) < 1);
}));

test('a link with nonsense shows what is wrong, and the default runs', () => withPage('nonsense', laptop, '?lang=xx&scenario=%7Bnothing&lesson=none&colour=red', async tab => {
    const banner = await text(tab, '#banner');
    for (const part of ['xx', 'none', 'colour', 'scenario']) {
        assert.ok(banner.includes(part), `${part} in: ${banner}`);
    }
    await step(tab, 5);
    assert.match(await display(tab), /^KWh /);
}));

test('a link carries a scenario of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'metertwin-web-'));
    const scenario = join(folder, 'own.yaml');
    writeFileSync(scenario, 'metertwin: 1\nname: Own\nsource: {voltage: 120 V}\nload: {current: 30 A}\n');
    const link = execFileSync(process.env.METERTWIN_CLI, ['page', scenario, '--link', address], {encoding: 'utf8'}).trim();
    rmSync(folder, {recursive: true});
    await withPage('link', laptop, link.slice(address.length) + '&lang=en', async tab => {
        await step(tab, 5);
        assert.equal(await text(tab, '#banner'), '');
        assert.ok(Math.abs(await tab.run(`metertwin.read('voltage_an').voltage_an`) - 120) < 0.6);
    });
});

for (const [screen, options, language] of [['laptop', laptop, 'en'], ['projector', {...projector, dark: true}, 'de']]) {
    test(`lesson 3 is passed by the keyboard (${screen}, ${language})`, () => withPage(`lesson-3-${screen}`, options, `?lesson=quick-setup&lang=${language}`, async tab => {
        const lesson = partsOf(file).data.files.find(each => each.name === '03-quick-setup.lesson.yaml');
        const {solution} = JSON.parse(lesson.text);
        for (const act of solution) {
            if (act.wait) {
                await step(tab, parseFloat(act.wait));
            } else {
                assert.deepEqual(Object.keys(act), ['press']);
                for (const key of act.press) {
                    await press(tab, key);
                }
            }
        }
        assert.equal(await tab.run(`document.querySelectorAll('.task.done').length`), 5);
        await tab.run(`[...document.querySelectorAll('#panel > .buttons button')].at(-2).click()`); // Hand in,
        await tab.run(`[...document.querySelectorAll('#panel > .buttons button')].at(-2).click()`); // and mean it.
        assert.equal(await tab.run(`metertwin.call('standing', {lang: 'en'}).passed`), true);
        const result = await tab.run(`metertwin.call('result')`);
        assert.equal(await tab.run(`document.getElementById('result-code').value`), result.code);
        judgeWithProgram(result);
    }));
}

/** How each mistake of lesson 23 looks in the diagram. */
const looks = {
    'cts-a-b-swapped': world => world['installation.ct_leads.A'] === 'B' && world['installation.ct_leads.B'] === 'A',
    'cts-rotated-a-sees-i-b': world => world['installation.ct_leads.A'] === 'B' && world['installation.ct_leads.B'] === 'C',
    'voltages-a-b-swapped': world => world['installation.voltage_leads.A'] === 'B',
    'ct-a-open-not-snapped': world => world['installation.ct_leads.A'] === 'open',
    'voltage-fuse-a-blown': world => world['installation.fuses.A'] === 'blown',
    'n-and-c-terminals-exchanged': world => world['installation.voltage_leads.C'] === 'N',
};

test('a hidden fault is found with the clamp, repaired with the disconnect open, and handed in', () => withPage('lesson-23', phone, '?lesson=one-of-six&lang=es', async tab => {
    await step(tab, 5);
    await tab.click('#tab-wiring');
    await tab.click('.master [type=submit]'); // The clamp, on conductor A.
    assert.match(await text(tab, '#tool-reading'), /^A: .*150/); // The scenario's 150 A.
    const {values} = await tab.run(`metertwin.call('world')`);
    const found = Object.keys(looks).filter(name => looks[name](values));
    assert.equal(found.length, 1, JSON.stringify(values));
    await tab.click('#tab-lessons');
    await tab.run(`(() => { const field = document.querySelector('[data-answer=which]'); field.value = '${found[0]}'; field.form.requestSubmit(); })()`);
    await tab.click('#tab-wiring');
    await choose(tab, 'installation.disconnect', 'open');
    for (const name of ['A', 'B', 'C', 'N']) {
        await choose(tab, `installation.voltage_leads.${name}`, name);
    }
    for (const name of ['A', 'B', 'C']) {
        await choose(tab, `installation.ct_leads.${name}`, name);
        await choose(tab, `installation.ct_reversed.${name}`, 'false');
        await choose(tab, `installation.fuses.${name}`, 'good');
    }
    await choose(tab, 'installation.disconnect', 'closed');
    await step(tab, 6);
    await tab.click('#tab-lessons');
    assert.equal(await tab.run(`document.querySelectorAll('.task.done').length`), 2);
    await tab.run(`metertwin.call('finish', {lang: 'es'})`);
    await step(tab, 0.1);
    assert.deepEqual(await tab.run(`metertwin.call('standing', {lang: 'en'}).drawn`), found);
    judgeWithProgram(await tab.run(`metertwin.call('result')`));
}));

for (const [language, hint] of [['en', 'Hint'], ['de', 'Hinweis'], ['es', 'Pista']]) {
    test(`a hint costs, and the key that it means glows (${language})`, () => withPage(`hint-${language}`, {...laptop, dark: language === 'de'}, `?lesson=quick-setup&lang=${language}`, async tab => {
        const button = await text(tab, '[data-hint]');
        assert.ok(button.startsWith(hint), button);
        await tab.click('[data-hint]');
        assert.equal(await tab.run(`document.querySelectorAll('.hint').length`), 1);
        await tab.click('[data-hint]');
        assert.ok(await tab.run(`document.querySelectorAll('[data-key=plus].glow').length`) > 0);
        assert.equal(await tab.run(`metertwin.call('standing', {lang: 'en'}).tasks[0].hints`), 2);
    }));
}

test('in an exam nothing is told that a learner has to find', () => withPage('exam', laptop, '?lesson=exam-b-troubleshooting&lang=en', async tab => {
    await step(tab, 3);
    const {values} = await tab.run(`metertwin.call('world')`);
    assert.deepEqual(Object.keys(values).filter(key => key.startsWith('source.') || key.startsWith('load.')), []);
    const standing = await tab.run(`metertwin.call('standing', {lang: 'en'})`);
    assert.equal(standing.points, undefined);
    assert.equal(standing.drawn, undefined);
    assert.deepEqual(await tab.run('metertwin.state().faults'), []);
    assert.equal(await tab.run(`document.querySelectorAll('[data-hint]').length`), 0);
    const refused = await tab.run(`metertwin.call('perform', {entry: '{set: {source.voltage: 100 V}}'}).error`);
    assert.ok(refused);
}));
