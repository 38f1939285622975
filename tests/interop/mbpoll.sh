#!/bin/sh
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# mbpoll.sh tcp|rtu: reads and writes a live meter with mbpoll as its user would. Register
# numbers and values are those of the installation guide's point map.
command -v mbpoll > /dev/null || {
    echo "mbpoll is not installed: skipped"
    exit 77
}

poll() {
    case $kind in
        tcp) mbpoll -m tcp -p "$TCP_PORT" -a 1 -o 1 -1 "$@" ;;
        rtu) mbpoll -m rtu -b 19200 -P none -a 1 -o 1 -1 "$@" ;;
    esac
}

target() {
    case $kind in
        tcp) echo 127.0.0.1 ;;
        rtu) echo "$PTY" ;;
    esac
}

# value OPTIONS…: the one value that mbpoll shows.
value() {
    poll "$@" "$(target)" | sed -n 's/^\[[0-9]*\]:[[:space:]]*\([^ ]*\).*/\1/p'
}

expect() {
    if [ "$2" != "$3" ]; then
        echo "$1: read '$2', expected '$3'"
        exit 1
    fi
}

kind=$1
# The meter answers after its first whole second; mbpoll's own time-out is the pause between.
tries=0
until poll -t 4 -r 130 "$(target)" > /dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -gt 20 ]; then
        poll -t 4 -r 130 "$(target)"
        exit 1
    fi
done
expect "system type (130)" "$(value -t 4 -r 130)" 40
expect "CT size (131)" "$(value -t 4 -r 131)" 400
expect "input register 130" "$(value -t 3 -r 130)" 40
# Registers 271/272 hold the L-N average in V as a float, most significant register first.
voltage=$(value -t 4:float -B -r 271)
case $voltage in
    276.* | 277 | 277.* | 278.*) ;;
    *) expect "voltage L-N average (271)" "$voltage" 277 ;;
esac
# Phase loss threshold (142): 1 to 99 %.
poll -t 4 -r 142 "$(target)" 25 > /dev/null || exit 1
expect "phase loss threshold (142)" "$(value -t 4 -r 142)" 25
if poll -t 4 -r 142 "$(target)" 100 > /dev/null 2>&1; then
    echo "register 142 took 100, which is outside 1 to 99"
    exit 1
fi
# Report ID, function 17 (guide); mbpoll has it on serial lines only.
if [ "$kind" = rtu ]; then
    report=$(poll -u "$(target)")
    case $report in
        *"Leviton Series 4000R Power Meter Full Data Set"*) ;;
        *) expect "report ID" "$report" "Leviton Series 4000R Power Meter Full Data Set" ;;
    esac
fi
echo "mbpoll over $kind: all as expected"
