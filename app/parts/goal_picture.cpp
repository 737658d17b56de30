#include "app/parts/goal_picture.h"

#include <algorithm>
#include <chrono>
#include <span>

#include "core/progress/status.h"

namespace pegboard {
namespace {

constexpr std::size_t at_once = 150;  ///< values that are analysed within the frame: about a millisecond

progress::Analysis analyse_copy(const progress::Criterion& criterion, const Points& points,
                                const std::vector<PhaseChange>& changes, DecisionRule rule) {
    return progress::analyse(criterion, *points, changes, rule);
}

void begin_analysis(GoalPicture& self) {
    self.analysis.reset();
    if (self.values.size() <= at_once) {
        self.analysis = analyse_copy(self.criterion, self.points, self.changes, self.rule);
        return;
    }
    self.coming = std::async(std::launch::async, analyse_copy, self.criterion, self.points, self.changes, self.rule);
}

void read(GoalPicture& self, const Caseload& caseload, GoalId id) {
    self.asked = false;
    const Goal* goal = caseload.goal(id);
    if (goal == nullptr) return;
    auto points = caseload.points(id);
    if (!points.ok()) return;
    self.of = id;
    self.revision = caseload.revision();
    self.criterion = progress::criterion_of(*goal);
    self.rule = progress::rule_for(caseload.practice(), *goal);
    self.points = points.take();
    self.changes = caseload.phase_changes(id);
    self.events = caseload.events(goal->child);
    std::erase_if(self.events, [&](const TimeEvent& event) { return event.goal && event.goal != id; });
    self.values = progress::session_values(self.criterion, *self.points, self.changes);
    self.beside = beside_values(self.criterion, *self.points, self.values);
    if (self.coming.valid()) self.coming.wait();
    self.coming = {};
    begin_analysis(self);
    self.ready = true;
    self.chart = {};
}

}  // namespace

BadgeWords progress_badge(const progress::Judgement& judgement) {
    const std::string said(words(judgement.status));
    switch (judgement.status) {
        case ProgressStatus::collecting:
            return {BadgeKind::plain, icon::clock, said};
        case ProgressStatus::check_now:
        case ProgressStatus::slipped:
            return {BadgeKind::danger, icon::alert_circle_outline, said};
        case ProgressStatus::mastered:
        case ProgressStatus::kept:
            return {BadgeKind::good, icon::star_circle, said};
        case ProgressStatus::change_suggested:
            return {BadgeKind::warn, icon::alert_circle_outline, said};
        case ProgressStatus::raise_suggested:
            return {BadgeKind::info, icon::arrow_up, said};
        case ProgressStatus::plateau:
            return {BadgeKind::warn, icon::trending_neutral, said};
        case ProgressStatus::on_track:
            break;
    }
    return {BadgeKind::good, icon::trending_up, judgement.early ? "On track so far" : said};
}

BadgeWords standing_badge(const Caseload& caseload, const Goal& goal, Date today) {
    if (goal.status == GoalStatus::active)
        if (const auto judgement = progress::judgement_of(caseload, goal.id)) return progress_badge(*judgement);
    return badge_of(goal, today);
}

std::optional<float> way_gone(const Caseload& caseload, const Goal& goal) {
    const progress::GoalFacts* facts = caseload.facts(goal.id);
    const std::optional<double> target = progress::criterion_of(goal).target;
    if (facts == nullptr || !facts->last_value || !facts->baseline_level || !target) return std::nullopt;
    const double whole = *target - *facts->baseline_level;
    if (whole == 0) return std::nullopt;
    return static_cast<float>(std::clamp((*facts->last_value - *facts->baseline_level) / whole, 0.0, 1.0));
}

void follow_picture(GoalPicture& self, Ui& ui, GoalId goal) {
    if (self.of != goal) self.ready = false;
    const bool stale = self.of != goal || self.revision != ui.caseload->revision();
    if (stale && !self.asked) {
        self.asked = true;
        ui.outbox->after_frame([&self, goal](Caseload& caseload) { read(self, caseload, goal); });
        ui.wake_in(0);
    }
    if (self.coming.valid()) {
        if (self.coming.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
            self.analysis = self.coming.get();
            self.chart = {};
        } else {
            ui.wake_in(0.05);
        }
    }
    if (self.ready && self.chart.name.empty())
        if (const Goal* now = ui.caseload->goal(goal))
            self.chart = chart_of(ui.caseload->goals(), *now, self, ui.clock.today);
}

void Sparks::make(Kept& kept, const Caseload& caseload) {
    const Goal& goal = kept.goal;
    const auto criterion = progress::criterion_of(goal);
    Spark spark{.goal = criterion.target, .series = role_of(goal.discipline)};
    for (const auto& value : progress::session_values(criterion, *kept.points, caseload.phase_changes(goal.id)))
        spark.points.emplace_back(value.date.day, value.value);
    if (const auto* facts = caseload.facts(goal.id);
        facts && facts->baseline_level && goal.start && goal.due && criterion.target && *goal.due > *goal.start)
        spark.aim = ChartSegment{*goal.start, *goal.due, *facts->baseline_level, *criterion.target};
    const std::size_t count = spark.points.size();
    kept.line.words = count == 0 ? std::string()
                                 : std::to_string(count) + (count == 1 ? " value, newest " : " values, newest ") +
                                       progress::say_in_unit(criterion, spark.points.back().second);
    kept.line.spark = std::move(spark);
}

const Sparks::Line* Sparks::of(Ui& ui, const Goal& goal) {
    const auto found = kept_.find(goal.id);
    const std::uint64_t revision = ui.caseload->revision();
    if (found == kept_.end() || found->second.revision != revision) wanted_.push_back(goal.id);
    if (!wanted_.empty() && !asked_) {
        asked_ = true;
        ui.outbox->after_frame([this](Caseload& caseload) {
            asked_ = false;
            for (const GoalId id : std::exchange(wanted_, {})) {
                const Goal* each = caseload.goal(id);
                auto points = each != nullptr ? caseload.points(id) : Result<Points>(Points{});
                if (each == nullptr || !points.ok()) continue;
                Kept& kept = kept_[id];
                kept.revision = caseload.revision();
                if (kept.points && kept.points == points.value() && kept.goal == *each) continue;
                kept.points = points.take();
                kept.goal = *each;
                make(kept, caseload);
            }
        });
        ui.wake_in(0);
    }
    return found == kept_.end() ? nullptr : &found->second.line;
}

void draw_spark(Ui& ui, Rect rect, Sparks& sparks, const Goal& goal) {
    const Sparks::Line* line = sparks.of(ui, goal);
    if (line == nullptr) return;
    if (!line->words.empty()) return spark(ui, rect, line->spark, line->words);
    divider(ui, {rect.x, rect.bottom() - 1}, rect.w);
    text_in(ui, {rect.x, rect.y, rect.w, rect.h - 1}, "No values yet", {.type = Type::caption, .role = Role::ink_3});
}

}  // namespace pegboard
