#include "app/goals/goal_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"
#include "core/progress/criterion.h"
#include "core/rules/typed/units.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {

/// A value as a field holds it: what units::read_value reads back.
std::string written(const Goal& goal, double value) {
    if (goal.measure == "distance_cm") return units::say_length(value, units::unit_of(goal));
    if (goal.measure.ends_with("_s") && value >= 60 && value == std::round(value)) return units::say_time(value);
    return say_number(value) + (goal.measure.ends_with("_s") ? " s" : "");
}

std::string how_to_write(const Goal& goal) {
    if (goal.measure == "distance_cm") return "Write a length: 12 m, 210 cm, 6 ft 2 in.";
    if (goal.measure.ends_with("_s")) return "Write a time: 75 s, 1:15, 20 min.";
    return "Write one number, with a point for decimals: 12.5.";
}

/// The title of a part; returns what is left below it.
Rect titled_part(Ui& ui, Rect inside, std::string_view title, std::string_view hint) {
    const Rect head = inside.cut_top(28, 6);
    const float width = text(ui, head.pos(), title, {.type = Type::section, .heading = true});
    if (!hint.empty())
        text(ui, {head.x + width + 12, head.y + 4}, hint,
             {.type = Type::caption, .role = Role::ink_2, .max_w = head.w - width - 12});
    return inside;
}

}  // namespace

std::string_view GoalPage::error(const std::string& field) const {
    const auto found = self.errors.find(field);
    return found == self.errors.end() ? std::string_view{} : found->second;
}

bool GoalPage::editing() const { return ui.nav->here().detail == "edit"; }

void GoalPage::edit(bool open) {
    ui.nav->turn({.screen = Screen::goal, .child = child.id, .goal = goal.id, .detail = open ? "edit" : ""});
}

Rect GoalPage::part(Rect rect, std::string_view title, std::string_view hint) {
    if (!in_panel) return titled_card(ui, rect, title, hint);
    divider(ui, rect.pos(), rect.w);
    return titled_part(ui, rect.inset(0, 16), title, hint);
}

bool GoalPage::text_field(Rect rect, std::string_view label, const std::string& field_name, std::string& value,
                          std::string_view hint) {
    const auto typed = field(ui, rect, label, name(field_name), value, {.hint = hint, .error = error(field_name)});
    if (!typed) return false;
    value = *typed;
    return changed = true;
}

void GoalPage::number(Rect rect, std::string_view label, const std::string& field_name, int& value, int low, int high,
                      int step, std::string_view unit) {
    if (const auto typed = number_field(ui, rect, label, name(field_name), value, low, high, step, unit,
                                        {.error = error(field_name)})) {
        value = *typed;
        changed = true;
    }
}

bool GoalPage::value(Rect rect, std::string_view label, const std::string& field_name, std::optional<double>& value,
                     bool row_says) {
    const std::string shown = value ? written(goal, *value) : std::string{};
    const auto meaning = [this](const std::string& text) {
        if (text.empty()) return FieldMeaning{};
        if (const auto read = units::read_value(goal, text))
            return FieldMeaning{value_fault(goal, *read), units::say_reading(goal, text)};
        const bool comma = read_decimal(text).refusal == Refusal::which_comma;
        return FieldMeaning{comma ? say_refusal(Refusal::which_comma, text, {}) : how_to_write(goal), {}};
    };
    const auto typed = meant_field(ui, rect, label, name(field_name), shown, meaning,
                                   {.hint = "0", .error = error(field_name), .row_says = row_says});
    if (!typed) return false;
    self.errors.erase(row_says ? "baseline" : field_name);
    value = typed->empty() ? std::nullopt : units::read_value(goal, *typed);
    return changed = true;
}

std::string GoalPage::label_in_unit(std::string_view what) const {
    const Measure* measure = ui.library->measure(goal.measure);
    const bool says_its_own = goal.measure == "distance_cm" || goal.measure.ends_with("_s");
    if (measure == nullptr || measure->unit.empty() || says_its_own) return std::string(what);
    return std::string(what) + " in " + measure->unit;
}

float GoalPage::baseline_height(float width) const {
    constexpr float around = 26, row_h = 60;
    const float third = (width - 2 * metrics::s) / 3;
    float widest = text_width(ui, "000");
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string draft = ui.drafts->text(name("baseline" + std::to_string(i)));
        const std::string shown = i < goal.baseline.size() ? written(goal, goal.baseline[i]) : std::string();
        widest = std::max({widest, text_width(ui, draft), text_width(ui, shown)});
    }
    return widest + around <= third ? row_h : 3 * row_h + 2 * metrics::s;
}

void GoalPage::baseline_values(Rect row) {
    const Rect whole = row;
    const float third = (row.w - 2 * metrics::s) / 3;
    const bool beside = baseline_height(row.w) <= row.h;
    for (std::size_t i = 0; i < 3; ++i) {
        std::optional<double> one;
        if (i < goal.baseline.size()) one = goal.baseline[i];
        const Rect at =
            beside ? row.cut_left(third, metrics::s) : row.cut_top((row.h - 2 * metrics::s) / 3, metrics::s);
        if (!value(at, "Value " + std::to_string(i + 1), "baseline" + std::to_string(i), one, true)) continue;
        if (one && i < goal.baseline.size())
            goal.baseline[i] = *one;
        else if (one)
            goal.baseline.push_back(*one);
        else if (i < goal.baseline.size())
            goal.baseline.erase(goal.baseline.begin() + static_cast<std::ptrdiff_t>(i));
    }
    say_row(ui, {whole.x, whole.y, whole.w, std::min(whole.h, baseline_height(whole.w))}, name("baseline"),
            error("baseline"));
}

void GoalPage::date(Rect rect, std::string_view label, const std::string& field_name, std::optional<Date>& value) {
    if (const auto typed = date_field(ui, rect, label, name(field_name), value, {.error = error(field_name)})) {
        value = *typed;
        changed = true;
    }
}

bool GoalPage::pick(Rect rect, std::string_view label, const std::string& field_name,
                    std::span<const std::string> options, int& chosen) {
    const bool picked = choice(ui, rect, label, options, chosen, {.error = error(field_name)});
    changed |= picked;
    return picked;
}

void GoalPage::pick_ratio_noun(Rect rect) {
    std::vector<std::string> nouns{"tries", "sessions", "days"};
    const std::string now = goal.ratio_noun.empty() ? "tries" : goal.ratio_noun;
    if (std::ranges::find(nouns, now) == nouns.end()) nouns.insert(nouns.begin(), now);
    int chosen = index_in(nouns, now);
    if (!pick(rect, "Counted in", "ratio_noun", nouns, chosen)) return;
    goal.ratio_noun = nouns[static_cast<std::size_t>(chosen)];
    // So many of so many sessions says by itself how often.
    if (progress::ratio_kind(goal.ratio_noun) != progress::RatioKind::tries)
        goal.sessions_in_row = goal.sessions_met = goal.sessions_of = 0;
}

void GoalPage::pick_sessions(Rect in_row, Rect met, Rect of) {
    const Goal before = goal;
    number(in_row, "Sessions in a row", "sessions_in_row", goal.sessions_in_row, 0, 20, 1, "");
    number(met, "Or in sessions", "sessions_met", goal.sessions_met, 0, 20, 1, "");
    number(of, "of the last", "sessions_of", goal.sessions_of, 0, 20, 1, "");
    // One or the other: what was set last stays.
    const bool more_met = goal.sessions_met != before.sessions_met;
    if (more_met) goal.sessions_of = std::max(goal.sessions_of, goal.sessions_met);
    goal.sessions_met = std::min(goal.sessions_met, goal.sessions_of);
    if (goal.sessions_of > 0 && (more_met || goal.sessions_of != before.sessions_of)) goal.sessions_in_row = 0;
    if (goal.sessions_in_row != before.sessions_in_row && goal.sessions_in_row > 1)
        goal.sessions_met = goal.sessions_of = 0;
}

void GoalPage::pick_tries_count(Rect rect) {
    Goal usual = goal;
    usual.tries_count.reset();
    const auto taken = progress::tries_count_of(usual);
    std::vector<std::string> options{"As usual: " + fold(words(taken))};
    for (const Term& each : terms<TriesCount>()) options.emplace_back(each.words);
    int chosen = goal.tries_count ? static_cast<int>(*goal.tries_count) + 1 : 0;
    if (!pick(rect, "Of several tries counts", "tries_count", options, chosen)) return;
    goal.tries_count = chosen == 0 ? std::nullopt : std::optional(static_cast<TriesCount>(chosen - 1));
}

void GoalPage::pick_unit(Rect rect) {
    std::vector<std::string> options;
    int chosen = 0;
    for (const units::UnitChoice& each : units::length_units()) {
        if (each.unit == goal.unit) chosen = static_cast<int>(options.size());
        options.emplace_back(each.words);
    }
    const bool laps = goal.unit == "laps";
    const Rect unit = laps ? rect.cut_left((rect.w - 12) / 2, 12) : rect;
    if (pick(unit, "Shown in", "unit", options, chosen))
        goal.unit = units::length_units()[static_cast<std::size_t>(chosen)].unit;
    if (!laps) return;
    const std::string shown = goal.lap_cm > 0 ? units::say_length(goal.lap_cm) : std::string();
    const auto meaning = [](const std::string& text) {
        const auto read = units::read_length(text);
        if (!text.empty() && (!read || *read <= 0)) return FieldMeaning{"Write the length of a lap: 25 m.", {}};
        Goal lap;
        lap.measure = "distance_cm";
        return FieldMeaning{{}, units::say_reading(lap, text)};
    };
    const auto typed =
        meant_field(ui, rect, "One lap is", name("lap_cm"), shown, meaning, {.hint = "25 m", .error = error("lap_cm")});
    if (!typed || typed->empty()) return;
    self.errors.erase("lap_cm");
    goal.lap_cm = units::read_length(*typed).value_or(0);
    changed = true;
}

void GoalPage::pick_skill(Rect rect) {
    int skill = index_in(self.skill_ids, goal.skill);
    if (pick(rect, "Skill", "skill", self.skill_names, skill))
        goal.skill = self.skill_ids[static_cast<std::size_t>(skill)];
}

void GoalPage::pick_side(Rect rect) {
    int side = static_cast<int>(goal.side);
    if (pick(rect, "Side", "side", words_of<Side>(), side)) goal.side = static_cast<Side>(side);
}

void GoalPage::pick_parent(Rect rect) {
    std::vector<std::string> parents{"A long-term goal of its own"};
    std::vector<GoalId> parent_ids{GoalId{}};
    for (const Goal& other : ui.caseload->goals())
        if (other.child == goal.child && other.term == GoalTerm::long_term && other.id != goal.id && is_open(other)) {
            parents.push_back("Objective under: " + other.title);
            parent_ids.push_back(other.id);
        }
    const auto found = std::ranges::find(parent_ids, goal.parent);
    int parent = found == parent_ids.end() ? 0 : static_cast<int>(found - parent_ids.begin());
    if (!pick(rect, "Place in the plan of care", "parent", parents, parent)) return;
    goal.parent = parent_ids[static_cast<std::size_t>(parent)];
    goal.term = goal.parent ? GoalTerm::short_term : GoalTerm::long_term;
}

void GoalPage::pick_therapist(Rect rect) {
    const TeamChoice team = team_choice(*ui.caseload, {}, "Nobody named", goal.therapist);
    int therapist = std::max(0, team.index_of(goal.therapist));
    if (pick(rect, "Therapist", "therapist", team.names, therapist))
        goal.therapist = team.ids[static_cast<std::size_t>(therapist)];
}

void GoalPage::therapist_follows() {
    const Therapist* named = ui.caseload->therapist(goal.therapist);
    if (named == nullptr || named->discipline == goal.discipline) return;
    goal.therapist = therapist_for(*ui.caseload, &child, goal.discipline);
}

void GoalPage::pick_priority(Rect rect) {
    text(ui, rect.pos(), "Priority", {.type = Type::caption, .role = Role::ink_2});
    constexpr std::array<std::string_view, 3> priorities{"Low", "Medium", "High"};
    int priority = goal.priority - 1;
    if (!segmented(ui, {rect.x, rect.y + metrics::field_label, rect.w, 40}, "Priority", priorities, priority)) return;
    goal.priority = priority + 1;
    changed = true;
}

void make_goal_choices(GoalScreen& self, const Library& library) {
    if (!self.skill_ids.empty()) return;
    for (const Skill& skill : library.skills()) {
        if (skill.kind == "sequence") continue;
        self.skill_ids.push_back(skill.id);
        const Skill* parent = library.skill(skill.parent);
        self.skill_names.push_back(parent ? parent->name + ": " + skill.name : skill.name);
    }
    for (const Measure& measure : library.measures()) {
        self.measure_ids.push_back(measure.id);
        self.measure_names.push_back(measure.name);
    }
    for (const HelpLevel& level : library.assist_levels()) self.assist_names.push_back(level.name + ": " + level.words);
}

Rect titled_card(Ui& ui, Rect rect, std::string_view title, std::string_view hint) {
    card(ui, rect);
    return titled_part(ui, rect.inset(20, 16), title, hint);
}

GoalSlots stored_slots(const Goal& goal, std::string child) {
    return {.child = std::move(child),
            .condition = goal.condition,
            .target = goal.target_words,
            .assist_level = goal.assist_level,
            .prompt_level = goal.prompt_max,
            .n = goal.successes,
            .of = goal.attempts,
            .ratio_noun = goal.ratio_noun,
            .in_row = goal.sessions_in_row,
            .sessions_met = goal.sessions_met,
            .sessions_of = goal.sessions_of,
            .by = goal.due};
}

void send_goal(GoalPage& page, Command command, std::string toast, std::optional<Place> then) {
    GoalScreen* self = &page.self;
    Ui* ui = &page.ui;
    Drafts* drafts = page.ui.drafts;
    page.ui.outbox->send(std::move(command), [self, ui, drafts, draft = page.draft, toast = std::move(toast),
                                              then = std::move(then)](const Status& status) {
        self->errors.clear();
        if (!status) {
            self->errors[status.error().field] = status.error().message;
            if (then) lead_to_error(*self, *ui, draft);
            return;
        }
        if (!then) return;
        drafts->drop_prefix(draft);
        ui->toasts->show(toast, true);
        ui->nav->go(*then);
    });
}

std::optional<Discipline> discipline_of_skill(const Goal& goal, const Library& library) {
    const Skill* skill = library.skill(goal.skill);
    return skill == nullptr ? std::nullopt : from_key<Discipline>(fold(skill->discipline));
}

bool has_service(const Child& child, Discipline discipline) {
    return std::ranges::find(child.services, discipline, &Service::discipline) != child.services.end();
}

float draw_discipline_note(GoalPage& page, Rect at) {
    const auto of_skill = discipline_of_skill(page.goal, *page.ui.library);
    if (!of_skill || page.child.services.empty() || has_service(page.child, *of_skill)) return at.y;
    constexpr std::array<std::string_view, 2> therapies{"occupational therapy", "physical therapy"};
    const std::string_view wanted = therapies.at(static_cast<std::size_t>(*of_skill));
    const std::string_view had = therapies.at(*of_skill == Discipline::ot ? 1 : 0);
    const bool of_the_skill = page.goal.discipline == *of_skill;
    const std::string_view stands = of_the_skill ? wanted : had;
    const std::string words = std::string(*of_skill == Discipline::ot ? "This is an " : "This is a ") +
                              std::string(wanted) + " skill. " + shown_call_name(page.ui, page.child) + " has " +
                              std::string(had) + " only. The goal is one of " + std::string(stands) +
                              ": change that if it is not what you mean.";
    const bool to_ot = page.goal.discipline == Discipline::pt;
    float height = 0;
    if (banner(page.ui, at, BadgeKind::warn, words, {to_ot ? "Make it an OT goal" : "Make it a PT goal"}, &height) ==
        0) {
        page.goal.discipline = to_ot ? Discipline::ot : Discipline::pt;
        page.therapist_follows();
        page.changed = true;
    }
    return at.y + height + metrics::m;
}

void lead_to_error(GoalScreen& self, Ui& ui, const std::string& draft) {
    struct Way {
        std::string_view field, at;
        bool by_label = false;  ///< a choice has no draft
    };
    constexpr std::array ways{Way{"title", ".slot.target"},
                              Way{"condition", ".slot.condition"},
                              Way{"baseline", ".baseline0"},
                              Way{"baseline_reason", ".baseline_reason"},
                              Way{"successes", ".successes"},
                              Way{"attempts", ".attempts"},
                              Way{"sessions_in_row", ".sessions_in_row"},
                              Way{"target", ".target"},
                              Way{"sessions_met", ".sessions_met"},
                              Way{"sessions_of", ".sessions_of"},
                              Way{"measure", "Measured as", true},
                              Way{"lap_cm", ".lap_cm"},
                              Way{"start", ".start"},
                              Way{"due", ".due"},
                              Way{"sentence", ".sentence"},
                              Way{"task_steps", ".task_steps.0"},
                              Way{"gas_levels", ".gas_levels.4"},
                              Way{"skill", "Skill", true},
                              Way{"routine", ".routine"},
                              Way{"parent", "Place in the plan of care", true},
                              Way{"therapist", "Therapist", true},
                              Way{"minutes_per_week", ".minutes_per_week"},
                              Way{"note", ".note"}};
    for (const Way& way : ways) {
        const auto found = self.errors.find(std::string(way.field));
        if (found == self.errors.end()) continue;
        if (way.field == "title") self.writer.slot = GoalSlot::target;
        if (way.field == "condition") self.writer.slot = GoalSlot::condition;
        const bool in_slot = way.at.starts_with(".slot");
        return ask_for(ui, way.by_label ? std::string(way.at) : draft + std::string(way.at),
                       in_slot ? found->second : std::string());
    }
}

int index_in(const std::vector<std::string>& ids, const std::string& id) {
    const auto found = std::ranges::find(ids, id);
    return found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
}

}  // namespace pegboard
