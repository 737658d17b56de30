// How the Plan screen and the planner work together: an edit changes what was touched and nothing else; blocks are
// chosen when they are asked for, saved as one step to take back. No frame waits for the planner.
#include <algorithm>

#include "app/plan/plan_panels.h"
#include "core/rules/plan_rules.h"

namespace pegboard {
namespace {

void save(PlanScreen& self, Ui& ui) {
    PlanDraft& draft = *self.draft;
    draft.sent = true;
    const Command command =
        draft.suggesting ? Command(PlanSessions{{*draft.session}}) : Command(EditSession{*draft.session});
    ui.outbox->send(command, [&self, &ui, number = draft.number, said = draft.said](const Status& status) {
        if (self.draft && self.draft->number != number)
            self.draft->revision = ui.caseload->revision();  // the next edit was made from this one
        else
            self.draft.reset();
        ++self.draft_version;
        if (!status.ok() || !said.empty()) ui.toasts->tell(status, said);
    });
}

std::string say_plan(const Session& planned) {
    const std::size_t count = planned.blocks.size();
    return "Planned " + std::to_string(count) + (count == 1 ? " block, " : " blocks, ") +
           std::to_string(planned_minutes(planned)) + " min of activities";
}

/// The planner answered: its blocks go out together with the edit they were planned around.
void take_plan(PlanScreen& self, Ui& ui, const Session& planned, const planning::Plan& plan) {
    if (!self.draft || self.draft->sent) return;
    if (self.draft->suggesting && plan.blocks.empty()) {
        ui.toasts->warn(plan.notes.empty() ? "Nothing in the library fits this session as it is." : plan.notes.front());
        self.draft.reset();
        ++self.draft_version;
        return;
    }
    if (self.draft->suggesting) self.draft->said = say_plan(planned);
    self.draft->session = std::make_shared<const Session>(planned);
    ++self.draft_version;
    save(self, ui);
}

void ask(PlanScreen& self, Ui& ui) {
    const Session& session = *self.draft->session;
    self.desk->choose(
        session, planning::gather(*ui.caseload, *ui.library, session),
        [&self, &ui](const Session& planned, const planning::Plan& plan) { take_plan(self, ui, planned, plan); });
    ui.wake_in(0);
}

void begin(PlanScreen& self, Ui& ui, Session edited, std::string said, bool suggesting) {
    const std::uint64_t revision = ui.caseload->revision();
    self.draft = PlanDraft{std::make_shared<const Session>(std::move(edited)),
                           std::move(said),
                           suggesting,
                           false,
                           revision,
                           ++self.drafts_made};
    ++self.draft_version;
    ask(self, ui);
}

/// Of a plan as the planner chose it, looks on where that was not looked through to the end.
void look_on(PlanScreen& self) {
    const Weighed& found = *self.weighed;
    self.better.reset();
    if (!self.view.editable || !found.is_best || found.best.proof.proved || self.view.session == nullptr) return;
    self.desk->look_on({*self.view.session, *found.facts}, found.best,
                       [&self, revision = self.weighed_revision](std::optional<PlanDesk::Suggestion> better) {
                           self.better = std::move(better);
                           self.better_revision = revision;
                       });
}

/// Weighs what is saved, whenever it changed.
void keep_weighed(PlanScreen& self) {
    const PlanView& view = self.view;
    const bool known = self.weigh_asked && self.weighed_revision == view.revision;
    if (view.child == nullptr || self.draft || known) return;
    self.weigh_asked = true;
    self.weighed_revision = view.revision;
    self.desk->weigh(*view.session, view.facts, [&self](Weighed found) {
        self.weighed = std::move(found);
        ++self.weighing;
        look_on(self);
    });
}

}  // namespace

void send_edit(PlanScreen& self, Ui& ui, Session edited, std::string said) {
    if (self.draft && !self.draft->sent)
        return begin(self, ui, std::move(edited), std::move(said), self.draft->suggesting);
    ui.outbox->send(EditSession{std::move(edited)}, [said = std::move(said), toasts = ui.toasts](const Status& status) {
        if (!status.ok() || !said.empty()) toasts->tell(status, said);
    });
}

void suggest(PlanScreen& self, Ui& ui) {
    if (!self.view.editable) return;
    if (!self.view.session->blocks.empty()) return open_choices(self, ui);
    begin(self, ui, *self.view.session, {}, true);
}

void fix_block(const PlanScreen& self, Session& edited, BlockId block) {
    if (!self.view.live) return;
    for (Block& each : edited.blocks)
        if (each.id == block) each.pinned = true;
}

bool is_weighed(const PlanScreen& self) {
    return self.weighed && self.weigh_asked && self.weighed_revision == self.view.revision && !self.draft &&
           !self.desk->weighing();
}

void follow_planner(PlanScreen& self, Ui& ui) {
    if (!self.desk) self.desk = std::make_unique<PlanDesk>(*ui.library);
    if (self.draft && !self.draft->sent && self.draft->revision != ui.caseload->revision()) {
        self.desk->cancel_choice();  // something else was changed or undone meanwhile
        self.draft.reset();
        ++self.draft_version;
    }
    constexpr double look_again_s = 1.0 / 60;
    self.desk->follow();
    const SessionId id = ui.nav->here().session;
    const Session* session = self.draft ? self.draft->session.get() : ui.caseload->session(id);
    follow_plan(self.view, ui, id, session, self.draft_version);
    self.view.unsaved = self.draft ? self.draft->session : nullptr;
    keep_weighed(self);
    constexpr double look_later_s = 0.25;
    if (self.desk->looking_on()) ui.wake_in(look_later_s);
    if (self.desk->busy()) ui.wake_in(look_again_s);  // asked last: a job may only just have begun
    if (self.view.child == nullptr || !self.weighed || self.view.weighing == self.weighing) return;
    add_planned(self.view, *self.weighed);
    self.view.weighing = self.weighing;
    ui.wake_in(0);  // what stands below moved
}

void settle_plan(PlanScreen& self, Ui& ui) {
    if (!self.draft || self.draft->sent) return;
    if (self.desk) self.desk->cancel_choice();
    const Session* saved = ui.caseload->session(self.draft->session->id);
    const bool differs = saved != nullptr && *saved != *self.draft->session;
    if (differs) ui.outbox->send(EditSession{*self.draft->session});
    self.draft.reset();
    ++self.draft_version;
}

}  // namespace pegboard
