#include "app/parts/enter_value.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/parts/who_records.h"
#include "core/progress/entry.h"
#include "core/progress/help_limit.h"
#include "core/progress/measure.h"
#include "core/rules/typed/units.h"

namespace pegboard {
namespace {

constexpr std::string_view entry_dialog_name = "Enter a value";
constexpr float entry_dialog_w = 520;

constexpr std::string_view value_draft = "enter_value.value", n_draft = "enter_value.n";

/// What the dialog asks for by the goal's measure.
struct Asked {
    std::string value, n;  ///< labels; `n` empty: not asked
    std::string hint;
    NumberAsk value_as, n_as;
    bool ratio = false;  ///< so many out of so many
};

/// " in seconds", " in laps": what a number alone is taken in.
std::string in_unit(const Goal& goal, const Library& library) {
    if (goal.measure == "distance_cm")
        for (const units::UnitChoice& each : units::length_units())
            if (!goal.unit.empty() && each.unit == goal.unit) return " in " + std::string(each.words);
    const Measure* measure = library.measure(goal.measure);
    return measure != nullptr && !measure->unit.empty() ? " in " + measure->unit : std::string();
}

Asked asked_for(const Goal& goal, const Library& library) {
    const progress::MeasureRule* rule = progress::measure_rule(goal.measure);
    const NumberAsk count{.unit = Unit::none, .whole = true, .least = 0};
    if (rule != nullptr && rule->pooling == progress::Pooling::percent)
        return {goal.measure == "steps_pct" ? "Steps done" : "How many", "out of", "4", count, count, true};
    if (rule != nullptr && rule->pooling == progress::Pooling::rate)
        return {"How many", "in what time", "12", count, {.unit = Unit::seconds, .whole = true, .least = 1}};
    const Unit unit = progress::unit_of(goal.measure);
    const std::string_view hint = unit == Unit::seconds       ? "45 or 1:30"
                                  : unit != Unit::centimetres ? "0"
                                  : goal.unit == "laps"       ? "3, or 75 m"
                                  : goal.unit == "ft"         ? "6, or 6 ft 2 in"
                                  : goal.unit == "m"          ? "2.5, or 250 cm"
                                                              : "40, or 2.5 m";
    return {"Value" + in_unit(goal, library), {}, std::string(hint), {.unit = unit}, {}};
}

/// How the one value of a goal is read: in the goal's own unit, laps and feet too.
FieldMeaning meaning_of(const Goal& goal, const NumberAsk& as, const std::string& typed) {
    const std::string text = trimmed(typed);
    if (text.empty()) return {};
    const auto read = units::read_value(goal, text);
    const TypedNumber plain = read_decimal(text);
    if (!read) {
        const Refusal why = plain.refusal == Refusal::none ? Refusal::unreadable : plain.refusal;
        return {say_refusal(why, text, as), {}};
    }
    return {{}, units::say_reading(goal, text)};
}

/// What stands in the dialog, once all of it can be read.
struct Entered {
    double value = 0;
    std::optional<int> n;
};

std::optional<Entered> entered(const Ui& ui, const Goal& goal, const Asked& asked) {
    if (asked.ratio) {
        const auto ratio = form_ratio_value(ui, value_draft, n_draft);
        if (!ratio) return std::nullopt;
        return Entered{static_cast<double>(ratio->n), ratio->of};
    }
    if (asked.n.empty()) {
        const auto value = units::read_value(goal, draft_text(ui, value_draft));
        return value ? std::optional(Entered{*value, {}}) : std::nullopt;
    }
    const auto value = form_amount_value(ui, value_draft, asked.value_as);
    if (!value) return std::nullopt;
    const auto n = form_amount_value(ui, n_draft, asked.n_as);
    if (!n) return std::nullopt;
    return Entered{*value, static_cast<int>(*n)};
}

/// Sessions of the child on a day, for "seen in".
struct DaySessions {
    std::vector<std::string> names{"Outside a session"};
    std::vector<SessionId> ids{SessionId{}};
};
DaySessions sessions_on(const Ui& ui, ChildId child, Date day) {
    DaySessions found;
    for (const Session& session : ui.caseload->sessions()) {
        if (session.date != day || !is_for(session, child) || session.status == SessionStatus::not_held) continue;
        found.names.push_back("Session " + session_span(session));
        found.ids.push_back(session.id);
    }
    return found;
}

DataPoint make_point(const Ui& ui, const Goal& goal, Date day, SessionId session, const Entered& seen) {
    DataPoint point;
    point.goal = goal.id;
    point.session = session;
    point.date = day;
    point.value = seen.value;
    point.n = seen.n;
    const auto& buttons = help_buttons(ui, ui.caseload->session(session), goal.discipline);
    const int help = draft_index(ui, "enter_value.help", static_cast<int>(buttons.size()) + 1, 0);
    if (help > 0) {
        point.assist = buttons[static_cast<std::size_t>(help) - 1].assist;
        point.prompt = buttons[static_cast<std::size_t>(help) - 1].prompt;
    }
    if (const Session* in = ui.caseload->session(session)) point.therapist = recorder_of(ui, *in, goal);
    point.note = draft_text(ui, "enter_value.note");
    return point;
}

void send(EnterValueState& self, Ui& ui, const DataPoint& point) {
    ui.outbox->send(RecordPoint{point}, [&self, drafts = ui.drafts, toasts = ui.toasts](const Status& status) {
        self.done = status.ok();
        self.error = status.ok() ? std::string() : status.error().message;
        self.field = status.ok() ? std::string() : status.error().field;
        if (!status.ok()) return;
        ++self.kept;
        for (const std::string_view name : {"enter_value.value", "enter_value.note"}) drafts->drop(name);
        toasts->show("Recorded", true);
    });
    ui.wake_in(0);
}

/// The help that was given, and that the value does not count where it was more than the goal allows.
void draw_help_choice(Ui& ui, Flow& flow, SessionId session, const Goal& goal) {
    const auto& buttons = help_buttons(ui, ui.caseload->session(session), goal.discipline);
    std::vector<std::string> names{"Not noted"};
    for (const HelpChoice& each : buttons) names.push_back(each.name);
    int help = draft_index(ui, "enter_value.help", static_cast<int>(names.size()), 0);
    if (choice(ui, flow.row(field_height()), "Help given", names, help)) put_number(ui, "enter_value.help", help);
    if (help == 0) return;
    const HelpChoice& given = buttons[static_cast<std::size_t>(help) - 1];
    if (!progress::is_more_help(goal, given.assist, given.prompt)) return;
    const Rect at = flow.row(20);
    icon_at(ui, at.pos(), icon::alert, 20, Role::warn);
    const std::string words =
        "More help than the goal allows (" + progress::say_help_allowed(goal) + "). " + progress::say_beyond_help(goal);
    flow.grew(at.y + text_wrapped(ui, {at.x + 28, at.y, at.w - 28, at.h}, words));
}

/// A note that was signed does not change with what is recorded now.
void draw_signed_note(Ui& ui, Flow& flow, SessionId id, ChildId child) {
    const Session* session = ui.caseload->session(id);
    if (session == nullptr || !has_signed_note(*ui.caseload, *session, child)) return;
    float height = 0;
    const Rect at = flow.row(48);
    banner(ui, at, BadgeKind::warn,
           "The note of this session is signed and stays as it is. Add an amendment to it about this value.", {},
           &height);
    flow.grew(at.y + height);
}

std::string_view error_of(const EnterValueState& self, std::string_view field) {
    return self.field == field ? std::string_view(self.error) : std::string_view{};
}

void draw_values(const EnterValueState& self, Ui& ui, Flow& flow, const Goal& goal, const Asked& asked) {
    const FieldLook value_look{.hint = asked.hint, .error = error_of(self, "value")};
    if (asked.n.empty()) {
        form_meant(
            ui, flow.row(field_height(true, true)), asked.value, value_draft,
            [&](const std::string& typed) { return meaning_of(goal, asked.value_as, typed); }, value_look);
        return;
    }
    const auto row = flow.columns<2>(field_height(true, true), {1, 1});
    const FieldLook n_look{.hint = asked.ratio ? "5" : "60", .error = error_of(self, "n")};
    if (asked.ratio) {
        form_ratio(ui, {row[0], row[1]}, {asked.value, asked.n}, {value_draft, n_draft}, {value_look, n_look});
        return;
    }
    form_amount(ui, row[0], asked.value, value_draft, asked.value_as, value_look);
    form_amount(ui, row[1], asked.n, n_draft, asked.n_as, n_look);
}

}  // namespace

void open_enter_value(Ui& ui, EnterValueState& self, GoalId goal, SessionId session, int help) {
    if (draft_number(ui, "enter_value.goal") != goal.value || draft_number(ui, "enter_value.session") != session.value)
        ui.drafts->drop_prefix("enter_value.");
    put_number(ui, "enter_value.goal", goal.value);
    put_number(ui, "enter_value.session", session.value);
    if (help >= 0 && !draft_number(ui, "enter_value.help")) put_number(ui, "enter_value.help", help + 1);
    self = {};
    open_dialog(ui, entry_dialog_name);
}

void draw_enter_value(Ui& ui, EnterValueState& self) {
    if (ui.caseload == nullptr) return;
    const auto inside = begin_dialog(ui, entry_dialog_name, "What was seen?", entry_dialog_w);
    if (!inside) return;
    const Goal* goal = ui.caseload->goal({draft_number(ui, "enter_value.goal").value_or(0)});
    const Child* child = goal != nullptr ? ui.caseload->child(goal->child) : nullptr;
    Flow flow(*inside);
    if (child == nullptr) {
        text(ui, flow.row(20).pos(), "This goal is no longer here.");
        if (end_dialog(ui, flow.bottom(), {"Close"}) >= 0) close_dialog(ui);
        return;
    }
    const Asked asked = asked_for(*goal, *ui.library);
    const Session* fixed = ui.caseload->session({draft_number(ui, "enter_value.session").value_or(0)});
    text(ui, flow.row(20).pos(), shown_call_name(ui, *child) + ": " + goal->title,
         {.role = Role::ink_2, .max_w = flow.w()});
    Date day = fixed != nullptr ? fixed->date : ui.clock.today;
    SessionId session = fixed != nullptr ? fixed->id : SessionId{};
    if (fixed == nullptr) {
        const auto row = flow.columns<2>(field_height(), {1, 1});
        form_date(ui, row[0], "Day", "enter_value.day", {.hint = "today", .error = error_of(self, "date")});
        // A day that cannot be read is red, and nothing is recorded until it can.
        day = form_date_value(ui, "enter_value.day").value_or(ui.clock.today);
        const DaySessions there = sessions_on(ui, child->id, day);
        const int most = static_cast<int>(there.ids.size());
        int in = draft_index(ui, "enter_value.in", most, most > 1 ? 1 : 0);
        if (choice(ui, row[1], "Seen in", there.names, in)) put_number(ui, "enter_value.in", in);
        session = there.ids[static_cast<std::size_t>(in)];
    }
    draw_values(self, ui, flow, *goal, asked);
    draw_help_choice(ui, flow, session, *goal);
    draw_signed_note(ui, flow, session, child->id);
    form_field(ui, flow.row(field_height()), "Note", "enter_value.note", {.hint = "Only what matters"});
    const bool other_error = !self.error.empty() && self.field != "value" && self.field != "n" && self.field != "date";
    if (other_error) {
        float height = 0;
        const Rect at = flow.row(48);
        banner(ui, at, BadgeKind::danger, self.error, {}, &height);
        flow.grew(at.y + height);
    }
    const auto seen = entered(ui, *goal, asked);
    const bool nothing = draft_text(ui, value_draft).empty();
    const FootLook foot{.lacks = seen      ? ""
                                 : nothing ? "Say what was seen."
                                           : "Say out of how many.",
                        .lacks_at = nothing ? value_draft : n_draft};
    const int pressed = end_dialog(ui, flow.bottom(), {"Record", "Record and go on", "Close"}, foot);
    if (pressed == 1 && !seen) ask_for(ui, foot.lacks_at, foot.lacks);
    if ((pressed == 0 || pressed == 1) && seen) {
        self.another = pressed == 1;
        send(self, ui, make_point(ui, *goal, day, session, *seen));
    }
    const bool over = self.done && !self.another;
    self.done = false;
    if (pressed == 2 || over) {
        ui.drafts->drop_prefix("enter_value.");
        close_dialog(ui);
    }
}

}  // namespace pegboard
