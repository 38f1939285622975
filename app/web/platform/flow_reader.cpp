// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/platform/flow_node.hpp"

#include <optional>

namespace YAML {

namespace {

constexpr int kDepthMax = 40;

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void appendUtf8(std::string& text, unsigned code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
        return;
    }
    const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    const unsigned lead = more == 1 ? 0xC0U : more == 2 ? 0xE0U : 0xF0U;
    text += static_cast<char>(lead | (code >> static_cast<unsigned>(6 * more)));
    for (int i = more - 1; i >= 0; --i) {
        text += static_cast<char>(0x80U | ((code >> static_cast<unsigned>(6 * i)) & 0x3FU));
    }
}

class Reader final {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    std::expected<Node, Flaw> read() {
        Node node = value(0);
        skipBlanks();
        if (!m_flaw && m_at < m_text.size()) {
            fail("nothing is expected behind the value");
        }
        if (m_flaw) {
            return std::unexpected(*m_flaw);
        }
        return node;
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    [[nodiscard]] Mark here() const { return {m_line, static_cast<int>(m_at - m_lineStart)}; }

    void fail(const char* text) {
        if (!m_flaw) {
            m_flaw = Flaw{text, here()};
        }
        m_at = m_text.size(); // Ends every loop.
    }

    void advance() {
        if (m_text[m_at] == '\n') {
            ++m_line;
            m_lineStart = m_at + 1;
        }
        ++m_at;
    }

    void skipBlanks() {
        while (m_at < m_text.size() && isBlank(m_text[m_at])) {
            advance();
        }
    }

    bool take(char c) {
        skipBlanks();
        if (peek() != c) {
            return false;
        }
        advance();
        return true;
    }

    Node value(int depth) {
        skipBlanks();
        if (depth > kDepthMax) {
            fail("this is nested too deep");
            return {};
        }
        switch (peek()) {
        case '{':
            return map(depth);
        case '[':
            return list(depth);
        case '"':
            return quoted();
        case '\'':
            return single();
        default:
            return plain();
        }
    }

    Node map(int depth) {
        Node node(Node::Kind::Map, here());
        advance();
        while (!m_flaw && !take('}')) {
            const Node key = value(depth + 1);
            Node second(Node::Kind::Null, here());
            if (take(':')) {
                second = value(depth + 1);
            }
            node.insert(key, second);
            if (!take(',') && !m_flaw) {
                skipBlanks();
                if (peek() != '}') {
                    fail("a comma or the `}` of this map is missing before this");
                }
            }
        }
        return node;
    }

    Node list(int depth) {
        Node node(Node::Kind::Sequence, here());
        advance();
        while (!m_flaw && !take(']')) {
            node.push_back(value(depth + 1));
            if (!take(',') && !m_flaw) {
                skipBlanks();
                if (peek() != ']') {
                    fail("a comma or the `]` of this list is missing before this");
                }
            }
        }
        return node;
    }

    std::optional<unsigned> hexDigits() {
        unsigned code = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = peek();
            const unsigned digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                                   : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a') + 10U
                                   : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A') + 10U
                                                          : 16U;
            if (digit > 15U) {
                fail("\\u takes four hexadecimal digits");
                return std::nullopt;
            }
            code = code * 16U + digit;
            advance();
        }
        return code;
    }

    void unicode(std::string& text) {
        std::optional<unsigned> code = hexDigits();
        if (code && *code >= 0xD800U && *code < 0xDC00U && m_text.substr(m_at, 2) == "\\u") {
            m_at += 2;
            if (const std::optional<unsigned> low = hexDigits()) {
                code = 0x10000U + ((*code - 0xD800U) << 10U) + ((*low - 0xDC00U) & 0x3FFU);
            }
        }
        if (code && *code >= 0xD800U && *code < 0xE000U) {
            fail("this is half of a pair of \\u");
        } else if (code) {
            appendUtf8(text, *code);
        }
    }

    void escape(std::string& text) {
        constexpr std::string_view kWritten = "nrtbf\"\\/";
        constexpr std::string_view kMeant = "\n\r\t\b\f\"\\/";
        const char c = peek();
        if (c == 'u') {
            advance();
            unicode(text);
            return;
        }
        const std::size_t place = kWritten.find(c);
        if (m_at >= m_text.size() || place == std::string_view::npos) {
            fail("there is no such escape in a text");
            return;
        }
        text += kMeant[place];
        advance();
    }

    Node quoted() {
        const Mark mark = here();
        advance();
        std::string text;
        while (m_at < m_text.size() && peek() != '"') {
            const char c = peek();
            advance();
            if (c == '\\') {
                escape(text);
            } else {
                text += c;
            }
        }
        if (!m_flaw && m_at >= m_text.size()) {
            m_flaw = Flaw{"this quote is never closed", mark};
        }
        if (!m_flaw) {
            advance();
        }
        return {Node::Kind::Scalar, mark, text};
    }

    Node single() {
        const Mark mark = here();
        advance();
        std::string text;
        for (;;) {
            if (m_at >= m_text.size()) {
                m_flaw = Flaw{"this quote is never closed", mark};
                return {};
            }
            const char c = peek();
            advance();
            if (c == '\'' && peek() != '\'') {
                return {Node::Kind::Scalar, mark, text};
            }
            if (c == '\'') {
                advance();
            }
            text += c;
        }
    }

    /// A word without quotes ends at a comma, a bracket, or a colon before a blank or a bracket.
    Node plain() {
        const Mark mark = here();
        std::string text;
        while (m_at < m_text.size()) {
            const char c = peek();
            const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : ' ';
            if (c == ',' || c == '[' || c == ']' || c == '{' || c == '}' ||
                (c == ':' && (isBlank(next) || next == '[' || next == '{' || next == '"'))) {
                break;
            }
            text += c;
            advance();
        }
        while (!text.empty() && isBlank(text.back())) {
            text.pop_back();
        }
        if (text.empty() || text == "~" || text == "null") {
            if (text.empty() && m_at >= m_text.size()) {
                fail("a value is missing here");
            }
            return {Node::Kind::Null, mark};
        }
        return {Node::Kind::Scalar, mark, text};
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    int m_line = 0;
    std::optional<Flaw> m_flaw;
};

} // namespace

std::expected<Node, Flaw> readFlow(std::string_view text) {
    return Reader(text).read();
}

} // namespace YAML
