// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/comtrade_reader.hpp"

#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"
#include "sim/replay/comtrade_data.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <utility>

namespace meter::sim {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kConfigurationBytesMax = 8U << 20U;

/// The neighbour of the same name with another suffix, in whatever letters it is written.
std::optional<fs::path> neighbour(const fs::path& file, const std::string& suffix) {
    const std::string stem = lowered(file.stem().string());
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::vector<fs::path> found;
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end;
         entry.increment(code)) {
        const fs::path& path = entry->path();
        if (lowered(path.stem().string()) == stem && lowered(path.extension().string()) == suffix) {
            found.push_back(file.has_parent_path() ? path : path.filename());
        }
    }
    if (found.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(found);
    const auto exact = std::ranges::find_if(
        found, [&](const fs::path& path) { return path.stem() == file.stem(); });
    return exact == found.end() ? found.front() : *exact;
}

Result<std::ifstream> opened(const fs::path& file) {
    std::error_code code;
    const fs::file_status status = fs::status(file, code);
    if (!fs::exists(status)) {
        return std::unexpected(Error{"there is no such file", {.file = file.string()}});
    }
    std::ifstream stream(file, std::ios::binary);
    if (!fs::is_regular_file(status) || !stream) {
        return std::unexpected(Error{"it cannot be read", {.file = file.string()}});
    }
    return stream;
}

/// One part of a .cff begins with a line "--- file type: CFG ---".
struct Separator {
    std::string type;                       ///< "cfg", "dat", "inf", "hdr".
    std::optional<std::uint64_t> byteCount; ///< Of binary data.
};

std::optional<Separator> separatorIn(std::string_view line) {
    const std::string text = lowered(trimmed(line));
    constexpr std::string_view kKeyword = "file type";
    const std::size_t at = text.find(kKeyword);
    if (!text.starts_with("---") || at == std::string::npos) {
        return std::nullopt;
    }
    std::string words;
    for (const char letter : text.substr(at + kKeyword.size())) {
        words += letter == ':' || letter == '-' ? ' ' : letter;
    }
    Separator separator;
    std::string_view rest = trimmed(words);
    separator.type = std::string(rest.substr(0, 3));
    const std::size_t digits = rest.find_last_of(" ");
    if (separator.type == "dat" && digits != std::string_view::npos) {
        const std::string_view number = rest.substr(digits + 1);
        std::uint64_t count = 0;
        const auto [end, code] =
            std::from_chars(number.data(), number.data() + number.size(), count);
        if (code == std::errc{} && end == number.data() + number.size() && count > 0) {
            separator.byteCount = count;
        }
    }
    return separator;
}

/// What lies before the data of a .cff.
struct Front {
    std::string configuration;
    int configurationLine = 0;
    DataPlace data;
    bool hasData = false;
};

Result<Front> readFront(std::istream& stream, const std::string& file, std::uint64_t size) {
    Front front;
    front.data.file = file;
    std::string line;
    std::string part;
    int lineNumber = 0;
    std::uint64_t offset = 0;
    while (!front.hasData && offset < kConfigurationBytesMax && std::getline(stream, line)) {
        ++lineNumber;
        offset += line.size() + 1;
        const std::optional<Separator> separator = separatorIn(line);
        if (!separator) {
            if (part == "cfg") {
                front.configuration += line + '\n';
            }
            continue;
        }
        part = separator->type;
        if (part == "cfg") {
            front.configurationLine = lineNumber + 1;
        }
        if (part == "dat") {
            const std::uint64_t rest = size > offset ? size - offset : 0;
            front.hasData = true;
            front.data.firstLine = lineNumber + 1;
            front.data.firstByte = offset;
            front.data.byteCountMax = std::min(rest, separator->byteCount.value_or(rest));
        }
    }
    if (front.configurationLine == 0 || !front.hasData) {
        return std::unexpected(Error{std::string("it has no part `--- file type: ") +
                                         (front.configurationLine == 0 ? "CFG" : "DAT") +
                                         " ---`, as a COMTRADE file of this kind has",
                                     {.file = file}});
    }
    return front;
}

Result<Recording> readData(std::istream& stream,
                           const DataPlace& place,
                           const ChannelPick& pick,
                           ComtradeHeader header) {
    const Result<std::vector<bool>> isPicked = pick(header.recording);
    if (!isPicked) {
        return std::unexpected(isPicked.error());
    }
    const Result<void> done = readComtradeData(stream, place, *isPicked, header);
    if (!done) {
        return std::unexpected(done.error());
    }
    return std::move(header.recording);
}

std::uint64_t sizeOf(const fs::path& file) {
    std::error_code code;
    const std::uintmax_t size = fs::file_size(file, code);
    return code ? 0 : static_cast<std::uint64_t>(size);
}

Result<Recording> readCombined(const std::string& file, const ChannelPick& pick) {
    Result<std::ifstream> stream = opened(file);
    if (!stream) {
        return std::unexpected(stream.error());
    }
    const Result<Front> front = readFront(*stream, file, sizeOf(file));
    if (!front) {
        return std::unexpected(front.error());
    }
    Result<ComtradeHeader> header =
        parseComtradeHeader(front->configuration, file, front->configurationLine);
    if (!header) {
        return std::unexpected(header.error());
    }
    return readData(*stream, front->data, pick, std::move(*header));
}

} // namespace

Result<Recording> readComtrade(const std::string& file, const ChannelPick& pick) {
    const fs::path path(file);
    const std::string suffix = lowered(path.extension().string());
    if (suffix == ".cff") {
        return readCombined(file, pick);
    }
    const std::optional<fs::path> configuration =
        suffix == ".dat" ? neighbour(path, ".cfg") : std::optional<fs::path>(path);
    if (!configuration) {
        return std::unexpected(
            Error{"there is no .cfg of the same name next to it", {.file = file}});
    }
    Result<std::ifstream> text = opened(*configuration);
    if (!text) {
        return std::unexpected(text.error());
    }
    if (sizeOf(*configuration) > kConfigurationBytesMax) {
        return std::unexpected(
            Error{"it is too large for a COMTRADE configuration", {.file = file}});
    }
    const std::string content(std::istreambuf_iterator<char>(*text), {});
    Result<ComtradeHeader> header = parseComtradeHeader(content, configuration->string(), 1);
    if (!header) {
        return std::unexpected(header.error());
    }
    const std::optional<fs::path> data = neighbour(*configuration, ".dat");
    if (!data) {
        return std::unexpected(Error{"there is no .dat of the same name next to it; it holds the "
                                     "samples",
                                     {.file = configuration->string()}});
    }
    Result<std::ifstream> stream = opened(*data);
    if (!stream) {
        return std::unexpected(stream.error());
    }
    return readData(*stream, {.file = data->string(), .byteCountMax = sizeOf(*data)}, pick,
                    std::move(*header));
}

} // namespace meter::sim
