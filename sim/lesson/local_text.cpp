// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/local_text.hpp"

namespace meter::sim {

const std::string& LocalText::in(std::string_view language) const {
    static const std::string kNothing;
    for (const std::string_view wanted :
         {language, language.substr(0, language.find_first_of("_-")), std::string_view("en")}) {
        if (const auto found = m_texts.find(wanted); found != m_texts.end()) {
            return found->second;
        }
    }
    return kNothing;
}

} // namespace meter::sim
