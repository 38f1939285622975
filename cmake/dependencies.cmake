# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything comes from distribution packages; each absence is one clear sentence.
macro(metertwin_need found package)
    if(NOT ${found})
        message(FATAL_ERROR "metertwin needs ${package}; on Debian or Ubuntu: "
                            "sudo apt-get install ${package}")
    endif()
endmacro()

find_package(Eigen3 3.4 QUIET NO_MODULE)
metertwin_need(Eigen3_FOUND libeigen3-dev)
find_package(yaml-cpp 0.7 QUIET)
metertwin_need(yaml-cpp_FOUND libyaml-cpp-dev)
if(TARGET yaml-cpp::yaml-cpp AND NOT TARGET yaml-cpp)
    add_library(yaml-cpp ALIAS yaml-cpp::yaml-cpp) # the name changed in yaml-cpp 0.8
endif()
find_package(CLI11 QUIET)
metertwin_need(CLI11_FOUND libcli11-dev)
find_package(nlohmann_json QUIET)
metertwin_need(nlohmann_json_FOUND nlohmann-json3-dev)
find_package(PkgConfig QUIET)
metertwin_need(PKG_CONFIG_FOUND pkg-config)
pkg_check_modules(MODBUS QUIET IMPORTED_TARGET libmodbus)
metertwin_need(MODBUS_FOUND libmodbus-dev)
pkg_check_modules(MINIZIP QUIET IMPORTED_TARGET minizip)
metertwin_need(MINIZIP_FOUND libminizip-dev)
find_package(Threads REQUIRED)
if(METERTWIN_GUI)
    find_package(Qt6 6.4 QUIET COMPONENTS Widgets Svg PrintSupport LinguistTools)
    metertwin_need(Qt6_FOUND "qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools")
    find_package(QCustomPlotQt6 QUIET)
    metertwin_need(QCustomPlotQt6_FOUND libqcustomplot-dev)
endif()
