// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A result as one word, to be pasted where no file can be attached: `metertwin-result-1.` and the
// file in base64url (RFC 4648, 5), without padding. Nothing is secret in it, and its digest
// protects it as it does the file.

#include "sim/base/result.hpp"

#include <string>
#include <string_view>

namespace meter::sim {

[[nodiscard]] std::string resultCode(std::string_view fileText);

/// The file's text again; a text that is no code comes back as it is. Blanks and line ends
/// within a code do not count, as mail programs add them. An error: it is not whole.
[[nodiscard]] Result<std::string> textOfResultCode(std::string text);

} // namespace meter::sim
