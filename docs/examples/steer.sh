#!/bin/sh
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A test of something that reads the meter, as a shell script: start a twin, steer it through
# its control socket, check, and say by the exit status how it went.
set -eu

CLI=${METERTWIN_CLI:-metertwin-cli}
DIR=$(mktemp -d)
TWIN=$DIR/twin

"$CLI" serve --tcp 127.0.0.1:0 --control "$TWIN" >"$DIR/serve.out" &
SERVE=$!
trap 'kill $SERVE 2>/dev/null || true; wait $SERVE 2>/dev/null || true; rm -r "$DIR"' EXIT

# `ready` is its last line; before that the socket may not be there.
until grep -qs '^ready$' "$DIR/serve.out"; do
    kill -0 $SERVE || exit 1
    sleep 0.05
done
ctl() { "$CLI" ctl "$TWIN" "$@"; }

check() { # check NAME SEEN EXPECTED TOLERANCE
    awk -v seen="$2" -v want="$3" -v most="$4" 'BEGIN {
        difference = seen - want
        exit !(difference <= most && difference >= -most) }' ||
        { echo "FAILED: $1 is $2, not $3"; exit 1; }
    echo "ok: $1 is $2"
}

ctl pause >/dev/null                       # From here on nothing moves by itself.
ctl set source.voltage='277 V' >/dev/null
ctl step 3 s >/dev/null
check 'voltage A' "$(ctl read voltage_an)" 277 0.5

ctl snapshot healthy >/dev/null
ctl set source.voltage.B='70 %' >/dev/null   # Of the 276.2 V that the scenario begins with.
ctl step 2 s >/dev/null
# What you test would read the meter now, at:  sed -n 's/^modbus-tcp //p' "$DIR/serve.out"
check 'voltage B in the sag' "$(ctl read voltage_bn)" 193.3 0.5

ctl restore healthy >/dev/null             # As if it had never happened.
check 'voltage B before it' "$(ctl read voltage_bn)" 277 0.5
echo passed
