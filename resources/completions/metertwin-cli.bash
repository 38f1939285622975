# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash: commands, options and words come from the program's own --help, so that
# they are those of the version that is installed.

_metertwin_cli_commands() {
    "$1" --help 2>/dev/null | sed -n '/^subcommands:/I,/^$/s/^  \([a-z-]*\)  *.*/\1/p'
}

_metertwin_cli_options() {
    "$1" "$2" --help 2>/dev/null | sed -n 's/^  \(-[a-zA-Z],\)\{0,1\}\(--[a-z0-9-]*\).*/\2/p'
}

_metertwin_cli() {
    local program="$1" word="$2" previous="$3"
    local command="${COMP_WORDS[1]}"
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W \
            "$(_metertwin_cli_commands "$program") --help --version" -- "$word")
        return
    fi
    if [[ "$word" == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W \
            "$(_metertwin_cli_options "$program" "$command")" -- "$word")
        return
    fi
    local registers=""
    case "$command" in
    read | write | watch)
        [[ "$previous" == --* ]] ||
            registers="$("$program" registers --format csv 2>/dev/null | sed 1d | cut -d, -f9 | sort -u)"
        ;;
    esac
    if [[ -n "$registers" ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$registers" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}

complete -o filenames -F _metertwin_cli metertwin-cli
