# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For the run scripts to source: needPackages GROUP… installs what is missing of the groups of
# cmake/packages.txt, in one call, and does nothing at all where nothing is missing.

# The codename of the release that runs here: bookworm, trixie …; nothing where there is none.
releaseHere() {
    sed -n 's/^VERSION_CODENAME=//p' /etc/os-release 2>/dev/null
}

packagesOf() {
    local list="$1" group name release
    release="$(releaseHere)"
    shift
    for group in "$@"; do
        name="$group"
        grep -q "^$group@$release:" "$list" && name="$group@$release"
        sed -n "s/^$name: *//p" "$list"
    done
}

missingOf() {
    local package
    for package in "$@"; do
        [[ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" == installed ]] ||
            echo "$package"
    done
}

needPackages() {
    local list
    list="$(dirname "${BASH_SOURCE[0]}")/packages.txt"
    if ! command -v apt-get dpkg-query >/dev/null; then
        echo "This is no Debian or Ubuntu: install the equivalents of $list yourself." >&2
        return 0
    fi
    local missing=()
    # shellcheck disable=SC2046  # Package names hold no blanks.
    mapfile -t missing < <(missingOf $(packagesOf "$list" "$@"))
    ((${#missing[@]} == 0)) && return 0

    local asRoot=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "Missing packages. As root: apt-get install ${missing[*]}" >&2
            return 2
        fi
        asRoot=(sudo)
        [[ -t 0 ]] || asRoot=(sudo -n)
    fi
    echo "Installing: ${missing[*]}" >&2
    "${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive sh -c \
        'apt-get update -q -y && apt-get install -q -y --no-install-recommends "$@"' \
        sh "${missing[@]}" </dev/null >&2
}
