// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/keys/parameter_path.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace meter::sim {

namespace {

std::unexpected<Error> refused(std::string text) {
    return std::unexpected(Error{std::move(text)});
}

/// Takes the part up to the first dot off the front.
std::string_view takePart(std::string_view& rest) {
    const std::size_t dot = rest.find('.');
    const std::string_view part = rest.substr(0, dot);
    rest = dot == std::string_view::npos ? std::string_view{} : rest.substr(dot + 1);
    return part;
}

std::unexpected<Error> unknownKey(std::string_view dottedKey) {
    std::vector<std::string_view> known;
    for (const WorldKey& key : worldKeys()) {
        if (!key.isInternal) {
            known.push_back(key.path);
        }
    }
    for (const SpectrumKey& key : spectrumKeys()) {
        known.push_back(key.path);
    }
    const std::string_view nearest = nearestWord(dottedKey, known);
    return refused("unknown key `" + std::string(dottedKey.substr(0, 80)) + "`" +
                   (nearest.empty() ? "; it takes one of source, load, installation or line, "
                                      "such as `source.voltage.B`"
                                    : "; did you mean `" + std::string(nearest) + "`?"));
}

std::unexpected<Error> unknownIndex(std::string_view dottedKey,
                                    std::string_view name,
                                    std::span<const std::string_view> names,
                                    Service service) {
    return refused("`" + std::string(dottedKey.substr(0, 80)) + "`: a " +
                   std::string(nameOf(service)) + " service has no `" +
                   std::string(name.substr(0, 20)) + "` here; it has " + wordList(names));
}

Result<ParameterPath> resolveSpectrum(std::string_view dottedKey,
                                      const SpectrumKey& spectrum,
                                      std::string_view rest,
                                      std::optional<Service> service) {
    ParameterPath path;
    path.spectrum = &spectrum;
    path.count = spectrumPhaseNames(spectrum, service.value_or(Service::Wye)).size();
    if (rest.ends_with(".level")) {
        rest.remove_suffix(6);
    } else if (rest.ends_with(".angle")) {
        rest.remove_suffix(6);
        path.isAngle = true;
    }
    if (!rest.empty() && (rest.front() < '0' || rest.front() > '9')) {
        const std::string_view name = takePart(rest);
        path.index = spectrumPhase(spectrum, name, service.value_or(Service::Wye));
        if (!path.index && !service) {
            path.index = spectrumPhase(spectrum, name, Service::Delta);
        }
        if (!path.index) {
            const Service which = service.value_or(Service::Wye);
            return unknownIndex(dottedKey, name, spectrumPhaseNames(spectrum, which), which);
        }
    }
    const bool isHarmonic = spectrum.harmonics != nullptr;
    const ValueRule& rule = isHarmonic ? orderRule() : interharmonicFrequencyRule();
    const Result<double> order = parseValue(rule, rest, {});
    if (!order) {
        return refused("`" + std::string(dottedKey.substr(0, 80)) + "` needs " +
                       (isHarmonic ? "the order of a harmonic (" : "a frequency (") +
                       describe(rule) + "), such as `" + std::string(spectrum.path) +
                       (isHarmonic ? ".5`" : ".175`"));
    }
    path.order = *order;
    return path;
}

} // namespace

std::vector<std::size_t> ParameterPath::indices() const {
    if (index) {
        return {*index};
    }
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

std::string ParameterPath::indexName(std::size_t which, Service service) const {
    const std::span<const std::string_view> names =
        key != nullptr ? indexNames(*key, service) : spectrumPhaseNames(*spectrum, service);
    return which < names.size() ? std::string(names[which]) : std::string{};
}

std::string ParameterPath::leaf(std::size_t which, Service service) const {
    const std::string name = indexName(which, service);
    if (key != nullptr) {
        return std::string(key->path) + (name.empty() ? "" : "." + name);
    }
    return std::string(spectrum->path) + "." + name + "." + numberText(order) +
           (isAngle ? ".angle" : ".level");
}

Result<ParameterPath> resolveParameter(std::string_view dottedKey, std::optional<Service> service) {
    for (const SpectrumKey& spectrum : spectrumKeys()) {
        const std::string prefix = std::string(spectrum.path) + ".";
        if (dottedKey == spectrum.path || dottedKey.starts_with(prefix)) {
            return resolveSpectrum(dottedKey, spectrum,
                                   dottedKey.substr(std::min(prefix.size(), dottedKey.size())),
                                   service);
        }
    }
    if (const WorldKey* const key = findWorldKey(dottedKey)) {
        ParameterPath path;
        path.key = key;
        if (key->indexing != Indexing::One) {
            path.count = indexNames(*key, service.value_or(Service::Wye)).size();
        }
        return path;
    }
    const std::size_t dot = dottedKey.rfind('.');
    const WorldKey* const key =
        dot == std::string_view::npos ? nullptr : findWorldKey(dottedKey.substr(0, dot));
    if (key == nullptr || key->indexing == Indexing::One) {
        return unknownKey(dottedKey);
    }
    const std::string_view name = dottedKey.substr(dot + 1);
    std::optional<std::size_t> index = indexOf(*key, service.value_or(Service::Wye), name);
    if (!index && !service) {
        index = indexOf(*key, Service::Delta, name);
    }
    if (!index) {
        const Service which = service.value_or(Service::Wye);
        return unknownIndex(dottedKey, name, indexNames(*key, which), which);
    }
    ParameterPath path;
    path.key = key;
    path.index = index;
    return path;
}

std::span<const std::string_view> spectrumPhaseNames(const SpectrumKey& spectrum, Service service) {
    return phaseNames(spectrum.path.starts_with("source."), service);
}

std::optional<std::size_t>
spectrumPhase(const SpectrumKey& spectrum, std::string_view name, Service service) {
    const auto index = indexOfPhase(name, spectrumPhaseNames(spectrum, service));
    return index ? index : indexOfPhase(name, phaseNames(false, service));
}

} // namespace meter::sim
