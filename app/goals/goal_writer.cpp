#include "app/goals/goal_writer.h"

#include <algorithm>

#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"
#include "core/library/skill_graph.h"
#include "core/rules/goals/goal_measure.h"
#include "core/rules/goals/goal_reading.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {

constexpr float bank_w = 344, bank_least_w = 288, bar_room = 12;
constexpr std::string_view bank_drawer = "Goal bank";

GoalTemplate blank_for(const Goal& goal) {
    GoalTemplate blank = blank_goal_template();
    blank.skill = goal.skill;
    if (!goal.measure.empty()) blank.measure = goal.measure;
    return blank;
}

/// A place may name a goal of the bank, a skill, or the long-term goal an objective stands under.
void follow_place(GoalDraft& draft) {
    GoalPage& page = draft.page;
    GoalWriter& self = page.self.writer;
    const Place& here = page.ui.nav->here();
    const std::string key = std::to_string(here.child.value) + here.detail;
    if (self.opened == key) return;
    self = {};
    self.opened = key;
    const Library& library = *page.ui.library;
    if (here.detail.starts_with("from:")) {
        draft.use(here.detail.substr(5));
        self.filter.category = look_of(library, draft.from.skill).category;
        const auto beside = find_goals(library, self.filter);  // the library's others, when the goal is among them
        if (std::ranges::find(beside, draft.words.bank, &GoalTemplate::id) == beside.end()) self.filter = {};
        self.slot = GoalSlot::none;
        self.show_chosen = true;
        page.changed = true;
    } else if (here.detail.starts_with("skill:")) {
        self.filter.skill = here.detail.substr(6);
    } else if (here.detail.starts_with("under:") && !page.goal.parent) {
        page.goal.parent = GoalId{std::strtoll(here.detail.c_str() + 6, nullptr, 10)};
        page.goal.term = GoalTerm::short_term;
        const Goal* parent = page.ui.caseload->goal(page.goal.parent);
        const Skill* skill = parent != nullptr ? library.skill(parent->skill) : nullptr;
        if (skill == nullptr) return;
        self.filter.skill = sequence_of(*skill).empty() ? skill->id : std::string(sequence_of(*skill));
        if (page.goal.skill.empty()) page.goal.skill = skill->id;
        draft.from = blank_for(page.goal);
    }
}

}  // namespace

std::vector<Goal> chosen_steps(const GoalDraft& draft, GoalId parent, GoalStatus status) {
    GoalWriter& self = draft.page.self.writer;
    const std::set<std::string>& ticked = self.ticked[draft.page.goal.id];
    std::vector<Goal> steps;
    for (const LadderRung& rung : self.found.rungs) {
        if (!ticked.contains(rung.goal.title)) continue;
        Goal step = rung.goal;
        step.id = mint<GoalId>();
        step.parent = parent;
        step.status = status;
        steps.push_back(std::move(step));
    }
    return steps;
}

namespace {

void add(GoalDraft& draft, GoalStatus status) {
    Goal goal = draft.page.goal;
    goal.id = mint<GoalId>();
    goal.status = status;
    // All that is wrong is said at once; the first of it gets the keyboard.
    std::map<std::string, std::string>& errors = draft.page.self.errors;
    errors.clear();
    for (const Error& each : faults(goal)) errors.try_emplace(each.field, each.message);
    if (status == GoalStatus::active) {
        // A draft may wait for its numbers; of an active goal nobody could say without them that it is reached.
        const CriterionFault lack = criterion_lack(goal, *draft.page.ui.library);
        if (!lack.words.empty()) errors.try_emplace(lack.field, lack.words);
    }
    refused_anew(draft.page.ui);
    if (!form_ready(draft.page.ui, draft.page.draft)) return;
    if (!errors.empty()) return lead_to_error(draft.page.self, draft.page.ui, draft.page.draft);
    std::vector<Goal> steps = chosen_steps(draft, goal.id, GoalStatus::draft);
    const Place then{.screen = Screen::child, .child = goal.child, .detail = "goals"};
    const bool kept = status == GoalStatus::draft;
    if (steps.empty()) return send_goal(draft.page, AddGoal{goal}, kept ? "Goal kept as a draft" : "Goal added", then);
    const std::string said = "Goal " + std::string(kept ? "kept as a draft" : "added") + " with " +
                             std::to_string(steps.size()) + (steps.size() == 1 ? " step" : " steps");
    send_goal(draft.page, AddGoalWithSteps{goal, std::move(steps)}, said, then);
}

void draw_head(GoalDraft& draft, Rect line) {
    GoalPage& page = draft.page;
    Ui& ui = page.ui;
    avatar(ui, {line.x, line.y + 2}, 44, initials(shown_name(ui, page.child)), child_hue(page.child.id));
    line.cut_left(56);
    Rect buttons{line.x, line.y + 4, line.w, metrics::button};
    const ButtonLook main{.kind = ButtonKind::primary, .icon = icon::check};
    if (button(ui, buttons.cut_right(button_width(ui, "Add goal", main), 8), "Add goal", main))
        add(draft, GoalStatus::active);
    if (button(ui, buttons.cut_right(button_width(ui, "Keep as draft"), 8), "Keep as draft"))
        add(draft, GoalStatus::draft);
    const ButtonLook quiet{.kind = ButtonKind::ghost};
    if (button(ui, buttons.cut_right(button_width(ui, "Back", quiet), 8), "Back", quiet)) ui.nav->back();
    const std::string title = "New goal for " + shown_call_name(ui, page.child);
    const Lead lead = page.goal.discipline == Discipline::ot ? Lead::ot : Lead::pt;
    const float room = buttons.w - tag_width(ui, lead) - 16;
    if (room < 60) return;
    const float width = text(ui, {line.x, line.y + 6}, title, {.type = Type::title, .max_w = room, .heading = true});
    tag(ui, {line.x + width + 12, line.y + 16}, lead);
}

/// Steps of the task and levels of the scale, where there are some.
float draw_own_measure(GoalDraft& draft, Rect rect) {
    rect.y = draw_goal_task(draft, rect);
    return draw_goal_scale(draft, rect);
}

float draw_cards(GoalDraft& draft, Rect content) {
    float y = draw_goal_sentence(draft, content) + metrics::gutter;
    y = draw_goal_numbers(draft, {content.x, y, content.w, 0}) + metrics::gutter;
    if (content.w < 700) {
        y = draw_goal_reading(draft, {content.x, y, content.w, 0}) + metrics::gutter;
        y = draw_goal_check(draft, {content.x, y, content.w, 0}) + metrics::gutter;
        y = draw_goal_steps(draft, {content.x, y, content.w, 0}) + metrics::gutter;
        y = draw_own_measure(draft, {content.x, y, content.w, 0});
        return draw_goal_more(draft, {content.x, y, content.w, 0});
    }
    const float check_w = std::max(300.0F, content.w * 0.385F);
    const float left_w = content.w - check_w - metrics::gutter;
    const float check = draw_goal_check(draft, {content.x + left_w + metrics::gutter, y, check_w, 0});
    float left = draw_goal_reading(draft, {content.x, y, left_w, 0}) + metrics::gutter;
    left = draw_goal_steps(draft, {content.x, left, left_w, 0});
    y = draw_own_measure(draft, {content.x, std::max(left, check) + metrics::gutter, content.w, 0});
    return draw_goal_more(draft, {content.x, y, content.w, 0});
}

void draw_bank_drawer(GoalDraft& draft) {
    Ui& ui = draft.page.ui;
    const auto rect = begin_drawer(ui, bank_drawer, std::min(metrics::right_drawer_w, ui.window.w - 64));
    if (!rect) return;
    draw_goal_bank(draft, *rect, true);
    end_drawer(ui, rect->bottom());
}

}  // namespace

void find_out(GoalDraft& draft) {
    GoalPage& page = draft.page;
    GoalWriter::Found& found = page.self.writer.found;
    if (found.made && found.of == page.goal && found.words == draft.words) return;
    const GoalSlots slots = draft.slots();
    found.made = true;
    found.of = page.goal;
    found.words = draft.words;
    const bool by_slots = !page.stored && draft.words.sentence.empty();
    found.statement = by_slots ? write_goal(draft.from, slots) : shown_sentence(page.ui, page.child, page.goal);
    found.family = write_goal_for_family(draft.from, slots);
    const bool nothing_yet = by_slots && draft.words.target.empty();
    const GoalCheckFacts facts{nothing_yet ? std::string()
                               : by_slots  ? found.statement
                                           : full_text(page.goal),
                               &page.child, page.ui.clock.today, date_order(page.ui)};
    found.findings = check_goal(page.goal, facts, *page.ui.library);
    found.rungs.clear();
    if (page.goal.term == GoalTerm::long_term && !page.goal.skill.empty() && !draft.words.target.empty()) {
        // A stored goal names its own of the bank; of one that has none the first of its skill stands in.
        const GoalTemplate* from = page.stored ? page.ui.library->goal_template(page.goal.bank_goal) : &draft.from;
        LadderFacts ladder{.child = &page.child, .from = from, .slots = slots, .today = page.ui.clock.today};
        found.rungs = propose_ladder(page.goal, ladder, *page.ui.library);
    }
}

GoalSlots GoalDraft::slots() const {
    GoalSlots slots = stored_slots(page.goal, shown_call_name(page.ui, page.child));
    slots.condition = words.condition;
    slots.target = words.target;
    slots.prompt_level = words.prompt_level;
    return slots;
}

void GoalDraft::measure_follows() {
    if (!words.bank.empty() || words.own_measure) return;
    const auto said = measure_said(words.sentence.empty() ? words.target : words.sentence);
    page.goal.measure = said.value_or("trials");
}

void GoalDraft::discipline_follows() {
    const auto of_skill = discipline_of_skill(page.goal, *page.ui.library);
    if (of_skill && (page.child.services.empty() || has_service(page.child, *of_skill)))
        page.goal.discipline = *of_skill;
    page.therapist_follows();
}

void GoalDraft::follow() {
    measure_follows();
    if (words.bank.empty()) from = blank_for(page.goal);
    GoalSlots kept = slots();
    kept.child = call_name(page.child);  // the record holds the name, whatever the screen shows
    const Discipline chosen = page.goal.discipline;
    page.goal = goal_from(page.goal, from, kept, *page.ui.library);
    page.goal.discipline = chosen;
    page.therapist_follows();
    if (!words.sentence.empty()) page.goal.sentence = words.sentence;
    if (!words.sentence.empty() && words.bank.empty()) {
        const SentenceSays says = read_sentence(words.sentence, page.goal.measure);
        if (!page.goal.target) page.goal.target = number_said(page.goal.measure, words.sentence, says);
        if (words.target.empty()) page.goal.title = title_of_sentence(words.sentence);
    }
    if (!words.title.empty()) page.goal.title = words.title;
    if (words.value) page.goal.target = words.value;
    page.changed = true;
}

void GoalDraft::take_own_sentence(std::string typed) {
    words.sentence = std::move(typed);
    follow();
    if (words.sentence.empty() || !words.bank.empty()) return;
    const Goal said = as_its_sentence_says(page.goal, *page.ui.library, date_order(page.ui));
    Goal& goal = page.goal;
    if (goal.attempts == 0) {
        goal.successes = said.successes;
        goal.attempts = said.attempts;
        goal.ratio_noun = said.ratio_noun;
    }
    if (goal.sessions_in_row == 0 && goal.sessions_of == 0) {
        goal.sessions_in_row = said.sessions_in_row;
        goal.sessions_met = said.sessions_met;
        goal.sessions_of = said.sessions_of;
    }
    // The day a new goal begins with is nobody's choice.
    const Date of_blank = goal.start.value_or(page.ui.clock.today) + 7 * from.weeks;
    if (!goal.due || goal.due == usual_due(page.ui) || goal.due == of_blank) goal.due = said.due;
    follow();
}

void GoalDraft::use(const std::string& bank) {
    const GoalTemplate* found = page.ui.library->goal_template(bank);
    const std::string name = shown_call_name(page.ui, page.child);
    words.bank = found != nullptr ? found->id : std::string();
    words.title.clear();
    words.sentence.clear();
    page.goal.ratio_noun.clear();
    words.value.reset();
    words.own_measure = false;
    from = found != nullptr ? *found : blank_for(page.goal);
    const GoalSlots usual = usual_slots(from, name, page.goal.start.value_or(page.ui.clock.today));
    words.target = usual.target;
    page.goal.successes = usual.n;
    page.goal.attempts = usual.of;
    page.goal.sessions_in_row = usual.in_row;
    page.goal.sessions_met = usual.sessions_met;
    page.goal.sessions_of = usual.sessions_of;
    page.goal.due = usual.by;
    if (found != nullptr) page.goal.routine = found->why;
    page.self.writer.ticked[page.goal.id].clear();
    page.self.writer.slot = GoalSlot::target;
    page.ui.drafts->drop_prefix(page.draft + ".slot");
    follow();
    discipline_follows();
}

TallCard::TallCard(GoalDraft& draft, Rect rect, std::string name, std::string_view title, std::string_view hint)
    : draft_(draft), name_(std::move(name)), whole_(rect) {
    const auto known = draft.page.self.writer.heights.find(name_);
    whole_.h = known != draft.page.self.writer.heights.end() ? known->second : 160;
    inside_ = draft.page.part(whole_, title, hint);
}

float TallCard::end(float bottom, float pad) {
    float& kept = draft_.page.self.writer.heights[name_];
    const float height = bottom + pad - whole_.y;
    if (kept < height - 0.5F || kept > height + 0.5F) draft_.page.ui.wake_in(0);
    kept = height;
    return whole_.y + height;
}

void draw_goal_writer(GoalPage& page) {
    Ui& ui = page.ui;
    GoalDraft draft{.page = page, .words = drafted_words(ui, page.child.id), .from = {}};
    const GoalTemplate* bank = ui.library->goal_template(draft.words.bank);
    draft.from = bank != nullptr ? *bank : blank_for(page.goal);
    follow_place(draft);
    find_out(draft);

    Rect area = ui.area.inset(metrics::page_pad, 0);
    area.cut_top(12);
    const bool beside = area.w >= 900;
    draw_head(draft, area.cut_top(48, 12));
    if (const std::string_view problem = page.error(""); !problem.empty()) {
        float height = 0;
        banner(ui, area, BadgeKind::danger, problem, {}, &height);
        area.cut_top(height, 12);
    }
    area.cut_top(draw_discipline_note(page, area) - area.y);
    if (beside) {
        Rect bank_at = area.cut_left(std::clamp(area.w * 0.266F, bank_least_w, bank_w), metrics::gutter);
        bank_at.cut_bottom(metrics::l);
        card(ui, bank_at);
        draw_goal_bank(draft, bank_at, false);
    }
    const ButtonLook choose{.icon = icon::flag_variant};
    if (!beside) {
        const Rect line = area.cut_top(metrics::button, 12);
        if (button(ui, line.pos(), "Choose from the bank", choose)) open_drawer(ui, bank_drawer);
    }
    Rect content = begin_scroll(ui, "Goal page", {area.x, area.y, area.w + bar_room, area.h});
    content.w -= bar_room;
    end_scroll(ui, draw_cards(draft, content) + metrics::l);
    if (!beside) draw_bank_drawer(draft);
    if (page.changed) keep_drafted(ui, page.goal, draft.words);
}

}  // namespace pegboard
