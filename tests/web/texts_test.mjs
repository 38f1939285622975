// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every text that the page's sources ask for is there in three languages, and none is left over.

import assert from 'node:assert';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {texts} from '../../app/web/page/texts.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'app', 'web', 'page');
const sources = readdirSync(folder).filter(name => name.endsWith('.mjs') && name !== 'texts.mjs')
    .map(name => readFileSync(join(folder, name), 'utf8')).join('\n');

// Made from a value: tr(`state_${…}`) and valueText. What the values can be is the module's.
const made = /^(state|value)_/;

test('a text that is asked for is there', () => {
    const asked = [...sources.matchAll(/\btr\('(\w+)'/g)].map(found => found[1]);
    assert.ok(asked.length > 50, 'the pattern still finds them');
    assert.deepEqual(asked.filter(key => !texts[key]), []);
});

test('a text has three languages, and the same gaps to fill in each', () => {
    for (const [key, entry] of Object.entries(texts)) {
        assert.equal(entry.length, 3, key);
        const gaps = entry.map(text => [...text.matchAll(/\{\d\}/g)].map(found => found[0]).sort().join(' '));
        assert.ok(entry.every(text => text.trim().length > 0), key);
        assert.equal(new Set(gaps).size, 1, `${key}: ${entry.join(' | ')}`);
    }
});

test('no text is left over', () => {
    const unused = Object.keys(texts).filter(key => !made.test(key) && !new RegExp(`['\`]${key}['\`]`).test(sources) && !new RegExp(`\\b${key}:`).test(sources));
    assert.deepEqual(unused, []);
});
