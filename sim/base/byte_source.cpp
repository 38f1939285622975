// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/byte_source.hpp"

#include <algorithm>

namespace meter::sim {

/// False: there is nothing more.
bool ByteSource::refill() {
    constexpr std::size_t kPart = 1U << 16U;
    if (m_next < m_bytes.size()) {
        return true;
    }
    if (!m_fill) {
        return false;
    }
    m_next = 0;
    m_bytes.resize(kPart);
    m_bytes.resize(m_fill(m_bytes));
    return !m_bytes.empty();
}

int ByteSource::get() {
    return refill() ? static_cast<unsigned char>(m_bytes[m_next++]) : kEnd;
}

bool ByteSource::take(std::string_view mark) {
    if (!refill() || !std::string_view(m_bytes).substr(m_next).starts_with(mark)) {
        return false;
    }
    m_next += mark.size();
    return true;
}

bool ByteSource::getLine(std::string& line, std::size_t sizeMax) {
    line.clear();
    bool hasRead = false;
    while (line.size() < sizeMax && refill()) {
        hasRead = true;
        const std::string_view rest =
            std::string_view(m_bytes).substr(m_next, sizeMax - line.size());
        const std::size_t size = std::min(rest.find('\n'), rest.size());
        line.append(rest.substr(0, size));
        m_next += size;
        if (size < rest.size()) {
            ++m_next;
            break;
        }
    }
    return hasRead;
}

} // namespace meter::sim
