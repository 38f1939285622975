// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Elements, numbers and the language.

import {texts} from './texts.mjs';

export const $ = id => document.getElementById(id);

const svgNames = new Set(['svg', 'g', 'path', 'line', 'rect', 'circle', 'ellipse', 'text', 'polyline', 'title']);

/** An element with attributes; `on…` are listeners, children are elements or texts. */
export function make(name, attributes = {}, ...children) {
    const element = svgNames.has(name) && name !== 'title'
        ? document.createElementNS('http://www.w3.org/2000/svg', name)
        : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on')) {
            element.addEventListener(key.slice(2), value);
        } else if (value !== undefined && value !== null && value !== false) {
            element.setAttribute(key, value === true ? '' : value);
        }
    }
    element.append(...children.filter(child => child !== undefined && child !== null));
    return element;
}

export const languages = ['en', 'de', 'es'];
export let language = 'en';

export function setLanguage(wanted) {
    language = languages.includes(wanted) ? wanted : 'en';
    document.documentElement.lang = language;
}

/** A text of the page in its language; `{0}` and so on are filled in. */
export function tr(key, ...values) {
    const entry = texts[key];
    const text = entry ? entry[languages.indexOf(language)] : key;
    return values.reduce((all, value, i) => all.replace(`{${i}}`, value), text);
}

/** A word of a scenario, such as "open", in the page's language; as it is where it is a name. */
export function valueText(word) {
    return texts[`value_${word}`] ? tr(`value_${word}`) : word;
}

/** What the library of faults and registers says, as the desktop program translates it. */
export function libraryText(english, library) {
    return (library[language] || {})[english] || english;
}

/** Points of a lesson: whole ones mostly. */
export function points(value) {
    return value.toLocaleString(language, {maximumFractionDigits: 1});
}

export function number(value, digits = 4) {
    if (value === null || value === undefined || !Number.isFinite(value)) {
        return '----';
    }
    const magnitude = Math.abs(value) >= 1 ? Math.floor(Math.log10(Math.abs(value))) : 0;
    const decimals = Math.max(0, Math.min(digits, digits - 1 - magnitude));
    return value.toLocaleString(language, {minimumFractionDigits: decimals, maximumFractionDigits: decimals});
}
