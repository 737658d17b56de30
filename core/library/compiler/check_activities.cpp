// Activities: references, numbers within sense, counts of lists, what position and gear demand, and
// that the four libraries the product is named for stay full.
#include <algorithm>
#include <array>

#include "core/library/compiler/checks.h"

namespace pegboard::compiler {
namespace {

bool holds(const std::vector<std::string>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

class ActivityCheck {
 public:
    ActivityCheck(const Record<Activity>& activity, const Content& content, const Ids& ids, Problems& problems)
        : activity_(activity), content_(content), ids_(ids), problems_(problems) {}

    void run() {
        references();
        numbers();
        counts();
        ages();
        hazards();
        home();
    }

 private:
    void complain(const std::string& field, const std::string& text) {
        problems_.add(activity_.at(field), activity_.id + ": " + text);
    }
    void demand(bool good, const std::string& field, const std::string& text) {
        if (!good) complain(field, text);
    }
    template <class Value>
    void known(const std::string& field, const std::string& vocabulary, const Value& value) {
        check_known(activity_, activity_.id, field, vocabulary, value, ids_, problems_);
    }

    void references() {
        known("category", "category", activity_.category);
        known("skills", "linkable", activity_.skills);
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
        std::vector<std::string> items, easier, harder, cues;
        for (const auto& used : activity_.items) items.push_back(used.item);
        for (const auto& rung : activity_.easier) easier.push_back(rung.dimension);
        for (const auto& rung : activity_.harder) harder.push_back(rung.dimension);
        for (const auto& cue : activity_.cues) cues.push_back(cue.type);
        known("items", "item", items);
        known("easier", "dimension", easier);
        known("harder", "dimension", harder);
        known("cues", "cue_type", cues);
        for (std::size_t i = 0; i < items.size(); ++i)
            if (std::find(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i), items[i]) !=
                items.begin() + static_cast<std::ptrdiff_t>(i))
                complain("items." + std::to_string(i), "names item \"" + items[i] + "\" twice");
    }

    void numbers() {
        demand(activity_.version >= 1, "version", "version starts at 1");
        demand(activity_.minutes_min >= 1 && activity_.minutes_min < activity_.minutes, "minutes_min",
               "minutes_min must be at least 1 and below minutes");
        demand(activity_.minutes <= 45, "minutes", "minutes must be 45 or less");
        demand(activity_.group_min >= 1 && activity_.group_min <= activity_.group_max, "group_min",
               "group_min must be at least 1 and at most group_max");
        demand(activity_.stations_how.empty() || activity_.stations_group_max > activity_.group_max, "stations",
               "stations must widen group_max");
        for (const auto& used : activity_.items)
            demand(used.quantity >= 1, "items", "item \"" + used.item + "\" needs a quantity of at least 1");
        static const std::set<std::string, std::less<>> senses{"touch", "sound", "movement", "smell"};
        for (const auto& [sense, load] : activity_.sensory_load)
            demand(senses.contains(sense) && load >= 0 && load <= 3, "sensory_load",
                   "sensory_load takes touch, sound, movement, smell from 0 to 3");
    }

    template <class T>
    void count(const std::string& field, const std::vector<T>& list, std::size_t least, std::size_t most) {
        demand(list.size() >= least && list.size() <= most, field,
               field + " needs " + std::to_string(least) + " to " + std::to_string(most) + " entries, has " +
                   std::to_string(list.size()));
    }
    /// Letters, not bytes: an accent counts once.
    static std::size_t length(const std::string& text) {
        return static_cast<std::size_t>(
            std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    }

    void counts() {
        count("skills", activity_.skills, 1, 3);
        count("arcs", activity_.arcs, 1, 4);
        count("setup", activity_.setup, 1, 3);
        count("steps", activity_.steps, 3, 6);
        count("easier", activity_.easier, 2, 4);
        count("harder", activity_.harder, 2, 4);
        count("cues", activity_.cues, 3, 5);
        count("safety", activity_.safety, 1, 8);
        count("interests", activity_.interests, 0, 3);
        demand(length(activity_.title) <= 60, "title", "the title is longer than 60 letters");
        demand(length(activity_.idea) <= 110, "idea", "the idea is longer than 110 letters");
    }

    void ages() {
        demand(activity_.age_min_months >= 0 && activity_.age_min_months < activity_.age_max_months, "age_min_months",
               "age_min_months must be below age_max_months");
        // An older child may still pass through an early skill, so one window met is enough; but no
        // skill may begin only after the activity's oldest child.
        bool met = false;
        bool any_window = false;
        for (const auto& skill : content_.skills) {
            if (!holds(activity_.skills, skill.id) || !skill.from_months || !skill.to_months) continue;
            any_window = true;
            met =
                met || (activity_.age_min_months <= *skill.to_months && activity_.age_max_months >= *skill.from_months);
            demand(activity_.age_max_months >= *skill.from_months, "age_max_months",
                   skill.id + " begins at " + std::to_string(*skill.from_months) + " months, after its oldest child");
        }
        demand(met || !any_window, "age_min_months", "its ages meet the window of none of its skills");
    }

    void hazards() {
        demand(activity_.position != "JP" || holds(activity_.attributes, "IMP"), "attributes",
               "position JP needs attribute IMP");
        demand(activity_.position != "QU" || holds(activity_.attributes, "WBA"), "attributes",
               "position QU needs attribute WBA");
    }

    void home() {
        static constexpr std::array clinic_only{"gait_belt", "mini_tramp", "lap_weight"};
        bool clinic =
            activity_.supervision == "therapist_only" || holds(effective_attributes(activity_, content_), "SUS");
        for (const auto& used : activity_.items)
            clinic = clinic || std::find(clinic_only.begin(), clinic_only.end(), used.item) != clinic_only.end();
        demand(!(clinic && activity_.home_ok), "home_ok",
               "home_ok must be false: therapist only, hanging equipment, gait belt, trampoline or weight");
        demand(activity_.home_ok == !activity_.home_text.empty(), "home_ok",
               activity_.home_ok ? "home_ok needs a home_text" : "home_text without home_ok");
    }

    const Record<Activity>& activity_;
    const Content& content_;
    const Ids& ids_;
    Problems& problems_;
};

}  // namespace

void check_activity_table(const Content& content, const Ids& ids, Problems& problems) {
    std::map<std::string, int> in_category;
    for (const auto& activity : content.activities) {
        ActivityCheck(activity, content, ids, problems).run();
        ++in_category[activity.category];
    }
    for (const char* id : {"handwriting", "scissors", "hop_jump", "ball"})
        for (const auto& category : content.categories)
            if (category.id == id && in_category.contains(id) && in_category[id] < 15)
                problems.add(category.place,
                             category.id + ": needs at least 15 activities, has " + std::to_string(in_category[id]));
}

}  // namespace pegboard::compiler
