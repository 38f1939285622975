// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/line/register_reader.hpp"

#include "core/modbus/pdu.hpp"
#include "sim/base/quantity.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string_view>

namespace meter::sim {

namespace {

/// Ports of a meter that only answers questions.
class DeafPorts final : public NvStorage, public SerialOut, public DisplayOut, public ContactsOut {
public:
    Status read(std::uint32_t, std::span<std::byte>) override { return Status::Blank; }

    Status write(std::uint32_t, std::span<const std::byte>) override { return Status::Ok; }

    void send(std::span<const std::byte>) override {}

    void show(const Glass&) override {}

    void setEnergyPulse(bool, SampleTime) override {}

    void setAlarm(bool, SampleTime) override {}
};

constexpr std::byte kReadHoldingRegisters{0x03};
/// Whole numbers up to here fit into a float.
constexpr double kFloatCountsMax = 16'777'216.0;

std::byte highByte(unsigned word) {
    return static_cast<std::byte>(word >> 8U);
}

std::byte lowByte(unsigned word) {
    return static_cast<std::byte>(word & 0xFFU);
}

} // namespace

struct RegisterReader::Impl {
    explicit Impl(const Factory& factory) : meter(Ports{ports, ports, ports, ports}, factory) {}

    DeafPorts ports;
    Meter meter;
    std::optional<ScaleFactors> scales;             ///< Of the last look, once asked for.
    std::map<std::string_view, RegisterPair> pairs; ///< By name, as far as they were asked for.

    /// A record asks for the same names each second.
    const RegisterPair& pairNamed(std::string_view name) {
        const auto known = pairs.find(name);
        return known != pairs.end() ? known->second
                                    : pairs.emplace(name, registerPairNamed(name)).first->second;
    }
};

RegisterReader::RegisterReader(const Factory& factory) : m_impl(std::make_unique<Impl>(factory)) {}

RegisterReader::~RegisterReader() = default;

void RegisterReader::look(const Meter& meter) {
    if (m_impl->meter.factory().serialNumber != meter.factory().serialNumber) {
        m_impl = std::make_unique<Impl>(meter.factory()); // Another meter was put in.
    }
    m_impl->meter.restore(meter.state());
    m_impl->scales.reset();
}

std::optional<std::vector<std::uint16_t>> RegisterReader::words(std::uint16_t number,
                                                                std::uint16_t count) {
    const unsigned address = number - 1U;
    const std::array request = {kReadHoldingRegisters, highByte(address), lowByte(address),
                                highByte(count), lowByte(count)};
    std::array<std::byte, modbus::kPduSizeMax> buffer{};
    const std::span<const std::byte> response = m_impl->meter.servePdu(request, buffer);
    if (response.size() != 2U + 2U * count || response[0] != kReadHoldingRegisters) {
        return std::nullopt;
    }
    std::vector<std::uint16_t> words;
    words.reserve(count);
    for (std::size_t i = 2; i + 1 < response.size(); i += 2) {
        const unsigned high = std::to_integer<unsigned>(response[i]);
        words.push_back(
            static_cast<std::uint16_t>(high << 8U | std::to_integer<unsigned>(response[i + 1])));
    }
    return words;
}

RegisterReading RegisterReader::readRow(const NamedRegister& named, std::uint16_t number) {
    const RegisterRow& row = *named.row;
    RegisterReading reading;
    reading.number = number;
    reading.isFloat = row.format == RegisterFormat::Float;
    const bool isWhole = row.words <= 2 && number == row.number;
    const auto answer = words(number, isWhole ? row.words : std::uint16_t{1});
    if (!answer) {
        return reading;
    }
    if (row.words == 2 && !isWhole) { // The second half of a long: just a word.
        reading.isFloat = false;
        reading.state = RegisterReading::State::Valid;
        reading.value = answer->front();
        return reading;
    }
    if (!m_impl->scales) {
        const auto factors = words(kScaleFactorFirst, kScaleFactorCount);
        m_impl->scales = factors ? scaleFactorsFrom(*factors) : ScaleFactors{};
    }
    const std::optional<double> value = meter::valueOf(row, *answer, *m_impl->scales);
    reading.state = value ? RegisterReading::State::Valid : RegisterReading::State::Invalid;
    reading.value = value.value_or(0.0);
    return reading;
}

RegisterReading RegisterReader::read(const RegisterChoice& choice) {
    if (!choice.named) {
        RegisterReading reading;
        reading.number = choice.number;
        if (const auto answer = words(choice.number, 1)) {
            reading.state = RegisterReading::State::Valid;
            reading.value = answer->front();
        }
        return reading;
    }
    if (!choice.isByName) {
        return readRow(*choice.named, choice.number);
    }
    const RegisterPair& pair = m_impl->pairNamed(choice.named->text->name);
    if (!pair.floating || !pair.integer) {
        return readRow(*choice.named, choice.number);
    }
    const RegisterReading floating = readRow(*pair.floating, pair.floating->row->number);
    if (pair.integer->row->format != RegisterFormat::ULong || !floating.isValid()) {
        return floating; // 24 bits of a float are finer than 15 of an integer, always.
    }
    const RegisterReading integer = readRow(*pair.integer, pair.integer->row->number);
    const ScaleFactors none{};
    const RegisterRow& row = *pair.integer->row;
    const int exponent = decimalExponentOf(row, m_impl->scales.value_or(none));
    double counts = integer.value;
    for (int i = exponent; i < 0; ++i) {
        counts *= 10.0;
    }
    for (int i = 0; i < exponent; ++i) {
        counts /= 10.0;
    }
    return integer.isValid() && counts >= kFloatCountsMax ? integer : floating;
}

std::string readingText(const RegisterReading& reading) {
    if (!reading.isValid()) {
        return {};
    }
    return reading.isFloat ? numberText(static_cast<float>(reading.value))
                           : numberText(reading.value);
}

} // namespace meter::sim
