// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A text in several languages. English is always there and stands in for what is missing.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace meter::sim {

class LocalText final {
public:
    LocalText() = default;

    explicit LocalText(std::string english) { m_texts["en"] = std::move(english); }

    void set(const std::string& language, std::string text) { m_texts[language] = std::move(text); }

    /// `language` is a code such as "de"; a region ("de_AT") falls back to its language.
    [[nodiscard]] const std::string& in(std::string_view language) const;

    [[nodiscard]] bool isEmpty() const { return m_texts.empty(); }

    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const {
        return m_texts;
    }

    friend bool operator==(const LocalText&, const LocalText&) = default;

private:
    std::map<std::string, std::string, std::less<>> m_texts; ///< By language code.
};

} // namespace meter::sim
