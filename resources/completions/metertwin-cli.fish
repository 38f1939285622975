# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for fish: commands and options come from the program's own --help.

function __metertwin_cli_commands
    metertwin-cli --help 2>/dev/null |
        sed -n '/^subcommands:/I,/^$/s/^  \([a-z-]*\)  *\(.*\)/\1\t\2/p'
end

function __metertwin_cli_options
    set -l words (commandline -opc)
    metertwin-cli $words[2] --help 2>/dev/null |
        sed -n 's/^  \(-[a-zA-Z],\)\{0,1\}\(--[a-z0-9-]*\).*/\2/p'
end

complete -c metertwin-cli -n __fish_use_subcommand -f -a '(__metertwin_cli_commands)'
complete -c metertwin-cli -n 'not __fish_use_subcommand; and string match -q -- "-*" (commandline -ct)' \
    -f -a '(__metertwin_cli_options)'
