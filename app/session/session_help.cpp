// The help chosen for a goal's tries in a running session. It is kept in the caseload by its level, so that a lock,
// another screen, another list of levels or a crash never turns it into "no help": tries would say the child was
// independent. It refuses to guess: a level that is no longer in the list leaves none chosen.
#include <algorithm>
#include <charconv>
#include <sstream>
#include <utility>

#include "app/session/session.h"
#include "core/progress/help_limit.h"
#include "core/rules/live.h"

namespace pegboard {
namespace {

constexpr std::string_view help_kept_as = "help_chosen.";
constexpr int no_level = -1;

std::string help_fields_of(SessionId session) {
    return std::string(help_kept_as) + std::to_string(session.value) + ".";
}

/// The child is named so that erasing its record erases this, too.
std::string write_help(const Goal& goal, const ChosenHelp& help) {
    return std::to_string(help.assist.value_or(no_level)) + " " + std::to_string(help.prompt.value_or(no_level)) + " " +
           std::to_string(goal.child.value) + " " + help.name;
}

std::optional<ChosenHelp> read_help(const std::string& text) {
    std::istringstream in(text);
    int assist = no_level, prompt = no_level;
    std::int64_t child = 0;
    if (!(in >> assist >> prompt >> child)) return std::nullopt;
    ChosenHelp help;
    in.get();
    std::getline(in, help.name);
    if (assist != no_level) help.assist = assist;
    if (prompt != no_level) help.prompt = prompt;
    return help;
}

bool was_noted(const DataPoint& point) { return point.assist || point.prompt; }

/// What was chosen before this program began, or the help of the newest try.
std::optional<ChosenHelp> kept_help(const SessionScreen& self, const Ui& ui, const Goal& goal) {
    const auto& drafts = ui.caseload->drafts();
    const auto kept = drafts.find(help_fields_of(self.view.of) + std::to_string(goal.id.value));
    if (kept != drafts.end())
        if (const auto help = read_help(kept->second)) return help;
    for (auto point = self.points.rbegin(); point != self.points.rend(); ++point)
        if (point->valid && point->goal == goal.id && was_noted(*point))
            return ChosenHelp{point->assist, point->prompt, {}};
    return std::nullopt;
}

/// Sessions that are over or gone leave nothing behind.
std::vector<std::string> left_behind(const Caseload& caseload) {
    std::vector<std::string> fields;
    const auto& drafts = caseload.drafts();
    for (auto at = drafts.lower_bound(help_kept_as); at != drafts.end() && at->first.starts_with(help_kept_as); ++at) {
        SessionId id;
        const std::string& field = at->first;
        std::from_chars(field.data() + help_kept_as.size(), field.data() + field.size(), id.value);
        const Session* session = caseload.session(id);
        if (session == nullptr || !is_running(*session)) fields.push_back(field);
    }
    return fields;
}

/// What the letters of a level stand for: "Contact guard (CGA): light touch for safety". Of PT goals alone, whose
/// buttons are short.
std::string term_of(const Ui& ui, const Goal& goal, const HelpChoice& choice) {
    if (goal.discipline != Discipline::pt) return {};
    const auto& all = ui.library->assist_levels();
    const auto known = std::ranges::find(all, choice.assist.value_or(-1), &HelpLevel::level);
    if (known == all.end()) return {};
    // Where nobody helps, the level says what the child has instead.
    const bool alone = known->helper == "none";
    return known->name + " (" + known->code + "): " + (alone ? known->words : known->helper) + ". ";
}

constexpr std::string_view not_in_list =
    "The level chosen before is not in this list. Until you choose one, tries are kept with help not noted.";

/// Said before the next try while `choice` is chosen.
HelpLine line_of(const Ui& ui, const Goal& goal, const HelpChoice& choice) {
    const std::string allowed = progress::say_help_allowed(goal), term = term_of(ui, goal, choice);
    if (allowed.empty()) return {term.empty() ? "Counts with any help." : term, false};
    if (!progress::is_more_help(goal, choice.assist, choice.prompt)) {
        const bool alone = goal.assist_level == 0 && choice.assist == progress::own_equipment;
        return {term + (alone ? "It counts as independent." : "Counts with " + allowed + "."), false};
    }
    return {choice.name + " is more help than the goal allows (" + allowed + "). " + progress::say_beyond_help(goal),
            true};
}

/// Said of the tries of today, where some had more help than counts.
std::string say_uncounted(const LiveGoal& goal) {
    return progress::say_had_more_help(*goal.goal, goal.value ? goal.value->with_more_help : 0);
}
constexpr int most_uncounted = 100;  ///< so many digits have room

/// Null where none is chosen.
const HelpChoice* chosen_choice(SessionScreen& self, const Ui& ui, const Goal& goal) {
    const std::vector<HelpChoice>& list = help_rows_of(self, goal).list;
    const int place = chosen_help(self, ui, goal);
    return place >= 0 && place < static_cast<int>(list.size()) ? &list[static_cast<std::size_t>(place)] : nullptr;
}

}  // namespace

HelpRows& help_rows_of(SessionScreen& self, const Goal& goal) {
    // A discipline that cannot be read has the buttons of an OT.
    return self.help_rows[is_known(goal.discipline) ? static_cast<std::size_t>(goal.discipline) : 0];
}

int chosen_help(SessionScreen& self, const Ui& ui, const Goal& goal) {
    const std::vector<HelpChoice>& list = help_rows_of(self, goal).list;
    auto known = self.help.find(goal.id);
    if (known == self.help.end())
        if (const auto kept = kept_help(self, ui, goal)) known = self.help.emplace(goal.id, *kept).first;
    if (known == self.help.end()) return 0;
    const ChosenHelp& kept = known->second;
    const auto same = [&](const HelpChoice& each) { return each.assist == kept.assist && each.prompt == kept.prompt; };
    const auto by_name =
        std::ranges::find_if(list, [&](const HelpChoice& each) { return same(each) && each.name == kept.name; });
    const auto found = by_name != list.end() ? by_name : std::ranges::find_if(list, same);
    return found == list.end() ? no_help_chosen : static_cast<int>(found - list.begin());
}

void choose_help(SessionScreen& self, Ui& ui, const Goal& goal, int place) {
    const std::vector<HelpChoice>& list = help_rows_of(self, goal).list;
    if (place < 0 || place >= static_cast<int>(list.size())) return;
    const HelpChoice& choice = list[static_cast<std::size_t>(place)];
    const ChosenHelp help{choice.assist, choice.prompt, choice.name};
    self.help[goal.id] = help;
    std::string field = help_fields_of(self.view.of) + std::to_string(goal.id.value);
    ui.outbox->after_frame(
        [toasts = ui.toasts, field = std::move(field), text = write_help(goal, help)](Caseload& caseload) {
            if (caseload.read_only()) return;
            if (const Status kept = caseload.keep_draft(field, text); !kept.ok()) toasts->warn(kept.error().message);
        });
    ui.wake_in(0);
}

std::string name_of_help(SessionScreen& self, const Ui& ui, const Goal& goal) {
    const HelpChoice* chosen = some_help_chosen(self, ui, goal) ? chosen_choice(self, ui, goal) : nullptr;
    return chosen != nullptr ? chosen->name : std::string();
}

bool some_help_chosen(SessionScreen& self, const Ui& ui, const Goal& goal) {
    const HelpChoice* chosen = chosen_choice(self, ui, goal);
    return chosen != nullptr &&
           (chosen->assist.value_or(0) > progress::own_equipment || chosen->prompt.value_or(0) > 0);
}

HelpLine help_line(SessionScreen& self, const Ui& ui, const LiveGoal& goal) {
    const HelpChoice* chosen = chosen_choice(self, ui, *goal.goal);
    if (chosen == nullptr && chosen_help(self, ui, *goal.goal) == no_help_chosen)
        return {std::string(not_in_list), true};
    HelpLine line = chosen != nullptr ? line_of(ui, *goal.goal, *chosen) : HelpLine{};
    line.words += say_uncounted(goal);
    return line;
}

float help_line_height(SessionScreen& self, const Ui& ui, const LiveGoal& goal, float width) {
    const std::pair at{width, ui.design->scale()};
    if (std::exchange(self.help_lines_at, at) != at) self.help_lines.clear();
    if (const auto known = self.help_lines.find(goal.goal->id); known != self.help_lines.end()) return known->second;
    constexpr float sign_w = 24, below = 4;
    const auto height_of = [&](const std::string& words) {
        return wrapped_height(ui, words, width - sign_w, Type::caption_strong) + below;
    };
    float height = height_of(std::string(not_in_list));
    for (const HelpChoice& each : help_rows_of(self, *goal.goal).list)
        height = std::max(height, height_of(line_of(ui, *goal.goal, each).words +
                                            progress::say_had_more_help(*goal.goal, most_uncounted)));
    self.help_lines.emplace(goal.goal->id, height);
    return height;
}

bool wants_help(const LiveGoal& goal) { return goal.goal->measure != "assist"; }

void tap(SessionScreen& self, Ui& ui, const LiveGoal& goal, DataPoint point) {
    const HelpChoice* help = chosen_choice(self, ui, *goal.goal);
    point.goal = goal.goal->id;
    point.session = self.view.of;
    if (self.view.block != nullptr) point.block = self.view.block->id;
    if (help != nullptr && wants_help(goal)) {
        point.assist = help->assist;
        point.prompt = help->prompt;
    }
    point.therapist = recorder_of(ui, *self.view.session, *goal.goal);
    if (const Therapist* who = ui.caseload->therapist(point.therapist)) point.rater = who->name;
    self.chosen = goal.goal->id;
    // What was recorded stays in reach when its activity is over.
    if (std::ranges::find(self.opened, goal.goal->id) == self.opened.end()) self.opened.push_back(goal.goal->id);
    send_live(self, ui, RecordPoint{point});
}

void forget_help(Outbox& outbox) {
    outbox.after_frame([](Caseload& caseload) {
        if (caseload.read_only()) return;
        for (const std::string& field : left_behind(caseload)) static_cast<void>(caseload.drop_draft(field));
    });
}

}  // namespace pegboard
