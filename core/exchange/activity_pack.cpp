#include "core/exchange/activity_pack.h"

#include <toml++/toml.h>

#include <algorithm>

#include "core/exchange/toml_bounds.h"
#include "core/library/content/check_activity.h"
#include "core/library/content/read_activity.h"
#include "core/rules/typed/typed_text.h"

namespace pegboard {
namespace {

constexpr std::size_t most_problems = 100;  ///< told at once; nobody mends more in one go

using content::Fields;
using content::Place;
using content::Problem;
using content::Problems;

PackReading refused(std::vector<Problem> problems) {
    if (problems.size() > most_problems) problems.resize(most_problems);
    return {{}, std::move(problems)};
}

PackReading refused(const Place& place, std::string text) { return refused({{place, std::move(text)}}); }

/// The marks of the file; false when it is none that can be read on.
bool read_head(Fields& fields, ActivityPack& pack, Problems& problems) {
    if (!fields.has("pegboard_pack")) {
        problems.add(fields.place(), "this is no activity pack: its first line would be pegboard_pack = 1");
        return false;
    }
    const int format = fields.whole("pegboard_pack");
    if (format > pack_format) {
        problems.add(fields.places().at("pegboard_pack"),
                     "this pack was written by a newer Pegboard. Install the newest version to open it");
        return false;
    }
    if (format < 1) problems.add(fields.places().at("pegboard_pack"), "the format must be 1 or 2");
    pack.name = fields.text("name");
    pack.author = fields.text_or_none("author");
    for (const auto& [key, text] : {std::pair("name", &pack.name), std::pair("author", &pack.author)})
        if (longer_than(*text, 120))
            problems.add(fields.places().at(key), std::string(key) + " is longer than 120 letters");
    return true;
}

void read_activities(Fields& fields, const std::string& file, const Library& library, ActivityPack& pack,
                     Problems& problems) {
    const content::Ground ground = content::ground_of(library);
    std::set<std::string> ids;
    auto tables = fields.tables("activity");
    if (tables.empty()) problems.add(fields.place(), "the pack holds no activity");
    if (tables.size() > most_pack_activities) {
        problems.add({file, 0}, "a pack holds at most " + std::to_string(most_pack_activities) + " activities");
        return;
    }
    for (Fields& each : tables) {
        each.set_owner("an activity");
        content::Record<Activity> read = content::read_activity(each, problems);
        const std::string owner = read.title.empty() ? read.id : read.title;
        if (!ids.insert(read.id).second) problems.add(read.at("id"), owner + ": the id " + read.id + " is used twice");
        auto faults = content::check_activity(read, ground);
        std::ranges::move(content::check_activity_words(read), std::back_inserter(faults));
        for (const auto& fault : faults) problems.add(read.at(fault.field), owner + ": " + fault.text);
        read.formerly.clear();
        pack.activities.push_back(std::move(read));
    }
}

// ---- writing
std::string toml_text(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += digits[byte / 16];
            out += digits[byte % 16];
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string list_of(const std::vector<std::string>& values) {
    std::string all;
    for (const auto& value : values) all += (all.empty() ? "" : ", ") + toml_text(value);
    return '[' + all + ']';
}

class PackWriter {
 public:
    void line(const std::string& key, const std::string& value) { out_ += key + " = " + value + '\n'; }
    void text(const std::string& key, const std::string& value) { line(key, toml_text(value)); }
    void text_if_any(const std::string& key, const std::string& value) {
        if (!value.empty()) text(key, value);
    }
    void number(const std::string& key, int value) { line(key, std::to_string(value)); }
    void list(const std::string& key, const std::vector<std::string>& values) { line(key, list_of(values)); }
    template <class Row, class Say>
    void rows(const std::string& key, const std::vector<Row>& all, Say&& say) {
        out_ += key + " = [\n";
        for (const Row& row : all) out_ += "  { " + say(row) + " },\n";
        out_ += "]\n";
    }
    void gap(const std::string& heading) { out_ += '\n' + heading + '\n'; }
    std::string take() { return std::move(out_); }

 private:
    std::string out_;
};

std::string pair_of(const char* one, const std::string& first, const char* other, const std::string& second) {
    return std::string(one) + " = " + toml_text(first) + ", " + other + " = " + toml_text(second);
}

std::string rung_words(const Rung& rung) {
    std::string words = pair_of("dimension", rung.dimension, "change", rung.change);
    if (!rung.position.empty()) words += ", position = " + toml_text(rung.position);
    if (!rung.space.empty()) words += ", space = " + toml_text(rung.space);
    if (!rung.adds.empty()) words += ", adds = " + list_of(rung.adds);
    if (!rung.drops.empty()) words += ", drops = " + list_of(rung.drops);
    if (!rung.items.empty()) words += ", items = " + list_of(rung.items);
    if (rung.needs) words += ", needs = " + list_of(*rung.needs);
    if (!rung.leaves_out.empty()) words += ", leaves_out = " + list_of(rung.leaves_out);
    if (rung.still_counts) words += ", still_counts = true";
    return words;
}

void write_lists(PackWriter& to, const Activity& activity) {
    to.list("setup", activity.setup);
    to.list("steps", activity.steps);
    to.rows("easier", activity.easier, rung_words);
    to.rows("harder", activity.harder, rung_words);
    to.rows("cues", activity.cues, [](const Cue& cue) { return pair_of("type", cue.type, "text", cue.text); });
    to.list("safety", activity.safety);
    to.list("contraindications", activity.contraindications);
    to.line("measure", "{ " + pair_of("type", activity.measure_type, "what", activity.measure_what) +
                           ", unit = " + toml_text(activity.measure_unit) + " }");
    if (activity.stations_group_max > 0)
        to.line("stations", "{ group_max = " + std::to_string(activity.stations_group_max) +
                                ", how = " + toml_text(activity.stations_how) +
                                (activity.station_adults > 0 ? ", adults = " + std::to_string(activity.station_adults)
                                                             : std::string()) +
                                " }");
}

void write_activity(PackWriter& to, const Activity& activity) {
    to.gap("[[activity]]");
    to.text("id", activity.id);
    to.text("title", activity.title);
    to.number("version", activity.version);
    to.text("category", activity.category);
    to.text("idea", activity.idea);
    to.list("skills", activity.skills);
    to.number("age_min_months", activity.age_min_months);
    to.number("age_max_months", activity.age_max_months);
    to.number("minutes", activity.minutes);
    to.number("minutes_min", activity.minutes_min);
    std::vector<std::string> arcs;
    for (const Arc arc : activity.arcs) arcs.emplace_back(key(arc));
    to.list("arcs", arcs);
    to.rows("items", activity.items, [](const ActivityItem& used) {
        return "id = " + toml_text(used.item) + ", quantity = " + std::to_string(used.quantity) +
               (used.optional ? ", optional = true" : "");
    });
    to.text("space", activity.space);
    to.number("group_min", activity.group_min);
    to.number("group_max", activity.group_max);
    to.text("position", activity.position);
    if (!activity.needs.empty()) to.list("needs", activity.needs);
    to.list("attributes", activity.attributes);
    to.list("allergens", activity.allergens);
    to.text("intensity", activity.intensity);
    to.text("supervision", activity.supervision);
    std::string load;
    for (const auto& [sense, level] : activity.sensory_load)
        load += (load.empty() ? "" : ", ") + sense + " = " + std::to_string(level);
    to.line("sensory_load", "{ " + load + " }");
    write_lists(to, activity);
    to.line("home_ok", activity.home_ok ? "true" : "false");
    to.text_if_any("home_text", activity.home_text);
    to.list("interests", activity.interests);
    to.text_if_any("dose", activity.dose);
    to.text("source_note", activity.source_note.empty() ? "Own activity" : activity.source_note);
}

}  // namespace

std::string write_pack(const ActivityPack& pack) {
    PackWriter to;
    to.number("pegboard_pack", pack_format);
    to.text("name", pack.name);
    to.text_if_any("author", pack.author);
    for (const Activity& activity : pack.activities) write_activity(to, activity);
    return to.take();
}

PackReading read_pack(std::string_view text, const std::string& file, const Library& library) {
    if (text.size() > most_pack_bytes) return refused({file, 0}, "the file is larger than a pack can be (4 MB)");
    if (!within_bounds(text, most_pack_bytes)) return refused({file, 0}, "it is nested deeper than a pack can be");
    toml::table parsed;
    try {
        parsed = toml::parse(text);
    } catch (const toml::parse_error& error) {
        return refused({file, static_cast<int>(error.source().begin.line)},
                       "this line is not written as a pack is: a quotation mark, a number or a letter is wrong in it");
    }
    Problems problems;
    ActivityPack pack;
    Fields fields(parsed, file, "pack", problems);
    if (read_head(fields, pack, problems)) {
        read_activities(fields, file, library, pack, problems);
        fields.finish();
    }
    if (!problems.empty()) return refused(problems.sorted());
    return {std::move(pack), {}};
}

std::string say_problem(const content::Problem& problem) {
    std::string words = problem.place.file;
    if (problem.place.line > 0) words += ", line " + std::to_string(problem.place.line);
    return words + ": " + problem.text;
}

}  // namespace pegboard
