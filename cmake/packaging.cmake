# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where, and the packages made of it: cpack in a build tree gives a .deb and
# a .tar.gz.
include(GNUInstallDirs)
set(resources "${PROJECT_SOURCE_DIR}/resources")
set(manual "${PROJECT_BINARY_DIR}/man")
set(pages metertwin-cli.1)

install(TARGETS metertwin_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
if(TARGET metertwin)
    install(TARGETS metertwin RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
    install(FILES "${resources}/desktop/metertwin.desktop"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES "${resources}/icons/metertwin.svg"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
    list(APPEND pages metertwin.1)
endif()
install(DIRECTORY "${resources}/scenarios" DESTINATION "${CMAKE_INSTALL_DATADIR}/metertwin")
install(DIRECTORY "${resources}/schema" DESTINATION "${CMAKE_INSTALL_DATADIR}/metertwin")
install(FILES "${resources}/registers.csv" DESTINATION "${CMAKE_INSTALL_DATADIR}/metertwin")
install(FILES README.md docs/scenarios.md docs/cookbook.md docs/ci-recipe.md docs/registers.md
    docs/python.md docs/control.md docs/endpoints.md docs/line-faults.md docs/modbus-conformance.md docs/traffic.md
    docs/metrology.md docs/decisions.md
    DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright)

find_program(GZIP gzip)
file(MAKE_DIRECTORY "${manual}")
foreach(page IN LISTS pages)
    if(GZIP)
        add_custom_command(OUTPUT "${manual}/${page}.gz"
            COMMAND "${GZIP}" -9nc "${resources}/man/${page}" > "${manual}/${page}.gz"
            DEPENDS "${resources}/man/${page}" VERBATIM)
        list(APPEND packed "${manual}/${page}.gz")
    else()
        list(APPEND packed "${resources}/man/${page}")
    endif()
endforeach()
if(GZIP)
    add_custom_command(OUTPUT "${manual}/changelog.gz"
        COMMAND "${GZIP}" -9nc "${PROJECT_SOURCE_DIR}/CHANGELOG.md" > "${manual}/changelog.gz"
        DEPENDS "${PROJECT_SOURCE_DIR}/CHANGELOG.md" VERBATIM)
    install(FILES "${manual}/changelog.gz" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
    add_custom_target(metertwin_manual ALL DEPENDS ${packed} "${manual}/changelog.gz")
endif()
install(FILES ${packed} DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")

set(CPACK_PACKAGE_VENDOR "The metertwin authors")
set(CPACK_PACKAGE_CONTACT "The metertwin authors <metertwin@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_GENERATOR "TGZ;DEB")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION electronics)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
include(CPack)
