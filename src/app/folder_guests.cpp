// SPDX-License-Identifier: EUPL-1.2
// Guest speakers in the folder: what they told as other records, what they sent beside it, each file under
// its hash. The link that lets a guest in never leaves the house.
#include <filesystem>

#include "app/folder.hpp"
#include "platform/base/process.hpp"
#include "platform/base/secret.hpp"

namespace kring::app {

namespace {

using F = FieldKind;
constexpr bool required = true;
constexpr bool optional = false;

constexpr std::string_view files_folder = "files/";

}  // namespace

// clang-format off: a table reads by its rows
std::vector<FolderKind> guest_kinds() {
    return {
        {"guests", "guests", "", "a guest speaker of a session",
         {{"session", "session_id", F::reference, required, "sessions", "session"},
          {"invited_by", "invited_by", F::reference, optional, "people", "who asked them"},
          {"invited_at", "invited_at", F::moment, optional, "", "when"},
          {"email", "email", F::email, required, "",
           "mail address; withheld in an export for somebody else"},
          {"language", "language", F::choice, required, "nl en", "language of mails and texts"},
          {"opened_at", "opened_at", F::moment, optional, "", "when they first came in"},
          {"name", "name", F::line, required, "", "name"},
          {"organisation", "organisation", F::line, optional, "", "organisation"},
          {"job", "job", F::line, optional, "", "what they do there"},
          {"talk_title", "talk_title", F::line, optional, "", "title of the talk"},
          {"photo_alt", "photo_alt", F::line, optional, "", "what the photo shows"},
          {"naming", "naming", F::choice, required, "name role organisation none",
           "how they want to be named"},
          {"may_name", "may_name", F::yes_no, optional, "", "agrees to be named so"},
          {"may_quote", "may_quote", F::yes_no, optional, "", "agrees to be quoted"},
          {"may_publish", "may_publish", F::yes_no, optional, "", "agrees that readers have the slides"},
          {"talk_about", "talk_about", F::text, optional, "", "what the talk is about"},
          {"biography", "biography", F::text, optional, "", "who they are"}},
         "{record:session_id} and exists (select 1 from records gr where gr.id = t.session_id and "
         "{facilitated:gr.network_id})"},
        {"guest-files", "guest_files", "", "a photo or slides of a guest speaker; the bytes are in files/",
         {{"guest", "guest_id", F::reference, required, "guests", "guest speaker"},
          {"purpose", "purpose", F::choice, required, "photo slides", "what it is for"},
          {"kind", "kind", F::choice, required, "pdf odp pptx jpg png", "kind of file"},
          {"name", "name", F::line, required, "", "name under which it is handed out"},
          {"bytes", "bytes", F::number, required, "", "size"},
          {"hash", "hash", F::line, required, "", "SHA-256 of the bytes, and their name in files/"},
          {"kept_at", "kept_at", F::moment, optional, "", "when it was handed in"}},
         "exists (select 1 from guests g join records gr on gr.id = g.session_id where g.id = t.guest_id "
         "and {record:g.session_id} and {facilitated:gr.network_id})", "guest_id purpose"},
        {"guest-passages", "guest_passages", "", "a statement of the summary that a guest was shown",
         {{"guest", "guest_id", F::reference, required, "guests", "guest speaker"},
          {"statement", "statement_id", F::reference, required, "statements", "statement"},
          {"text_hash", "text_hash", F::line, required, "", "of the text and naming that were shown"},
          {"asked_at", "asked_at", F::moment, optional, "", "when it was shown"},
          {"decision", "decision", F::choice, required, "asked agreed refused", "their answer"},
          {"decided_at", "decided_at", F::moment, optional, "", "when they answered"},
          {"remark", "remark", F::text, optional, "", "what they remarked"}},
         "exists (select 1 from guests g join records gr on gr.id = g.session_id where g.id = t.guest_id "
         "and {record:g.session_id} and {facilitated:gr.network_id})", "guest_id statement_id"},
    };
}
// clang-format on

bool is_files_folder(std::string_view name) { return std::string(name) + "/" == files_folder; }

void export_files(db::Connection& in, const std::map<std::string, FolderFile>& made,
                  std::map<std::string, std::string>& files) {
    for (const auto& [path, file] : made) {
        if (!path.starts_with("guest-files/")) continue;
        for (const FolderLine& line : file.header) {
            if (line.name != "hash") continue;
            in.query("select content from files where hash = $1", {line.value}, [&](const db::Row& row) {
                files[std::string(files_folder) + line.value] = row.bytes(0);
            });
        }
    }
}

void read_sent_file(const std::string& path, const std::string& name, Folder& folder,
                    std::vector<FolderFault>& faults) {
    const bool is_plain = std::filesystem::is_regular_file(std::filesystem::symlink_status(path));
    std::string bytes = is_plain ? read_file(path) : "";
    if (sha256_hex(bytes) != name) {
        faults.push_back({std::string(files_folder) + name, 0, "the name is not the SHA-256 of the bytes"});
        return;
    }
    folder.files[name] = std::move(bytes);
}

void check_files(const Folder& folder, std::vector<FolderFault>& faults) {
    const auto entries = folder.entries.find("guest-files");
    if (entries == folder.entries.end()) return;
    for (const FolderEntry& entry : entries->second) {
        if (folder.files.count(std::string(entry.value("hash"))) == 0)
            faults.push_back({entry.path, entry.line_of("hash"), "hash: there is no such file in files/"});
    }
}

void write_files(const Folder& folder, db::Connection& in) {
    for (const auto& [hash, bytes] : folder.files) {
        if (is_factor_rows(folder, hash)) continue;
        in.execute("insert into files (hash, content) values ($1, $2) on conflict do nothing",
                   {hash, db::Bytes{bytes}});
    }
}

}  // namespace kring::app
