// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/identity_fields.hpp"

#include <array>

namespace meter::app {
namespace {

// Objects of Modbus Application Protocol V1.1b3, clause 6.21.
std::string objectName(std::uint8_t object) {
    constexpr std::array<const char*, 7> kNames = {"vendor",          "product_code", "version",
                                                   "vendor_url",      "product_name", "model_name",
                                                   "application_name"};
    return object < kNames.size() ? kNames.at(object) : "object_" + std::to_string(object);
}

} // namespace

IdentityFields identityFieldsOf(const MeterIdentity& identity) {
    IdentityFields fields;
    if (identity.report) {
        fields.emplace_back("slave_id", std::to_string(identity.report->id));
        fields.emplace_back("status", identity.report->isRunning ? "running" : "reset system");
        fields.emplace_back("description", identity.report->text);
    }
    for (const auto& [object, text] : identity.objects) {
        fields.emplace_back(objectName(object), text);
    }
    return fields;
}

} // namespace meter::app
