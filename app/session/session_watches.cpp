// Stopwatches and interval cues of a running session. Each is kept in the caseload from its start to its end, so that
// it goes on with the right time after a crash, a lock, sleep or another screen. It refuses to write while a frame is
// drawn, and to believe what cannot be: a start before the session or after now, a goal that is gone.
#include <charconv>
#include <sstream>
#include <utility>

#include "app/session/session.h"
#include "core/rules/live.h"

namespace pegboard {
namespace {

constexpr std::string_view kept_as = "stopwatch.", intervals_word = "intervals", time_word = "time";
constexpr double away_s = 3;   ///< longer than between two frames of the screen while it is shown
constexpr double doubt_s = 2;  ///< the caseload's clock tells whole seconds

std::string fields_of(SessionId session) { return std::string(kept_as) + std::to_string(session.value) + "."; }

std::map<GoalId, Stopwatch>& watches_in(SessionScreen& self, WatchKind kind) {
    return kind == WatchKind::time ? self.watches : self.intervals;
}

/// A watch as it was kept: "time 2026-09-29T09:20:11Z 4 <child>", the number being what a rate has counted.
struct KeptWatch {
    WatchKind kind = WatchKind::time;
    Stopwatch watch;
};

KeptWatch read_watch(const std::string& text) {
    KeptWatch kept;
    std::istringstream in(text);
    std::string kind;
    in >> kind >> kept.watch.since_utc >> kept.watch.count;
    if (kind == intervals_word) kept.kind = WatchKind::intervals;
    return kept;
}

/// The child is named so that erasing its record erases this, too.
std::string write_watch(const Goal& goal, WatchKind kind, const Stopwatch& watch) {
    return std::string(kind == WatchKind::intervals ? intervals_word : time_word) + " " + watch.since_utc + " " +
           std::to_string(watch.count) + " " + std::to_string(goal.child.value);
}

void tell(Toasts& toasts, const Status& status) {
    if (!status.ok()) toasts.warn(status.error().message);
}

void keep_watch(const SessionScreen& self, Ui& ui, const Goal& goal, WatchKind kind, const Stopwatch& watch) {
    std::string field = fields_of(self.view.of) + std::to_string(goal.id.value);
    ui.outbox->after_frame(
        [toasts = ui.toasts, field = std::move(field), text = write_watch(goal, kind, watch)](Caseload& caseload) {
            if (!caseload.read_only()) tell(*toasts, caseload.keep_draft(field, text));
        });
    ui.wake_in(0);
}

void drop_fields(Outbox& outbox, Toasts* toasts, std::vector<std::string> fields) {
    if (fields.empty()) return;
    outbox.after_frame([toasts, fields = std::move(fields)](Caseload& caseload) {
        if (caseload.read_only()) return;
        for (const std::string& field : fields)
            if (const Status dropped = caseload.drop_draft(field); toasts != nullptr) tell(*toasts, dropped);
    });
}

/// What a kept watch reads now; `here` is the same one as this program still has it, the more exact of the two unless
/// the computer slept. Nothing when its start cannot be.
std::optional<Stopwatch> taken_up(const Ui& ui, const Session& session, Stopwatch kept, const Stopwatch& here) {
    const auto seconds = static_cast<double>(seconds_from(kept.since_utc, ui.clock.now_utc));
    if (here.runs() && here.since_utc == kept.since_utc && seconds - here.seconds(ui.clock.time_s) <= doubt_s)
        return here;
    if (seconds < 0 || seconds_from(session.started_at, kept.since_utc) < 0) return std::nullopt;
    kept.since_s = ui.clock.time_s - seconds;
    return kept;
}

}  // namespace

void start_watch(SessionScreen& self, Ui& ui, const Goal& goal, WatchKind kind) {
    Stopwatch& watch = watches_in(self, kind)[goal.id];
    watch = {.since_s = ui.clock.time_s, .since_utc = ui.clock.now_utc};
    keep_watch(self, ui, goal, kind, watch);
}

void stop_watch(SessionScreen& self, Ui& ui, const Goal& goal, WatchKind kind) {
    watches_in(self, kind)[goal.id] = {};
    drop_fields(*ui.outbox, ui.toasts, {fields_of(self.view.of) + std::to_string(goal.id.value)});
    ui.wake_in(0);
}

void count_on(SessionScreen& self, Ui& ui, const Goal& goal) {
    Stopwatch& watch = self.watches[goal.id];
    ++watch.count;
    keep_watch(self, ui, goal, WatchKind::time, watch);
}

void follow_watches(SessionScreen& self, Ui& ui) {
    const double now = ui.clock.time_s;
    const bool same = self.watches_of == self.view.of;
    const double unseen_s = now - std::exchange(self.watches_seen_s, now);
    if (same && unseen_s <= away_s) return;
    const auto watches = std::exchange(self.watches, {}), intervals = std::exchange(self.intervals, {});
    self.watches_of = self.view.of;
    const std::string own = fields_of(self.view.of);
    std::vector<std::string> leftovers;
    const auto& drafts = ui.caseload->drafts();
    for (auto at = drafts.lower_bound(kept_as); at != drafts.end() && at->first.starts_with(kept_as); ++at) {
        const auto& [field, text] = *at;
        GoalId goal;
        if (field.starts_with(own)) std::from_chars(field.data() + own.size(), field.data() + field.size(), goal.value);
        std::optional<Stopwatch> watch;
        const KeptWatch kept = read_watch(text);
        if (goal && ui.caseload->goal(goal) != nullptr) {
            const auto& before = kept.kind == WatchKind::time ? watches : intervals;
            const auto here = before.find(goal);
            watch =
                taken_up(ui, *self.view.session, kept.watch, same && here != before.end() ? here->second : Stopwatch{});
        }
        if (watch)
            watches_in(self, kept.kind)[goal] = *watch;
        else
            leftovers.push_back(field);
    }
    drop_fields(*ui.outbox, nullptr, std::move(leftovers));
}

void run_watches(const SessionScreen& self, Ui& ui) {
    for (const auto* all : {&self.watches, &self.intervals})
        for (const auto& [goal, watch] : *all)
            if (watch.runs()) ui.wake_in(0.25);
}

void forget_watches(SessionScreen& self, Outbox& outbox, SessionId session) {
    if (self.watches_of == session) self.watches_of = {};
    outbox.after_frame([own = fields_of(session)](Caseload& caseload) {
        std::vector<std::string> fields;
        for (const auto& [field, text] : caseload.drafts())
            if (field.starts_with(own)) fields.push_back(field);
        for (const std::string& field : fields) static_cast<void>(caseload.drop_draft(field));
    });
}

}  // namespace pegboard
