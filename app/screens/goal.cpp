// The page of one goal: what, baseline, criterion, help, dates, and the sentence it makes.
#include <algorithm>
#include <array>

#include "app/screens/goal_form.h"
#include "app/screens/goals.h"
#include "app/screens/parts.h"
#include "app/widgets/fields.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {

/// The goal on the page while it is drawn: a stored one, or the one being written.
struct Page {
    GoalScreen& self;
    Ui& ui;
    const Child& child;
    Goal goal;
    bool stored = false;
    bool changed = false;
    std::string draft;  ///< prefix of its half-typed fields

    [[nodiscard]] std::string_view error(const std::string& field) const {
        const auto found = self.errors.find(field);
        return found == self.errors.end() ? std::string_view{} : found->second;
    }
    [[nodiscard]] std::string name(std::string_view field) const { return draft + "." + std::string(field); }
    void text_field(Rect rect, std::string_view label, const std::string& field_name, std::string& value,
                    std::string_view hint) {
        if (auto typed = field(ui, rect, label, name(field_name), value, {.hint = hint, .error = error(field_name)})) {
            value = *typed;
            changed = true;
        }
    }
    void number(Rect rect, std::string_view label, const std::string& field_name, int& value, int low, int high,
                int step, std::string_view unit) {
        if (const auto typed = number_field(ui, rect, label, name(field_name), value, low, high, step, unit,
                                            {.error = error(field_name)})) {
            value = *typed;
            changed = true;
        }
    }
    void date(Rect rect, std::string_view label, const std::string& field_name, std::optional<Date>& value) {
        if (const auto typed = date_field(ui, rect, label, name(field_name), value, {.error = error(field_name)})) {
            value = *typed;
            changed = true;
        }
    }
    bool pick(Rect rect, std::string_view label, const std::string& field_name, std::span<const std::string> options,
              int& chosen) {
        const bool picked = choice(ui, rect, label, options, chosen, {.error = error(field_name)});
        changed |= picked;
        return picked;
    }
};

constexpr float row_h = 84;  ///< label, field and room for one line below

void make_choices(GoalScreen& self, const Library& library) {
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

int index_in(const std::vector<std::string>& ids, const std::string& id) {
    const auto found = std::ranges::find(ids, id);
    return found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
}

/// A card with a title; returns the rect inside, below the title. Heights are known beforehand.
Rect titled_card(Ui& ui, Rect rect, std::string_view title, std::string_view hint = {}) {
    card(ui, rect);
    Rect inside = rect.inset(20, 16);
    const Rect head = inside.cut_top(28, 6);
    const float width = text(ui, head.pos(), title, {.type = Type::section, .heading = true});
    if (!hint.empty())
        text(ui, {head.x + width + 12, head.y + 4}, hint,
             {.type = Type::caption, .role = Role::ink_2, .max_w = head.w - width - 12});
    return inside;
}

float draw_what(Page& page, Rect at) {
    Goal& goal = page.goal;
    const Scope scope(page.ui, "What");
    at.h = 50 + 4 * row_h + 64;
    Rect inside = titled_card(page.ui, at, "What " + shown_call_name(page.ui, page.child) + " will do");
    page.text_field(inside.cut_top(row_h), "Goal in one line", "title", goal.title,
                    "Cuts out a 10 cm circle close to the line");

    Rect row = inside.cut_top(row_h);
    int skill = index_in(page.self.skill_ids, goal.skill);
    if (page.pick(row.cut_left(row.w * 0.58F, 16), "Skill", "skill", page.self.skill_names, skill))
        goal.skill = page.self.skill_ids[static_cast<std::size_t>(skill)];
    int side = static_cast<int>(goal.side);
    if (page.pick(row, "Side", "side", words_of<Side>(), side)) goal.side = static_cast<Side>(side);

    std::vector<std::string> parents{"A long-term goal of its own"};
    std::vector<GoalId> parent_ids{GoalId{}};
    for (const Goal& other : page.ui.caseload->goals())
        if (other.child == goal.child && other.term == GoalTerm::long_term && other.id != goal.id && is_open(other)) {
            parents.push_back("Objective under: " + other.title);
            parent_ids.push_back(other.id);
        }
    const auto found = std::ranges::find(parent_ids, goal.parent);
    int parent = found == parent_ids.end() ? 0 : static_cast<int>(found - parent_ids.begin());
    if (page.pick(inside.cut_top(row_h), "Place in the plan of care", "parent", parents, parent)) {
        goal.parent = parent_ids[static_cast<std::size_t>(parent)];
        goal.term = goal.parent ? GoalTerm::short_term : GoalTerm::long_term;
    }
    page.text_field(inside.cut_top(row_h), "Family or school routine it serves", "routine", goal.routine,
                    "Getting ready for school");

    constexpr std::array<std::string_view, 2> disciplines{"OT", "PT"};
    int discipline = static_cast<int>(goal.discipline);
    if (segmented(page.ui, inside.cut_top(40).cut_left(160), "Discipline", disciplines, discipline)) {
        goal.discipline = static_cast<Discipline>(discipline);
        page.changed = true;
    }
    return at.bottom();
}

std::string baseline_text(const Goal& goal, std::size_t i) {
    return i < goal.baseline.size() ? say_number(goal.baseline[i]) : std::string{};
}

std::optional<double> read_number(std::string words) {
    std::ranges::replace(words, ',', '.');
    char* end = nullptr;
    const double value = std::strtod(words.c_str(), &end);
    while (end != nullptr && *end == ' ') ++end;
    return !words.empty() && end != nullptr && *end == '\0' ? std::optional(value) : std::nullopt;
}

/// One typed number; text that is no number is said so and changes nothing.
void number_text(Page& page, Rect rect, std::string_view label, const std::string& field_name, const std::string& shown,
                 const std::function<void(std::optional<double>)>& set) {
    const auto typed =
        field(page.ui, rect, label, page.name(field_name), shown, {.hint = "0", .error = page.error(field_name)});
    if (!typed) return;
    const auto value = read_number(*typed);
    if (!typed->empty() && !value) {
        page.self.errors[field_name] = "A number, please.";
        return;
    }
    page.self.errors.erase(field_name);
    set(value);
    page.changed = true;
}

float draw_baseline(Page& page, Rect at) {
    Goal& goal = page.goal;
    const Scope scope(page.ui, "Baseline");
    at.h = 50 + 2 * row_h + 10;
    Rect inside = titled_card(page.ui, at, "Baseline", "Three values, or one with a reason");
    Rect row = inside.cut_top(row_h);
    const float third = (row.w - 32) / 3;
    for (std::size_t i = 0; i < 3; ++i)
        number_text(page, row.cut_left(third, 16), "Value " + std::to_string(i + 1), "baseline" + std::to_string(i),
                    baseline_text(goal, i), [&](std::optional<double> value) {
                        if (value && i < goal.baseline.size())
                            goal.baseline[i] = *value;
                        else if (value)
                            goal.baseline.push_back(*value);
                        else if (i < goal.baseline.size())
                            goal.baseline.erase(goal.baseline.begin() + static_cast<std::ptrdiff_t>(i));
                    });
    page.text_field(inside.cut_top(row_h), "Why fewer than three", "baseline_reason", goal.baseline_reason,
                    "Only when there is one value");
    if (const std::string_view error = page.error("baseline"); !error.empty())
        text_in(page.ui, {at.x + 20, at.bottom() - 26, at.w - 40, 20}, error,
                {.type = Type::caption, .role = Role::danger});
    return at.bottom();
}

float draw_criterion(Page& page, Rect at) {
    Goal& goal = page.goal;
    const Scope scope(page.ui, "Goal line");
    at.h = 50 + 3 * row_h + 10;
    Rect inside = titled_card(page.ui, at, "Goal line", "What counts as reached");
    Rect row = inside.cut_top(row_h);
    int measure = index_in(page.self.measure_ids, goal.measure);
    if (page.pick(row.cut_left(row.w * 0.58F, 16), "Measured as", "measure", page.self.measure_names, measure))
        goal.measure = page.self.measure_ids[static_cast<std::size_t>(measure)];
    const Measure* chosen = page.ui.library->measure(goal.measure);
    number_text(page, row, chosen ? "Value in " + chosen->unit : std::string("Value"), "target",
                goal.target ? say_number(*goal.target) : std::string{},
                [&](std::optional<double> value) { goal.target = value; });
    row = inside.cut_top(row_h);
    const float third = (row.w - 32) / 3;
    page.number(row.cut_left(third, 16), "Reached in", "successes", goal.successes, 0, 100, 1, "tries");
    page.number(row.cut_left(third, 16), "out of", "attempts", goal.attempts, 0, 100, 1, "tries");
    page.number(row, "Sessions in a row", "sessions_in_row", goal.sessions_in_row, 0, 20, 1, "");
    row = inside.cut_top(row_h);
    int assist = goal.assist_level;
    if (page.pick(row.cut_left(row.w * 0.58F, 16), "Help allowed", "assist_level", page.self.assist_names, assist))
        goal.assist_level = assist;
    page.number(row, "Minutes a week", "minutes_per_week", goal.minutes_per_week, 0, 600, 5, "min");
    return at.bottom();
}

float draw_when(Page& page, Rect at) {
    Goal& goal = page.goal;
    const Scope scope(page.ui, "Dates");
    at.h = 50 + 3 * row_h;
    Rect inside = titled_card(page.ui, at, "Dates and people");
    Rect row = inside.cut_top(row_h);
    page.date(row.cut_left((row.w - 16) / 2, 16), "Starts", "start", goal.start);
    page.date(row, "Meet it by", "due", goal.due);
    row = inside.cut_top(row_h);
    const TeamChoice team = team_choice(*page.ui.caseload, {}, "Nobody named");
    int therapist = std::max(0, team.index_of(goal.therapist));
    if (page.pick(row.cut_left((row.w - 16) / 2, 16), "Therapist", "therapist", team.names, therapist))
        goal.therapist = team.ids[static_cast<std::size_t>(therapist)];
    text(page.ui, row.pos(), "Priority", {.type = Type::caption, .role = Role::ink_2});
    constexpr std::array<std::string_view, 3> priorities{"Low", "Medium", "High"};
    int priority = goal.priority - 1;
    if (segmented(page.ui, {row.x, row.y + metrics::field_label, row.w, 40}, "Priority", priorities, priority)) {
        goal.priority = priority + 1;
        page.changed = true;
    }
    page.text_field(inside.cut_top(row_h), "Note", "note", goal.note, "Anything the next therapist should know");
    return at.bottom();
}

float draw_reading(Page& page, Rect at) {
    const std::string words = say_goal(page.goal, shown_call_name(page.ui, page.child), *page.ui.library);
    at.h = 74 + wrapped_height(page.ui, words, at.w - 40, Type::body);
    const Rect inside = titled_card(page.ui, at, "How it will read");
    text_wrapped(page.ui, inside, words);
    return at.bottom();
}

void send_done(Page& page, Command command, std::string toast, std::optional<Place> then) {
    GoalScreen* self = &page.self;
    Ui* ui = &page.ui;
    Drafts* drafts = page.ui.drafts;
    const std::string draft = page.draft;
    page.ui.outbox->send(std::move(command), [self, ui, drafts, draft, toast = std::move(toast),
                                              then = std::move(then)](const Status& status) {
        self->errors.clear();
        if (!status) {
            self->errors[status.error().field] = status.error().message;
            return;
        }
        if (!then) return;
        drafts->drop_prefix(draft);
        ui->toasts->show(toast, true);
        ui->nav->go(*then);
    });
}

void add(Page& page, GoalStatus status) {
    Goal goal = page.goal;
    goal.id = mint<GoalId>();
    goal.status = status;
    send_done(page, AddGoal{goal}, status == GoalStatus::draft ? "Goal kept as a draft" : "Goal added",
              Place{.screen = Screen::child, .child = goal.child, .detail = "goals"});
}

void draw_status_buttons(Page& page, Rect line) {
    const GoalStatus now = page.goal.status;
    struct Step {
        std::string_view label;
        GoalStatus to;
        bool shown;
        ButtonKind kind;
    };
    const bool open = now == GoalStatus::active || now == GoalStatus::on_hold;
    const Step steps[] = {{"Start goal", GoalStatus::active, now == GoalStatus::draft, ButtonKind::primary},
                          {"Carry on", GoalStatus::active, now == GoalStatus::on_hold, ButtonKind::primary},
                          {"Open again", GoalStatus::active, !open && now != GoalStatus::draft, ButtonKind::secondary},
                          {"Mark met", GoalStatus::met, open, ButtonKind::primary},
                          {"Put on hold", GoalStatus::on_hold, now == GoalStatus::active, ButtonKind::secondary},
                          {"Discontinue", GoalStatus::discontinued, open, ButtonKind::ghost}};
    for (const Step& step : steps) {
        if (!step.shown) continue;
        const ButtonLook look{.kind = step.kind};
        const Rect at = line.cut_right(button_width(page.ui, step.label, look), 8);
        if (button(page.ui, at, step.label, look))
            send_done(page, SetGoalStatus{page.goal.id, step.to, page.ui.clock.today}, {}, {});
    }
    if (page.goal.status == GoalStatus::draft) {
        const ButtonLook look{.kind = ButtonKind::danger, .icon = icon::delete_};
        if (button(page.ui, line.cut_right(button_width(page.ui, "Remove", look), 8), "Remove", look))
            send_done(page, RemoveGoal{page.goal.id}, "Goal removed",
                      Place{.screen = Screen::child, .child = page.child.id, .detail = "goals"});
    }
}

void draw_head(Page& page, Rect line) {
    Ui& ui = page.ui;
    avatar(ui, {line.x, line.y + 2}, 44, initials(shown_name(ui, page.child)), child_hue(page.child.id));
    line.cut_left(56);
    Rect buttons{line.x, line.y + 4, line.w, metrics::button};
    if (page.stored) {
        draw_status_buttons(page, buttons);
    } else {
        const ButtonLook main{.kind = ButtonKind::primary, .icon = icon::check};
        if (button(ui, buttons.cut_right(button_width(ui, "Add goal", main), 8), "Add goal", main))
            add(page, GoalStatus::active);
        const ButtonLook keep{};
        if (button(ui, buttons.cut_right(button_width(ui, "Keep as draft", keep), 8), "Keep as draft", keep))
            add(page, GoalStatus::draft);
        const ButtonLook cancel{.kind = ButtonKind::ghost};
        if (button(ui, buttons.cut_right(button_width(ui, "Back", cancel), 8), "Back", cancel)) ui.nav->back();
    }
    const std::string title =
        page.stored ? "Goal for " + shown_call_name(ui, page.child) : "New goal for " + shown_call_name(ui, page.child);
    const float width = text(ui, {line.x, line.y + 6}, title,
                             {.type = Type::title, .max_w = std::max(160.0F, line.w - 480), .heading = true});
    const Lead lead = page.goal.discipline == Discipline::ot ? Lead::ot : Lead::pt;
    tag(ui, {line.x + width + 12, line.y + 16}, lead);
    if (page.stored)
        draw_badge(ui, {line.x + width + 24 + tag_width(ui, lead), line.y + 14}, badge_of(page.goal, ui.clock.today));
}

float draw_cards(Page& page, Rect content) {
    const bool two = content.w >= 860;
    const float width = two ? (content.w - metrics::gutter) / 2 : content.w;
    float left = draw_what(page, {content.x, content.y, width, 0}) + metrics::gutter;
    const float right_x = two ? content.x + width + metrics::gutter : content.x;
    float right = two ? content.y : left;
    right = draw_baseline(page, {right_x, right, width, 0}) + metrics::gutter;
    right = draw_criterion(page, {right_x, right, width, 0}) + metrics::gutter;
    float below = two ? left : right;
    below = draw_when(page, {content.x, below, width, 0}) + metrics::gutter;
    const float reading = two ? right : below;
    return std::max(below, draw_reading(page, {right_x, reading, width, 0}) + metrics::gutter);
}

}  // namespace

void draw(GoalScreen& self, Ui& ui) {
    const Place& here = ui.nav->here();
    const Goal* stored = ui.caseload->goal(here.goal);
    const Child* child = ui.caseload->child(stored ? stored->child : here.child);
    if (child == nullptr) {
        if (empty_state(ui, ui.area, "balance", Hue::leaf, "This goal is no longer here",
                        "It may have been removed or undone.", "Back to goals"))
            ui.nav->go({.screen = Screen::goals});
        return;
    }
    make_choices(self, *ui.library);
    if (self.of != here.goal || self.for_child != child->id) self.errors.clear();
    self.of = here.goal;
    self.for_child = child->id;

    Page page{.self = self,
              .ui = ui,
              .child = *child,
              .goal = stored ? *stored : drafted_goal(ui, child->id),
              .stored = stored != nullptr,
              .changed = false,
              .draft = stored ? "goal." + std::to_string(stored->id.value) : goal_draft(child->id)};
    if (!stored && here.detail.starts_with("under:") && !page.goal.parent) {
        page.goal.parent = GoalId{std::strtoll(here.detail.c_str() + 6, nullptr, 10)};
        page.goal.term = GoalTerm::short_term;
        if (const Goal* parent = ui.caseload->goal(page.goal.parent); parent != nullptr && page.goal.skill.empty())
            page.goal.skill = parent->skill;
    }
    Rect area = ui.area.inset(metrics::page_pad, 0);
    area.cut_top(12);
    draw_head(page, area.cut_top(48, 12));
    if (const std::string_view problem = page.error(""); !problem.empty()) {
        float height = 0;
        banner(ui, area, BadgeKind::danger, problem, {}, &height);
        area.cut_top(height, 12);
    }
    constexpr float bar_room = 12;  // the scroll bar stands beside the cards
    Rect content = begin_scroll(ui, "Goal page", {area.x, area.y, area.w + bar_room, area.h});
    content.w -= bar_room;
    end_scroll(ui, draw_cards(page, content));
    if (!page.changed) return;
    if (page.stored)
        send_done(page, EditGoal{page.goal}, {}, {});
    else
        keep_drafted(ui, page.goal);
}

}  // namespace pegboard
