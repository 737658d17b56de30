// The dialogs of the Plan screen: when and where, repeat weekly, what to bring, and the reason for using
// what a precaution speaks against. Half-typed answers stay in drafts.
#include <algorithm>
#include <array>

#include "app/parts/activity_detail.h"
#include "app/parts/forms.h"
#include "app/plan/plan_panels.h"
#include "app/widgets/fields/fields.h"
#include "core/rules/plan_rules.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {

constexpr std::string_view change_name = "Change session", repeat_name = "Repeat weekly";
constexpr std::string_view materials_name = "Things to bring", override_name = "Use it anyway";
constexpr std::string_view change_draft = "change_session.", repeat_draft = "repeat_session.";
constexpr std::string_view override_draft = "override.reason";

/// Sends a command of a dialog; the dialog closes when it went through and says why when not.
void send(PlanScreen& self, Ui& ui, Command command, std::string said) {
    ui.outbox->send(std::move(command), [&self, said = std::move(said), toasts = ui.toasts](const Status& status) {
        self.error = status.ok() ? std::string() : status.error().message;
        self.dialog_done = status.ok();
        if (status.ok() && !said.empty()) toasts->show(said, true);
    });
}

void draw_error(const PlanScreen& self, Ui& ui, Flow& flow) {
    if (self.error.empty()) return;
    float height = 0;
    const Rect at = flow.row(48);
    banner(ui, at, BadgeKind::danger, self.error, {}, &height);
    flow.grew(at.y + height);
}

/// Closes the dialog of `draft` when it was cancelled or its command went through.
void finish(PlanScreen& self, Ui& ui, std::string_view draft, bool cancelled) {
    if (!cancelled && !self.dialog_done) return;
    self.error.clear();
    self.dialog_done = false;
    if (!draft.empty()) ui.drafts->drop_prefix(draft);
    close_dialog(ui);
}

std::string change(std::string_view field) { return std::string(change_draft) + std::string(field); }

// ------------------------------------------------------------------ when and where

/// A choice of someone from the team, kept as the person's id.
void draw_person(Ui& ui, Rect rect, std::string_view label, const std::string& draft, std::string_view none) {
    const TeamChoice team = team_choice(*ui.caseload, {}, none);
    int chosen = team.index_of(TherapistId{draft_number(ui, draft).value_or(0)});
    if (choice(ui, rect, label, team.names, chosen, {.hint = none}))
        put_number(ui, draft, team.ids[static_cast<std::size_t>(chosen)].value);
}

void draw_space(Ui& ui, Rect rect) {
    std::vector<std::string> names{"Not stated"};
    std::vector<std::string> ids{""};
    for (const Named& space : ui.library->spaces()) {
        names.push_back(space.name);
        ids.push_back(space.id);
    }
    const std::string now = ui.drafts->text(change("space"));
    int chosen = 0;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (ids[i] == now) chosen = static_cast<int>(i);
    if (choice(ui, rect, "Space", names, chosen))
        ui.drafts->set(change("space"), ids[static_cast<std::size_t>(chosen)]);
}

Lead drafted_lead(const Ui& ui) { return static_cast<Lead>(draft_index(ui, change("lead"), 3, 0)); }

void draw_change_fields(Ui& ui, Flow& flow) {
    // Room for what a field says below it, said or not: the dialog keeps its height while one types.
    const auto when = flow.columns(field_height(true, true), std::array{1.3F, 1.0F, 1.0F});
    form_date(ui, when[0], "Date", change("date"));
    const int start = static_cast<int>(draft_number(ui, change("start")).value_or(9 * 60));
    if (const auto typed = time_field(ui, when[1], "Start", change("start.typed"), start))
        put_number(ui, change("start"), *typed);
    const int length = static_cast<int>(draft_number(ui, change("length")).value_or(30));
    if (const auto typed = number_field(ui, when[2], "Minutes", change("length.typed"), length, 5, 240, 5))
        put_number(ui, change("length"), *typed);
    const auto kept = flow.columns(field_height(), std::array{1.0F, 1.0F});
    kept_choice(ui, kept[0], "Saved place", change("work_place"), ui.caseload->places(), "None: named below");
    kept_choice(ui, kept[1], "Bag", change("bag"), ui.caseload->bags(), "No bag");
    const bool named = draft_number(ui, change("work_place")).value_or(0) == 0;
    const auto where = flow.columns(field_height(), std::array{1.0F, 1.0F});
    if (named) form_field(ui, where[0], "Place", change("place"), {.hint = "Oakfield Primary, gym"});
    draw_space(ui, named ? where[1] : Rect{where[0].x, where[0].y, where[1].right() - where[0].x, where[0].h});
    text(ui, {flow.x(), flow.row(16).y}, "Who leads", {.type = Type::caption, .role = Role::ink_2});
    constexpr std::array<std::string_view, 3> leads{"OT", "PT", "Co-treat"};
    int lead = static_cast<int>(drafted_lead(ui));
    if (segmented(ui, flow.row(metrics::button), "Who leads", leads, lead)) put_number(ui, change("lead"), lead);
    const auto who = flow.columns(field_height(), std::array{1.0F, 1.0F});
    draw_person(ui, who[0], "Therapist", change("therapist"), "Nobody named");
    if (drafted_lead(ui) == Lead::both) draw_person(ui, who[1], "With", change("co_therapist"), "Nobody named");
}

Session changed(const Ui& ui, Session session, Date date) {
    session.date = date;
    session.start_min = static_cast<int>(draft_number(ui, change("start")).value_or(session.start_min));
    session.length_min = static_cast<int>(draft_number(ui, change("length")).value_or(session.length_min));
    session.place = draft_text(ui, change("place"));
    session.work_place = {draft_number(ui, change("work_place")).value_or(0)};
    if (const WorkPlace* place = ui.caseload->place(session.work_place)) session.place = place->name;
    session.bag = {draft_number(ui, change("bag")).value_or(0)};
    session.space = ui.drafts->text(change("space"));
    session.lead = drafted_lead(ui);
    session.therapist = {draft_number(ui, change("therapist")).value_or(0)};
    session.co_therapist = {draft_number(ui, change("co_therapist")).value_or(0)};
    if (session.lead != Lead::both) session.co_therapist = {};
    return session;
}

/// Saves it, planned anew where the planner chose the blocks; what the rules refuse is said here.
void save_change(PlanScreen& self, Ui& ui, Session session) {
    Status rules = validate(session);
    if (rules.ok()) rules = validate_day(session, ui.caseload->children());
    if (!rules.ok()) {
        self.error = rules.error().message;
        return;
    }
    if (!self.view.live) return send(self, ui, EditSession{std::move(session)}, "Session changed");
    send_edit(self, ui, std::move(session), "Session changed");
    self.dialog_done = true;
}

void draw_change(PlanScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, change_name, "When and where is the session?", 600);
    if (!inside) return;
    Flow flow(*inside);
    draw_change_fields(ui, flow);
    if (const auto date = form_date_value(ui, change("date")))
        draw_warnings(ui, flow, say_clashes(ui, changed(ui, *self.view.session, *date)));
    draw_error(self, ui, flow);
    const int pressed = end_dialog(ui, flow.bottom(), {"Save", "Cancel"});
    if (pressed == 0) {
        if (const auto date = form_date_value(ui, change("date")))
            save_change(self, ui, changed(ui, *self.view.session, *date));
        else
            ask_for(ui, change("date"), "Type a date such as 29 Sep.");
    }
    finish(self, ui, change_draft, pressed == 1);
}

// ------------------------------------------------------------------ repeat weekly

void draw_repeat(PlanScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, repeat_name, "Repeat this session every week?", 480);
    if (!inside) return;
    const Session& session = *self.view.session;
    Flow flow(*inside);
    const std::string words = "Every " + say_long(session.date).substr(0, say_long(session.date).find(' ')) + " at " +
                              say_time(session.start_min) + ", with this plan. Each can be changed by itself.";
    const Rect intro = flow.row(20);
    flow.grew(intro.y + text_wrapped(ui, {intro.x, intro.y, intro.w, 200}, words, {.role = Role::ink_2}));
    form_date(ui, flow.row(field_height(true, true)), "Until", "repeat_session.until", {.hint = "12 Dec"});
    const auto until = form_date_value(ui, "repeat_session.until");
    if (until && *until > session.date) {
        const int copies = (*until - session.date) / 7;
        text(ui, flow.row(20).pos(),
             copies == 1 ? "1 week more, on " + say_day(session.date + 7)
                         : std::to_string(copies) + " weeks more, the last on " + say_day(session.date + 7 * copies),
             {.type = Type::label});
    }
    draw_error(self, ui, flow);
    const int pressed = end_dialog(ui, flow.bottom(), {"Repeat", "Cancel"});
    if (pressed == 0) {
        if (until && *until >= session.date + 7)
            send(self, ui, RepeatSession{session.id, *until}, {});
        else
            ask_for(ui, "repeat_session.until", "Type a date at least a week after this session.");
    }
    finish(self, ui, repeat_draft, pressed == 1);
}

// ------------------------------------------------------------------ what to bring

void draw_materials(PlanScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, materials_name, "What to bring", 520);
    if (!inside) return;
    float y = inside->y;
    for (const Material& material : self.view.materials) {
        y = draw_material_row(ui, {inside->x, y, inside->w, 0}, material, self.packed) + metrics::xs;
        divider(ui, {inside->x, y}, inside->w);
        y += metrics::s;
    }
    std::string there;
    for (const Material& material : self.view.needed)
        if (std::ranges::count(self.view.materials, material.item, &Material::item) == 0)
            there += (there.empty() ? "Already there: " : ", ") + say(material);
    if (!there.empty()) y += text_wrapped(ui, {inside->x, y, inside->w, 400}, there, {.role = Role::ink_2});
    if (end_dialog(ui, y, {"Close"}) == 0) close_dialog(ui);
}

// ------------------------------------------------------------------ used although a precaution excludes it

void use_anyway(PlanScreen& self, Ui& ui, const Activity& activity, const std::string& reason) {
    Session session = *self.view.session;
    const TherapistId me = ui.caseload->practice().me;
    std::string said;
    if (self.override_block) {
        for (Block& block : session.blocks)
            if (block.id == self.override_block) {
                block.override_reason = reason;
                block.override_by = me;
                block.override_at = ui.clock.now_utc;
            }
        said = "Reason noted";
    } else {
        const std::vector<const Goal*> goals = planning::goals_weighed(*ui.caseload, session);
        Block block = make_block(activity, session, goals, *ui.library);
        block.override_reason = reason;
        block.override_by = me;
        block.override_at = ui.clock.now_utc;
        self.chosen = block.id;
        self.show_chosen = true;
        session = with_block(with_goals(std::move(session), goals), std::move(block));
        said = "Added " + activity.title;
    }
    send(self, ui, EditSession{std::move(session)}, said);
}

float draw_findings(Ui& ui, Rect rect, const std::vector<Finding>& findings) {
    float y = rect.y;
    for (const Finding& finding : findings) {
        if (finding.verdict != Verdict::exclude) continue;
        badge(ui, {rect.x, y}, BadgeKind::danger, icon::alert, finding.label);
        y += metrics::badge + metrics::xs;
        y +=
            text_wrapped(ui, {rect.x, y, rect.w, 400}, "This activity " + finding.reason + ".", {.type = Type::label}) +
            2;
        y += text_wrapped(ui, {rect.x, y, rect.w, 400}, finding.line, {.role = Role::ink_2}) + metrics::m;
    }
    return y;
}

void draw_override(PlanScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, override_name, "Use it anyway?", 560);
    if (!inside) return;
    const Activity* activity = ui.library->activity(self.overriding);
    if (activity == nullptr) return static_cast<void>(end_dialog(ui, inside->y, {"Close"}));
    Flow flow(*inside);
    const Rect title = flow.row(24);
    flow.grew(title.y + text_wrapped(ui, title, activity->title, {.type = Type::section}));
    const auto findings = findings_of(ui, self.view, *activity);
    const Rect at = flow.row(0);
    flow.grew(draw_findings(ui, at, findings));
    form_note(ui, flow.row(112), "Why it is right this time", override_draft,
              {.hint = "For example: latex-free ball checked and packed"});
    text_wrapped(ui, flow.row(32), "The reason stays on the block with your name and today's date.",
                 {.type = Type::caption, .role = Role::ink_2});
    draw_error(self, ui, flow);
    const bool has_reason = !draft_text(ui, override_draft).empty();
    const int pressed = end_dialog(ui, flow.bottom(), {"Add with this reason", "Leave it out"},
                                   FootLook{.danger = true,
                                            .lacks = has_reason ? std::string_view() : "Write the reason first.",
                                            .lacks_at = override_draft});
    if (pressed == 0 && has_reason) use_anyway(self, ui, *activity, draft_text(ui, override_draft));
    finish(self, ui, override_draft, pressed == 1);
}

// ------------------------------------------------------------------ one activity in full

void draw_detail(PlanScreen& self, Ui& ui) {
    const auto rect = begin_drawer(ui, "Activity", metrics::right_drawer_w);
    if (!rect) return;
    const Activity* activity = ui.library->activity(self.detail);
    constexpr float head_h = 44;  // beside the drawer's own close button
    text_in(ui, {rect->x, rect->y - 4, rect->w - head_h, head_h}, "Activity",
            {.type = Type::section, .role = Role::ink_2});
    float bottom = rect->y + head_h;
    if (activity != nullptr) {
        constexpr float picture_h = 120;
        picture_of(ui, {rect->x, bottom, rect->w, picture_h}, *activity);
        bottom += picture_h + metrics::m;
        bottom = draw_activity_detail(ui, {rect->x, bottom, rect->w, 0}, *activity, self.view.child) + metrics::m;
        if (self.view.editable &&
            button(ui, Rect{rect->x, bottom, rect->w, metrics::button}, "Add to the plan",
                   {.kind = ButtonKind::primary, .icon = icon::plus, .name = "Add to the plan: " + activity->title})) {
            close_drawer(ui, "Activity");
            add_activity(self, ui, *activity);
        }
        bottom += metrics::button + metrics::l;
    }
    end_drawer(ui, bottom);
}

}  // namespace

void open_change(Ui& ui, const Session& session) {
    const bool half_made = draft_number(ui, change("id")) == session.id.value;
    if (!half_made) {
        ui.drafts->drop_prefix(change_draft);
        put_number(ui, change("id"), session.id.value);
        ui.drafts->set(change("date"), say(session.date));
        put_number(ui, change("start"), session.start_min);
        put_number(ui, change("length"), session.length_min);
        ui.drafts->set(change("place"), session.place);
        ui.drafts->set(change("space"), session.space);
        put_number(ui, change("work_place"), session.work_place.value);
        put_number(ui, change("bag"), session.bag.value);
        put_number(ui, change("lead"), static_cast<int>(session.lead));
        put_number(ui, change("therapist"), session.therapist.value);
        put_number(ui, change("co_therapist"), session.co_therapist.value);
    }
    open_dialog(ui, change_name);
}

void open_repeat(Ui& ui, const Session& session) {
    if (draft_number(ui, "repeat_session.id") != session.id.value) {
        ui.drafts->drop_prefix(repeat_draft);
        put_number(ui, "repeat_session.id", session.id.value);
    }
    open_dialog(ui, repeat_name);
}

void open_materials(Ui& ui) { open_dialog(ui, materials_name); }

void open_override(PlanScreen& self, Ui& ui, std::string activity, BlockId block) {
    if (self.overriding != activity || self.override_block != block) ui.drafts->drop(override_draft);
    self.overriding = std::move(activity);
    self.override_block = block;
    self.error.clear();
    open_dialog(ui, override_name);
}

void draw_plan_dialogs(PlanScreen& self, Ui& ui) {
    draw_change(self, ui);
    draw_repeat(self, ui);
    draw_materials(self, ui);
    draw_offers(self, ui);
    draw_swap(self, ui);
    draw_at_hand(self, ui);
    draw_who(self, ui);
    draw_here(self, ui);
    draw_override(self, ui);
    draw_detail(self, ui);
}

}  // namespace pegboard
