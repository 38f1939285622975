// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/readings/snapshot_registers.hpp"

#include "core/access/meter_control.hpp"
#include "core/base/assert.hpp"
#include "core/modbus/pdu.hpp"
#include "core/registers/register_bank.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/registers/register_value.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace meter::gui {

namespace {

/// The bank reads through this; only reads ever come here.
class FrozenMeter final : public MeterControl {
public:
    FrozenMeter(const Readings& readings, const Factory& factory)
        : m_readings(readings), m_factory(factory) {}

    [[nodiscard]] const Readings& readings() const override { return m_readings; }

    [[nodiscard]] const Factory& factory() const override { return m_factory; }

    Status applySettings(const Settings& /*candidate*/) override { return refuse(); }

    void clearEnergies() override { METER_ASSERT(false); }

    void clearPulseCounts() override { METER_ASSERT(false); }

    void requestSubinterval() override { METER_ASSERT(false); }

    void requestMaxDemandReset() override { METER_ASSERT(false); }

    void setPowerUpCount(std::uint16_t /*count*/) override { METER_ASSERT(false); }

    [[nodiscard]] DataLog* dataLog() override { return nullptr; }

private:
    static Status refuse() {
        METER_ASSERT(false);
        return Status::OutOfRange;
    }

    const Readings& m_readings;
    const Factory& m_factory;
};

} // namespace

std::optional<RegisterReading> registerReading(const sim::live::Snapshot& snapshot,
                                               const Factory& factory,
                                               std::string_view name) {
    const RegisterPair pair = registerPairNamed(name);
    const std::optional<NamedRegister>& named = pair.integer ? pair.integer : pair.floating;
    if (!named || !snapshot.isPowered || !snapshot.readings.isMeasuring) {
        return std::nullopt;
    }
    const RegisterRow& row = *named->row;
    FrozenMeter meter(snapshot.readings, factory);
    std::array<std::uint16_t, 2> words{};
    std::array<std::uint16_t, kScaleFactorCount> scaleWords{};
    const std::span<std::uint16_t> wanted = std::span(words).first(row.words);
    if (readRegisters(meter, row.number, wanted) != modbus::ExceptionCode::None ||
        readRegisters(meter, kScaleFactorFirst, scaleWords) != modbus::ExceptionCode::None) {
        return std::nullopt;
    }
    const ScaleFactors scales = scaleFactorsFrom(scaleWords);
    return RegisterReading{&row, named->text->unit, valueOf(row, wanted, scales),
                           std::max(0, -decimalExponentOf(row, scales))};
}

RegisterWords registerWords(const sim::live::Snapshot& snapshot, const Factory& factory) {
    RegisterWords all;
    if (!snapshot.isPowered || !snapshot.readings.isMeasuring) {
        return all;
    }
    FrozenMeter meter(snapshot.readings, factory);
    std::array<std::uint16_t, kScaleFactorCount> scaleWords{};
    if (readRegisters(meter, kScaleFactorFirst, scaleWords) == modbus::ExceptionCode::None) {
        all.scales = scaleFactorsFrom(scaleWords);
    }
    for (std::size_t index = 0; index < kRegisterMap.size(); ++index) {
        const RegisterRow& row = kRegisterMap[index];
        std::array<std::uint16_t, 2> words{};
        const auto wanted = std::span(words).first(std::min<std::size_t>(row.words, 2));
        if (row.variant() == Variant::Standard &&
            readRegisters(meter, row.number, wanted) == modbus::ExceptionCode::None) {
            all.rows[index] = words;
        }
    }
    return all;
}

} // namespace meter::gui
