#include "core/library/content/check_activity.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/library/content/words.h"

namespace pegboard::content {
namespace {

constexpr int most_minutes = 45, most_people = 12;
constexpr std::size_t longest_title = 60, longest_idea = 110, longest_line = 400;

bool holds(const std::vector<std::string>& list, std::string_view value) { return std::ranges::count(list, value) > 0; }

/// Letters, not bytes: an accent counts once.
std::size_t length(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

class ActivityCheck {
 public:
    ActivityCheck(const Activity& activity, const Ground& ground) : activity_(activity), ground_(ground) {}

    std::vector<Fault> run() {
        references();
        numbers();
        counts();
        lengths();
        age_range();
        age_windows();
        hazards();
        needs();
        home();
        home_words();
        return std::move(faults_);
    }
    std::vector<Fault> run_by_itself() {
        numbers();
        counts();
        lengths();
        age_range();
        home_words();
        return std::move(faults_);
    }

 private:
    void complain(const std::string& field, std::string text) { faults_.push_back({field, std::move(text)}); }
    void demand(bool good, const std::string& field, const std::string& text) {
        if (!good) complain(field, text);
    }

    void known(const std::string& field, const std::string& vocabulary, const std::string& value) {
        const auto all = ground_.ids.find(vocabulary);
        if (value.empty())
            complain(field, "choose the " + said(vocabulary));
        else if (all == ground_.ids.end() || !all->second.contains(value))
            complain(field,
                     (vocabulary == "cue_type" ? said(vocabulary) : vocabulary) + " \"" + value + "\" does not exist");
    }
    /// A list of the library as a person calls it.
    static std::string said(const std::string& vocabulary) {
        if (vocabulary == "cue_type") return "kind of cue";
        if (vocabulary == "dimension") return "kind of change";
        return vocabulary == "attribute" ? "hazard" : vocabulary;
    }
    void known(const std::string& field, const std::string& vocabulary, const std::vector<std::string>& values) {
        for (std::size_t i = 0; i < values.size(); ++i) known(field + '.' + std::to_string(i), vocabulary, values[i]);
    }
    template <class Row>
    void known(const std::string& field, const std::string& vocabulary, const std::vector<Row>& rows,
               std::string Row::* name) {
        for (std::size_t i = 0; i < rows.size(); ++i) known(field + '.' + std::to_string(i), vocabulary, rows[i].*name);
    }

    void references() {
        known("category", "category", activity_.category);
        skills();
        known("space", "space", activity_.space);
        known("position", "position", activity_.position);
        known("attributes", "attribute", activity_.attributes);
        known("allergens", "allergen", activity_.allergens);
        known("intensity", "intensity", activity_.intensity);
        known("supervision", "supervision", activity_.supervision);
        known("interests", "interest", activity_.interests);
        if (activity_.measure_type.empty())
            complain("measure", "needs a measure");
        else
            known("measure", "measure", activity_.measure_type);
        known("items", "item", activity_.items, &ActivityItem::item);
        known("needs", "need", activity_.needs);
        rungs("easier", activity_.easier);
        rungs("harder", activity_.harder);
        known("cues", "cue_type", activity_.cues, &Cue::type);
        std::set<std::string> seen;
        for (std::size_t i = 0; i < activity_.items.size(); ++i)
            demand(seen.insert(activity_.items[i].item).second, "items." + std::to_string(i),
                   "names item \"" + activity_.items[i].item + "\" twice");
    }

    void rungs(const std::string& field, const std::vector<Rung>& all) {
        known(field, "dimension", all, &Rung::dimension);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto& rung = all[i];
            const auto place = field + '.' + std::to_string(i);
            if (!rung.position.empty()) known(place + ".position", "position", rung.position);
            if (!rung.space.empty()) known(place + ".space", "space", rung.space);
            known(place + ".adds", "attribute", rung.adds);
            known(place + ".drops", "attribute", rung.drops);
            known(place + ".items", "item", rung.items);
            if (rung.needs) known(place + ".needs", "need", *rung.needs);
            for (const auto& skill : rung.leaves_out)
                demand(holds(activity_.skills, skill), place + ".leaves_out",
                       "a rung leaves out \"" + skill + "\", which the activity does not work on");
        }
    }

    void skills() {
        for (std::size_t i = 0; i < activity_.skills.size(); ++i) {
            const auto& id = activity_.skills[i];
            const auto field = "skills." + std::to_string(i);
            const auto found = ground_.skills.find(id);
            if (found != ground_.skills.end() && found->second->kind == "sequence")
                complain(field, "names the sequence \"" + id + "\"; name one of its steps");
            else
                known(field, "skill", id);
        }
    }

    void numbers() {
        demand(activity_.version >= 1, "version", "the version starts at 1");
        demand(activity_.minutes_min >= 1 && activity_.minutes_min < activity_.minutes, "minutes_min",
               "the shortest useful time must be 1 minute or more and below the usual time");
        demand(activity_.minutes <= most_minutes, "minutes",
               "the usual time must be " + std::to_string(most_minutes) + " minutes or less");
        demand(activity_.group_min >= 1 && activity_.group_min <= activity_.group_max, "group_min",
               "the smallest group must be 1 or more and no larger than the largest");
        demand(activity_.group_max <= most_people && activity_.stations_group_max <= 2 * most_people, "group_max",
               "groups of " + std::to_string(most_people) + " at most, or twice that at stations");
        demand(activity_.stations_how.empty() || activity_.stations_group_max > activity_.group_max, "stations",
               "stations must let a larger group take part");
        demand(!activity_.stations_how.empty() || activity_.stations_group_max == 0, "stations",
               "stations need a line on how they run");
        demand(activity_.station_adults >= 0 && activity_.station_adults <= most_people, "stations",
               "stations ask for 1 to " + std::to_string(most_people) + " adults");
        for (std::size_t i = 0; i < activity_.items.size(); ++i)
            demand(activity_.items[i].quantity >= 1 && activity_.items[i].quantity <= 999, "items." + std::to_string(i),
                   "item \"" + activity_.items[i].item + "\" needs a quantity from 1 to 999");
        static const std::set<std::string, std::less<>> senses{"touch", "sound", "movement", "smell"};
        for (const auto& [sense, load] : activity_.sensory_load)
            demand(senses.contains(sense) && load >= 0 && load <= 3, "sensory_load",
                   "the sensory load takes touch, sound, movement and smell, each from 0 to 3");
    }

    template <class T>
    void count(const std::string& field, const char* what, const std::vector<T>& list, std::size_t least,
               std::size_t most) {
        demand(list.size() >= least && list.size() <= most, field,
               "needs " + std::to_string(least) + " to " + std::to_string(most) + ' ' + what + ", has " +
                   std::to_string(list.size()));
    }

    void counts() {
        count("skills", "skills", activity_.skills, 1, 3);
        count("arcs", "parts of a session", activity_.arcs, 1, 4);
        count("items", "items", activity_.items, 0, 12);
        count("setup", "set-up lines", activity_.setup, 1, 3);
        count("steps", "steps", activity_.steps, 3, 6);
        count("easier", "ways to make it easier", activity_.easier, 2, 4);
        count("harder", "ways to make it harder", activity_.harder, 2, 4);
        count("cues", "cues", activity_.cues, 3, 5);
        count("safety", "safety lines", activity_.safety, 1, 8);
        count("contraindications", "lines on when not to use it", activity_.contraindications, 0, 8);
        count("interests", "interests", activity_.interests, 0, 3);
    }

    void lengths() {
        demand(!activity_.title.empty(), "title", "needs a title");
        demand(!activity_.idea.empty(), "idea", "needs a line that says the idea");
        demand(!activity_.measure_what.empty() && !activity_.measure_unit.empty(), "measure",
               "the measure needs what is counted and its unit");
        demand(length(activity_.title) <= longest_title, "title", "the title is longer than 60 letters");
        demand(length(activity_.idea) <= longest_idea, "idea", "the idea is longer than 110 letters");
        auto texts = texts_of(activity_);
        texts.push_back({"measure", activity_.measure_unit});
        texts.push_back({"source_note", activity_.source_note});
        for (const auto& [field, text] : texts) {
            demand(length(text) <= longest_line, field,
                   "a line is longer than " + std::to_string(longest_line) + " letters");
            demand(std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; }), field,
                   "a line holds a tab, a line end or another sign that cannot be seen");
        }
        no_blanks("setup", activity_.setup);
        no_blanks("steps", activity_.steps);
        no_blanks("safety", activity_.safety);
        no_blanks("contraindications", activity_.contraindications);
        no_blanks("interests", activity_.interests);
        no_blanks("easier", activity_.easier, &Rung::change);
        no_blanks("harder", activity_.harder, &Rung::change);
        no_blanks("cues", activity_.cues, &Cue::text);
    }

    void no_blank(const std::string& field, std::size_t place, const std::string& text) {
        demand(text.find_first_not_of(' ') != std::string::npos, field + '.' + std::to_string(place),
               "a line is empty; write it or take it out");
    }
    void no_blanks(const std::string& field, const std::vector<std::string>& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i) no_blank(field, i, lines[i]);
    }
    template <class Row>
    void no_blanks(const std::string& field, const std::vector<Row>& rows, std::string Row::* text) {
        for (std::size_t i = 0; i < rows.size(); ++i) no_blank(field, i, rows[i].*text);
    }

    void age_range() {
        demand(activity_.age_min_months >= 0 && activity_.age_min_months < activity_.age_max_months &&
                   activity_.age_max_months <= 252,
               "age_min_months", "the youngest age must be below the oldest, both between 0 and 252 months");
    }

    void age_windows() {
        // An older child may still pass through an early skill, so one window met is enough; but no
        // skill may begin only after the activity's oldest child.
        bool met = false;
        bool any_window = false;
        for (const auto& id : activity_.skills) {
            const auto found = ground_.skills.find(id);
            if (found == ground_.skills.end() || !found->second->from_months || !found->second->to_months) continue;
            const int from = *found->second->from_months, to = *found->second->to_months;
            any_window = true;
            met = met || (activity_.age_min_months <= to && activity_.age_max_months >= from);
            demand(activity_.age_max_months >= from, "age_max_months",
                   id + " begins at " + std::to_string(from) + " months, after its oldest child");
        }
        demand(met || !any_window, "age_min_months", "its ages meet the window of none of its skills");
    }

    std::string shown(const std::string& code) const {
        const auto name = ground_.screen.find(code);
        return name == ground_.screen.end() ? code : '"' + name->second + "\" (" + code + ')';
    }

    void hazards() {
        const auto effective = effective_attributes(activity_, ground_);
        for (const auto& code : attributes_of_position(activity_.position))
            demand(holds(effective, code), "attributes",
                   "the position " + shown(activity_.position) + " needs the hazard " + shown(code));
        demand(activity_.intensity != "vigorous" || holds(effective, "AER"), "attributes",
               "a vigorous activity needs the hazard " + shown("AER"));
    }

    void needs() {
        position_and_needs("needs", activity_.position, activity_.needs);
        rung_changes("easier", activity_.easier);
        rung_changes("harder", activity_.harder);
    }

    /// What a record says it needs may not speak against its position; silence is completed from the position.
    void position_and_needs(const std::string& field, const std::string& position,
                            const std::vector<std::string>& needs) {
        demand(needs.empty() || position_met(position, needs), field,
               "the position " + shown(position) + " needs stand, walk or walk_free, as it fits");
        demand((!holds(needs, "wheelchair") && !holds(needs, "manual_chair")) || position_met(position, {}), field,
               "the position " + shown(position) + " is not for a child who moves an own wheelchair");
    }

    void rung_changes(const std::string& field, const std::vector<Rung>& all) {
        const auto effective = effective_attributes(activity_, ground_);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto& rung = all[i];
            const auto place = field + '.' + std::to_string(i);
            const auto& position = rung.position.empty() ? activity_.position : rung.position;
            if (rung.needs) {
                demand(position_met(position, *rung.needs), place + ".needs",
                       "the position " + shown(position) + " needs stand, walk or walk_free, as it fits");
                position_and_needs(place + ".needs", position, *rung.needs);
            }
            for (const auto& code : rung.drops) {
                demand(holds(effective, code), place + ".drops",
                       "a rung drops " + shown(code) + ", which the activity does not have");
                demand(!holds(rung.adds, code) && !holds(attributes_of_position(position), code), place + ".drops",
                       "a rung drops " + shown(code) + ", which it has all the same");
            }
        }
    }

    void home() {
        static constexpr std::array<std::string_view, 3> clinic_only{"gait_belt", "mini_tramp", "lap_weight"};
        bool clinic =
            activity_.supervision == "therapist_only" || holds(effective_attributes(activity_, ground_), "SUS");
        for (const auto& used : activity_.items) clinic = clinic || std::ranges::count(clinic_only, used.item) > 0;
        for (const auto* rungs : {&activity_.easier, &activity_.harder})
            for (const auto& rung : *rungs) {
                clinic = clinic || holds(rung.adds, "SUS");
                for (const auto& item : rung.items) clinic = clinic || std::ranges::count(clinic_only, item) > 0;
            }
        demand(!(clinic && activity_.home_ok), "home_ok",
               "it cannot be for home: therapist only, hanging equipment, gait belt, trampoline or weight");
    }

    void home_words() {
        demand(activity_.home_ok == !activity_.home_text.empty(), activity_.home_ok ? "home_ok" : "home_text",
               activity_.home_ok ? "for home, it needs words for the family"
                                 : "it has words for the family but is not for home");
    }

    const Activity& activity_;
    const Ground& ground_;
    std::vector<Fault> faults_;
};

}  // namespace

std::vector<std::string> attributes_of_position(std::string_view position) {
    if (position == "JP") return {"IMP"};
    if (position == "QU") return {"WBA"};
    if (position == "PR") return {"PRB"};
    if (position == "SW") return {"SUS"};
    return {};
}

namespace {

/// Any one of these takes a child into the position; empty: every child can be there, if need be with help.
std::span<const std::string_view> needs_of_position(std::string_view position) {
    static constexpr std::array<std::string_view, 10> standing{"stand",        "stand_free", "walk", "walk_free",
                                                               "walker",       "crutches",   "cane", "one_cane",
                                                               "gait_trainer", "stander"};
    static constexpr std::array<std::string_view, 7> walking{"walk", "walk_free", "walker",      "crutches",
                                                             "cane", "one_cane",  "gait_trainer"};
    static constexpr std::array<std::string_view, 2> jumping{"walk_free", "walk"};
    if (position == "ST" || position == "VS") return standing;
    if (position == "WK") return walking;
    if (position == "JP") return jumping;
    return {};
}

}  // namespace

bool position_met(std::string_view position, const std::vector<std::string>& needs) {
    const auto any = needs_of_position(position);
    return any.empty() || std::ranges::any_of(any, [&](std::string_view need) { return holds(needs, need); });
}

void complete_needs(std::string_view position, std::vector<std::string>& needs) {
    if (!position_met(position, needs)) needs.emplace(needs.begin(), needs_of_position(position).front());
}

std::vector<Fault> check_activity(const Activity& activity, const Ground& ground) {
    return ActivityCheck(activity, ground).run();
}

std::vector<Fault> check_activity_by_itself(const Activity& activity) {
    static const Ground nothing;
    auto faults = ActivityCheck(activity, nothing).run_by_itself();
    std::ranges::move(check_activity_words(activity), std::back_inserter(faults));
    return faults;
}

std::vector<Fault> check_own_activity(const Activity& activity, const Library& library) {
    auto faults = check_activity(activity, ground_of(library));
    std::ranges::move(check_activity_words(activity), std::back_inserter(faults));
    return faults;
}

std::vector<Fault> check_activity_words(const Activity& activity) {
    std::vector<Fault> faults;
    for (const auto& [field, text] : texts_of(activity))
        for (const auto& word : judging_words(text))
            faults.push_back({field, "the word \"" + std::string(word) + "\" must not appear"});
    if (const auto hard = too_hard_to_read(activity.home_text); !hard.empty())
        faults.push_back({"home_text", "the words for the family read " + hard});
    return faults;
}

}  // namespace pegboard::content
