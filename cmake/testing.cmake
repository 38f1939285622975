# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# metertwin_test(name LABEL unit [COST seconds] SOURCES a_test.cpp … LIBRARIES metertwin::core …)
# One Catch2 program; each of its cases is one CTest case with the label. Long ones say their
# COST, so that they start first and the others run beside them.
find_package(Catch2 QUIET)
if(NOT Catch2_FOUND)
    message(FATAL_ERROR "the tests need Catch2; on Debian or Ubuntu: sudo apt-get install catch2")
endif()
include(Catch)

function(metertwin_test name)
    cmake_parse_arguments(arg "OWN_MAIN" "LABEL;COST" "SOURCES;LIBRARIES" ${ARGN})
    set(cost 0)
    if(arg_COST)
        set(cost ${arg_COST})
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} metertwin::options metertwin::test_support)
    if(arg_OWN_MAIN)
        target_link_libraries(${name} PRIVATE Catch2::Catch2)
        metertwin_precompiled(${name} gui_test)
    else()
        target_link_libraries(${name} PRIVATE Catch2::Catch2WithMain)
        metertwin_precompiled(${name} test)
    endif()
    catch_discover_tests(${name} TEST_PREFIX "${name}: " PROPERTIES LABELS "${arg_LABEL}" COST "${cost}")
endfunction()
