// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/program_export.hpp"

#include "app/export/export_points.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace meter::app {
namespace {

using nlohmann::ordered_json;

/// By PointFormat.
constexpr std::array<const char*, 4> kPlainTypes = {"uint16", "int16", "uint32", "float32"};
constexpr std::array<const char*, 4> kKepwareTypes = {"Word", "Short", "DWord", "Float"};
constexpr std::array<const char*, 4> kIgnitionAreas = {"HRUS", "HR", "HRUI", "HRF"};
constexpr std::array<const char*, 4> kIgnitionTypes = {"Int4", "Int2", "Int8", "Float4"};

template <typename Table>
auto ofFormat(const Table& table, const ExportPoint& point) {
    return table.at(static_cast<std::size_t>(point.format));
}

bool isCounting(const ExportPoint& point) {
    const bool isEnergy = point.name.find("energy") != std::string::npos && !point.isSetting;
    return isEnergy || point.name.starts_with("pulse_counter");
}

std::optional<ExportPoint> pointNamed(std::string_view name) {
    for (const ExportPoint& point : exportPoints()) {
        if (point.name == name) {
            return point;
        }
    }
    return std::nullopt;
}

/// The protocol address in so many digits.
std::string padded(int number, int digits) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%0*d", digits, number);
    return text.data();
}

/// The number of register and unit, as a sentence for people.
std::string helpOf(const ExportPoint& point) {
    std::string text = "register " + std::to_string(point.address + 1);
    if (!point.unit.empty()) {
        text += " in " + point.unit;
    }
    return text;
}

// evcc -------------------------------------------------------------------------------------

std::string evccRegister(const ExportTarget& target, std::string_view name, int scale, int indent) {
    const auto point = pointNamed(name);
    if (!point) {
        return {};
    }
    const std::string space(static_cast<std::size_t>(indent), ' ');
    return "source: modbus\n" + space + "uri: " + target.tcp.text() + "\n" + space +
           "id: " + std::to_string(target.unit) + "\n" + space +
           "register: {address: " + std::to_string(point->address) +
           ", type: holding, encoding: " + ofFormat(kPlainTypes, *point) + "} # " +
           std::string(name) + "\n" +
           (scale == 1 ? "" : space + "scale: " + std::to_string(scale) + "\n");
}

std::string evccList(const ExportTarget& target,
                     const std::string& key,
                     const std::array<const char*, 3>& names,
                     int scale) {
    std::string text = "    " + key + ":\n";
    for (const char* const name : names) {
        text += "      - " + evccRegister(target, name, scale, 8);
    }
    return text;
}

// Names and channels of the programs that know quantities, not registers ---------------------

struct Channel {
    const char* point;
    const char* name;
    const char* alsoName; ///< A second one; null: none.
};

/// OpenEMS: channels of an ElectricityMeter, all in thousandths or thousandfold of the meter's
/// units (mV, mA, mHz, W, var, Wh).
constexpr std::array<Channel, 17> kOpenemsChannels = {{
    {"real_energy", "ACTIVE_PRODUCTION_ENERGY", nullptr},
    {"real_power_total", "ACTIVE_POWER", nullptr},
    {"reactive_power_total", "REACTIVE_POWER", nullptr},
    {"voltage_ln_average", "VOLTAGE", nullptr},
    {"real_power_a", "ACTIVE_POWER_L1", nullptr},
    {"real_power_b", "ACTIVE_POWER_L2", nullptr},
    {"real_power_c", "ACTIVE_POWER_L3", nullptr},
    {"voltage_an", "VOLTAGE_L1", nullptr},
    {"voltage_bn", "VOLTAGE_L2", nullptr},
    {"voltage_cn", "VOLTAGE_L3", nullptr},
    {"current_a", "CURRENT_L1", nullptr},
    {"current_b", "CURRENT_L2", nullptr},
    {"current_c", "CURRENT_L3", nullptr},
    {"frequency", "FREQUENCY", nullptr},
    {"reactive_power_a", "REACTIVE_POWER_L1", nullptr},
    {"reactive_power_b", "REACTIVE_POWER_L2", nullptr},
    {"reactive_power_c", "REACTIVE_POWER_L3", nullptr},
}};

/// mbmd: measurements by the float that they are read from.
constexpr std::array<Channel, 30> kMbmdMeasurements = {{
    {"real_energy", "Import", "Sum"},
    {"real_power_total", "Power", nullptr},
    {"reactive_power_total", "ReactivePower", nullptr},
    {"apparent_power_total", "ApparentPower", nullptr},
    {"power_factor_total", "Cosphi", nullptr},
    {"voltage_ln_average", "Voltage", nullptr},
    {"current_average", "Current", nullptr},
    {"real_power_a", "PowerL1", nullptr},
    {"real_power_b", "PowerL2", nullptr},
    {"real_power_c", "PowerL3", nullptr},
    {"power_factor_a", "CosphiL1", nullptr},
    {"power_factor_b", "CosphiL2", nullptr},
    {"power_factor_c", "CosphiL3", nullptr},
    {"voltage_an", "VoltageL1", nullptr},
    {"voltage_bn", "VoltageL2", nullptr},
    {"voltage_cn", "VoltageL3", nullptr},
    {"current_a", "CurrentL1", nullptr},
    {"current_b", "CurrentL2", nullptr},
    {"current_c", "CurrentL3", nullptr},
    {"frequency", "Frequency", nullptr},
    {"reactive_energy", "ReactiveSum", nullptr},
    {"apparent_power_a", "ApparentPowerL1", nullptr},
    {"apparent_power_b", "ApparentPowerL2", nullptr},
    {"apparent_power_c", "ApparentPowerL3", nullptr},
    {"reactive_power_a", "ReactivePowerL1", nullptr},
    {"reactive_power_b", "ReactivePowerL2", nullptr},
    {"reactive_power_c", "ReactivePowerL3", nullptr},
    {"real_energy_a", "ImportL1", "SumL1"},
    {"real_energy_b", "ImportL2", "SumL2"},
    {"real_energy_c", "ImportL3", "SumL3"},
}};

template <std::size_t N>
const Channel* channelOf(const std::array<Channel, N>& channels, const std::string& name) {
    const auto found = std::ranges::find(channels, name, &Channel::point);
    return found == channels.end() ? nullptr : &*found;
}

template <std::size_t N>
std::vector<ExportPoint> pointsOf(const std::array<Channel, N>& channels) {
    auto points = exportPoints();
    std::erase_if(points, [&](const ExportPoint& point) {
        return channelOf(channels, point.name) == nullptr;
    });
    return points;
}

constexpr const char* kOpenemsHead = R"(package io.openems.edge.meter.leviton;

// Leviton Series 4000-R, as a device of OpenEMS Edge ("Implementing a device"); Config.java is
// that of the guide, with id, alias, enabled, type, modbus_id and modbusUnitId.

import static io.openems.edge.bridge.modbus.api.ElementToChannelConverter.SCALE_FACTOR_3;

import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

import io.openems.common.exceptions.OpenemsException;
import io.openems.common.types.MeterType;
import io.openems.edge.bridge.modbus.api.AbstractOpenemsModbusComponent;
import io.openems.edge.bridge.modbus.api.BridgeModbus;
import io.openems.edge.bridge.modbus.api.ModbusComponent;
import io.openems.edge.bridge.modbus.api.ModbusProtocol;
import io.openems.edge.bridge.modbus.api.element.FloatDoublewordElement;
import io.openems.edge.bridge.modbus.api.task.FC3ReadRegistersTask;
import io.openems.edge.common.component.OpenemsComponent;
import io.openems.edge.common.taskmanager.Priority;
import io.openems.edge.meter.api.ElectricityMeter;

@Designate(ocd = Config.class, factory = true)
@Component(name = "Meter.Leviton.4000R", immediate = true, //
		configurationPolicy = ConfigurationPolicy.REQUIRE)
public class MeterLeviton4000RImpl extends AbstractOpenemsModbusComponent
		implements ElectricityMeter, ModbusComponent, OpenemsComponent {

	private MeterType meterType = MeterType.GRID;

	@Reference
	private ConfigurationAdmin cm;

	public MeterLeviton4000RImpl() {
		super(OpenemsComponent.ChannelId.values(), ModbusComponent.ChannelId.values(), //
				ElectricityMeter.ChannelId.values());
	}

	@Override
	@Reference(policy = ReferencePolicy.STATIC, policyOption = ReferencePolicyOption.GREEDY, //
			cardinality = ReferenceCardinality.MANDATORY)
	protected void setModbus(BridgeModbus modbus) {
		super.setModbus(modbus);
	}

	@Activate
	private void activate(ComponentContext context, Config config) throws OpenemsException {
		this.meterType = config.type();
		super.activate(context, config.id(), config.alias(), config.enabled(), config.modbusUnitId(), //
				this.cm, "Modbus", config.modbus_id());
	}

	@Override
	@Deactivate
	protected void deactivate() {
		super.deactivate();
	}

	@Override
	public MeterType getMeterType() {
		return this.meterType;
	}

	@Override
	protected ModbusProtocol defineModbusProtocol() {
		return new ModbusProtocol(this, //
)";

} // namespace

std::string evccMeter(const ExportTarget& target) {
    // evcc wants W and kWh; what the meter has not (NaN) it takes for 0.
    return "# Leviton Series 4000-R: for evcc.yaml\nmeters:\n  - name: leviton_4000r\n"
           "    type: custom\n    power:\n      " +
           evccRegister(target, "real_power_total", 1000, 6) + "    energy:\n      " +
           evccRegister(target, "real_energy", 1, 6) +
           evccList(target, "currents", {"current_a", "current_b", "current_c"}, 1) +
           evccList(target, "voltages", {"voltage_an", "voltage_bn", "voltage_cn"}, 1) +
           evccList(target, "powers", {"real_power_a", "real_power_b", "real_power_c"}, 1000);
}

std::string modbusExporterConfiguration(const ExportTarget& target) {
    std::string text =
        "# Leviton Series 4000-R: modbus.yml of Prometheus modbus_exporter, scraped with\n"
        "#   params: {module: [leviton_4000r], target: ['" +
        target.tcp.text() + "'], sub_target: ['" + std::to_string(target.unit) +
        "']}\nmodules:\n  - name: leviton_4000r\n    protocol: tcp/ip\n    metrics:\n";
    for (const ExportPoint& point : exportPoints()) {
        // The first digit is the function, the others are the protocol address.
        text += "      - name: leviton_" + point.name + "\n        help: \"" + helpOf(point) +
                "\"\n        address: 3" + padded(point.address, 5) +
                "\n        dataType: " + ofFormat(kPlainTypes, point) +
                "\n        endianness: big\n        metricType: " +
                (isCounting(point) ? "counter" : "gauge") + "\n";
        if (point.divider != 1) {
            text +=
                "        factor: " + std::string(point.divider == 100 ? "0.01" : "0.0001") + "\n";
        }
    }
    return text;
}

std::string openemsMeter(const ExportTarget& /*target*/) {
    std::string text = kOpenemsHead;
    const auto blocks = blocksOf(pointsOf(kOpenemsChannels));
    for (const PointBlock& block : blocks) {
        text +=
            "\t\t\t\tnew FC3ReadRegistersTask(" + std::to_string(block.address) + ", Priority.HIGH";
        for (const ExportPoint& point : block.points) {
            text += ", //\n\t\t\t\t\t\tm(ElectricityMeter.ChannelId." +
                    std::string(channelOf(kOpenemsChannels, point.name)->name) +
                    ", new FloatDoublewordElement(" + std::to_string(point.address) +
                    "), SCALE_FACTOR_3)";
        }
        const bool isLast = &block == &blocks.back();
        text += isLast ? "));\n" : "), //\n";
    }
    return text + "\t}\n\n\t@Override\n\tpublic String debugLog() {\n\t\treturn \"L:\" + "
                  "this.getActivePower().asString();\n\t}\n}\n";
}

std::string mbmdMeter(const ExportTarget& /*target*/) {
    std::string text = "package rs485\n\nimport . \"github.com/volkszaehler/mbmd/meters\"\n\n"
                       "func init() {\n\tRegister(\"LEVITON4000R\", NewLeviton4000RProducer)\n}\n\n"
                       "// Leviton4000RProducer is the Leviton Series 4000-R: floats, most "
                       "significant word first.\ntype Leviton4000RProducer struct {\n\tOpcodes\n}\n"
                       "\n// NewLeviton4000RProducer knows the meter's protocol addresses.\n"
                       "func NewLeviton4000RProducer() Producer {\n"
                       "\treturn &Leviton4000RProducer{Opcodes: Opcodes{\n";
    for (const ExportPoint& point : pointsOf(kMbmdMeasurements)) {
        const Channel* const channel = channelOf(kMbmdMeasurements, point.name);
        for (const char* const name : {channel->name, channel->alsoName}) {
            text += name == nullptr
                        ? ""
                        : "\t\t" + std::string(name) + ": " + std::to_string(point.address) + ",\n";
        }
    }
    return text +
           "\t}}\n}\n\n// Description implements Producer interface\n"
           "func (p *Leviton4000RProducer) Description() string {\n"
           "\treturn \"Leviton Series 4000-R\"\n}\n\n"
           "func (p *Leviton4000RProducer) snip(iec Measurement) Operation {\n"
           "\ttransform := RTUIeee754ToFloat64\n"
           "\tswitch iec {\n"
           "\tcase Power, PowerL1, PowerL2, PowerL3,\n"
           "\t\tReactivePower, ReactivePowerL1, ReactivePowerL2, ReactivePowerL3,\n"
           "\t\tApparentPower, ApparentPowerL1, ApparentPowerL2, ApparentPowerL3:\n"
           "\t\ttransform = MakeScaledTransform(transform, 0.001) // The meter's are kilo.\n\t}\n"
           "\treturn Operation{\n\t\tFuncCode:  ReadHoldingReg,\n\t\tOpCode:    p.Opcode(iec),\n"
           "\t\tReadLen:   2,\n\t\tIEC61850:  iec,\n\t\tTransform: transform,\n\t}\n}\n\n"
           "// Probe implements Producer interface\n"
           "func (p *Leviton4000RProducer) Probe() Operation {\n"
           "\treturn p.snip(VoltageL1)\n}\n\n// Produce implements Producer interface\n"
           "func (p *Leviton4000RProducer) Produce() (res []Operation) {\n"
           "\tfor op := range p.Opcodes {\n\t\tres = append(res, p.snip(op))\n\t}\n"
           "\treturn res\n}\n";
}

std::string kepwareTags(const ExportTarget& /*target*/) {
    std::string text = "Tag Name,Address,Data Type,Respect Data Type,Client Access,Scan Rate,"
                       "Scaling,Raw Low,Raw High,Scaled Low,Scaled High,Scaled Data Type,"
                       "Clamp Low,Clamp High,Eng Units,Description,Negate Value\r\n";
    for (const ExportPoint& point : exportPoints()) {
        // Addresses count from 400001 on, as the driver does by default.
        text += "\"" + point.name + "\",4" + padded(point.address + 1, 5) + "," +
                ofFormat(kKepwareTypes, point) + ",1," + (point.isWritable ? "R/W" : "RO") + "," +
                (point.isSetting ? "60000" : "1000") + ",";
        // Scaling to clamps: eight columns.
        text += point.divider == 1
                    ? ",,,,,,,"
                    : "Linear,0," + std::to_string(point.divider) + ",0,1,Double,0,0";
        text += ",\"" + point.unit + "\",\"" + helpOf(point) + "\",\r\n";
    }
    return text;
}

std::string ignitionTags(const ExportTarget& target) {
    ordered_json tags = ordered_json::array();
    for (const ExportPoint& point : exportPoints()) {
        ordered_json tag = {
            {"name", point.name},
            {"tagType", "AtomicTag"},
            {"valueSource", "opc"},
            {"opcServer", "Ignition OPC UA Server"},
            {"opcItemPath", "ns=1;s=[leviton_4000r]" + std::to_string(target.unit) + "." +
                                ofFormat(kIgnitionAreas, point) +
                                std::to_string(point.address + 1)},
            {"dataType", point.divider == 1 ? ofFormat(kIgnitionTypes, point) : "Float8"},
            {"engUnit", point.unit},
            {"documentation", helpOf(point)}};
        if (point.divider != 1) {
            tag["scaleMode"] = "Linear";
            tag["rawLow"] = 0;
            tag["rawHigh"] = point.divider;
            tag["scaledLow"] = 0;
            tag["scaledHigh"] = 1;
        }
        tags.push_back(std::move(tag));
    }
    const ordered_json folder = {
        {"name", "Leviton Series 4000-R"}, {"tagType", "Folder"}, {"tags", std::move(tags)}};
    return folder.dump(2) + "\n";
}

} // namespace meter::app
