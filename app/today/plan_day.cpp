#include "app/today/plan_day.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/parts/forms.h"
#include "app/parts/packing.h"
#include "app/parts/parts.h"

namespace pegboard {
namespace {

constexpr std::string_view dialog_name = "Suggest plans";
constexpr int days_ahead = 6;
constexpr float row_h = 28, most_list_h = 260;

Date last_day(const PlanDay& self) { return self.range == 0 ? self.day : self.day + days_ahead; }

std::string say_session(const Ui& ui, const Session& session) {
    return session_when(session, ui.clock.today) + ", " + shown_names(ui, session);
}

std::string say_count(std::size_t count) { return std::to_string(count) + (count == 1 ? " session" : " sessions"); }

/// What a session got, or why it got nothing.
std::string say_outcome(const Ui& ui, const Session& planned, const planning::Plan& plan) {
    const std::string who = say_session(ui, planned) + ": ";
    if (plan.blocks.empty())
        return who + (plan.notes.empty() ? std::string("nothing in the library fits.") : plan.notes.front());
    const std::size_t count = plan.blocks.size();
    return who + std::to_string(count) + (count == 1 ? " block, " : " blocks, ") +
           std::to_string(planned_minutes(planned)) + " min of activities";
}

void tell_all(PlanDay& self, const Ui& ui, const std::vector<Session>& sessions,
              const std::vector<planning::Plan>& plans) {
    std::vector<const Session*> with_things;
    std::size_t planned = 0;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        self.outcomes.push_back(say_outcome(ui, sessions[i], plans[i]));
        if (plans[i].blocks.empty()) continue;
        with_things.push_back(&sessions[i]);
        ++planned;
    }
    const std::size_t things = materials_to_bring(with_things, *ui.caseload, *ui.library).size();
    self.summary = say_count(planned) + " planned, " + std::to_string(things) +
                   (things == 1 ? " thing to bring in all." : " things to bring in all.");
}

/// Everything is planned: saved in one command, unless something else was changed meanwhile.
void take_plans(PlanDay& self, Ui& ui, const std::vector<planning::Plan>& plans,
                const std::vector<planning::Facts>& facts) {
    const auto run = std::exchange(self.run, {});
    if (!run || ui.caseload == nullptr) return;
    if (run->revision != ui.caseload->revision()) {
        self.summary = "Something was changed meanwhile, so nothing was saved. Start again.";
        return;
    }
    std::vector<Session> sessions = run->sessions, to_save;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        sessions[i] = planning::with_plan(std::move(sessions[i]), facts[i], plans[i]);
        for (Block& block : sessions[i].blocks)
            if (!block.id) block.id = mint<BlockId>();
        if (!plans[i].blocks.empty()) to_save.push_back(sessions[i]);
    }
    tell_all(self, ui, sessions, plans);
    if (to_save.empty()) return;
    ui.outbox->send(PlanSessions{std::move(to_save)}, [&self, toasts = ui.toasts](const Status& status) {
        if (!status.ok()) self.outcomes.clear();
        if (!status.ok()) self.summary = status.error().message;
        if (status.ok()) toasts->show(self.summary, true);
    });
}

void start(PlanDay& self, Ui& ui, const std::vector<const Session*>& sessions) {
    auto run = std::make_shared<PlanDayRun>();
    auto facts = std::make_shared<std::vector<planning::Facts>>();
    for (const Session* session : sessions) {
        run->sessions.push_back(*session);
        facts->push_back(planning::gather(*ui.caseload, *ui.library, *session));
    }
    run->revision = ui.caseload->revision();
    self.run = run;
    self.outcomes.clear();
    self.summary.clear();
    if (!self.index || !self.index->current()) self.index = std::make_shared<PlanIndex>(*ui.library);
    if (!self.worker) self.worker = std::make_unique<Worker>();
    self.worker->start([run, facts, index = self.index, &self, &ui](const std::stop_token& stop) -> Worker::Delivery {
        auto plans = std::make_shared<std::vector<planning::Plan>>(
            planning::plan_in_order(*facts, index->get(), stop, [run](std::size_t done) { run->done = done; }));
        return [plans, facts, &self, &ui] { take_plans(self, ui, *plans, *facts); };
    });
}

void cancel(PlanDay& self) {
    if (self.worker) self.worker->cancel();
    self.run.reset();
}

/// Lines in a scrolling list of at most a third of the dialog.
void draw_lines(Ui& ui, Flow& flow, const std::vector<std::string>& lines) {
    float wanted = 0;
    for (const std::string& line : lines) wanted += wrapped_height(ui, line, flow.w() - metrics::l) + metrics::s;
    const Rect rect = flow.row(std::clamp(wanted, row_h, most_list_h));
    Rect list = begin_scroll(ui, "Sessions to plan", rect);
    list.w -= metrics::l;
    for (const std::string& line : lines) list.y += text_wrapped(ui, list, line) + metrics::s;
    end_scroll(ui, list.y);
}

void draw_progress(PlanDay& self, Ui& ui, Flow& flow) {
    const std::size_t done = self.run->done, all = self.run->sessions.size();
    const std::string words = std::to_string(done) + " of " + say_count(all) + " planned";
    text(ui, flow.row(20).pos(), words, {.role = Role::ink_2});
    bar(ui, flow.row(8), all == 0 ? 0 : static_cast<float>(done) / static_cast<float>(all));
    constexpr double look_again_s = 1.0 / 30;
    ui.wake_in(look_again_s);
}

void draw_question(PlanDay& self, Ui& ui, Flow& flow, const std::vector<const Session*>& sessions) {
    constexpr std::array<std::string_view, 2> ranges{"This day", "7 days from here"};
    segmented(ui, flow.row(metrics::button), "Which sessions", ranges, self.range);
    const std::string words =
        sessions.empty() ? "Every session here has a plan already." : say_count(sessions.size()) + " without a plan:";
    text(ui, flow.row(20).pos(), words, {.role = Role::ink_2});
    std::vector<std::string> lines;
    for (const Session* session : sessions) lines.push_back(say_session(ui, *session));
    if (!lines.empty()) draw_lines(ui, flow, lines);
    const Rect note = flow.row(16);
    flow.grew(note.y + text_wrapped(ui, {note.x, note.y, note.w, 100},
                                    "Things that come along for one session are preferred in the next. All plans "
                                    "together are one step to undo.",
                                    {.type = Type::caption, .role = Role::ink_2}));
}

}  // namespace

std::vector<const Session*> unplanned_sessions(const Caseload& caseload, Date from, Date to, Date today) {
    std::vector<const Session*> found;
    for (const Session& session : caseload.sessions()) {  // by date, then start
        if (session.date < from || session.date > to || session.date < today) continue;
        if (session.status != SessionStatus::planned || !session.blocks.empty()) continue;
        if (!session.started_at.empty() || present_of(caseload, session).empty()) continue;
        found.push_back(&session);
    }
    return found;
}

void open_plan_day(PlanDay& self, Ui& ui, Date day) {
    self.day = day;
    self.outcomes.clear();
    self.summary.clear();
    self.range = unplanned_sessions(*ui.caseload, day, day, ui.clock.today).empty() ? 1 : 0;
    open_dialog(ui, dialog_name);
}

void draw_plan_day(PlanDay& self, Ui& ui) {
    if (self.worker) self.worker->deliver();
    const auto inside = begin_dialog(ui, dialog_name, "Suggest plans for all sessions without one?", 560);
    if (!inside) {
        if (self.run) cancel(self);  // closed with Esc: nothing is saved
        return;
    }
    Flow flow(*inside);
    if (self.run) {
        draw_progress(self, ui, flow);
        if (end_dialog(ui, flow.bottom(), {"Stop, change nothing"}) == 0) cancel(self);
        return;
    }
    if (!self.summary.empty()) {
        const Rect at = flow.row(24);
        flow.grew(at.y + text_wrapped(ui, at, self.summary, {.type = Type::label}));
        if (!self.outcomes.empty()) draw_lines(ui, flow, self.outcomes);
        if (end_dialog(ui, flow.bottom(), {"Close"}) == 0) close_dialog(ui);
        return;
    }
    const auto sessions = unplanned_sessions(*ui.caseload, self.day, last_day(self), ui.clock.today);
    draw_question(self, ui, flow, sessions);
    const int pressed = end_dialog(ui, flow.bottom(), {"Suggest plans", "Cancel"}, false, !sessions.empty());
    if (pressed == 0) start(self, ui, sessions);
    if (pressed == 1) close_dialog(ui);
}

}  // namespace pegboard
