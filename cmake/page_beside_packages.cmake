# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Run by cpack after the packages: the page for browsers lies beside them, where it was built.
if(EXISTS "${CPACK_METERTWIN_PAGE}")
    file(COPY "${CPACK_METERTWIN_PAGE}" DESTINATION "${CPACK_PACKAGE_DIRECTORY}")
endif()
