// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/run_evidence.hpp"

#include "sim/base/quantity.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace meter::sim {
namespace {

std::string endText(const Simulation& simulation) {
    RegisterReader reader(simulation.scenario().meter);
    reader.look(simulation.meter());
    std::string text = "what,value\nsamples," + std::to_string(simulation.now()) + "\n";
    std::vector<std::string_view> names;
    for (const RegisterText& row : registerTexts()) {
        if (row.name.empty() || std::ranges::find(names, row.name) != names.end()) {
            continue;
        }
        names.push_back(row.name);
        const Result<RegisterChoice> choice = registerByNameOrNumber(std::string(row.name));
        if (choice) {
            text += std::string(row.name) + "," + readingText(reader.read(*choice)) + "\n";
        }
    }
    const ContactLog::Values& contacts = simulation.contacts().values();
    text += "alarm," + std::string(contacts.isAlarmClosed ? "closed" : "open") + "\n";
    return text + "energy_pulses," + std::to_string(contacts.energyPulses) + "\n";
}

} // namespace

Result<void> writeEndState(const std::filesystem::path& folder, const Simulation& simulation) {
    if (const Result<void> written = writeWhole(folder / kEndFile, endText(simulation));
        !written) {
        return written;
    }
    NvMemory copy;
    const Result<void> attached =
        copy.attach(folder / kMemoryFolder, simulation.scenario().meter.serialNumber, true);
    if (!attached) {
        return attached;
    }
    if (copy.setBytes(simulation.memory().bytes()) != Status::Ok) {
        return std::unexpected(Error{copy.messages().back()});
    }
    return {};
}

RunEvidence::RunEvidence(std::filesystem::path folder, TraceFile record)
    : m_folder(std::move(folder)), m_record(std::move(record)) {}

Result<RunEvidence> RunEvidence::create(const std::filesystem::path& folder,
                                        const Factory& factory) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure); // What is wrong shows with the record.
    Result<TraceFile> record = TraceFile::create(folder / kRecordFile, {}, factory);
    if (!record) {
        return std::unexpected(record.error());
    }
    return RunEvidence(folder, std::move(*record));
}

void RunEvidence::add(const Simulation& simulation) {
    m_record.add(simulation);
}

Result<void> RunEvidence::close(const Simulation& simulation) {
    const Result<void> closed = m_record.close();
    return closed ? writeEndState(m_folder, simulation) : closed;
}

} // namespace meter::sim
