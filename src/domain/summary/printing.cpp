// SPDX-License-Identifier: EUPL-1.2
#include "domain/summary/printing.hpp"

#include <array>
#include <set>

#include "domain/network/store.hpp"
#include "domain/summary/store.hpp"
#include "domain/summary/version_view.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

struct FormatWords {
    press::Format format;
    std::string_view extension;
    std::string_view media_type;
};

constexpr std::array<FormatWords, 4> formats = {{
    {press::Format::pdf, "pdf", "application/pdf"},
    {press::Format::odt, "odt", "application/vnd.oasis.opendocument.text"},
    {press::Format::docx, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {press::Format::epub, "epub", "application/epub+zip"},
}};

constexpr std::string_view picture_name = "chain.svg";

const FormatWords& words_of(press::Format format) {
    for (const FormatWords& one : formats) {
        if (one.format == format) return one;
    }
    throw std::logic_error("no such format");
}

}  // namespace

std::string_view extension(press::Format format) { return words_of(format).extension; }
std::string_view media_type(press::Format format) { return words_of(format).media_type; }

std::optional<press::Format> format_of(std::string_view extension) {
    for (const FormatWords& one : formats) {
        if (one.extension == extension) return one.format;
    }
    return std::nullopt;
}

std::vector<Unprinted> unprinted(db::Connection& in) {
    std::set<std::string> there;
    for (const VersionFile& file : files_of(in, "")) {
        there.insert(file.version_id + " " + file.language + " " + file.format);
    }
    std::vector<Unprinted> missing;
    in.query("select id, languages from versions order by frozen_at, id", {}, [&](const db::Row& row) {
        for (const std::string_view language : words(row.view(1))) {
            for (const FormatWords& one : formats) {
                const std::string key =
                    row.text(0) + " " + std::string(language) + " " + std::string(one.extension);
                if (there.count(key) == 0)
                    missing.push_back({row.text(0), std::string(language), one.format});
            }
        }
    });
    return missing;
}

press::Publication publication(const desk::Site& site, const Version& version, std::string_view language) {
    const html::Language spoken = language == "en" ? html::Language::en : html::Language::nl;
    Looking looking{site, spoken, site.public_address, {}};
    std::string network_name;
    site.database.read([&](db::Connection& in) {
        // What the printed text links to is what everyone could read when it was frozen.
        looking.readable =
            readable_sources(in, Actor{}, version.record.id, parse_time(version.frozen_at).value());
        const auto network = network::find(in, version.record.network);
        if (network) network_name = network::name(*network, language);
    });
    press::Publication made;
    made.title = title_of(version, spoken);
    made.language = language;
    made.publisher = network_name.empty() ? site.name : network_name;
    made.date = day_of(version);
    made.identifier = site.public_address + version_address(spoken, version);
    made.pictures = {
        {std::string(picture_name), chart_svg(looking, version), chart_description(looking, version)}};
    html::View view;
    set_version(view, looking, version);
    set_chart_table(view, looking, version);
    view.set("network", network_name)
        .set("chart_title", chart_title(looking))
        .set("chart_alt", chart_description(looking, version));
    made.html = site.templates.render("summary_print", view, spoken);
    return made;
}

Result<Done> keep_file(const Act& act, const Unprinted& file, std::string_view bytes) {
    const std::string hash = sha256_hex(bytes);
    const auto kept = act.in.execute(
        "insert into version_files (version_id, language, format, sha256, content) values ($1, $2, $3, $4, "
        "$5) "
        "on conflict do nothing",
        {file.version_id, file.language, extension(file.format), hash, db::Bytes{std::string(bytes)}});
    if (kept > 0) {
        journal::record(act, "version.printed", file.version_id,
                        file.language + "." + std::string(extension(file.format)) + " sha256=" + hash);
    }
    return Done{};
}

}  // namespace kring::summary
