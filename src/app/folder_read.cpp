// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <filesystem>

#include "app/folder.hpp"
#include "platform/base/process.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".md";
constexpr std::string_view manifest_name = "kring.md";

bool is_root_file(std::string_view name) {
    return name == manifest_name || name == "DICTIONARY.md" || name == "README.md" || name.starts_with(".");
}

// A derived name ("question--person") is longer than an id, and made of several.
bool is_entry_name(const FolderKind& kind, std::string_view name) {
    if (kind.key == "id") return is_id(name);
    return !name.empty() && name.size() <= 220 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::vector<fs::path> sorted_entries(const fs::path& path) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(path)) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

void read_manifest(const fs::path& root, Folder& folder, std::vector<FolderFault>& faults) {
    const std::string path(manifest_name);
    if (!fs::exists(root / manifest_name)) {
        faults.push_back({path, 0, "is missing: a folder needs a manifest with \"format: kring-folder 1\""});
        return;
    }
    const FolderFile file = parse_folder_file(read_file((root / manifest_name).string()), path, faults);
    bool has_format = false;
    for (const FolderLine& line : file.header) {
        if (line.name == "format")
            has_format = line.value == "kring-folder 1";
        else if (line.name == "title")
            folder.title = line.value;
        else if (line.name == "freeze")
            folder.freeze = line.value;
        else
            faults.push_back({path, line.line, "unknown field \"" + line.name + "\""});
    }
    if (!has_format) faults.push_back({path, 1, "\"format: kring-folder 1\" is missing"});
}

void read_kind(const fs::path& path, const FolderKind& kind, Folder& folder,
               std::vector<FolderFault>& faults) {
    auto& entries = folder.entries[std::string(kind.folder)];
    for (const fs::path& file : sorted_entries(path)) {
        const std::string shown = std::string(kind.folder) + "/" + file.filename().string();
        const std::string name = file.stem().string();
        if (!fs::is_regular_file(fs::symlink_status(file)) || file.extension() != extension) {
            faults.push_back({shown, 0, "is not a plain .md file"});
            continue;
        }
        if (!is_entry_name(kind, name)) {
            faults.push_back({shown, 0, "the name is not an id: 3 to 64 characters a-z 0-9 -"});
            continue;
        }
        if (fs::file_size(file) > folder_file_bytes_max) {
            faults.push_back({shown, 0, "the file is larger than 1 MiB"});
            continue;
        }
        entries.push_back({&kind, name, shown, parse_folder_file(read_file(file.string()), shown, faults)});
    }
}

}  // namespace

std::string_view FolderEntry::value(std::string_view name) const {
    for (const auto* lines : {&file.header, &file.texts}) {
        for (const FolderLine& line : *lines) {
            if (line.name == name) return line.value;
        }
    }
    return "";
}

int FolderEntry::line_of(std::string_view name) const {
    for (const auto* lines : {&file.header, &file.texts}) {
        for (const FolderLine& line : *lines) {
            if (line.name == name) return line.line;
        }
    }
    return 0;
}

std::vector<FolderLine> FolderEntry::all(std::string_view name) const {
    std::vector<FolderLine> found;
    for (const FolderLine& line : file.header) {
        if (line.name == name) found.push_back(line);
    }
    return found;
}

const FolderEntry* Folder::find(std::string_view folder, std::string_view id) const {
    const auto kind = entries.find(folder);
    if (kind == entries.end()) return nullptr;
    // Read in order of file name, which is not quite the order of ids ("a-b.md" < "a.md").
    const auto found = std::find_if(kind->second.begin(), kind->second.end(),
                                    [&](const FolderEntry& e) { return e.id == id; });
    return found == kind->second.end() ? nullptr : &*found;
}

const FolderEntry* Folder::find_record(std::string_view id) const {
    for (const FolderKind& kind : folder_kinds()) {
        if (kind.record_kind.empty()) continue;
        if (const FolderEntry* entry = find(kind.folder, id)) return entry;
    }
    return nullptr;
}

std::size_t Folder::count() const {
    std::size_t total = 0;
    for (const auto& [name, all] : entries) total += all.size();
    return total;
}

Folder read_folder(const std::string& path, std::vector<FolderFault>& faults) {
    Folder folder;
    if (!fs::is_directory(path)) {
        faults.push_back({path, 0, "is not a folder"});
        return folder;
    }
    read_manifest(path, folder, faults);
    for (const fs::path& entry : sorted_entries(path)) {
        const std::string name = entry.filename().string();
        if (!fs::is_directory(fs::symlink_status(entry))) {
            if (!is_root_file(name))
                faults.push_back({name, 0, "does not belong in a folder; kinds have a folder each"});
            continue;
        }
        if (is_files_folder(name)) {
            for (const fs::path& file : sorted_entries(entry))
                read_sent_file(file.string(), file.filename().string(), folder, faults);
            continue;
        }
        const FolderKind* kind = folder_kind(name);
        if (!kind) {
            faults.push_back({name + "/", 0, "is not a kind that Kring knows; see docs/folder-format.md"});
            continue;
        }
        read_kind(entry, *kind, folder, faults);
    }
    return folder;
}

}  // namespace kring::app
