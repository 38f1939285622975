// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Modbus TCP server in Node can be: function 03 over one block of registers,
// without a package (Debian has none). Prints "PORT PID".
'use strict';
const net = require('net');

const registers = Buffer.alloc(2000);

function answerTo(frame) {
    const address = frame.readUInt16BE(8);
    const quantity = frame.readUInt16BE(10);
    if (frame[7] !== 3 || quantity < 1 || quantity > 125 || address + quantity > 1000) {
        const refusal = Buffer.from([frame[0], frame[1], 0, 0, 0, 3, frame[6], frame[7] | 0x80, 2]);
        return refusal;
    }
    const answer = Buffer.alloc(9 + 2 * quantity);
    frame.copy(answer, 0, 0, 4);
    answer.writeUInt16BE(3 + 2 * quantity, 4);
    answer[6] = frame[6];
    answer[7] = 3;
    answer[8] = 2 * quantity;
    registers.copy(answer, 9, 2 * address, 2 * (address + quantity));
    return answer;
}

const server = net.createServer((socket) => {
    let begun = Buffer.alloc(0);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
        begun = begun.length === 0 ? bytes : Buffer.concat([begun, bytes]);
        while (begun.length >= 12 && begun.length >= 6 + begun.readUInt16BE(4)) {
            const size = 6 + begun.readUInt16BE(4);
            socket.write(answerTo(begun.subarray(0, size)));
            begun = begun.subarray(size);
        }
    });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port, process.pid));
