// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of the point map, row by row like kRegisterMap: name, unit, range, description.
#include "sim/registers/register_names.hpp"

#include "core/settings/setting_table.hpp"
#include "sim/base/constant_text.hpp"

#include <array>

namespace meter {

namespace {

using sim::ConstantText;

constexpr ConstantText rangeOf(const SettingRow& row) {
    ConstantText text;
    for (const std::uint16_t number : row.list) {
        text.add(text.view().empty() ? "" : " ").add(number);
    }
    if (row.list.empty()) {
        text.add(row.has(SettingRow::kOrZero) ? "0 " : "").add(row.least).add("..").add(row.most);
    }
    return text;
}

constexpr std::string_view unitOf(SettingUnit unit) {
    constexpr std::array<std::string_view, 7> kUnits = {"", "ratio", "A", "V", "%", "Wh", "s"};
    static_assert(static_cast<std::size_t>(SettingUnit::Second) + 1 == kUnits.size());
    return kUnits.at(static_cast<std::size_t>(unit));
}

template <Setting id>
constexpr ConstantText kRangeOf = rangeOf(settingRow(id));

/// Unit and range of a setting are those of its row.
template <Setting id>
constexpr RegisterText setting(std::string_view name, std::string_view description) {
    return {name, unitOf(settingRow(id).unit), kRangeOf<id>.view(), description};
}

constexpr auto kTexts = std::to_array<RegisterText>({
    // clang-format off
    {"real_energy", "kWh", "0..0xFFFFFFFF",
     "Real Energy Consumption, total. Cleared by 30078 to register 129"},
    {"real_power_total", "kW", "0..32767",
     "Total Instantaneous Real Power"},
    {"reactive_power_total", "kVAR", "0..32767",
     "Total Instantaneous Reactive Power"},
    {"apparent_power_total", "kVA", "0..32767",
     "Total Instantaneous Apparent Power"},
    {"power_factor_total", "ratio", "0..10000",
     "Total Power Factor (total kW / total kVA)"},
    {"voltage_ll_average", "V", "0..32767",
     "Voltage L-L, average of the L-L voltages valid in the system type"},
    {"voltage_ln_average", "V", "0..32767",
     "Voltage L-N, average of the L-N voltages valid in the system type"},
    {"current_average", "A", "0..32767",
     "Current, average of the phases valid in the system type (the guide prints the "
     "scale as 1: read it as I)"},
    {"real_power_a", "kW", "0..32767",
     "Real Power, Phase A"},
    {"real_power_b", "kW", "0..32767",
     "Real Power, Phase B"},
    {"real_power_c", "kW", "0..32767",
     "Real Power, Phase C"},
    {"power_factor_a", "ratio", "0..10000",
     "Power Factor, Phase A"},
    {"power_factor_b", "ratio", "0..10000",
     "Power Factor, Phase B"},
    {"power_factor_c", "ratio", "0..10000",
     "Power Factor, Phase C"},
    {"voltage_ab", "V", "0..32767",
     "Voltage, Phase A-B"},
    {"voltage_bc", "V", "0..32767",
     "Voltage, Phase B-C"},
    {"voltage_ac", "V", "0..32767",
     "Voltage, Phase A-C"},
    {"voltage_an", "V", "0..32767",
     "Voltage, Phase A-N"},
    {"voltage_bn", "V", "0..32767",
     "Voltage, Phase B-N"},
    {"voltage_cn", "V", "0..32767",
     "Voltage, Phase C-N"},
    {"current_a", "A", "0..32767",
     "Current, Instantaneous, Phase A (the guide prints the scale as 1: read it as "
     "I)"},
    {"current_b", "A", "0..32767",
     "Current, Instantaneous, Phase B (the guide prints the scale as 1: read it as "
     "I)"},
    {"current_c", "A", "0..32767",
     "Current, Instantaneous, Phase C (the guide prints the scale as 1: read it as "
     "I)"},
    {"reserved_25", "", "",
     "Reserved; returns 0x8000 (QNAN)"},
    {"frequency", "Hz", "4500..6500",
     "Frequency (derived from Phase A)"},
    {"apparent_energy", "kVAh", "0..0xFFFFFFFF",
     "Apparent Energy Consumption. Cleared by 30078 to register 129"},
    {"reactive_energy", "kVARh", "0..0xFFFFFFFF",
     "Reactive Energy Consumption. Cleared by 30078 to register 129"},
    {"apparent_power_a", "kVA", "0..32767",
     "Apparent Power, Phase A"},
    {"apparent_power_b", "kVA", "0..32767",
     "Apparent Power, Phase B"},
    {"apparent_power_c", "kVA", "0..32767",
     "Apparent Power, Phase C"},
    {"reactive_power_a", "kVAR", "0..32767",
     "Reactive Power, Phase A"},
    {"reactive_power_b", "kVAR", "0..32767",
     "Reactive Power, Phase B"},
    {"reactive_power_c", "kVAR", "0..32767",
     "Reactive Power, Phase C"},
    {"real_demand", "kW", "0..32767",
     "Total Real Power Present Demand"},
    {"reactive_demand", "kVAR", "0..32767",
     "Total Reactive Power Present Demand"},
    {"apparent_demand", "kVA", "0..32767",
     "Total Apparent Power Present Demand"},
    {"real_demand_max", "kW", "0..32767",
     "Total Real Power Max Demand"},
    {"reactive_demand_max", "kVAR", "0..32767",
     "Total Reactive Power Max Demand"},
    {"apparent_demand_max", "kVA", "0..32767",
     "Total Apparent Power Max Demand"},
    {"pulse_counter_real", "pulses", "0..0xFFFFFFFF",
     "Pulse Counter 1 (Real Energy): contact closures. Cleared by 16498 to register "
     "129"},
    {"pulse_counter_reactive", "pulses", "0..0xFFFFFFFF",
     "Pulse Counter 2 (Reactive Energy): contact closures. Cleared by 16498 to "
     "register 129"},
    {"real_energy_a", "kWh", "0..0xFFFFFFFF",
     "Real Energy Consumption, Phase A. Cleared by 30078 to register 129"},
    {"real_energy_b", "kWh", "0..0xFFFFFFFF",
     "Real Energy Consumption, Phase B. Cleared by 30078 to register 129"},
    {"real_energy_c", "kWh", "0..0xFFFFFFFF",
     "Real Energy Consumption, Phase C. Cleared by 30078 to register 129"},
    {"command", "", "30078 21211 21212 16498",
     "Command: 30078 (0x757E) clear all energy accumulators; 21211 (0x52DB) begin a "
     "new demand sub-interval at the end of the next 1 s cycle; 21212 (0x52DC) reset"
     " max demand to present demand at the end of the next 1 s cycle; 16498 (0x4072)"
     " clear pulse counters. 21211 and 21212: no more often than every 10 s. Reads 0"},
    setting<Setting::SystemType>("system_type",
     "System type: 10 = 1L+1n (A+N); 11 = 2L (A+B); 12 = 2L+1n (A+B+N); 31 = 3L "
     "delta; 40 = 3L+1n wye (default)"),
    setting<Setting::CtPrimary>("ct_primary",
     "CT size. Default 100"),
    {"reserved_132", "", "",
     "Reserved, always returns QNAN"},
    setting<Setting::PtRatio>("pt_ratio",
     "PT ratio x 100 (0.01..320.00). Default 100 = 1:1. Set before system_voltage"),
    setting<Setting::SystemVoltage>("system_voltage",
     "Nominal system voltage, L-L (L-N in type 10). Refused when outside 82..660 V "
     "after division by the PT ratio. Default 600"),
    {"max_system_power", "kW", "1..32767",
     "Theoretical Maximum System Power (unity PF), from system voltage, CT size and "
     "system type. Default 104 kW"},
    {"reserved_136", "", "",
     "Reserved, always returns 0"},
    setting<Setting::DisplayUnits>("display_units",
     "0 = IEC (U V P Q S), 1 = IEEE (VLL VLN W VAR VA; default)"),
    {"scale_factor_i", "", "-4..4",
     "Scale Factor I (Current): power of ten for the integer registers. Recalculated"
     " when the configuration changes"},
    {"scale_factor_v", "", "-4..4",
     "Scale Factor V (Voltage): power of ten for the integer registers. Recalculated"
     " when the configuration changes"},
    {"scale_factor_w", "", "-4..4",
     "Scale Factor W (Power): power of ten for the integer registers. Recalculated "
     "when the configuration changes"},
    {"scale_factor_e", "", "-4..4",
     "Scale Factor E (Energy): power of ten for the integer registers. Recalculated "
     "when the configuration changes"},
    setting<Setting::PhaseLossVoltage>("phase_loss_voltage",
     "Phase Loss Voltage Threshold, percent of system voltage (drop). Default 10"),
    setting<Setting::PhaseLossImbalance>("phase_loss_imbalance",
     "Phase Loss Imbalance Threshold, percent phase to phase. Default 25"),
    setting<Setting::PulseEnergy>("pulse_energy",
     "Wh (and VARh) per pulse contact closure. Refused when no duration keeps up "
     "with max_system_power. Default 1000"),
    {"pulse_duration", "ms", "500 250 100 50 25 10",
     "Pulse contact closure duration: the slowest that keeps up with "
     "max_system_power"},
    {"alerts", "", "",
     "Diagnostic alert bitmap: 0-2 voltage out of range A B C; 3-5 current out of "
     "range A B C; 6 frequency out of 45..65 Hz or undeterminable; 7 reserved; 8-10 "
     "phase loss A B C; 11-13 low PF A B C (< 0.5, mis-wiring); 14 pulse output "
     "overrun; 15 pulse output configuration error"},
    {"energy_reset_count", "", "0..32767",
     "Count of energy accumulator resets"},
    {"reserved_148", "", "",
     "Reserved (returns 0)"},
    setting<Setting::DemandSubintervals>("demand_subintervals",
     "Number of sub-intervals per demand interval. Default 1 (block demand)"),
    setting<Setting::DemandSubintervalLength>("demand_subinterval_length",
     "Sub-interval length. 0 = sync-to-comms (restart by 21211 to register 129). "
     "Default 900"),
    {"reserved_151", "", "1..32767",
     "Reserved (returns 0)"},
    {"power_up_count", "", "0..32767",
     "Power-up counter"},
    {"output_configuration", "", "0 2",
     "Third output: 0 = RS-485, 2 = VAR pulse"},
    {"reserved_154", "", "",
     "Reserved, returns 0"},
    {"log_clock_day_month", "", "",
     "Log clock: day << 8 | month"},
    {"log_clock_hour_year", "", "",
     "Log clock: hour << 8 | year (20yy)"},
    {"log_clock_second_minute", "", "",
     "Log clock: second << 8 | minute"},
    {"log_page", "", "0..10",
     "Log read page: 1..10 selects the column read at 8000.., 0 resumes"},
    setting<Setting::LogConfiguration>("log_configuration",
     "Bit 0 single shot, bit 1 halt. Default 0"),
    {"log_status", "", "",
     "b0 full, b1 first read collision, b2 second collision, b3 log reset, b4 "
     "logging interrupted, b5 clock changed"},
    {"log_entry_count", "", "",
     "Entries written since the last reset, low 16 bits"},
    {"reserved_162", "", "",
     "Reserved, returns 0"},
    {"reserved_163", "", "",
     "Reserved, returns 0"},
    {"reserved_164", "", "",
     "Reserved, returns 0"},
    {"reserved_165", "", "",
     "Reserved, returns 0"},
    {"reserved_166", "", "",
     "Reserved, returns 0"},
    {"reserved_167", "", "",
     "Reserved, returns 0"},
    {"reserved_168", "", "",
     "Reserved, returns 0"},
    {"log_pointer_1", "", "",
     "Register logged in column 1. Default 1"},
    {"log_pointer_2", "", "",
     "Register logged in column 2. Default 2"},
    {"log_pointer_3", "", "",
     "Register logged in column 3. Default 29"},
    {"log_pointer_4", "", "",
     "Register logged in column 4. Default 30"},
    {"log_pointer_5", "", "",
     "Register logged in column 5. Default 37"},
    {"log_pointer_6", "", "",
     "Register logged in column 6. Default 38"},
    {"log_pointer_7", "", "",
     "Register logged in column 7. Default 39"},
    {"log_pointer_8", "", "",
     "Register logged in column 8. Default 155"},
    {"log_pointer_9", "", "",
     "Register logged in column 9. Default 156"},
    {"log_pointer_10", "", "",
     "Register logged in column 10. Default 157"},
    {"real_energy", "kWh", "",
     "Real Energy Consumption (cleared with the accumulators)"},
    {"real_energy", "kWh", "",
     "Real Energy Consumption (the guide lists it twice)"},
    {"real_power_total", "kW", "",
     "Total Instantaneous Real Power"},
    {"reactive_power_total", "kVAR", "",
     "Total Instantaneous Reactive Power"},
    {"apparent_power_total", "kVA", "",
     "Total Instantaneous Apparent Power"},
    {"power_factor_total", "ratio", "0.0..1.0",
     "Total Power Factor"},
    {"voltage_ll_average", "V", "",
     "Voltage L-L, average"},
    {"voltage_ln_average", "V", "",
     "Voltage L-N, average"},
    {"current_average", "A", "",
     "Current, average"},
    {"real_power_a", "kW", "",
     "Real Power, Phase A"},
    {"real_power_b", "kW", "",
     "Real Power, Phase B"},
    {"real_power_c", "kW", "",
     "Real Power, Phase C"},
    {"power_factor_a", "ratio", "0.0..1.0",
     "Power Factor, Phase A"},
    {"power_factor_b", "ratio", "0.0..1.0",
     "Power Factor, Phase B"},
    {"power_factor_c", "ratio", "0.0..1.0",
     "Power Factor, Phase C"},
    {"voltage_ab", "V", "",
     "Voltage, Phase A-B"},
    {"voltage_bc", "V", "",
     "Voltage, Phase B-C"},
    {"voltage_ac", "V", "",
     "Voltage, Phase A-C"},
    {"voltage_an", "V", "",
     "Voltage, Phase A-N"},
    {"voltage_bn", "V", "",
     "Voltage, Phase B-N"},
    {"voltage_cn", "V", "",
     "Voltage, Phase C-N"},
    {"current_a", "A", "",
     "Current, Instantaneous, Phase A"},
    {"current_b", "A", "",
     "Current, Instantaneous, Phase B"},
    {"current_c", "A", "",
     "Current, Instantaneous, Phase C"},
    {"reserved_305", "", "",
     "Reserved, returns 0x7FC00000 (QNAN)"},
    {"frequency", "Hz", "45.0..65.0",
     "Frequency (derived from Phase A)"},
    {"apparent_energy", "kVAh", "",
     "Apparent Energy Consumption"},
    {"reactive_energy", "kVARh", "",
     "Reactive Energy Consumption"},
    {"apparent_power_a", "kVA", "",
     "Apparent Power, Phase A"},
    {"apparent_power_b", "kVA", "",
     "Apparent Power, Phase B"},
    {"apparent_power_c", "kVA", "",
     "Apparent Power, Phase C"},
    {"reactive_power_a", "kVAR", "",
     "Reactive Power, Phase A"},
    {"reactive_power_b", "kVAR", "",
     "Reactive Power, Phase B"},
    {"reactive_power_c", "kVAR", "",
     "Reactive Power, Phase C"},
    {"real_demand", "kW", "",
     "Total Real Power Present Demand"},
    {"reactive_demand", "kVAR", "",
     "Total Reactive Power Present Demand"},
    {"apparent_demand", "kVA", "",
     "Total Apparent Power Present Demand"},
    {"real_demand_max", "kW", "",
     "Total Real Power Max Demand"},
    {"reactive_demand_max", "kVAR", "",
     "Total Reactive Power Max Demand"},
    {"apparent_demand_max", "kVA", "",
     "Total Apparent Power Max Demand"},
    {"pulse_counter_real", "pulses", "0..4294967040",
     "Pulse Counter 1 (Real Energy), from the 32-bit integer counter"},
    {"pulse_counter_reactive", "pulses", "0..4294967040",
     "Pulse Counter 2 (Reactive Energy), from the 32-bit integer counter"},
    {"real_energy_a", "kWh", "",
     "Real Energy Consumption, Phase A"},
    {"real_energy_b", "kWh", "",
     "Real Energy Consumption, Phase B"},
    {"real_energy_c", "kWh", "",
     "Real Energy Consumption, Phase C"},
    {"os_version", "", "",
     "Firmware version, operating system: 2115 = V2.115"},
    {"log_buffer", "", "",
     "Log entries of the selected page, newest first; 0x8000 where none"},
    // clang-format on
});

} // namespace

std::span<const RegisterText> registerTexts() {
    return kTexts;
}

} // namespace meter
