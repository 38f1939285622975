// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Chromium without a window, over the pipe of its DevTools protocol: no port, no library.

import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export function findChromium() {
    return ['chromium', 'chromium-browser', 'google-chrome'].find(name =>
        spawnSync(name, ['--version'], {stdio: 'ignore'}).status === 0);
}

export class Browser {
    constructor(program) {
        this.profile = mkdtempSync(join(tmpdir(), 'metertwin-chromium-'));
        this.process = spawn(program, ['--headless=new', '--remote-debugging-pipe', '--no-sandbox', '--disable-gpu', '--no-first-run',
            '--disable-dev-shm-usage', '--hide-scrollbars', '--force-color-profile=srgb', `--user-data-dir=${this.profile}`, 'about:blank'],
        {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']});
        this.next = 1;
        this.waiting = new Map();
        this.listeners = [];
        let rest = '';
        this.process.stdio[4].on('data', bytes => {
            const messages = (rest + bytes).split('\0');
            rest = messages.pop();
            messages.forEach(text => this.take(JSON.parse(text)));
        });
        this.process.on('exit', () => this.waiting.forEach(each => each.reject(new Error('the browser has ended'))));
    }

    take(message) {
        const waiting = this.waiting.get(message.id);
        if (waiting) {
            this.waiting.delete(message.id);
            if (message.error) {
                waiting.reject(new Error(message.error.message));
            } else {
                waiting.resolve(message.result);
            }
        } else {
            this.listeners.forEach(listener => listener(message));
        }
    }

    send(method, params = {}, sessionId = undefined) {
        const id = this.next++;
        this.process.stdio[3].write(`${JSON.stringify({id, method, params, sessionId})}\0`);
        return new Promise((resolve, reject) => this.waiting.set(id, {resolve, reject}));
    }

    async open({width, height, scale = 1, isMobile = false, dark = false}) {
        const {targetId} = await this.send('Target.createTarget', {url: 'about:blank'});
        const {sessionId} = await this.send('Target.attachToTarget', {targetId, flatten: true});
        const tab = new Tab(this, sessionId, targetId);
        for (const domain of ['Page', 'Runtime', 'Network', 'Log']) {
            await tab.send(`${domain}.enable`);
        }
        await tab.send('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: scale, mobile: isMobile});
        await tab.send('Emulation.setTouchEmulationEnabled', {enabled: isMobile});
        await tab.send('Emulation.setEmulatedMedia', {features: [{name: 'prefers-color-scheme', value: dark ? 'dark' : 'light'}]});
        return tab;
    }

    async close() {
        await this.send('Browser.close').catch(() => {});
        await new Promise(resolve => (this.process.exitCode === null ? this.process.on('exit', resolve) : resolve()));
        rmSync(this.profile, {recursive: true, force: true, maxRetries: 5});
    }
}

export class Tab {
    constructor(browser, sessionId, targetId) {
        this.browser = browser;
        this.sessionId = sessionId;
        this.targetId = targetId;
        this.requests = [];
        this.complaints = [];
        browser.listeners.push(message => {
            if (message.sessionId !== sessionId) {
                return;
            }
            if (message.method === 'Network.requestWillBeSent') {
                this.requests.push(message.params.request.url);
            } else if (message.method === 'Runtime.exceptionThrown') {
                const {exception, text} = message.params.exceptionDetails;
                this.complaints.push((exception && exception.description) || text);
            } else if (message.method === 'Log.entryAdded' && message.params.entry.level === 'error') {
                this.complaints.push(message.params.entry.text);
            } else if (message.method === 'Page.loadEventFired' && this.onLoad) {
                this.onLoad();
            }
        });
    }

    send(method, params) {
        return this.browser.send(method, params, this.sessionId);
    }

    /** Until the meter of the page runs. */
    async go(url) {
        const loaded = new Promise(resolve => { this.onLoad = resolve; });
        await this.send('Page.navigate', {url});
        await loaded;
        await this.until('document.body.dataset.ready === "yes"');
    }

    /** The value of an expression; a promise's when it is there. */
    async run(expression) {
        const {result, exceptionDetails} = await this.send('Runtime.evaluate', {expression, returnByValue: true, awaitPromise: true});
        if (exceptionDetails) {
            throw new Error((exceptionDetails.exception && exceptionDetails.exception.description) || exceptionDetails.text);
        }
        return result.value;
    }

    /** Waits for the browser's own frames, as many as it takes; 3000 of them are too many. */
    async until(condition) {
        const isSo = await this.run(`new Promise(done => { let frames = 0; const look = () => {
            if (${condition}) { done(true); } else if (++frames > 3000) { done(false); } else { requestAnimationFrame(look); } }; look(); })`);
        if (!isSo) {
            throw new Error(`never became true: ${condition}`);
        }
    }

    async key(key, code, keyCode) {
        const event = {key, code, windowsVirtualKeyCode: keyCode};
        await this.send('Input.dispatchKeyEvent', {type: 'keyDown', ...event});
        await this.send('Input.dispatchKeyEvent', {type: 'keyUp', ...event});
    }

    async place(selector) {
        const box = await this.run(`(() => { const element = document.querySelector(${JSON.stringify(selector)});
            if (!element) { return null; } element.scrollIntoView({block: 'center'});
            const {x, y, width, height} = element.getBoundingClientRect(); return {x: x + width / 2, y: y + height / 2}; })()`);
        if (!box) {
            throw new Error(`there is no ${selector}`);
        }
        return box;
    }

    async click(selector) {
        const {x, y} = await this.place(selector);
        for (const type of ['mousePressed', 'mouseReleased']) {
            await this.send('Input.dispatchMouseEvent', {type, x, y, button: 'left', clickCount: 1});
        }
    }

    async tap(selector) {
        const {x, y} = await this.place(selector);
        await this.send('Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: [{x, y}]});
        await this.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []});
    }

    async screenshot(file) {
        const {data} = await this.send('Page.captureScreenshot', {format: 'png'});
        writeFileSync(file, Buffer.from(data, 'base64'));
    }

    async close() {
        await this.browser.send('Target.closeTarget', {targetId: this.targetId});
    }
}
