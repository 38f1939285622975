// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's meter against the program: the same bytes over scenarios that touch everything.
//   node tests/web/golden.mjs PAGE.html [METERTWIN_CLI]
// The kept record of tests/golden comes from native builds; its scenario as JSON lies beside the
// page (golden.json). With the program every scenario of the page is recorded by both. Ends with 1 where a byte differs, and tells the first place.

import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {meterOf, must, partsOf} from './page.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const longest = 120; // Seconds of a scenario that are compared, beyond the kept one.

/** The record of a scenario from the page's meter. */
async function recordOf(parts, file, seconds) {
    const meter = await meterOf(parts);
    for (const [name, text] of Object.entries(file.files)) {
        must(meter.call('file', {name, text}));
    }
    must(meter.call('open', {text: file.text, name: file.name}));
    const begin = process.hrtime.bigint();
    const {trace} = must(meter.call('record', {seconds}));
    return {trace, took: Number(process.hrtime.bigint() - begin) / 1e9};
}

function firstDifference(expected, seen) {
    const kept = expected.split('\n');
    const now = seen.split('\n');
    const names = kept[0].split(',');
    for (let line = 0; line < Math.max(kept.length, now.length); ++line) {
        if (kept[line] !== now[line]) {
            const left = (kept[line] || '').split(',');
            const right = (now[line] || '').split(',');
            const column = left.findIndex((value, i) => value !== right[i]);
            return `line ${line + 1}, ${names[column]}: ${left[column]} natively, ${right[column]} in the page`;
        }
    }
    return 'no difference';
}

/** The native record, no longer than `longest`. */
function recordBy(program, scenario) {
    const folder = mkdtempSync(join(tmpdir(), 'metertwin-golden-'));
    try {
        const output = join(folder, 'record.csv');
        execFileSync(program, ['run', scenario, '--record', output], {stdio: 'ignore'});
        return readFileSync(output, 'utf8').trimEnd().split('\n').slice(0, longest + 1).join('\n') + '\n';
    } finally {
        rmSync(folder, {recursive: true});
    }
}

const [page, program] = process.argv.slice(2);
if (!page) {
    console.error('node tests/web/golden.mjs PAGE.html [METERTWIN_CLI]');
    process.exit(2);
}
const parts = partsOf(page);
const golden = join(root, 'tests', 'golden');
const texts = JSON.parse(readFileSync(join(dirname(page), 'golden.json'), 'utf8'))[0];
const cases = [{file: texts, seconds: 60, expected: readFileSync(join(golden, 'everything.csv'), 'utf8')}];
if (program) {
    for (const file of parts.data.files.filter(each => each.kind === 'scenario')) {
        const scenario = join(root, 'resources', 'scenarios', basename(file.name));
        const expected = recordBy(program, scenario);
        cases.push({file, seconds: expected.trimEnd().split('\n').length - 1, expected});
    }
}
let differ = 0;
for (const {file, seconds, expected} of cases) {
    const {trace, took} = await recordOf(parts, file, seconds);
    const isSame = trace === expected;
    differ += isSame ? 0 : 1;
    console.log(`${file.name}: ${isSame ? `the same ${trace.length} bytes` : firstDifference(expected, trace)}, ${Math.round(seconds / took)} × real time`);
}
process.exit(differ === 0 ? 0 : 1);
