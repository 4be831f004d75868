// SPDX-License-Identifier: EUPL-1.2
// Photo and slides: sent, looked into, told what they said, kept, taken back.
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/speaker/acts.hpp"
#include "domain/speaker/page_functions.hpp"
#include "domain/speaker/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/upload/upload.hpp"

namespace kring::speaker {

namespace {

using desk::Visit;
using html::List;
using html::View;
using upload::Kind;

constexpr double uploads_a_day = 100;

// What the two pages differ in.
struct Sort {
    Purpose purpose;
    std::string_view pattern;
    std::vector<Kind> allowed;
};

const Sort& sort_of(Purpose purpose) {
    static const Sort photo{Purpose::photo, "/spreker/foto", {Kind::jpg, Kind::png}};
    static const Sort slides{Purpose::slides, "/spreker/presentatie", {Kind::pdf, Kind::odp, Kind::pptx}};
    return purpose == Purpose::photo ? photo : slides;
}

std::string key(const Sort& sort, std::string_view rest) {
    return "speaker." + std::string(word(sort.purpose)) + "." + std::string(rest);
}

View view_of(const Visit& visit, const Sort& sort, const Guest& guest) {
    View view;
    const Kept* file = guest.file(sort.purpose);
    view.set("has_file", file != nullptr);
    if (!file) return view;
    const bool is_photo = sort.purpose == Purpose::photo;
    const std::string own = desk::address(visit, std::string(sort.pattern) + "/bestand");
    view.set("is_picture", is_photo)
        .set("file_href", own)
        .set("file_name", file->name)
        .set("file_size", size_in_words(visit, *file))
        .set("file_alt", guest.photo_alt)
        .set("remove_href", desk::address(visit, std::string(sort.pattern) + "/verwijdering"))
        .set("remove_label", visit.say(key(sort, "remove")));
    return view;
}

web::Response show_upload(const Visit& visit, const Sort& sort, const Guest& guest, std::string_view alt,
                          const Problems& problems) {
    desk::Form form(visit, desk::address(visit, sort.pattern), "speaker.send");
    const bool is_photo = sort.purpose == Purpose::photo;
    desk::Extra file;
    file.hint = visit.say(key(sort, "hint"));
    file.is_required = !(is_photo && guest.file(Purpose::photo));
    form.file("file", key(sort, "field"), file);
    if (is_photo) {
        desk::Extra words;
        words.hint = visit.say("speaker.field.photo_alt_hint");
        form.text("photo_alt", "speaker.field.photo_alt", alt, words);
    }
    form.problems(problems);
    return show_guest_form(visit, frame_for_guest(visit, "speaker.task." + std::string(word(sort.purpose))),
                           visit.say(key(sort, "lead")), form, view_of(visit, sort, guest), problems);
}

// Shown in the answer itself, once, and kept nowhere.
web::Response show_received(const Visit& visit, const Sort& sort, const upload::Accepted& accepted) {
    List found;
    for (const upload::Found& one : accepted.found) {
        View view;
        view.set("what", visit.say("upload.found." + one.what)).set("value", one.value);
        found.push_back(std::move(view));
    }
    desk::Frame frame = frame_for_guest(visit, "speaker.task." + std::string(word(sort.purpose)));
    frame.title = visit.say(key(sort, "received"));
    View view;
    view.set("found", std::move(found))
        .set("is_scanned", !visit.site.virus_scanner.empty())
        .set("again_href", desk::address(visit, sort.pattern))
        .set("back_href", desk::address(visit, "/spreker/overzicht"));
    return desk::show(visit, frame, "speaker_received", std::move(view));
}

const web::SentFile* sent_file(const Visit& visit) {
    for (const web::SentFile& file : visit.request.files) {
        if (file.field == "file") return &file;
    }
    return nullptr;
}

bool is_nothing(const web::SentFile* file) { return !file || (file->name.empty() && file->bytes.empty()); }

// Other words for the photo that is there already.
web::Response post_words_alone(const Visit& visit, const Sort& sort, const Guest& guest,
                               const std::string& alt) {
    const auto done = visit.write([&](const Act& act) { return describe_photo(act, guest.id, alt); });
    if (!done) return show_upload(visit, sort, guest, alt, done.problems());
    return desk::go(visit, desk::address(visit, "/spreker/overzicht"), "guest_saved");
}

web::Response post_upload(const Visit& visit, const Sort& sort) {
    const auto guest = guest_of(visit);
    if (!guest) return link_gone(visit);
    const bool is_photo = sort.purpose == Purpose::photo;
    const std::string alt = is_photo ? network::typed(visit, "photo_alt") : "";
    const web::SentFile* file = sent_file(visit);
    if (is_photo && is_nothing(file) && guest->file(Purpose::photo))
        return post_words_alone(visit, sort, *guest, alt);
    Problems problems = is_photo ? problems_of_alt(alt) : Problems{};
    if (!visit.site.limits.allow("upload " + guest->id, uploads_a_day * second_ms / day_ms, uploads_a_day,
                                 visit.when)) {
        problems.push_back({Trouble::too_many, "speaker.problem.too_many", "file", {}});
        return show_upload(visit, sort, *guest, alt, problems);
    }
    auto accepted = upload::accept(file ? file->bytes : "", file ? file->name : "", sort.allowed,
                                   {visit.site.virus_scanner});
    if (!accepted) problems.insert(problems.begin(), accepted.problems().begin(), accepted.problems().end());
    if (!problems.empty()) return show_upload(visit, sort, *guest, alt, problems);
    HandedIn handed{sort.purpose, std::string(upload::ending(accepted->kind)),
                    upload::tame_name(file->name, accepted->kind), accepted->bytes, alt};
    const auto done = visit.write([&](const Act& act) { return hand_in(act, guest->id, handed); });
    if (!done) return show_upload(visit, sort, *guest, alt, done.problems());
    return show_received(visit, sort, *accepted);
}

web::Response post_removal(const Visit& visit, Purpose purpose) {
    const auto guest = guest_of(visit);
    if (!guest) return link_gone(visit);
    const auto done = visit.write([&](const Act& act) { return take_back(act, guest->id, purpose); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, sort_of(purpose).pattern), "guest_file_removed");
}

web::Response show_form_of(const Visit& visit, Purpose purpose) {
    const auto guest = guest_of(visit);
    if (!guest) return link_gone(visit);
    return show_upload(visit, sort_of(purpose), *guest, guest->photo_alt, {});
}

web::Response send_own(const Visit& visit, Purpose purpose) {
    const auto guest = guest_of(visit);
    const Kept* file = guest ? guest->file(purpose) : nullptr;
    if (!file) return desk::not_found(visit);
    std::string bytes = visit.read([&](db::Connection& in) { return bytes_of(in, file->hash); });
    return purpose == Purpose::photo ? send_picture(std::move(bytes), *file)
                                     : send_file(std::move(bytes), *file);
}

}  // namespace

web::Response show_photo(const Visit& visit) { return show_form_of(visit, Purpose::photo); }
web::Response post_photo(const Visit& visit) { return post_upload(visit, sort_of(Purpose::photo)); }
web::Response post_photo_removal(const Visit& visit) { return post_removal(visit, Purpose::photo); }
web::Response send_own_photo(const Visit& visit) { return send_own(visit, Purpose::photo); }

web::Response show_slides(const Visit& visit) { return show_form_of(visit, Purpose::slides); }
web::Response post_slides(const Visit& visit) { return post_upload(visit, sort_of(Purpose::slides)); }
web::Response post_slides_removal(const Visit& visit) { return post_removal(visit, Purpose::slides); }
web::Response send_own_slides(const Visit& visit) { return send_own(visit, Purpose::slides); }

}  // namespace kring::speaker
