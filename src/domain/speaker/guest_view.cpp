// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/addresses.hpp"
#include "domain/speaker/page_functions.hpp"
#include "platform/base/secret.hpp"
#include "platform/upload/upload.hpp"

namespace kring::speaker {

namespace {

// Nothing in it runs, loads or shows, whatever it turns out to be.
constexpr std::string_view powerless = "sandbox; default-src 'none'";

std::string media_type(const Kept& file) {
    const auto kind = upload::kind_of(file.kind);
    return std::string(kind ? upload::media_type(*kind) : "application/octet-stream");
}

}  // namespace

desk::Frame frame_for_guest(const desk::Visit& visit, std::string_view title) {
    desk::Frame frame;
    frame.title = visit.say(title);
    frame.crumbs = {{visit.say("speaker.portal.crumb"), desk::address(visit, "/spreker/overzicht")},
                    {frame.title, ""}};
    frame.visible_for = {"visible.guest", {}};
    return frame;
}

web::Response show_guest_form(const desk::Visit& visit, desk::Frame frame, std::string_view lead,
                              const desk::Form& form, html::View view, const Problems& problems) {
    frame.has_errors = form.has_problems();
    if (!view.find("has_file")) view.set("has_file", false);
    view.set("lead", lead).set("form", form.view()).set("csrf", masked(visit.csrf));
    const int status = problems.empty() ? 200 : desk::status_of(problems.front().trouble);
    return desk::show(visit, frame, "speaker_form", std::move(view), status);
}

web::Response send_file(std::string bytes, const Kept& file) {
    web::Response response = web::bytes(std::move(bytes), media_type(file), file.name);
    return response.with("Content-Security-Policy", std::string(powerless));
}

web::Response send_picture(std::string bytes, const Kept& file) {
    web::Response response = web::bytes(std::move(bytes), media_type(file));
    return response.with("Content-Security-Policy", std::string(powerless));
}

std::string size_in_words(const desk::Visit& visit, const Kept& file) {
    const std::int64_t kilobytes = (file.bytes + 999) / 1000;
    return file.kind + ", " + visit.site.phrases.number(static_cast<double>(kilobytes), 0, visit.language) +
           " kB";
}

}  // namespace kring::speaker
