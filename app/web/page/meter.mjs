// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The meter as a WebAssembly module: a request in JSON goes in, an answer in JSON comes out.

export const samplesPerSecond = 2520;
export const waveSamples = 504;

/** The module asks nothing of the system: whatever its C library might call is refused. */
const refuse = new Proxy({}, {get: () => () => 52});

export async function loadMeter(bytes) {
    const {instance} = await WebAssembly.instantiate(bytes, {wasi_snapshot_preview1: refuse});
    const module = instance.exports;
    module._initialize();
    const encoder = new TextEncoder();
    const decoder = new TextDecoder();

    function call(method, params = {}) {
        const request = encoder.encode(JSON.stringify({method, params}));
        const place = module.requestBuffer(request.length);
        new Uint8Array(module.memory.buffer).set(request, place);
        const answer = module.call();
        const bytesOfIt = new Uint8Array(module.memory.buffer, answer, module.answerSize());
        return JSON.parse(decoder.decode(bytesOfIt));
    }

    return {
        call,
        step: samples => module.step(samples),
        seconds: () => module.seconds(),
        /** V of A, B, C and A of A, B, C, sample by sample. */
        waves: () => new Float32Array(module.memory.buffer, module.waves(), waveSamples * 6).slice(),
    };
}
