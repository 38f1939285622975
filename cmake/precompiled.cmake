# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# metertwin_precompiled(target app): the target takes the headers of others (the standard library,
# CLI11, Qt, Catch2) from one file that is compiled once for all targets of that kind. Nothing is
# precompiled unless METERTWIN_PRECOMPILED is on, and the core never: its flags are its own.
option(METERTWIN_PRECOMPILED
    "Precompile other people's headers: half the work from scratch, of no use with a compiler cache"
    OFF)

set(METERTWIN_PRECOMPILED_sim <algorithm> <array> <charconv> <cmath> <cstddef> <cstdint>
    <deque> <expected> <functional> <map> <memory> <optional> <set> <span> <string>
    <string_view> <utility> <vector>)
set(METERTWIN_PRECOMPILED_app ${METERTWIN_PRECOMPILED_sim} <CLI/CLI.hpp> <nlohmann/json.hpp>)
set(METERTWIN_PRECOMPILED_gui ${METERTWIN_PRECOMPILED_sim} <QtWidgets>)
set(METERTWIN_PRECOMPILED_test ${METERTWIN_PRECOMPILED_sim}
    "${PROJECT_SOURCE_DIR}/tests/support/catch.hpp")
set(METERTWIN_PRECOMPILED_gui_test ${METERTWIN_PRECOMPILED_gui} <QSignalSpy> <QTest>
    "${PROJECT_SOURCE_DIR}/tests/support/catch.hpp")

function(metertwin_precompiled target kind)
    if(NOT METERTWIN_PRECOMPILED)
        return()
    endif()
    set(owner "metertwin_precompiled_${kind}")
    if(NOT TARGET ${owner})
        set(source "${PROJECT_BINARY_DIR}/${owner}.cpp")
        file(CONFIGURE OUTPUT "${source}" CONTENT "int main() {}\n")
        # Of the type of those that use it: a program and a library differ in -fPIE and -fPIC.
        get_target_property(type ${target} TYPE)
        if(type STREQUAL EXECUTABLE)
            add_executable(${owner} "${source}")
        else()
            add_library(${owner} OBJECT "${source}")
        endif()
        get_target_property(libraries ${target} LINK_LIBRARIES)
        target_link_libraries(${owner} PRIVATE ${libraries})
        target_precompile_headers(${owner} PRIVATE ${METERTWIN_PRECOMPILED_${kind}})
    endif()
    target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()
