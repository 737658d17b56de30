#include "app/parts/parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/progress/measure.h"
#include "core/rules/age.h"
#include "core/rules/clashes.h"
#include "core/rules/goals/goal_writing.h"
#include "core/rules/minutes/ledger_words.h"
#include "core/rules/typed/units.h"

namespace pegboard {
namespace {
/// Skill id prefixes and the category whose picture and colour they take; the first match counts.
struct SkillCategory {
    std::string_view prefix, category;
};
constexpr std::array skill_categories{
    SkillCategory{"fm.cut", "scissors"},      SkillCategory{"fm.hw", "handwriting"},
    SkillCategory{"fm.grasp", "handwriting"}, SkillCategory{"vm.pw", "handwriting"},
    SkillCategory{"vm.copy", "handwriting"},  SkillCategory{"fm.button", "dressing"},
    SkillCategory{"fm.zip", "dressing"},      SkillCategory{"fm.snap", "dressing"},
    SkillCategory{"fm.tie", "dressing"},      SkillCategory{"sc.dress", "dressing"},
    SkillCategory{"sc.undress", "dressing"},  SkillCategory{"sc.shoes", "dressing"},
    SkillCategory{"gm.hop", "hop_jump"},      SkillCategory{"gm.jump", "hop_jump"},
    SkillCategory{"gm.ball", "ball"},         SkillCategory{"fm.", "fine_motor"},
    SkillCategory{"vm.", "visual_motor"},     SkillCategory{"sc.", "self_care"},
    SkillCategory{"sp.", "sensory"},          SkillCategory{"pl.", "play_social"},
    SkillCategory{"gm.", "gross_motor"},      SkillCategory{"bc.", "balance"},
    SkillCategory{"se.", "strength"},         SkillCategory{"pa.", "posture"},
    SkillCategory{"ms.", "mobility"},
};

/// What stands behind `number` in words of a goal, where it says what is counted: "steps", "large beads", "times".
std::string counted_in(const std::string& words, std::string_view number) {
    constexpr std::array<std::string_view, 25> ends{
        "with", "without", "in",  "on",  "of",   "to",   "from", "by",    "for",  "at",    "and",   "into", "a",
        "over", "onto",    "off", "out", "near", "past", "each", "while", "when", "after", "given", "using"};
    const std::string sought = " " + std::string(number) + " ";
    // What stands before is the day and the condition.
    const auto will = words.find(" will ");
    const auto day = words.starts_with("By ") ? words.find(", ") : 0;
    const auto from_here = will != std::string::npos ? will : day != std::string::npos ? day : 0;
    for (auto at = words.find(sought, from_here); at != std::string::npos; at = words.find(sought, at + 1)) {
        if (words.substr(at).starts_with(sought + "of ")) continue;  // "in 3 of 4 tries"
        std::string said;
        std::size_t from = at + sought.size();
        for (int taken = 0; taken < 3 && from < words.size(); ++taken) {
            const std::size_t to = std::min(words.find_first_of(" ,.;:", from), words.size());
            const std::string word = words.substr(from, to - from);
            if (word.empty() || std::ranges::find(ends, word) != ends.end()) break;
            if (taken == 0 && progress::ratio_kind(word) == progress::RatioKind::sessions)
                break;  // "3 sessions in a row"
            said += " " + word;
            if (to == words.size() || words[to] != ' ') break;
            from = to + 1;
        }
        if (!said.empty()) return said;
    }
    return {};
}

/// "8 steps", "5 large beads", "3 times": what is counted stands behind the number in the goal's own words.
std::string say_counted(const Goal& goal, const std::string& number) {
    constexpr std::array<std::string_view, 13> spelled{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                       "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    const std::string title = " " + goal.title;
    for (const std::string* words : {&goal.sentence, &title}) {
        if (const std::string counted = counted_in(*words, number); !counted.empty()) return number + counted;
        const auto index = static_cast<std::size_t>(std::max(0.0, goal.target.value_or(0)));
        if (index >= spelled.size() || std::string_view(number) != std::to_string(index)) continue;
        if (const std::string counted = counted_in(*words, spelled[index]); !counted.empty()) return number + counted;
    }
    const bool once = number == "1" && (goal.sentence + title).find(" once") != std::string::npos;
    return once ? "once" : "a count of " + number;
}

/// The words before the number of a criterion and after it, by measure.
std::string say_target(const Goal& goal, const Library& library) {
    if (!goal.target) return {};
    const std::string number = say_number(*goal.target);
    const std::string& m = goal.measure;
    if (m == "steps_pct") return number + " % of the steps";
    if (m == "interval_pct") return number + " % of intervals";
    if (m == "duration_s") return "for " + units::say_value(goal, *goal.target);
    if (m == "latency_s" || m == "time_s") return "within " + units::say_value(goal, *goal.target);
    if (m == "count") return say_counted(goal, number);
    if (m == "rate_min") return number + " correct a minute";
    if (m == "distance_cm") return units::say_value(goal, *goal.target);
    if (m == "deviation_mm") return "within " + number + " mm of the line";
    if (m == "in_bounds_pct") return number + " % inside the lines";
    if (m == "legible_pct") return number + " % of letters readable";
    if (m == "events") return number + " a day";
    if (m == "prompts") return "prompts up to level " + number;
    if (m == "rating4") return "rated " + number + " of 3";
    if (m == "gas") return (*goal.target > 0 ? "+" : "") + number + " on the goal scale";
    if (m == "assist") {
        const auto level = static_cast<std::size_t>(std::max(0.0, *goal.target));
        const auto& levels = library.assist_levels();
        return level < levels.size() ? "with " + levels[level].words + " at most" : "help level " + number;
    }
    return number + " %";
}

/// The help that may be had, prompts as well: "with a light touch", "with a spoken prompt"; no help is not said.
std::string say_help(const Goal& goal, const Library& library) {
    if (goal.measure == "assist") return {};
    std::string help;
    for (const HelpLevel& level : library.assist_levels())
        if (level.level == goal.assist_level && level.level > 0) help = level.words;
    const int prompt = goal.measure == "prompts" ? 0 : goal.prompt_max.value_or(0);
    if (prompt > 0) help += (help.empty() ? "" : " and ") + std::string(progress::prompt_words(prompt));
    return help.empty() ? help : "with " + help;
}

void add_part(std::string& sentence, std::string_view part) {
    if (part.empty()) return;
    if (!sentence.empty()) sentence += ", ";
    sentence += part;
}

std::string in_days(Date date, Date today) {
    const int days = date - today;
    if (days == 0) return "today";
    if (days == 1) return "tomorrow";
    return "in " + std::to_string(days) + " days";
}

constexpr int near_days = 30, day_min = 24 * 60;
}  // namespace

std::string_view category_of_skill(std::string_view skill) {
    for (const SkillCategory& entry : skill_categories)
        if (skill.starts_with(entry.prefix)) return entry.category;
    return "fine_motor";
}

GoalLook look_of(const Library& library, std::string_view skill) {
    GoalLook look;
    look.category = category_of_skill(skill);
    if (const Category* category = library.category(look.category)) {
        look.illustration = category->illustration;
        look.hue = Design::hue(category->hue);
        look.short_name = look.category == "hop_jump" ? "Hopping" : category->name;
    } else {
        look.illustration = "handwriting";
        look.short_name = "Goal";
    }
    return look;
}

std::string say_number(double value) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    std::string number = text.data();
    while (number.ends_with('0')) number.pop_back();
    if (number.ends_with('.')) number.pop_back();
    return number;
}

std::string say_criterion(const Goal& goal, const Library& library) {
    std::string words;
    const bool tries = goal.attempts > 0;
    const std::string noun = goal.ratio_noun.empty() ? "tries" : goal.ratio_noun;
    const std::string of_tries =
        tries ? std::to_string(goal.successes) + " of " + std::to_string(goal.attempts) + " " + noun : std::string();
    if (goal.measure == "trials") {
        add_part(words, tries ? of_tries : goal.target ? say_number(*goal.target) + " % of tries" : std::string());
    } else {
        add_part(words, say_target(goal, library));
        add_part(words, of_tries);
    }
    add_part(words, say_sessions(goal.sessions_in_row, goal.sessions_met, goal.sessions_of));
    add_part(words, say_help(goal, library));
    return words;
}

bool is_open(const Goal& goal) { return goal.status != GoalStatus::met && goal.status != GoalStatus::discontinued; }

bool stands_alone(const Goal& goal) { return goal.term == GoalTerm::long_term || !goal.parent; }

// ------------------------------------------------------------------ sessions
std::string session_when(const Session& session, Date today) {
    const std::string time = say_time(session.start_min);
    const int days = session.date - today;
    if (days == 0) return "Today " + time;
    if (days == 1) return "Tomorrow " + time;
    const std::string day = say_day(session.date);
    if (days > 1 && days < 7) return day.substr(0, day.find(' ')) + " " + time;
    return day + " " + time;
}

std::string session_where(const Session& session) {
    std::string words_now = std::string(words(session.lead)) + ", " + std::to_string(session.length_min) + " min";
    add_part(words_now, session.place);
    return words_now;
}

std::vector<const Child*> present_of(const Caseload& caseload, const Session& session) {
    std::vector<const Child*> all = children_of(caseload, session);
    std::erase_if(all, [&](const Child* child) {
        const Participant* part = participant(session, child->id);
        return part != nullptr && part->attendance == Attendance::absent;
    });
    return all;
}

std::vector<std::string> say_clashes(const Ui& ui, const Session& session) {
    std::vector<std::string> lines;
    for (const Clash& clash : clashes(ui.caseload->sessions(), session)) {
        const std::string when = say_time(clash.at.from % day_min) + " to " + say_time(clash.at.to % day_min);
        for (const ChildId id : clash.children)
            if (const Child* child = ui.caseload->child(id))
                lines.push_back(shown_call_name(ui, *child) + " has another session then, " + when + ".");
        if (!clash.children.empty()) continue;
        for (const TherapistId id : clash.therapists)
            if (const Therapist* therapist = ui.caseload->therapist(id))
                lines.push_back(therapist->name + " is with " + shown_names(ui, *clash.other) + " then, " + when + ".");
    }
    return lines;
}

std::string shown_names(const Ui& ui, const Session& session) {
    if (const Group* group = ui.caseload->group(session.group)) return group->name;
    const std::vector<const Child*> all = children_of(*ui.caseload, session);
    if (all.empty()) return {};
    if (all.size() == 1) return shown_name(ui, *all.front());
    std::string names = shown_call_name(ui, *all[0]);
    if (all.size() == 2) return names + " and " + shown_call_name(ui, *all[1]);
    names += ", " + shown_call_name(ui, *all[1]);
    if (all.size() == 3) return names + " and " + shown_call_name(ui, *all[2]);
    return names + " and " + std::to_string(all.size() - 2) + " more";
}

// ------------------------------------------------------------------ children
int ChildFacts::open_count() const {
    return static_cast<int>(std::ranges::count_if(open_goals, [](const Goal* g) { return stands_alone(*g); }));
}

namespace {
void take(ChildFacts& facts, const Session& session, ChildId child, Date today) {
    const Participant* part = participant(session, child);
    const bool came = part == nullptr || part->attendance != Attendance::absent;
    if (session.status == SessionStatus::held && came) facts.last = &session;  // sessions come by date
    if (session.status != SessionStatus::planned) return;
    if (session.date < today) {
        if (!facts.unclosed) facts.unclosed = &session;
        return;
    }
    if (!facts.next) facts.next = &session;
    if (!facts.unplanned && session.blocks.empty() && session.date <= today + 1) facts.unplanned = &session;
}
}  // namespace

std::unordered_map<ChildId, ChildFacts> gather_facts(const Caseload& caseload, Date today) {
    std::unordered_map<ChildId, ChildFacts> all;
    all.reserve(caseload.children().size());
    for (const Session& session : caseload.sessions()) {
        for (const Participant& each : session.participants) take(all[each.child], session, each.child, today);
        if (session.participants.empty()) take(all[session.child], session, session.child, today);
    }
    for (const Goal& goal : caseload.goals())
        if (is_open(goal)) all[goal.child].open_goals.push_back(&goal);
    return all;
}

ChildFacts facts_of(const Caseload& caseload, ChildId child, Date today) {
    ChildFacts facts;
    for (const Session& session : caseload.sessions())
        if (is_for(session, child)) take(facts, session, child, today);
    for (const Goal& goal : caseload.goals())
        if (goal.child == child && is_open(goal)) facts.open_goals.push_back(&goal);
    return facts;
}

std::vector<Attention> attention_of(const Child& child, const ChildFacts& facts, Date today) {
    std::vector<Attention> all;
    if (!is_current(child, today)) return all;
    const auto add = [&](BadgeKind kind, const char* glyph, std::string words_now, SessionId session = {}) {
        all.push_back({{kind, glyph, std::move(words_now)}, session});
    };
    if (child.plan_of_care_end && *child.plan_of_care_end < today)
        add(BadgeKind::danger, icon::calendar_clock, "Plan of care ended " + say_short(*child.plan_of_care_end, today));
    if (child.reevaluation_due && *child.reevaluation_due < today)
        add(BadgeKind::danger, icon::calendar_clock,
            "Re-evaluation was due " + say_short(*child.reevaluation_due, today));
    if (facts.unclosed)
        add(BadgeKind::warn, icon::note_outline, "Session of " + say_short(facts.unclosed->date, today) + " to close",
            facts.unclosed->id);
    if (facts.unplanned)
        add(BadgeKind::warn, icon::clipboard_text,
            facts.unplanned->date == today ? "No plan for today" : "No plan for tomorrow", facts.unplanned->id);
    if (child.plan_of_care_end && *child.plan_of_care_end >= today && *child.plan_of_care_end - today <= near_days)
        add(BadgeKind::warn, icon::calendar_clock, "Plan of care ends " + in_days(*child.plan_of_care_end, today));
    if (child.reevaluation_due && *child.reevaluation_due >= today && *child.reevaluation_due - today <= near_days)
        add(BadgeKind::info, icon::calendar_clock, "Re-evaluation " + in_days(*child.reevaluation_due, today));
    if (child.iep_date && *child.iep_date >= today && *child.iep_date - today <= near_days)
        add(BadgeKind::info, icon::calendar_clock, "IEP meeting " + say_short(*child.iep_date, today));
    return all;
}

std::optional<Lead> lead_of(const Child& child) {
    bool ot = false, pt = false;
    for (const Service& service : child.services) (service.discipline == Discipline::ot ? ot : pt) = true;
    if (ot && pt) return Lead::both;
    if (ot) return Lead::ot;
    if (pt) return Lead::pt;
    return std::nullopt;
}

std::string say_child_age(const Child& child, Date today) {
    if (!is_known(child.date_of_birth)) return "age unknown";
    std::string age = say_age_long(age_months(child.date_of_birth, today));
    if (const auto corrected = corrected_age_months(child, today))
        age += " (" + say_age_long(*corrected) + " corrected)";
    return age;
}

std::string say_service(const Service& service) { return minutes::say_promise(service); }

std::string_view say_profession(Discipline discipline) {
    return discipline == Discipline::ot ? "Occupational therapist" : "Physical therapist";
}

std::string say_interest(const Library& library, const std::string& interest) {
    for (const Named& known : library.interests())
        if (known.id == interest) return known.name;
    return interest;
}

bool is_current(const Child& child, Date today) { return !child.archived && !is_discharged(child, today); }

bool serves(const Caseload& caseload, const Child& child, TherapistId me) {
    if (!me) return false;
    const auto named = [&](const auto& row) { return row.therapist == me; };
    if (std::ranges::any_of(child.services, named)) return true;
    return std::ranges::any_of(
        caseload.goals(), [&](const Goal& goal) { return goal.child == child.id && is_open(goal) && named(goal); });
}

int TeamChoice::index_of(TherapistId id) const {
    const auto at = std::ranges::find(ids, id);
    return at == ids.end() ? -1 : static_cast<int>(at - ids.begin());
}

TherapistId therapist_for(const Caseload& caseload, const Child* child, Discipline discipline) {
    if (child)
        for (const Service& service : child->services)
            if (service.discipline == discipline && service.therapist) return service.therapist;
    const Therapist* me = caseload.therapist(caseload.practice().me);
    return me && me->discipline == discipline ? me->id : TherapistId{};
}

TeamChoice team_choice(const Caseload& caseload, std::optional<Discipline> discipline, std::string_view none,
                       TherapistId named) {
    TeamChoice choice;
    if (!none.empty()) {
        choice.names.emplace_back(none);
        choice.ids.emplace_back();
    }
    for (const Therapist& therapist : caseload.therapists()) {
        const bool fits = !therapist.archived && (!discipline || therapist.discipline == *discipline);
        if (!fits && therapist.id != named) continue;
        choice.names.push_back(therapist.name);
        choice.ids.push_back(therapist.id);
    }
    return choice;
}

}  // namespace pegboard
