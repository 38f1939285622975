// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/bundle/zip_file.hpp"

#include "sim/base/whole_file.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace meter::sim {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferSize = 1U << 16U;
constexpr std::size_t kNameMax = 512;

struct ZipCloser {
    void operator()(void* file) const { zipClose(file, nullptr); }
};

struct UnzipCloser {
    void operator()(void* file) const { unzClose(file); }
};

using Unzip = std::unique_ptr<void, UnzipCloser>;

std::unexpected<Error> failed(const fs::path& file, const std::string& what) {
    return std::unexpected(Error{file.string() + " " + what});
}

Result<std::vector<std::string>> namesBelow(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder, failure);
    for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        if (entry->is_regular_file(failure)) {
            names.push_back(entry->path().lexically_relative(folder).generic_string());
        }
    }
    if (failure) {
        return failed(folder, "cannot be read: " + failure.message());
    }
    std::ranges::sort(names);
    return names;
}

bool copyInto(void* zip, const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::vector<char> buffer(kBufferSize);
    bool isWritten = stream.is_open();
    while (isWritten && stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        const auto count = static_cast<unsigned>(stream.gcount());
        isWritten = count == 0 || zipWriteInFileInZip(zip, buffer.data(), count) == ZIP_OK;
    }
    return isWritten && stream.eof();
}

bool addFile(void* zip, const fs::path& folder, const std::string& name) {
    zip_fileinfo info{}; // A date of zeros would be the 30th of November 1979.
    info.tmz_date.tm_mday = 1;
    info.tmz_date.tm_year = 1980;
    constexpr int kIsLarge = 1; // Entries above 4 GiB may come.
    const bool isOpen =
        zipOpenNewFileInZip64(zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                              Z_DEFAULT_COMPRESSION, kIsLarge) == ZIP_OK;
    if (!isOpen) {
        return false;
    }
    const bool isCopied = copyInto(zip, folder / name);
    return zipCloseFileInZip(zip) == ZIP_OK && isCopied;
}

/// A name that stays inside the folder that it is unpacked to.
bool isHarmless(const std::string& name) {
    const fs::path path(name);
    const bool leaves =
        std::ranges::any_of(path, [](const fs::path& part) { return part == ".." || part == "."; });
    return !name.empty() && path.is_relative() && !leaves && name.find('\\') == std::string::npos &&
           name.find('\0') == std::string::npos;
}

struct Entry {
    std::string name;
    std::uint64_t size = 0;
};

Result<Entry> entryOf(void* zip, const fs::path& file) {
    unz_file_info64 info{};
    std::array<char, kNameMax> name{};
    if (unzGetCurrentFileInfo64(zip, &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) !=
        UNZ_OK) {
        return failed(file, "is damaged: its list of files cannot be read");
    }
    Entry entry{.name = name.data(), .size = info.uncompressed_size};
    const bool isFolder = entry.name.ends_with('/');
    if (info.size_filename >= kNameMax || isFolder || !isHarmless(entry.name)) {
        return failed(file, "holds a name that does not belong in a bundle: '" +
                                entry.name.substr(0, 80) + "'");
    }
    return entry;
}

/// At most `limit` bytes; how many there were.
Result<std::uint64_t>
unpackEntry(void* zip, const fs::path& file, const fs::path& target, std::uint64_t limit) {
    std::error_code failure;
    fs::create_directories(target.parent_path(), failure);
    std::ofstream stream(target, std::ios::binary | std::ios::trunc);
    if (!stream) {
        return failed(target, "cannot be written");
    }
    if (unzOpenCurrentFile(zip) != UNZ_OK) {
        return failed(file, "is damaged: " + target.filename().string() + " cannot be unpacked");
    }
    std::vector<char> buffer(kBufferSize);
    std::uint64_t size = 0;
    int count = 1;
    while (count > 0 && size <= limit) {
        count = unzReadCurrentFile(zip, buffer.data(), static_cast<unsigned>(buffer.size()));
        if (count > 0) {
            stream.write(buffer.data(), count);
            size += static_cast<std::uint64_t>(count);
        }
    }
    const bool isWhole = unzCloseCurrentFile(zip) == UNZ_OK && count == 0; // The CRC fits.
    stream.close();
    if (size > limit) {
        return failed(file, "expands to more than the 4 GiB that a bundle may have");
    }
    if (!isWhole) {
        return failed(file, "is damaged: " + target.filename().string() +
                                " is not what was packed; get the bundle again");
    }
    if (!stream) {
        return failed(target, "cannot be written; is the disk full?");
    }
    return size;
}

} // namespace

Result<void> packFolder(const fs::path& folder, const fs::path& zip) {
    const Result<std::vector<std::string>> names = namesBelow(folder);
    if (!names) {
        return std::unexpected(names.error());
    }
    // Only the place is taken here: the archive is written by its library, under that name.
    Result<WholeFile> whole = WholeFile::begin(zip);
    if (!whole) {
        return std::unexpected(whole.error());
    }
    std::unique_ptr<void, ZipCloser> file(zipOpen64(whole->part().c_str(), APPEND_STATUS_CREATE));
    if (!file) {
        return failed(zip, "cannot be written; does the folder exist, and is it writable?");
    }
    bool isWritten = std::ranges::all_of(
        *names, [&](const std::string& name) { return addFile(file.get(), folder, name); });
    isWritten = zipClose(file.release(), nullptr) == ZIP_OK && isWritten;
    return isWritten ? whole->commit() : failed(zip, "cannot be written; is the disk full?");
}

Result<void> unpackZip(const fs::path& zip, const fs::path& folder) {
    std::error_code failure;
    if (!fs::is_regular_file(zip, failure)) {
        return std::unexpected(Error{"there is no file " + zip.string()});
    }
    const Unzip file(unzOpen64(zip.c_str()));
    if (!file) {
        return failed(zip, "is not a .zip file, or is damaged");
    }
    std::uint64_t left = kUnpackedSizeMax;
    int state = unzGoToFirstFile(file.get());
    for (std::size_t count = 0; state == UNZ_OK; ++count) {
        const Result<Entry> entry = entryOf(file.get(), zip);
        if (!entry) {
            return std::unexpected(entry.error());
        }
        if (count >= kUnpackedFilesMax) {
            return failed(zip, "holds more files than a bundle may");
        }
        const auto size = unpackEntry(file.get(), zip, folder / entry->name, left);
        if (!size) {
            return std::unexpected(size.error());
        }
        left -= *size;
        state = unzGoToNextFile(file.get());
    }
    return state == UNZ_END_OF_LIST_OF_FILE ? Result<void>{}
                                            : failed(zip, "is damaged: its list of files ends");
}

TemporaryFolder::TemporaryFolder(fs::path path) : m_path(std::move(path)) {}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, {})) {}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
    if (this != &other) {
        remove();
        m_path = std::exchange(other.m_path, {});
    }
    return *this;
}

TemporaryFolder::~TemporaryFolder() {
    remove();
}

void TemporaryFolder::remove() {
    if (!m_path.empty()) {
        std::error_code failure; // Nobody can do anything about it.
        fs::remove_all(m_path, failure);
    }
}

Result<TemporaryFolder> TemporaryFolder::create() {
    std::error_code failure;
    const fs::path parent = fs::temp_directory_path(failure);
    std::string name = (parent / "metertwin-XXXXXX").string();
    if (failure || ::mkdtemp(name.data()) == nullptr) {
        return std::unexpected(Error{"no folder can be made in " + parent.string() +
                                     "; set TMPDIR to use another one"});
    }
    return TemporaryFolder(name);
}

} // namespace meter::sim
