#!/bin/sh
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# with_meter.sh CLI COMMAND…: runs COMMAND beside a meter that is served live, with TCP_PORT,
# RTU_TCP_PORT, RFC2217_PORT and PTY in its environment. Fails if the command does, or if the
# meter does not end cleanly and take its link away. Exit status 77 of the command: skipped.
set -u
cli=$1
shift
directory=$(mktemp -d) || exit 1
mkfifo "$directory/lines" || exit 1
PTY=$directory/meter
cat > "$directory/meter.yaml" <<'SCENARIO'
metertwin: 1
name: interop
duration: forever
meter: {ct: 400 A, voltage: 480 V}
source: {voltage: 277 V}
load: {current: 200 A, pf: 0.9 lagging}
SCENARIO
"$cli" serve "$directory/meter.yaml" --tcp 127.0.0.1:0 --rtu-tcp 127.0.0.1:0 --pty "$PTY" \
    --rfc2217 127.0.0.1:0 --for 60s > "$directory/lines" 2> "$directory/errors" &
server=$!
trap 'kill "$server" 2> /dev/null; rm -rf "$directory"' EXIT

TCP_PORT= RTU_TCP_PORT= RFC2217_PORT=
isReady=no
exec 3< "$directory/lines"
while read -r kind address rest <&3; do
    case $kind in
        modbus-tcp) TCP_PORT=${address##*:} ;;
        modbus-rtu-tcp) RTU_TCP_PORT=${address##*:} ;;
        modbus-rtu-rfc2217) RFC2217_PORT=${address##*:} ;;
        ready)
            isReady=yes
            break
            ;;
    esac
done
if [ "$isReady" = no ]; then
    echo "the meter did not become ready:"
    cat "$directory/errors"
    exit 1
fi
export TCP_PORT RTU_TCP_PORT RFC2217_PORT PTY

"$@"
status=$?
kill -TERM "$server"
wait "$server"
served=$?
if [ "$served" -ne 0 ]; then
    echo "the server ended with exit status $served"
    cat "$directory/errors"
    exit 1
fi
if [ -L "$PTY" ]; then
    echo "the link $PTY is still there"
    exit 1
fi
exit "$status"
