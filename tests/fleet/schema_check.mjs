// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Judges Kubernetes objects by the schemas of kubernetes-models: values by its validators, names of
// fields by its types, which know every one of them.
//   node schema_check.mjs FOLDER-WITH-NODE_MODULES < OBJECTS.json
// Prints what is wrong, a line each, and ends with 1 if there is anything.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const require = createRequire(join(folder, "here.js"));
const modules = {
    v1: "kubernetes-models/v1",
    "apps/v1": "kubernetes-models/apps/v1",
    "networking.k8s.io/v1": "kubernetes-models/networking.k8s.io/v1",
    "monitoring.coreos.com/v1": "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1",
};
const objects = JSON.parse(readFileSync(0, "utf8"));
const wrong = [];
let typed = "";

for (const [index, object] of objects.entries()) {
    const name = `${object.kind} ${object.metadata?.name}`;
    const module = modules[object.apiVersion];
    if (!module) {
        wrong.push(`${name}: there is no schema for ${object.apiVersion}`);
        continue;
    }
    const file = `./node_modules/${module}/index.js`;
    const Model = (await import(pathToFileURL(join(folder, file))))[object.kind];
    try {
        new Model(object).validate();
    } catch (error) {
        wrong.push(`${name}: ${error.message}`);
    }
    typed += `import type {I${object.kind} as T${index}} from "${file}";\n` +
        `export const o${index}: T${index} = ${JSON.stringify(object, null, 1)};\n`;
}

const ts = require("typescript");
const file = join(folder, "objects.ts");
writeFileSync(file, typed);
const program = ts.createProgram([file], {
    noEmit: true, strict: true, skipLibCheck: true, types: [],
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
});
for (const found of ts.getPreEmitDiagnostics(program)) {
    wrong.push(ts.flattenDiagnosticMessageText(found.messageText, " "));
}
wrong.forEach((line) => console.log(line));
process.exit(wrong.length > 0 ? 1 : 0);
