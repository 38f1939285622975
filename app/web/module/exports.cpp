// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the module offers to JavaScript: a buffer to write a request into, a call, and a few
// numbers that change too often for text.
#include "app/web/module/page_call.hpp"

#include <string>

namespace {

std::string& request() {
    static std::string text;
    return text;
}

std::string& answer() {
    static std::string text;
    return text;
}

meter::web::PageTwin& page() {
    static meter::web::PageTwin twin;
    return twin;
}

} // namespace

#define METER_EXPORT(name) extern "C" [[clang::export_name(#name)]] auto name

/// Room for a request of so many bytes.
METER_EXPORT(requestBuffer)(unsigned size)->char* {
    request().resize(size);
    return request().data();
}

/// Carries the request out; the answer's place, which holds until the next call.
METER_EXPORT(call)()->const char* {
    answer() = meter::web::answerTo(page(), request());
    return answer().data();
}

METER_EXPORT(answerSize)()->unsigned {
    return answer().size();
}

/// Meter time passes: 2520 samples are a second.
METER_EXPORT(step)(unsigned samples)->void {
    if (page().isOpen()) {
        page().step(samples);
    }
}

METER_EXPORT(seconds)()->double {
    return page().isOpen() ? meter::sim::secondsOf(page().twin().now()) : 0.0;
}

/// kWaveSamples times V of A, B, C and A of A, B, C.
METER_EXPORT(waves)()->const float* {
    return page().isOpen() ? page().waves().data() : nullptr;
}
