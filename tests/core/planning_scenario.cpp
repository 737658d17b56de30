#include "tests/core/planning_scenario.h"

#include <toml++/toml.h>

#include <stdexcept>

namespace pegboard::planning_test {

using namespace planning;

namespace {

const Date day = *make_date(2026, 9, 29);

/// One table; every field must be asked for once.
class Reader {
 public:
    Reader(const toml::table& table, std::string file) : table_(table), file_(std::move(file)) {}

    std::string text(const char* key, const std::string& otherwise = {}) {
        known_.insert(key);
        return table_[key].value_or(otherwise);
    }
    int number(const char* key, int otherwise) {
        known_.insert(key);
        return table_[key].value_or(otherwise);
    }
    bool yes(const char* key) {
        known_.insert(key);
        return table_[key].value_or(false);
    }
    bool has(const char* key) { return table_.contains(key); }
    std::vector<std::string> list(const char* key) {
        known_.insert(key);
        std::vector<std::string> all;
        if (const toml::array* array = table_[key].as_array())
            for (const auto& one : *array) all.push_back(one.value_or(std::string{}));
        return all;
    }
    std::vector<Reader> tables(const char* key) {
        known_.insert(key);
        std::vector<Reader> all;
        if (const toml::array* array = table_[key].as_array())
            for (const auto& one : *array)
                if (const toml::table* table = one.as_table()) all.emplace_back(*table, file_);
        return all;
    }
    /// Throws when a field was never asked for.
    void finish() const {
        for (const auto& [key, value] : table_)
            if (!known_.contains(std::string(key.str())))
                throw std::runtime_error(file_ + ": unknown field " + std::string(key.str()));
    }

 private:
    const toml::table& table_;
    std::string file_;
    std::set<std::string> known_;
};

[[noreturn]] void refuse(const std::string& what) { throw std::runtime_error("scenario: " + what); }

std::pair<std::string, std::string> two(const std::string& text, char between) {
    const auto cut = text.find(between);
    if (cut == std::string::npos) return {text, {}};
    return {text.substr(0, cut), text.substr(cut + 1)};
}

DayMood mood(const std::string& word) {
    if (word == "usual") return DayMood::usual;
    if (word == "tired") return DayMood::tired;
    if (word == "lively") return DayMood::lively;
    refuse("mood " + word);
}

Outcome outcome(const std::string& word) {
    if (word == "loved") return Outcome::loved;
    if (word == "fine") return Outcome::fine;
    if (word == "hard") return Outcome::hard;
    if (word == "refused") return Outcome::refused;
    refuse("outcome " + word);
}

Lead lead(const std::string& word) {
    if (word == "ot") return Lead::ot;
    if (word == "pt") return Lead::pt;
    if (word == "both") return Lead::both;
    refuse("lead " + word);
}

/// "code" or "code:name=value,name=value".
ChildPrecaution precaution(const std::string& text) {
    ChildPrecaution made;
    auto [code, rest] = two(text, ':');
    made.code = code;
    while (!rest.empty()) {
        const auto [pair, more] = two(rest, ',');
        const auto [name, value] = two(pair, '=');
        made.parameters[name] = value;
        rest = more;
    }
    return made;
}

Child child_of(Reader& from, std::int64_t id) {
    Child made;
    made.id = ChildId{id};
    made.first_name = from.text("name");
    made.date_of_birth = add_months(day, -from.number("months", 72)) - 3;
    made.interests = from.list("likes");
    for (const auto& step : from.list("steps")) {
        const auto [skill, now] = two(step, ':');
        made.present_steps.push_back({{}, skill, now});
    }
    for (const auto& one : from.list("precautions")) made.precautions.push_back(precaution(one));
    for (const auto& one : from.list("diagnoses")) made.diagnoses.push_back({{}, one, {}});
    if (from.has("gestation")) made.gestation_weeks = from.number("gestation", 40);
    if (from.has("moves_by")) made.moves_by = from_key<MovesBy>(from.text("moves_by")).value();
    for (const auto& one : from.list("devices"))
        made.devices.push_back({{}, from_key<DeviceKind>(one).value(), Side::none, {}});
    return made;
}

GoalFacts goal_of(Reader& from, std::int64_t id) {
    GoalFacts made;
    made.goal = GoalId{id};
    made.skill = from.text("skill");
    made.title = from.text("title", made.skill);
    made.discipline = from.text("discipline", "ot") == "pt" ? Discipline::pt : Discipline::ot;
    made.priority = from.number("priority", 2);
    if (from.has("days_ago")) made.last_worked_on = day - from.number("days_ago", 0);
    if (from.has("due_in")) made.due = day + from.number("due_in", 0);
    made.dose_min = from.number("dose", 8);
    from.finish();
    return made;
}

void read_place(Reader& from, const Library& library, PlaceFacts& place) {
    place.name = from.text("place", "Clinic room");
    for (const auto& space : from.list("spaces")) place.spaces.insert(space);
    place.home = from.yes("home");
    const auto items = from.list("items");
    for (const auto& item : items) place.in_bag[two(item, ' ').first] = std::stoi("0" + two(item, ' ').second);
    if (items.empty())
        for (const Item& item : library.items()) place.in_bag[item.id] = 0;
    for (const auto& item : from.list("missing")) place.in_bag.erase(item);
    for (const auto& item : from.list("here")) place.here[item] = 0;
    for (const auto& item : from.list("latex_free")) place.inventory.latex_free.insert(item);
}

Expected expected_of(Reader& from) {
    Expected made;
    made.serves = from.list("serves");
    made.served_at_step = from.list("served_at_step");
    made.not_served = from.list("not_served");
    made.none_of = from.list("none_of");
    made.without_positions = from.list("without_positions");
    made.rungs_without = from.list("rungs_without");
    made.unmet = from.list("unmet");
    made.first_flag = from.text("first_flag");
    made.oldest_start = from.number("oldest_start", 1000);
    made.youngest_end = from.number("youngest_end", 0);
    made.longest = from.number("longest", 1000);
    made.calm_first = from.yes("calm_first");
    made.without = from.list("without");
    made.without_items = from.list("without_items");
    made.without_spaces = from.list("without_spaces");
    made.only_spaces = from.list("only_spaces");
    made.ruled_out = from.list("ruled_out");
    made.flags = from.list("flags");
    made.reasons = from.list("reasons");
    made.grades = from.list("grades");
    made.familiar = from.list("familiar");
    made.most_seat_changes = from.number("most_seat_changes", -1);
    made.most_items = from.number("most_items", -1);
    made.most_left = from.number("most_left", -1);
    made.fewest_main = from.number("fewest_main", -1);
    made.most_blocks = from.number("most_blocks", -1);
    made.moving_opener = from.yes("moving_opener");
    made.no_vigorous = from.yes("no_vigorous");
    made.both_record = from.yes("both_record");
    made.stations = from.yes("stations");
    made.stand_in = from.yes("stand_in");
    from.finish();
    return made;
}

}  // namespace

Scenario read_scenario(const std::filesystem::path& file, const Library& library) {
    const toml::table table = toml::parse_file(file.string());
    Reader whole(table, file.filename().string());
    Scenario made;
    made.name = file.stem().string();
    Facts& facts = made.facts;
    for (Reader& session : whole.tables("session")) {
        facts.session.date = day;
        facts.session.length_min = session.number("minutes", 30);
        facts.session.lead = lead(session.text("lead", "ot"));
        facts.session.adults = session.number("adults", facts.session.lead == Lead::both ? 2 : 1);
        read_place(session, library, facts.place);
        for (const auto& item : session.list("coming_along")) facts.session.coming_along.insert(item);
        for (const auto& id : session.list("favourites")) facts.hand.favourites.insert(id);
        for (const auto& pin : session.list("pins"))
            facts.hand.pins.push_back({two(pin, ' ').first, Arc::main, std::stoi("0" + two(pin, ' ').second), {}});
        session.finish();
    }
    auto children = std::make_shared<std::vector<Child>>();
    children->reserve(most_participants);
    for (Reader& from : whole.tables("child")) {
        children->push_back(child_of(from, static_cast<std::int64_t>(children->size()) + 1));
        planning::Participant& one = facts.participants.emplace_back();
        one.child = &children->back();
        one.mood = mood(from.text("mood", "usual"));
        for (Reader& goal : from.tables("goal"))
            one.goals.push_back(goal_of(goal, 100 * one.child->id.value + static_cast<std::int64_t>(one.goals.size())));
        for (Reader& once : from.tables("history")) {
            one.history.push_back(
                {once.text("activity"), day - once.number("days_ago", 7), outcome(once.text("went", "fine"))});
            once.finish();
        }
        for (const auto& id : from.list("excluded")) one.excluded.insert(id);
        from.finish();
    }
    facts.kept = children;
    for (Reader& expected : whole.tables("expect")) made.expected = expected_of(expected);
    whole.finish();
    return made;
}

}  // namespace pegboard::planning_test
