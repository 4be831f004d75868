// SPDX-License-Identifier: EUPL-1.2
#include "app/config.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "platform/base/process.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

const Setting* find_setting(std::string_view name) {
    const auto& all = settings();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Setting& s) { return s.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::size_t differences(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::string unknown(std::string_view origin, std::string_view name) {
    std::string fault = std::string(origin) + ": unknown setting \"" + shortened(name, 60) + "\".";
    for (const Setting& setting : settings()) {
        if (name.size() < 60 && differences(name, setting.name) <= 2) {
            return fault + " Did you mean \"" + std::string(setting.name) + "\"?";
        }
    }
    return fault + " `kring config` shows all settings.";
}

// What is put behind the name, with its "+", must fit in the 64 characters of RFC 5321.
std::string fault_of_mailbox(const std::string& value) {
    constexpr std::size_t most = 64 - 46;
    if (value.empty()) return "";
    const auto at = value.find('@');
    if (!is_email(value) || value.find_first_of("<>,\"+ ") != std::string::npos)
        return "must be a mail address without \"+\"";
    return at <= most ? "" : "must have at most " + std::to_string(most) + " characters before the @";
}

// Says what is wrong with a value of this kind; "" when nothing is.
std::string fault_of(const Setting& setting, const std::string& value) {
    std::int64_t number = 0;
    if (!is_clean_text(value)) return "holds control characters or is not UTF-8";
    if (setting.kind == "yesno") return value == "yes" || value == "no" ? "" : "must be yes or no";
    if (setting.kind == "port")
        return read_number(value, 0, 65535, number) ? "" : "must be a port, 0 to 65535";
    if (setting.kind == "address") {
        const bool is_right =
            (value.starts_with("http://") || value.starts_with("https://")) && !value.ends_with("/");
        return is_right ? "" : "must begin with http:// or https:// and not end with /";
    }
    if (setting.kind == "mailbox") return fault_of_mailbox(value);
    if (setting.kind.starts_with("number ")) {
        const auto bounds = words(setting.kind.substr(7));
        std::int64_t low = 0;
        std::int64_t high = 0;
        read_number(bounds[0], 0, INT64_MAX, low);
        read_number(bounds[1], 0, INT64_MAX, high);
        if (read_number(value, low, high, number)) return "";
        return "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high);
    }
    return "";
}

class Reader {
public:
    explicit Reader(Loaded& loaded) : loaded_(loaded) {
        for (const Setting& setting : settings()) {
            loaded_.config.values[std::string(setting.name)] = {std::string(setting.standard), "default"};
        }
    }

    void give(std::string_view name, std::string value, const std::string& origin) {
        const Setting* setting = find_setting(name);
        if (!setting) {
            loaded_.faults.push_back(unknown(origin, name));
            return;
        }
        if (const std::string fault = fault_of(*setting, value); !fault.empty()) {
            loaded_.faults.push_back(origin + ": " + std::string(name) + " " + fault + ".");
            return;
        }
        loaded_.config.values[std::string(name)] = {std::move(value), origin};
    }

    void file(const std::string& path) {
        std::string content;
        try {
            content = read_file(path);
        } catch (const std::exception&) {
            loaded_.faults.push_back(path + ": cannot be read.");
            return;
        }
        int number = 0;
        for (const std::string_view line : split(content, '\n')) {
            ++number;
            const std::string_view text = trim(line);
            if (text.empty() || text.front() == '#') continue;
            const std::string origin = path + ":" + std::to_string(number);
            const auto equals = text.find('=');
            if (equals == std::string_view::npos) {
                loaded_.faults.push_back(origin + ": expected `name = value`.");
                continue;
            }
            give(trim(text.substr(0, equals)), std::string(trim(text.substr(equals + 1))), origin);
        }
    }

private:
    Loaded& loaded_;
};

// Splits the command line in settings (flags with a known name) and the rest.
struct Flags {
    std::vector<std::pair<std::string, std::string>> given;
    std::string config_file;
};

Flags take_flags(const std::vector<std::string>& arguments, Loaded& loaded) {
    Flags flags;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        const auto equals = argument.find('=');
        std::string name = argument.starts_with("--")
                               ? argument.substr(2, equals == std::string::npos ? equals : equals - 2)
                               : "";
        std::replace(name.begin(), name.end(), '-', '_');
        if (name != "config" && !find_setting(name)) {
            loaded.arguments.push_back(argument);
            continue;
        }
        if (equals == std::string::npos && i + 1 == arguments.size()) {
            loaded.faults.push_back("command line: " + argument + " needs a value.");
            continue;
        }
        const std::string value = equals == std::string::npos ? arguments[++i] : argument.substr(equals + 1);
        if (name == "config")
            flags.config_file = value;
        else
            flags.given.emplace_back(name, value);
    }
    return flags;
}

}  // namespace

const std::vector<Setting>& settings() {
    static const std::vector<Setting> all = {
        {"database", "kring.db", false, "text", "SQLite file, or postgresql://user@host/name"},
        {"address", "127.0.0.1", false, "text", "address to listen on; :: for all"},
        {"port", "8080", false, "port", "port to listen on; 0 takes a free one"},
        {"public_address", "http://localhost:8080", false, "address",
         "where visitors find the site; stands in mails, feeds and files"},
        {"name", "Kring", false, "text", "name of the site, in the mail and the publications"},
        {"contact_email", "beheer@kring.example", false, "text",
         "who answers for the site; shown on the help and security pages"},
        {"trusted_proxies", "", false, "list",
         "addresses of reverse proxies whose X-Forwarded-For and -Proto are believed"},
        {"workers", "8", false, "number 1 256", "threads that answer requests"},
        {"readers", "8", false, "number 1 256", "database connections for reading"},
        {"requests_per_second", "100", false, "number 0 100000",
         "requests per second for one address prefix, after a burst of four times as many; 0: no limit"},
        {"posts_per_minute", "120", false, "number 0 1000000",
         "things one person may send in a minute; 0: no limit"},
        {"documents_per_second", "5", false, "number 0 100000",
         "documents per second that one address prefix may send to the API, after a burst of four times as "
         "many; 0: no limit"},
        {"anonymous_delay_minutes", "10", false, "number 0 1440",
         "an anonymous question appears after a random wait of at most this long"},
        {"mail_sink", "var/mail", false, "text", "folder that mail is written to while smtp_url is empty"},
        {"smtp_url", "", false, "text", "smtp://host:587 or smtps://host:465"},
        {"smtp_user", "", false, "text", "name for the mail server"},
        {"smtp_password", "", true, "text", "password for the mail server; better in smtp_password_file"},
        {"smtp_password_file", "", false, "text",
         "file that holds the password, readable by the service alone"},
        {"smtp_require_tls", "yes", false, "yesno", "refuse to send without TLS"},
        {"mail_from", "kring@kring.example", false, "text", "sender of the mail"},
        {"reply_address", "", false, "mailbox",
         "address whose mail goes to `kring receive`, such as antwoord@kring.example; empty: questions are "
         "not answered by mail"},
        {"mail_authserv", "", false, "text",
         "name under which your mail server notes the result of DMARC; empty: who answers by mail confirms "
         "each answer on the site"},
        {"virus_scanner", "", false, "text",
         "clamd that looks at every file sent: /run/clamav/clamd.ctl, or host:port; when it does not answer "
         "no "
         "file is taken; empty: files are not scanned"},
        {"log_requests", "no", false, "yesno",
         "one log line per request: method, path, status, time; never who"},
        {"jobs", "yes", false, "yesno",
         "deliver mail, show waiting questions and print publications in this process"},
    };
    return all;
}

std::string Config::text(std::string_view name) const {
    const auto found = values.find(name);
    if (found == values.end()) throw std::logic_error("no such setting: " + std::string(name));
    return found->second.text;
}

std::int64_t Config::number(std::string_view name) const {
    std::int64_t number = 0;
    read_number(text(name), 0, INT64_MAX, number);
    return number;
}

bool Config::is_on(std::string_view name) const { return text(name) == "yes"; }

std::vector<std::string> Config::list(std::string_view name) const {
    std::vector<std::string> items;
    const std::string all = text(name);  // words only points into it
    for (const std::string_view item : words(all)) items.emplace_back(item);
    return items;
}

std::string Config::shown() const {
    std::string text_shown;
    for (const Setting& setting : settings()) {
        const Value& value = values.at(std::string(setting.name));
        const bool is_masked = setting.is_secret && !value.text.empty();
        // A password inside a database address is as secret as any.
        std::string shown_value = is_masked ? "********" : value.text;
        const auto at = shown_value.find('@');
        const auto colon = shown_value.find(':', shown_value.find("://") + 3);
        if (shown_value.starts_with("postgresql://") && at != std::string::npos && colon < at) {
            shown_value.replace(colon + 1, at - colon - 1, "********");
        }
        text_shown += std::string(setting.name) + " = " + shown_value + "  # " + value.origin + "\n";
    }
    return text_shown;
}

Loaded load_config(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
    Loaded loaded;
    Reader reader(loaded);
    const Flags flags = take_flags(arguments, loaded);
    std::vector<std::pair<std::string, std::string>> from_environment;
    std::string file = flags.config_file;
    for (const std::string& entry : environment) {
        const auto equals = entry.find('=');
        if (!entry.starts_with("KRING_") || equals == std::string::npos) continue;
        const std::string name = ascii_lower(entry.substr(6, equals - 6));
        if (name == "config" && file.empty()) file = entry.substr(equals + 1);
        if (name == "config" || name == "chromium" || name.starts_with("test_")) continue;
        from_environment.emplace_back(name, entry.substr(equals + 1));
    }
    const bool is_named = !file.empty();
    if (!is_named) file = "kring.conf";
    if (is_named || std::filesystem::exists(file)) reader.file(file);
    for (const auto& [name, value] : from_environment) reader.give(name, value, "environment");
    for (const auto& [name, value] : flags.given) reader.give(name, value, "command line");
    return loaded;
}

std::string configuration_page() {
    std::string page =
        "# Configuration\n\n<!-- Written by `kring config --page`; a test fails when it lags. -->\n\n"
        "A flag (`--port 80`) beats the environment (`KRING_PORT=80`) beats the file (`port = 80` in "
        "`kring.conf`, or the\n"
        "file named by `--config`) beats the default. Everything is checked at start: an unknown name or a "
        "wrong value is\n"
        "refused with file and line. `kring config` prints what is in force, with secrets masked.\n\n"
        "| setting | default | what it is |\n|---|---|---|\n";
    for (const Setting& setting : settings()) {
        const std::string standard =
            setting.standard.empty() ? "–" : "`" + std::string(setting.standard) + "`";
        page += "| `" + std::string(setting.name) + "` | " + standard + " | " + std::string(setting.help) +
                (setting.is_secret ? " (secret)" : "") + " |\n";
    }
    return page;
}

}  // namespace kring::app
