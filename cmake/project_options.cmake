# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Options that every target of ours shares. Linked PRIVATE, so that nothing leaks to users.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

option(METERTWIN_WARNINGS_AS_ERRORS "Warnings stop the build (for developers, set by the presets)" OFF)
set(METERTWIN_SANITIZE "" CACHE STRING "Sanitizers, as in -fsanitize=: address,undefined or thread")

add_library(metertwin_options INTERFACE)
add_library(metertwin::options ALIAS metertwin_options)
target_compile_options(metertwin_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion
    # The same bits on every machine: no fused multiply-add behind our back (decision D-101).
    -ffp-contract=off
    # g++ 12 warns falsely about "text" + std::string (GCC bug 105329).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
    $<$<BOOL:${METERTWIN_WARNINGS_AS_ERRORS}>:-Werror>)
# Eigen's own SIMD kernels take another order of additions than its scalar ones.
target_compile_definitions(metertwin_options INTERFACE EIGEN_DONT_PARALLELIZE)

if(METERTWIN_SANITIZE)
    # The core has no type information (-fno-rtti), which the vptr check would need.
    add_compile_options(-fsanitize=${METERTWIN_SANITIZE} -fno-sanitize=vptr
                        -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${METERTWIN_SANITIZE})
endif()

find_program(METERTWIN_CCACHE ccache)
if(METERTWIN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${METERTWIN_CCACHE}")
endif()
