// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is in the page, taken out of it as a browser would: the module, the texts, the script.

import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';

export function partsOf(file) {
    const page = readFileSync(file, 'utf8');
    const packed = id => {
        const found = page.match(new RegExp(`id="${id}">([^<]*)<`));
        if (!found) {
            throw new Error(`${file} has no ${id}`);
        }
        return gunzipSync(Buffer.from(found[1], 'base64'));
    };
    return {page, module: packed('module'), data: JSON.parse(packed('data').toString('utf8'))};
}

/** The meter of the page, with the page's own door to it. */
export async function meterOf(parts) {
    const {loadMeter} = await import('../../app/web/page/meter.mjs');
    return loadMeter(parts.module);
}

export function must(answer) {
    if (answer.error) {
        throw new Error(answer.error);
    }
    return answer;
}
