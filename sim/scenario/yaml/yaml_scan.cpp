// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/yaml_scan.hpp"

#include <algorithm>
#include <vector>

namespace meter::sim {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kSecondDocument =
    "a file holds one scenario; put the next one into a file of its own";

bool isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\0'; // The end reads as 0.
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || isBreak(c);
}

bool isFlowMark(char c) {
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

/// Goes over the text once. Columns count bytes from 0; the parent of a value is the column of
/// the key or dash that it belongs to: what is indented more goes on with the value.
class YamlScan final {
public:
    explicit YamlScan(std::string_view text) : m_text(text) {}

    std::optional<YamlFlaw> run();

private:
    [[nodiscard]] char at(std::size_t offset) const {
        return offset < m_text.size() ? m_text[offset] : '\0';
    }

    [[nodiscard]] bool isOver() const { return m_flaw || m_at >= m_text.size(); }

    [[nodiscard]] int column() const { return static_cast<int>(m_at - m_lineStart); }

    [[nodiscard]] bool isMarker(std::string_view marker) const {
        return m_text.substr(m_at).starts_with(marker) && isBlank(at(m_at + marker.size()));
    }

    void fail(std::size_t offset, std::string_view text);
    void beginLine();
    void scanIndentation();
    void scanMarker();
    void scanToken();
    void scanIndicator(char first);
    void scanFlowMark(char mark);
    void scanQuoted(char quote);
    void checkBehindQuote(std::size_t opened, bool isLong);
    void scanPlain();
    [[nodiscard]] bool goesOn(); ///< A plain text, in the next lines.
    void scanBlockText();
    void skipLine();
    void skipBlanks();
    [[nodiscard]] bool isColonHere(std::size_t offset) const;

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    int m_parent = -1;
    std::vector<std::size_t> m_open; ///< Brackets.
    bool m_hasContent = false;
    bool m_hasEnded = false; ///< By "...".
    std::optional<YamlFlaw> m_flaw;
};

void YamlScan::fail(std::size_t offset, std::string_view text) {
    if (!m_flaw) {
        m_flaw = {.offset = offset, .text = std::string(text)};
    }
}

void YamlScan::beginLine() {
    if (at(m_at) == '\r' && at(m_at + 1) == '\n') {
        ++m_at;
    }
    ++m_at;
    m_lineStart = m_at;
}

void YamlScan::skipLine() {
    while (!isBreak(at(m_at))) {
        ++m_at;
    }
}

void YamlScan::skipBlanks() {
    while (at(m_at) == ' ' || at(m_at) == '\t') {
        ++m_at;
    }
}

void YamlScan::scanIndentation() {
    while (at(m_at) == ' ') {
        ++m_at;
    }
    const std::size_t indented = m_at;
    skipBlanks();
    if (m_at > indented && at(m_at) != '#' && !isBreak(at(m_at))) {
        fail(indented, "a tab indents this line; YAML takes blanks");
    }
}

void YamlScan::scanMarker() {
    if (isMarker("---")) {
        if (m_hasContent || m_hasEnded) {
            fail(m_at, kSecondDocument);
        }
        m_at += 3;
    } else if (isMarker("...")) {
        m_hasEnded = m_hasContent;
        m_at += 3;
    } else if (at(m_at) == '%' && !m_hasContent) {
        skipLine();
    }
}

bool YamlScan::isColonHere(std::size_t offset) const {
    return at(offset) == ':' &&
           (isBlank(at(offset + 1)) || (!m_open.empty() && isFlowMark(at(offset + 1))));
}

void YamlScan::scanFlowMark(char mark) {
    if (mark == '[' || mark == '{') {
        m_open.push_back(m_at);
        if (m_open.size() > kYamlNestingMax) {
            fail(m_at, "nested more deeply than any key of a scenario");
        }
    } else if (m_open.empty()) {
        fail(m_at, mark == ',' ? "this comma stands outside of brackets; put a text that begins "
                                 "with one into quotes"
                               : "this bracket closes none; remove it, or open one before");
    } else if (mark != ',') {
        const char opened = at(m_open.back());
        if ((mark == ']') != (opened == '[')) {
            fail(m_at, opened == '[' ? "this brace closes a bracket `[`; write `]`"
                                     : "this bracket closes a brace `{`; write `}`");
        }
        m_open.pop_back();
    }
    ++m_at;
}

/// What stands behind a closed quote shows whether that was the quote meant to close.
void YamlScan::checkBehindQuote(std::size_t opened, bool isLong) {
    std::size_t behind = m_at;
    while (at(behind) == ' ' || at(behind) == '\t') {
        ++behind;
    }
    const char next = at(behind);
    if (isBreak(next) || next == '#' || next == ':' || (!m_open.empty() && isFlowMark(next))) {
        return;
    }
    if (isLong) {
        fail(opened, "this quote is not closed in its line; the next quote, some lines below, "
                     "ends the text");
    } else {
        fail(behind, "the text in quotes ends before this; a quote inside of it is written twice "
                     "('') or, between \", as \\\"");
    }
}

void YamlScan::scanQuoted(char quote) {
    const std::size_t opened = m_at;
    bool isLong = false;
    ++m_at;
    while (m_at < m_text.size()) {
        const char c = at(m_at);
        if (c == '\n' || c == '\r') {
            isLong = true;
            beginLine();
            continue;
        }
        const bool isEscape = quote == '"' ? c == '\\' : c == '\'' && at(m_at + 1) == '\'';
        if (isEscape && !isBreak(at(m_at + 1))) {
            m_at += 2;
            continue;
        }
        ++m_at;
        if (c == quote) {
            checkBehindQuote(opened, isLong);
            return;
        }
    }
    fail(opened, "this quote is never closed");
}

/// `|` and `>`: all lines below that are indented more than the key.
void YamlScan::scanBlockText() {
    skipLine();
    while (m_at < m_text.size()) {
        beginLine();
        std::size_t content = m_at;
        while (at(content) == ' ') {
            ++content;
        }
        const bool isInside = static_cast<int>(content - m_lineStart) > m_parent &&
                              !(m_parent < 0 && (isMarker("---") || isMarker("...")));
        if (!isInside && !isBreak(at(content))) {
            scanIndentation();
            return;
        }
        skipLine();
    }
}

bool YamlScan::goesOn() {
    while (m_at < m_text.size()) {
        beginLine();
        if (m_text.substr(m_at).starts_with("---") || m_text.substr(m_at).starts_with("...")) {
            return false;
        }
        scanIndentation();
        if (!isBreak(at(m_at))) {
            return at(m_at) != '#' && (!m_open.empty() || column() > m_parent);
        }
    }
    return false;
}

void YamlScan::scanPlain() {
    const int begun = column();
    for (;;) {
        if (isColonHere(m_at)) {
            m_parent = m_open.empty() ? begun : m_parent;
            ++m_at;
            return;
        }
        const char c = at(m_at);
        const bool isComment = c == '#' && m_at > 0 && isBlank(at(m_at - 1));
        if (isComment || (!m_open.empty() && isFlowMark(c))) {
            return;
        }
        if (!isBreak(c)) {
            ++m_at;
        } else if (isOver() || !goesOn()) {
            return;
        }
    }
}

void YamlScan::scanIndicator(char first) {
    const bool isEntry = (first == '-' || first == '?') && isBlank(at(m_at + 1));
    if (isEntry) {
        m_parent = m_open.empty() ? column() : m_parent;
        ++m_at;
    } else if (first == ':' && (isBlank(at(m_at + 1)) || !m_open.empty())) {
        ++m_at;
    } else if (first == '&' || first == '*' || first == '!') {
        while (!isBlank(at(m_at)) && (m_open.empty() || !isFlowMark(at(m_at)))) {
            ++m_at;
        }
    } else if ((first == '|' || first == '>') && m_open.empty()) {
        scanBlockText();
    } else {
        scanPlain();
    }
}

void YamlScan::scanToken() {
    const int begun = column();
    const char first = at(m_at);
    m_hasContent = true;
    if (m_hasEnded) {
        fail(m_at, kSecondDocument);
    } else if (isFlowMark(first)) {
        scanFlowMark(first);
    } else if (first == '"' || first == '\'') {
        scanQuoted(first);
        skipBlanks();
        if (m_open.empty() && isColonHere(m_at)) {
            m_parent = begun;
        }
    } else {
        scanIndicator(first);
    }
}

std::optional<YamlFlaw> YamlScan::run() {
    if (m_text.starts_with(kBom)) {
        m_at = m_lineStart = kBom.size();
    }
    scanIndentation();
    while (!isOver()) {
        if (column() == 0) {
            scanMarker();
        }
        skipBlanks();
        const char next = at(m_at);
        if (m_at >= m_text.size()) {
            break;
        }
        if (isBreak(next)) {
            beginLine();
            scanIndentation();
        } else if (next == '#' && (column() == 0 || isBlank(at(m_at - 1)))) {
            skipLine();
        } else {
            scanToken();
        }
    }
    if (!m_open.empty()) {
        fail(m_open.back(), "this bracket is never closed");
    }
    return m_flaw;
}

} // namespace

std::optional<YamlFlaw> firstYamlFlaw(std::string_view text) {
    return YamlScan(text).run();
}

} // namespace meter::sim
