// SPDX-License-Identifier: EUPL-1.2
#include "engine/catalogue/traits.hpp"

#include <cmath>
#include <map>
#include <numeric>

#include "engine/reading/notes.hpp"
#include "engine/reading/number.hpp"
#include "platform/base/text.hpp"

namespace kring::catalogue {

using namespace regression;

using namespace reading;

namespace {

bool is_word(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '.';
}

/// Letters, digits and points in a row, in lower case.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> found;
    std::string word;
    for (const char byte : ascii_lower(text) + " ") {
        if (is_word(byte)) {
            word += byte;
        } else if (!word.empty()) {
            found.push_back(std::move(word));
            word.clear();
        }
    }
    return found;
}

/// GB in "512gb" or "1tb", or in a number with "gb" or "tb" as the next word.
std::optional<double> gigabytes(const std::string& word, const std::string& next) {
    std::string_view number = word;
    std::string_view unit = next;
    if (number.size() > 2 && (number.ends_with("gb") || number.ends_with("tb"))) {
        unit = number.substr(number.size() - 2);
        number.remove_suffix(2);
    }
    if (unit != "gb" && unit != "tb") return std::nullopt;
    const std::optional<double> value = read_number(number, '.').value;
    if (!value || *value <= 0 || *value > 1e6) return std::nullopt;
    return unit == "tb" ? *value * 1024 : *value;
}

/// Joins what tells nearly the same: a forest whose trees are the families.
class Families {
public:
    explicit Families(std::size_t count) : above_(count) {
        std::iota(above_.begin(), above_.end(), std::size_t{0});
    }

    std::size_t root(std::size_t one) const {
        while (above_[one] != one) one = above_[one];
        return one;
    }

    /// Everything with the same key is of one family.
    void join(std::size_t one, const std::string& key) {
        const auto first = seen_.emplace(key, one);
        if (!first.second) above_[root(one)] = root(first.first->second);
    }

private:
    std::vector<std::size_t> above_;
    std::map<std::string, std::size_t> seen_;
};

std::string family_name(const PcfRow& row) {
    const std::string lower = ascii_lower(row.product);
    std::string name = ascii_lower(row.maker);
    std::size_t count = 0;
    for (const std::string_view word : words(lower)) {
        if (++count <= 2) name += " " + std::string(word);
    }
    return name;
}

std::string values_of(const PcfRow& row, Target target) {
    std::string values = ascii_lower(row.maker) + " " + shown(value_of(row, target).value_or(0));
    values += " " + shown(row.use_share.value_or(0)) + " " + shown(row.weight_kg.value_or(0));
    return values;
}

}  // namespace

std::optional<double> storage_gb(std::string_view text) {
    const std::vector<std::string> found = words_of(text);
    std::optional<double> largest;
    for (std::size_t at = 0; at < found.size(); ++at) {
        const auto value = gigabytes(found[at], at + 1 < found.size() ? found[at + 1] : std::string());
        if (value && *value >= 16 && *value > largest.value_or(0)) largest = value;
    }
    return largest;
}

Described described(const PcfRow& row) {
    Described device;
    device.device = row.device;
    device.maker = row.maker;
    device.product = row.product;
    device.screen_inch = row.screen_inch;
    device.weight_kg = row.weight_kg;
    if (row.reported) device.year = row.reported->year;
    device.storage_gb = storage_gb(row.product + " " + row.disks);
    return device;
}

Traits traits_of(const Described& device) {
    const auto logarithm = [](std::optional<double> value) {
        return value && *value > 0 && std::isfinite(*value) ? std::optional<double>(std::log(*value))
                                                            : std::nullopt;
    };
    Traits traits;
    traits.group = ascii_lower(trim(device.maker));
    traits.numbers[0] = logarithm(device.screen_inch);
    traits.numbers[1] = logarithm(device.weight_kg);
    traits.numbers[storage_at] =
        logarithm(device.storage_gb ? device.storage_gb : storage_gb(device.product));
    if (device.year) traits.numbers[3] = *device.year;
    return traits;
}

std::optional<double> value_of(const PcfRow& row, Target target) {
    const std::optional<double> value = target == Target::embodied_kg ? embodied_kg(row)
                                        : target == Target::tec_kwh   ? row.tec_kwh
                                                                      : row.total_kg;
    return value && *value > 0 ? value : std::nullopt;
}

std::vector<Sample> samples_of(const std::vector<PcfRow>& rows, DeviceClass device, Target target) {
    std::vector<Sample> samples;
    std::vector<const PcfRow*> of;
    for (const PcfRow& row : rows) {
        const std::optional<double> value = value_of(row, target);
        if (row.device != device || !value) continue;
        samples.push_back({traits_of(described(row)), std::log(*value), 0});
        of.push_back(&row);
    }
    Families families(samples.size());
    for (std::size_t at = 0; at < of.size(); ++at) {
        const std::string& sheet = of[at]->sheet_hash.empty() ? of[at]->source : of[at]->sheet_hash;
        if (!sheet.empty()) families.join(at, "sheet " + sheet);
        families.join(at, "name " + family_name(*of[at]));
        families.join(at, "values " + values_of(*of[at], target));
    }
    for (std::size_t at = 0; at < samples.size(); ++at) samples[at].family = families.root(at);
    return samples;
}

}  // namespace kring::catalogue
