// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Found in the place of the library's header where the page is built.

#include "app/web/platform/flow_node.hpp"
