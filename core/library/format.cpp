// Lists to cell text and back. It trusts library.db: the compiler has checked what stands in it.
#include "core/library/format.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pegboard::library_format {
namespace {

/// Calls `each` with every piece of `text` between separators; not at all when it is empty.
template <class Each>
void split(std::string_view text, char separator, Each&& each) {
    while (!text.empty()) {
        const auto end = text.find(separator);
        each(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

/// The text up to the first tab, which is taken off `text` with it.
std::string_view take_part(std::string_view& text) {
    const auto end = text.find('\t');
    const auto part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

int number(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void add_line(std::string& out, std::string_view line) {
    if (!out.empty()) out += '\n';
    out += line;
}

/// Ids in one part of a line; none holds a comma.
std::string joined(const std::vector<std::string>& ids) {
    std::string out;
    for (const auto& id : ids) out += (out.empty() ? "" : ",") + id;
    return out;
}
std::vector<std::string> parted(std::string_view text) {
    std::vector<std::string> ids;
    split(text, ',', [&](std::string_view id) { ids.emplace_back(id); });
    return ids;
}
constexpr std::string_view needs_nothing = "-";
constexpr std::string_view counts_still = "counts";

template <class Pair>
std::string encode_pairs(const std::vector<Pair>& pairs, std::string Pair::* first, std::string Pair::* second) {
    std::string out;
    for (const auto& pair : pairs) add_line(out, pair.*first + '\t' + pair.*second);
    return out;
}

template <class Pair>
void decode_pairs(std::string_view text, std::vector<Pair>& pairs) {
    split(text, '\n', [&](std::string_view line) {
        const auto first = take_part(line);
        pairs.push_back({std::string(first), std::string(line)});
    });
}

}  // namespace

std::string encode(const std::vector<std::string>& list) {
    std::string out;
    for (const auto& value : list) add_line(out, value);
    return out;
}
std::string encode(const std::vector<double>& numbers) {
    std::string out;
    for (const double value : numbers) {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        add_line(out, {digits.data(), end});
    }
    return out;
}
std::string encode(const std::vector<Arc>& arcs) {
    std::string out;
    for (const auto arc : arcs) add_line(out, key(arc));
    return out;
}
std::string encode(const std::vector<ActivityItem>& items) {
    std::string out;
    for (const auto& item : items)
        add_line(out, item.item + '\t' + std::to_string(item.quantity) + (item.optional ? "\toptional" : ""));
    return out;
}
// What a rung leaves out at its end is not written, so that rungs of older files read the same.
std::string encode(const std::vector<Rung>& rungs) {
    std::string out;
    for (const auto& rung : rungs) {
        std::string line = rung.dimension + '\t' + rung.change + '\t' + rung.position + '\t' + rung.space + '\t' +
                           joined(rung.adds) + '\t' + joined(rung.drops) + '\t' + joined(rung.items) + '\t';
        if (rung.needs) line += rung.needs->empty() ? std::string(needs_nothing) : joined(*rung.needs);
        line += '\t' + joined(rung.leaves_out);
        line += '\t' + std::string(rung.still_counts ? counts_still : "");
        const auto changes = line.find('\t', rung.dimension.size() + 1);
        line.resize(std::max(changes, line.find_last_not_of('\t') + 1));
        add_line(out, line);
    }
    return out;
}
std::string encode(const std::vector<Cue>& cues) { return encode_pairs(cues, &Cue::type, &Cue::text); }
std::string encode(const std::map<std::string, int>& map) {
    std::string out;
    for (const auto& [name, value] : map) add_line(out, name + '\t' + std::to_string(value));
    return out;
}
std::string encode(const std::map<std::string, std::string>& map) {
    std::string out;
    for (const auto& [name, value] : map) add_line(out, name + '\t' + value);
    return out;
}
std::string encode(const std::map<std::string, std::vector<std::string>>& map) {
    std::string out;
    for (const auto& [name, values] : map) {
        add_line(out, name);
        for (const auto& value : values) out += '\t' + value;
    }
    return out;
}
std::string encode(Verdict verdict) {
    return verdict == Verdict::exclude ? "exclude" : verdict == Verdict::flag ? "flag" : "fine";
}

void decode(std::string_view text, std::vector<std::string>& list) {
    split(text, '\n', [&](std::string_view line) { list.emplace_back(line); });
}
void decode(std::string_view text, std::vector<double>& numbers) {
    split(text, '\n', [&](std::string_view line) {
        double value = 0;
        std::from_chars(line.data(), line.data() + line.size(), value);
        numbers.push_back(value);
    });
}
void decode(std::string_view text, std::vector<Arc>& arcs) {
    split(text, '\n', [&](std::string_view line) {
        if (const auto arc = from_key<Arc>(line)) arcs.push_back(*arc);
    });
}
void decode(std::string_view text, std::vector<ActivityItem>& items) {
    split(text, '\n', [&](std::string_view line) {
        const auto item = take_part(line);
        const auto quantity = number(take_part(line));
        items.push_back({std::string(item), quantity, !line.empty()});
    });
}
void decode(std::string_view text, std::vector<Rung>& rungs) {
    split(text, '\n', [&](std::string_view line) {
        Rung& rung = rungs.emplace_back();
        for (std::string* part : {&rung.dimension, &rung.change, &rung.position, &rung.space}) *part = take_part(line);
        for (auto* list : {&rung.adds, &rung.drops, &rung.items}) *list = parted(take_part(line));
        const std::string_view needs = take_part(line);
        if (needs == needs_nothing)
            rung.needs.emplace();
        else if (!needs.empty())
            rung.needs = parted(needs);
        rung.leaves_out = parted(take_part(line));
        rung.still_counts = line == counts_still;
    });
}
void decode(std::string_view text, std::vector<Cue>& cues) { decode_pairs(text, cues); }
void decode(std::string_view text, std::map<std::string, int>& map) {
    split(text, '\n', [&](std::string_view line) {
        const auto name = take_part(line);
        map.emplace(name, number(line));
    });
}
void decode(std::string_view text, std::map<std::string, std::string>& map) {
    split(text, '\n', [&](std::string_view line) {
        const auto name = take_part(line);
        map.emplace(name, line);
    });
}
void decode(std::string_view text, std::map<std::string, std::vector<std::string>>& map) {
    split(text, '\n', [&](std::string_view line) {
        auto& values = map[std::string(take_part(line))];
        split(line, '\t', [&](std::string_view value) { values.emplace_back(value); });
    });
}
void decode(std::string_view text, Verdict& verdict) {
    verdict = text == "exclude" ? Verdict::exclude : text == "flag" ? Verdict::flag : Verdict::fine;
}

}  // namespace pegboard::library_format
