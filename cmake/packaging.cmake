# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where, and the packages made of it: cpack in a build tree gives .deb, .rpm
# and .tar.gz. Two packages: metertwin-cli, which needs no Qt, and metertwin, the desktop program.
include(GNUInstallDirs)
set(resources "${PROJECT_SOURCE_DIR}/resources")
set(packed "${PROJECT_BINARY_DIR}/man")
file(MAKE_DIRECTORY "${packed}")
find_program(GZIP gzip)
set(cliDocs "${CMAKE_INSTALL_DATAROOTDIR}/doc/metertwin-cli")
set(desktopDocs "${CMAKE_INSTALL_DATAROOTDIR}/doc/metertwin")

set(CPACK_PACKAGE_CONTACT "The metertwin authors <metertwin@metertwin.invalid>")
string(TIMESTAMP packageDate "%a, %d %b %Y %H:%M:%S +0000" UTC) # Heeds SOURCE_DATE_EPOCH.
configure_file("${resources}/packaging/changelog.in" "${packed}/changelog.Debian" @ONLY)

# metertwin_install_packed(FILE NAME DESTINATION COMPONENT): as NAME.gz, as Debian wants it.
add_custom_target(metertwin_manual ALL)
function(metertwin_install_packed file name destination component)
    if(NOT GZIP)
        install(FILES "${file}" DESTINATION "${destination}" RENAME "${name}" COMPONENT ${component})
        return()
    endif()
    set(target "${packed}/${component}-${name}.gz")
    add_custom_command(OUTPUT "${target}" COMMAND "${GZIP}" -9nc "${file}" > "${target}"
        DEPENDS "${file}" VERBATIM)
    add_custom_target("metertwin_packed_${component}_${name}" DEPENDS "${target}")
    add_dependencies(metertwin_manual "metertwin_packed_${component}_${name}")
    install(FILES "${target}" DESTINATION "${destination}" RENAME "${name}.gz"
        COMPONENT ${component})
endfunction()

function(metertwin_install_papers component docs)
    metertwin_install_packed("${PROJECT_SOURCE_DIR}/CHANGELOG.md" changelog "${docs}" ${component})
    metertwin_install_packed("${packed}/changelog.Debian" changelog.Debian "${docs}" ${component})
    install(FILES "${resources}/packaging/copyright" DESTINATION "${docs}" COMPONENT ${component})
    get_filename_component(package "${docs}" NAME)
    file(CONFIGURE OUTPUT "${packed}/${package}.overrides" @ONLY
        CONTENT "# Nobody asked Debian for this package.\n@package@: initial-upload-closes-no-bugs\n")
    install(FILES "${packed}/${package}.overrides" RENAME "${package}"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/lintian/overrides" COMPONENT ${component})
endfunction()

install(TARGETS metertwin_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT cli)
metertwin_install_packed("${resources}/man/metertwin-cli.1" metertwin-cli.1
    "${CMAKE_INSTALL_MANDIR}/man1" cli)
metertwin_install_papers(cli "${cliDocs}")
install(DIRECTORY "${resources}/scenarios" "${resources}/lessons" "${resources}/schema"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metertwin" COMPONENT cli)
# The page for browsers, where app/web/build has made it.
set(CPACK_METERTWIN_PAGE "${PROJECT_SOURCE_DIR}/build/web/metertwin.html")
set(CPACK_POST_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/page_beside_packages.cmake")
install(FILES "${CPACK_METERTWIN_PAGE}" OPTIONAL
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metertwin" COMPONENT cli)
install(FILES "${resources}/registers.csv"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metertwin" COMPONENT cli)
set(pages scenarios lessons browser faceplate glossary cookbook ci-recipe registers python packages fleet control
    endpoints line-faults
    modbus-conformance traffic metrology decisions window)
list(TRANSFORM pages PREPEND docs/)
list(TRANSFORM pages APPEND .md)
install(FILES README.md ${pages} DESTINATION "${cliDocs}" COMPONENT cli)
install(FILES "${resources}/completions/metertwin-cli.bash" RENAME metertwin-cli
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT cli)
install(FILES "${resources}/completions/_metertwin-cli"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" COMPONENT cli)
install(FILES "${resources}/completions/metertwin-cli.fish"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT cli)
install(FILES "${resources}/packaging/metertwin@.service"
    DESTINATION lib/systemd/system COMPONENT cli)

if(TARGET metertwin)
    install(TARGETS metertwin RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT desktop)
    install(FILES "${resources}/desktop/metertwin.desktop"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT desktop)
    install(FILES "${resources}/desktop/org.metertwin.metertwin.metainfo.xml"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" COMPONENT desktop)
    install(FILES "${resources}/icons/metertwin.svg"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" COMPONENT desktop)
    metertwin_install_packed("${resources}/man/metertwin.1" metertwin.1
        "${CMAKE_INSTALL_MANDIR}/man1" desktop)
    metertwin_install_papers(desktop "${desktopDocs}")
endif()

set(CPACK_PACKAGE_VENDOR "The metertwin authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_GENERATOR "TGZ;DEB")
find_program(RPMBUILD rpmbuild)
if(RPMBUILD)
    list(APPEND CPACK_GENERATOR RPM)
endif()
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_COMPONENTS_ALL cli)
if(TARGET metertwin)
    list(APPEND CPACK_COMPONENTS_ALL desktop)
endif()
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
    GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_CLI_DESCRIPTION "Digital twin of a three-phase power meter, without a display
A twin of the Leviton Series 4000-R: metering, registers, Modbus line and
front panel. It plays scenarios in virtual time and judges what they expect,
serves live meters by Modbus TCP, RTU and RFC 2217, and is a Modbus master
that knows the meter's names, scales and units.")
set(CPACK_DEBIAN_DESKTOP_DESCRIPTION "Digital twin of a three-phase power meter, desktop program
A twin of the Leviton Series 4000-R with a window: the front with its glass
and keys, source, load and wiring, faults, registers, scope, phasors,
spectrum, trend, and the traffic on its line, all while it is served to any
Modbus master.")

set(CPACK_COMPONENT_CLI_DESCRIPTION "${CPACK_DEBIAN_CLI_DESCRIPTION}")
set(CPACK_COMPONENT_DESKTOP_DESCRIPTION "${CPACK_DEBIAN_DESKTOP_DESCRIPTION}")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION electronics)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_CLI_PACKAGE_NAME metertwin-cli)
set(CPACK_DEBIAN_CLI_PACKAGE_SUGGESTS "metertwin, python3, bash-completion")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME metertwin)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS "metertwin-cli, fonts-dejavu-core")

set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE "GPL-3.0-or-later")
set(CPACK_RPM_PACKAGE_GROUP "Applications/Engineering")
set(CPACK_RPM_CLI_PACKAGE_NAME metertwin-cli)
set(CPACK_RPM_CLI_PACKAGE_SUMMARY "Digital twin of a three-phase power meter, without a display")
set(CPACK_RPM_DESKTOP_PACKAGE_NAME metertwin)
set(CPACK_RPM_DESKTOP_PACKAGE_SUMMARY "Digital twin of a three-phase power meter, desktop program")
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/lib/systemd /usr/lib/systemd/system
    /usr/share/applications /usr/share/bash-completion /usr/share/bash-completion/completions
    /usr/share/doc /usr/share/lintian /usr/share/lintian/overrides /usr/share/fish /usr/share/fish/vendor_completions.d /usr/share/icons
    /usr/share/icons/hicolor /usr/share/icons/hicolor/scalable
    /usr/share/icons/hicolor/scalable/apps /usr/share/man /usr/share/man/man1
    /usr/share/metainfo /usr/share/zsh /usr/share/zsh/vendor-completions)
include(CPack)
