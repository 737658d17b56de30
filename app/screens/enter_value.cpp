#include "app/screens/enter_value.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "app/screens/forms.h"
#include "app/screens/parts.h"
#include "app/screens/session.h"
#include "core/progress/entry.h"
#include "core/progress/measure.h"

namespace pegboard {
namespace {

constexpr std::string_view entry_dialog_name = "Enter a value";
constexpr float entry_dialog_w = 520;

struct Words {
    std::string value, n;  ///< labels; `n` empty: not asked
};

Words words_for(const Goal& goal, const Library& library) {
    const progress::MeasureRule* rule = progress::measure_rule(goal.measure);
    if (rule != nullptr && rule->pooling == progress::Pooling::percent)
        return goal.measure == "steps_pct" ? Words{"Steps done", "out of"} : Words{"How many", "out of"};
    if (rule != nullptr && rule->pooling == progress::Pooling::rate) return {"How many", "in seconds"};
    const Measure* measure = library.measure(goal.measure);
    return {measure != nullptr && !measure->unit.empty() ? "Value in " + measure->unit : std::string("Value"), {}};
}

/// A number as people type it, comma or point.
std::optional<double> number_of(const Ui& ui, std::string_view draft) {
    std::string text = draft_text(ui, draft);
    std::ranges::replace(text, ',', '.');
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
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

DataPoint make_point(const Ui& ui, const Goal& goal, Date day, SessionId session, double value, bool asks_n) {
    DataPoint point;
    point.goal = goal.id;
    point.session = session;
    point.date = day;
    point.value = value;
    if (asks_n)
        if (const auto n = number_of(ui, "enter_value.n")) point.n = static_cast<int>(*n);
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

void draw_help_choice(Ui& ui, Rect rect, SessionId session, Discipline discipline) {
    std::vector<std::string> names{"Not noted"};
    for (const HelpChoice& each : help_buttons(ui, ui.caseload->session(session), discipline))
        names.push_back(each.name);
    int help = draft_index(ui, "enter_value.help", static_cast<int>(names.size()), 0);
    if (choice(ui, rect, "Help given", names, help)) put_number(ui, "enter_value.help", help);
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

}  // namespace

void open_enter_value(Ui& ui, EnterValueState& self, GoalId goal, SessionId session) {
    if (draft_number(ui, "enter_value.goal") != goal.value || draft_number(ui, "enter_value.session") != session.value)
        ui.drafts->drop_prefix("enter_value.");
    put_number(ui, "enter_value.goal", goal.value);
    put_number(ui, "enter_value.session", session.value);
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
    const Words words = words_for(*goal, *ui.library);
    const Session* fixed = ui.caseload->session({draft_number(ui, "enter_value.session").value_or(0)});
    text(ui, flow.row(20).pos(), shown_call_name(ui, *child) + ": " + goal->title,
         {.role = Role::ink_2, .max_w = flow.w()});
    Date day = fixed != nullptr ? fixed->date : ui.clock.today;
    SessionId session = fixed != nullptr ? fixed->id : SessionId{};
    if (fixed == nullptr) {
        const auto row = flow.columns<2>(field_height(), {1, 1});
        form_date(ui, row[0], "Day", "enter_value.day", {.hint = "today", .error = error_of(self, "date")});
        day = form_date_value(ui, "enter_value.day").value_or(ui.clock.today);
        const DaySessions there = sessions_on(ui, child->id, day);
        const int most = static_cast<int>(there.ids.size());
        int in = draft_index(ui, "enter_value.in", most, most > 1 ? 1 : 0);
        if (choice(ui, row[1], "Seen in", there.names, in)) put_number(ui, "enter_value.in", in);
        session = there.ids[static_cast<std::size_t>(in)];
    }
    const bool asks_n = !words.n.empty();
    if (asks_n) {
        const auto row = flow.columns<2>(field_height(true, true), {1, 1});
        form_field(ui, row[0], words.value, "enter_value.value", {.hint = "4", .error = error_of(self, "value")});
        form_field(ui, row[1], words.n, "enter_value.n", {.hint = "5", .error = error_of(self, "n")});
    } else {
        form_field(ui, flow.row(field_height(true, true)), words.value, "enter_value.value",
                   {.hint = "0", .error = error_of(self, "value")});
    }
    draw_help_choice(ui, flow.row(field_height()), session, goal->discipline);
    draw_signed_note(ui, flow, session, child->id);
    form_field(ui, flow.row(field_height()), "Note", "enter_value.note", {.hint = "Only what matters"});
    const bool other_error = !self.error.empty() && self.field != "value" && self.field != "n" && self.field != "date";
    if (other_error) {
        float height = 0;
        const Rect at = flow.row(48);
        banner(ui, at, BadgeKind::danger, self.error, {}, &height);
        flow.grew(at.y + height);
    }
    const auto value = number_of(ui, "enter_value.value");
    const int pressed =
        end_dialog(ui, flow.bottom(), {"Record", "Record and go on", "Close"}, false, value.has_value());
    if ((pressed == 0 || pressed == 1) && value) {
        self.another = pressed == 1;
        send(self, ui, make_point(ui, *goal, day, session, *value, asks_n));
    }
    const bool over = self.done && !self.another;
    self.done = false;
    if (pressed == 2 || over) {
        ui.drafts->drop_prefix("enter_value.");
        close_dialog(ui);
    }
}

}  // namespace pegboard
