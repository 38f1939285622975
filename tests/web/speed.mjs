// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the page takes in Chromium from the click on a link to its first picture and to the
// meter's first glass, the middle of eleven times, and how much of the time that it has it needs.
//   node tests/web/speed.mjs PAGE.html
// Told, not judged: a test must not depend on how busy a machine is.

import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {Browser, findChromium} from './chromium.mjs';

const address = pathToFileURL(resolve(process.argv[2] || 'build/web/metertwin.html')).href;
const rounds = 11;
const middle = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const browser = new Browser(findChromium());
const paints = [];
const glasses = [];
for (let round = 0; round < rounds; ++round) {
    const tab = await browser.open({width: 1366, height: 768});
    await tab.go(address);
    await tab.until(`performance.getEntriesByName('first-contentful-paint').length > 0`);
    paints.push(await tab.run(`performance.getEntriesByName('first-contentful-paint')[0].startTime`));
    glasses.push(await tab.run(`performance.getEntriesByName('metertwin-ready')[0].startTime`));
    await tab.close();
}
await browser.close();
console.log(`first picture ${middle(paints).toFixed(0)} ms, first glass ${middle(glasses).toFixed(0)} ms`);
