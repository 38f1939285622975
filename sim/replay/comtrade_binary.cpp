// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/comtrade_columns.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <ios>

namespace meter::sim {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20U;
constexpr std::size_t kHeadBytes = 8; ///< Number and time.

std::uint32_t wordAt(const unsigned char* bytes) {
    return static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8U |
           static_cast<std::uint32_t>(bytes[2]) << 16U |
           static_cast<std::uint32_t>(bytes[3]) << 24U;
}

/// One channel of a block: `count` values, each `step` bytes behind the one before.
struct Column {
    const unsigned char* first;
    std::size_t count;
    std::size_t step;
};

template <typename Decode>
void append(const Column& column, std::vector<float>& values, Decode decode) {
    const std::size_t before = values.size();
    values.resize(before + column.count);
    float* const to = values.data() + before;
    const unsigned char* from = column.first;
    for (std::size_t i = 0; i < column.count; ++i, from += column.step) {
        to[i] = decode(from);
    }
}

void appendShort(const Column& column, const AnalogScale& scale, std::vector<float>& values) {
    const double factor = scale.factor;
    const double offset = scale.offset;
    const int mark = scale.isBinaryMarkMissing ? INT16_MIN : INT16_MIN - 1;
    const double largest = std::fabs(factor) * 32768.0 + std::fabs(offset);
    constexpr double kLargest = 1e30;
    const bool isPossible = largest < kLargest; // Else each value has to be judged.
    append(column, values, [=, &scale](const unsigned char* bytes) {
        const int raw = static_cast<std::int16_t>(static_cast<std::uint16_t>(
            static_cast<unsigned>(bytes[0]) | static_cast<unsigned>(bytes[1]) << 8U));
        if (!isPossible) {
            return raw == mark ? kMissing : ComtradeColumns::scaled(scale, raw);
        }
        return raw == mark ? kMissing : static_cast<float>(raw * factor + offset);
    });
}

void appendLong(const Column& column, const AnalogScale& scale, std::vector<float>& values) {
    append(column, values, [&scale](const unsigned char* bytes) {
        const auto raw = std::bit_cast<std::int32_t>(wordAt(bytes));
        return raw == INT32_MIN ? kMissing : ComtradeColumns::scaled(scale, raw);
    });
}

void appendFloat(const Column& column, const AnalogScale& scale, std::vector<float>& values) {
    append(column, values, [&scale](const unsigned char* bytes) {
        const auto raw = std::bit_cast<float>(wordAt(bytes));
        return ComtradeColumns::scaled(scale, static_cast<double>(raw));
    });
}

class BinaryReader final {
public:
    BinaryReader(std::istream& stream, ComtradeColumns& columns)
        : m_stream(stream), m_columns(columns) {
        const ComtradeHeader& header = columns.header();
        m_valueSize = header.form == DataForm::Binary ? 2 : 4;
        m_size = kHeadBytes + header.scales.size() * m_valueSize +
                 2 * ((header.recording.digitalCount + 15) / 16);
    }

    Result<void> read();

private:
    [[nodiscard]] bool counts(std::size_t size) const;
    Result<void> judge();
    void take(std::size_t count);
    [[nodiscard]] std::size_t ownRecords(std::size_t count);
    void fillBlock();

    std::istream& m_stream;
    ComtradeColumns& m_columns;
    std::size_t m_valueSize = 2;
    std::size_t m_size = 0; ///< Of a record.
    std::vector<unsigned char> m_block;
    std::size_t m_got = 0; ///< Bytes in the block.
    std::uint64_t m_rest = 0;
};

/// The numbers of the first records count up by one, if records have this size.
bool BinaryReader::counts(std::size_t size) const {
    constexpr std::size_t kJudged = 16;
    const std::size_t stated = m_columns.header().sampleCount;
    const std::size_t most = stated > 0 ? std::min(stated, kJudged) : kJudged;
    const std::size_t count = std::min(m_got / size, most);
    for (std::size_t i = 1; i < count; ++i) {
        if (wordAt(m_block.data() + i * size) != wordAt(m_block.data()) + i) {
            return false;
        }
    }
    return count >= 2;
}

/// A record size that does not fit is noticed before a number is believed.
Result<void> BinaryReader::judge() {
    constexpr std::size_t kTextBytes = 64;
    const std::span<const unsigned char> head =
        std::span(m_block).first(std::min(m_got, kTextBytes));
    const bool isText =
        head.size() > kHeadBytes && std::ranges::all_of(head, [](auto byte) {
            return (byte >= ' ' && byte < 0x7F) || byte == '\r' || byte == '\n' || byte == '\t';
        });
    if (isText) {
        return std::unexpected(m_columns.error("the data are text, and the configuration says they "
                                               "are binary; write ASCII there",
                                               1));
    }
    if (m_got < 2 * m_size || counts(m_size)) {
        return {};
    }
    const ComtradeHeader& header = m_columns.header();
    const std::size_t analogSize = kHeadBytes + header.scales.size() * m_valueSize;
    const std::string stated =
        std::to_string(m_size) + " bytes that " + std::to_string(header.scales.size()) +
        " analog and " + std::to_string(header.recording.digitalCount) + " digital channels make";
    constexpr std::size_t kWordsMax = 2048;
    for (std::size_t size = kHeadBytes + 2; size <= analogSize + 2 * kWordsMax; size += 2) {
        if (size == m_size || m_got < 4 * size || !counts(size)) {
            continue;
        }
        const std::string seen = "by the numbers of the samples a record has " +
                                 std::to_string(size) + " bytes, not the " + stated;
        if (size < analogSize) {
            return std::unexpected(
                m_columns.error(seen + "; the configuration does not belong to these data"));
        }
        m_columns.warn(seen + "; read so: the first " + std::to_string(header.scales.size()) +
                       " values of each are the analog channels");
        m_size = size;
        return {};
    }
    const std::uint64_t bytes = m_columns.place().byteCountMax;
    const bool fits =
        header.sampleCount > 0 ? bytes == header.sampleCount * m_size : bytes % m_size == 0;
    if (fits) {
        return {}; // Numbered in another way, which is told.
    }
    return std::unexpected(
        m_columns.error("the numbers of the samples do not count up by one, and the data have " +
                        std::to_string(bytes) + " bytes, no number of records of the " + stated +
                        "; the configuration does not belong to these data"));
}

/// How many of the records in the block are data: what fills up the end is not.
std::size_t BinaryReader::ownRecords(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const unsigned char* const record = m_block.data() + i * m_size;
        const std::uint32_t number = wordAt(record);
        if (m_columns.isBeyondEnd(number)) {
            return i;
        }
        m_columns.count(number, 0);
        m_columns.addTime(static_cast<double>(wordAt(record + 4)));
    }
    return count;
}

void BinaryReader::take(std::size_t count) {
    const ComtradeHeader& header = m_columns.header();
    const std::span<const std::size_t> picked = m_columns.picked();
    const auto decode = header.form == DataForm::Binary     ? appendShort
                        : header.form == DataForm::Binary32 ? appendLong
                                                            : appendFloat;
    for (std::size_t pick = 0; pick < picked.size(); ++pick) {
        const std::size_t at = kHeadBytes + picked[pick] * m_valueSize;
        decode({.first = m_block.data() + at, .count = count, .step = m_size},
               header.scales[picked[pick]], m_columns.column(pick));
    }
}

/// What a cut record left stays at the front.
void BinaryReader::fillBlock() {
    const auto wanted = static_cast<std::size_t>(
        std::min(m_rest, static_cast<std::uint64_t>(m_block.size() - m_got)));
    // Bytes are bytes: the stream only knows them as char.
    m_stream.read(reinterpret_cast<char*>(m_block.data() + m_got),
                  static_cast<std::streamsize>(wanted));
    const auto got = static_cast<std::size_t>(m_stream.gcount());
    m_got += got;
    m_rest = got < wanted ? 0 : m_rest - got;
}

Result<void> BinaryReader::read() {
    m_block.resize(std::max(kBlockBytes, 32 * m_size));
    m_rest = m_columns.place().byteCountMax;
    std::uint64_t offset = m_columns.place().firstByte; // Of the block's first byte.
    fillBlock();
    if (auto judged = judge(); !judged) {
        return judged;
    }
    while (m_got >= m_size) {
        const std::size_t count = m_got / m_size;
        const std::size_t own = ownRecords(count);
        take(own);
        m_columns.flush();
        const std::size_t used = own * m_size;
        if (own < count) {
            m_columns.warn(std::to_string(m_got - used + m_rest) + " bytes from byte " +
                           std::to_string(offset + used) + " on do not belong to the " +
                           std::to_string(m_columns.header().sampleCount) +
                           " that the configuration states, and are ignored");
            return {};
        }
        std::memmove(m_block.data(), m_block.data() + used, m_got - used);
        m_got -= used;
        offset += used;
        fillBlock();
    }
    if (m_got > 0) {
        m_columns.warn("the last record, at byte " + std::to_string(offset) + ", has " +
                       std::to_string(m_got) + " of its " + std::to_string(m_size) +
                       " bytes and is ignored");
    }
    return {};
}

} // namespace

Result<void> readComtradeBinary(std::istream& stream, ComtradeColumns& columns) {
    return BinaryReader(stream, columns).read();
}

} // namespace meter::sim
