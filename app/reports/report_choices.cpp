// Left the kinds of report, right what can be chosen for the one that is shown, in plain words.
#include <algorithm>
#include <array>

#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/reports/report_parts.h"
#include "app/widgets/fields/fields.h"

namespace pegboard {
namespace {

constexpr float kind_row_h = 60, part_h = 34, switch_row_h = 40, letterhead_h = 124;
constexpr int days_behind = 14, days_ahead = 21;

struct KindLook {
    reports::Kind kind;
    const char* icon;
    std::string_view about;
};
constexpr std::array kind_looks{
    KindLook{reports::Kind::session_plan, icon::clipboard_text, "Steps, cues and what to bring"},
    KindLook{reports::Kind::data_sheet, icon::view_column, "Paper to tally by hand"},
    KindLook{reports::Kind::my_day, icon::white_balance_sunny, "Sessions and packing"},
    KindLook{reports::Kind::progress_report, icon::trending_up, "Goals and charts"},
    KindLook{reports::Kind::attendance, icon::clock, "Sessions, minutes and reasons"},
    KindLook{reports::Kind::present_levels, icon::school, "What is seen now, area by area"},
    KindLook{reports::Kind::plan_of_care, icon::flag_checkered, "Services, goals and signatures"},
    KindLook{reports::Kind::everything, icon::package_variant_closed, "A copy of the whole record"}};

const KindLook& look_of_kind(reports::Kind kind) {
    const auto* found = std::ranges::find(kind_looks, kind, &KindLook::kind);
    return found == kind_looks.end() ? kind_looks.front() : *found;
}

/// The same screen with another kind, child or session.
void turn_report(const ReportsScreen& self, Ui& ui, reports::Kind kind, ChildId child, SessionId session) {
    Place next = kind == reports::Kind::my_day ? day_report(self.day) : report_place(kind, child, session);
    next.child = child;  // so that another kind still knows it
    next.session = session;
    if (next != self.of) ui.nav->turn(std::move(next));
    ui.wake_in(0);
}

void choose_kind(const ReportsScreen& self, Ui& ui, reports::Kind kind) {
    ChildId child = self.of.child;
    SessionId session = self.of.session;
    const Session* shown = ui.caseload->session(session);
    if (!child && shown != nullptr) child = shown->child;
    if (reports::needs_session(kind) && (shown == nullptr || (child && !is_for(*shown, child))))
        session = session_for_report(ui, child);
    if (reports::needs_session(kind) && !session) session = session_for_report(ui, {});
    turn_report(self, ui, kind, child, session);
}

void draw_kind(ReportsScreen& self, Ui& ui, Rect row, const KindLook& look) {
    const bool here = self.kind == look.kind;
    const std::string_view name = reports::words(look.kind);
    const Pressed pressed = pressable(ui, row, name, WidgetRole::row, here, 0);
    if (here || pressed.hovered) fill(ui, row, here ? Role::primary_tint : Role::hover);
    if (here) fill(ui, {row.x, row.y + 12, 4, row.h - 24}, Role::primary, 2);
    const Rect tile_at{row.x + 20, row.y + (row.h - 36) / 2, 36, 36};
    fill(ui, tile_at, here ? Role::surface : Role::sunken, metrics::radius_small);
    icon_at(ui, {tile_at.x + 8, tile_at.y + 8}, look.icon, 20, here ? Role::primary : Role::ink_2);
    const Rect words{row.x + 68, row.y, row.w - 76, row.h};
    text(ui, {words.x, words.y + 10}, name,
         {.type = Type::button, .role = here ? Role::primary : Role::ink, .max_w = words.w});
    text(ui, {words.x, words.y + 32}, look.about,
         {.type = Type::caption, .role = here ? Role::primary : Role::ink_2, .max_w = words.w});
    if (pressed.clicked) choose_kind(self, ui, look.kind);
}

bool is_about_my_work(const KindLook& look) { return look.kind == reports::Kind::my_day; }

// ------------------------------------------------------------------ who and when

void draw_child_choice(const ReportsScreen& self, Ui& ui, Flow& flow) {
    std::vector<std::string> names;
    std::vector<ChildId> ids;
    for (const Child& child : ui.caseload->children()) {
        if (child.archived && child.id != self.of.child) continue;
        names.push_back(shown_name(ui, child));
        ids.push_back(child.id);
    }
    const auto at = std::ranges::find(ids, self.of.child);
    int chosen = at == ids.end() ? -1 : static_cast<int>(at - ids.begin());
    if (choice(ui, flow.row(field_height()), "Child", names, chosen, {.hint = "Choose a child"}))
        turn_report(self, ui, self.kind, ids[static_cast<std::size_t>(chosen)], {});
}

void draw_session_choice(const ReportsScreen& self, Ui& ui, Flow& flow) {
    std::vector<const Session*> listed;
    for (const Session& session : ui.caseload->sessions()) {
        const bool near = session.date >= ui.clock.today - days_behind && session.date <= ui.clock.today + days_ahead;
        if ((near && session.status != SessionStatus::not_held) || session.id == self.of.session)
            listed.push_back(&session);
    }
    // What comes first stands first; what is over follows, newest first.
    const Date today = ui.clock.today;
    std::ranges::stable_sort(listed, [today](const Session* one, const Session* other) {
        const bool ahead = one->date >= today, other_ahead = other->date >= today;
        if (ahead != other_ahead) return ahead;
        return ahead ? std::pair(one->date, one->start_min) < std::pair(other->date, other->start_min)
                     : std::pair(one->date, one->start_min) > std::pair(other->date, other->start_min);
    });
    std::vector<std::string> names;
    for (const Session* each : listed)
        names.push_back(session_when(*each, today) + ", " + shown_names(ui, *each) +
                        (each->blocks.empty() ? ", not planned yet" : ""));
    const auto at = std::ranges::find(listed, self.of.session, [](const Session* each) { return each->id; });
    int chosen = at == listed.end() ? -1 : static_cast<int>(at - listed.begin());
    if (choice(ui, flow.row(field_height()), "Session", names, chosen, {.hint = "Choose a session"})) {
        const Session& picked = *listed[static_cast<std::size_t>(chosen)];
        turn_report(self, ui, self.kind, picked.child, picked.id);
    }
}

/// Of a group: a page for everyone, or one that names one child alone.
void draw_whose_choice(ReportsScreen& self, Ui& ui, Flow& flow) {
    const Session* session = ui.caseload->session(self.of.session);
    if (session == nullptr || session->participants.size() < 2) {
        self.whose = {};
        return;
    }
    std::vector<std::string> names{"Everyone in the group"};
    std::vector<ChildId> ids{{}};
    for (const Child* child : children_of(*ui.caseload, *session)) {
        names.push_back(shown_name(ui, *child));
        ids.push_back(child->id);
    }
    const auto at = std::ranges::find(ids, self.whose);
    int chosen = at == ids.end() ? 0 : static_cast<int>(at - ids.begin());
    if (choice(ui, flow.row(field_height()), "For whom", names, chosen))
        self.whose = ids[static_cast<std::size_t>(chosen)];
}

void draw_when(ReportsScreen& self, Ui& ui, Flow& flow) {
    if (self.kind == reports::Kind::my_day) {
        const auto typed = date_field(ui, flow.row(field_height()), "Day", "report.day", self.day);
        if (typed && *typed) ui.nav->turn(day_report(**typed));
        return;
    }
    if (!reports::needs_period(self.kind)) return;
    const auto height = [&](std::string_view draft) { return field_height(true, line_below(ui, draft)); };
    constexpr float two_from_w = 290;  // else the year would be cut
    std::array<Rect, 2> at;
    if (flow.w() >= two_from_w)
        at = flow.columns(std::max(height("report.from"), height("report.to")), std::array{1.0F, 1.0F}, metrics::m);
    else
        at = {flow.row(height("report.from")), flow.row(height("report.to"))};
    if (const auto typed = date_field(ui, at[0], "From", "report.from", self.from); typed && *typed)
        self.from = **typed;
    if (const auto typed = date_field(ui, at[1], "To", "report.to", self.to); typed && *typed) self.to = **typed;
}

// ------------------------------------------------------------------ how

void draw_segments(Ui& ui, Flow& flow, std::string_view name, std::span<const std::string_view> labels, int& chosen) {
    const Rect row = flow.row(field_height());
    text(ui, row.pos(), name, {.type = Type::caption, .role = Role::ink_2});
    segmented(ui, {row.x, row.y + metrics::field_label, row.w, metrics::button}, name, labels, chosen);
}

void draw_wording(ReportsScreen& self, Ui& ui, Flow& flow) {
    if (!reports::has_audience(self.kind)) return;
    constexpr std::array<std::string_view, 3> labels{"Family", "School", "Clinic"};
    int chosen = static_cast<int>(self.audience);
    draw_segments(ui, flow, "Written for", labels, chosen);
    self.audience = static_cast<reports::Audience>(chosen);
}

void draw_paper(ReportsScreen& self, Ui& ui, Flow& flow) {
    constexpr std::array<std::string_view, 2> labels{"Letter", "A4"};
    int chosen = static_cast<int>(self.paper);
    const int before = chosen;
    draw_segments(ui, flow, "Paper", labels, chosen);
    self.paper = static_cast<reports::Paper>(chosen);
    if (chosen != before) ui.outbox->remember(std::string(paper_kept), chosen == 1 ? "a4" : "letter");
}

void draw_switches(ReportsScreen& self, Ui& ui, Flow& flow) {
    switch_(ui, flow.row(switch_row_h - metrics::m).pos(), "Initials in place of names", self.initials_only);
    const Session* session = ui.caseload->session(self.of.session);
    const bool group = reports::needs_session(self.kind) && session != nullptr && session->participants.size() > 1;
    if (group && self.whose && !self.initials_only)
        switch_(ui, flow.row(switch_row_h - metrics::m).pos(), "Name the other children, too", self.name_others);
    switch_(ui, flow.row(switch_row_h - metrics::m).pos(), "Black and white", self.grey);
}

void draw_letterhead(Ui& ui, Flow& flow) {
    const std::string kept = ui.caseload->recall(letterhead_kept);
    const auto typed = note_field(ui, flow.row(letterhead_h), "Letterhead", letterhead_draft, kept,
                                  {.hint = "Name of the practice, its address below"});
    if (typed) ui.outbox->remember(std::string(letterhead_kept), trimmed(*typed));
}

// ------------------------------------------------------------------ to look over

/// Height of the lines at a width.
float minded_height(const Ui& ui, const std::vector<std::string>& lines, float width) {
    float height = 0;
    for (const std::string& line : lines) height += wrapped_height(ui, line, width - 26) + 6;
    return lines.empty() ? 24 : height;
}

void draw_minded(const ReportsScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Looked over before it goes");
    fill(ui, rect, Role::sunken, metrics::radius_large);
    Rect in = rect.inset(14, 10);
    text(ui, in.pos(), "Looked over before it goes", {.type = Type::button, .max_w = in.w, .heading = true});
    in.cut_top(26);
    const ReportPreview& preview = self.preview;
    if (preview.document == nullptr) {
        text(ui, in.pos(), "Nothing to look over yet.", {.role = Role::ink_2, .max_w = in.w});
        return;
    }
    if (preview.minded.empty()) {
        icon_at(ui, {in.x, in.y + 2}, icon::check, 18, Role::good);
        text(ui, {in.x + 26, in.y}, "Nothing that has to be minded", {.max_w = in.w - 26});
        return;
    }
    const Rect content = begin_scroll(ui, "What to mind", {in.x, in.y, in.w + 12, rect.bottom() - in.y - 8});
    float y = content.y;
    for (const std::string& line : preview.minded) {
        icon_at(ui, {content.x, y + 2}, icon::alert_circle_outline, 18, Role::warn);
        y += text_wrapped(ui, {content.x + 26, y, in.w - 26, 0}, line) + 6;
    }
    end_scroll(ui, y);
}

/// Kinds in a list of their own where there is no column for them.
void draw_kind_choice(const ReportsScreen& self, Ui& ui, Flow& flow) {
    std::vector<std::string> names;
    for (const KindLook& look : kind_looks) names.emplace_back(reports::words(look.kind));
    int chosen = static_cast<int>(&look_of_kind(self.kind) - kind_looks.data());
    if (choice(ui, flow.row(field_height()), "Kind of report", names, chosen))
        choose_kind(self, ui, kind_looks[static_cast<std::size_t>(chosen)].kind);
}

}  // namespace

void draw_report_kinds(ReportsScreen& self, Ui& ui, Rect rect) {
    card(ui, rect);
    text(ui, {rect.x + 20, rect.y + 16}, "Kinds of report", {.type = Type::section, .heading = true});
    Rect list = begin_scroll(ui, "Kinds of report", {rect.x + 1, rect.y + 44, rect.w - 2, rect.h - 52});
    list.w = rect.w - 2;
    float y = list.y;
    for (const bool my_work : {false, true}) {
        if (my_work) divider(ui, {list.x + 20, y + 8}, list.w - 40);
        if (my_work) y += 17;
        text_in(ui, {list.x + 20, y, list.w - 40, part_h}, my_work ? "About my work" : "About one child",
                {.type = Type::caption, .role = Role::ink_2});
        y += part_h;
        for (const KindLook& look : kind_looks) {
            if (is_about_my_work(look) != my_work) continue;
            draw_kind(self, ui, {list.x, y, list.w, kind_row_h}, look);
            y += kind_row_h;
        }
    }
    end_scroll(ui, y + 8);
}

void draw_report_choices(ReportsScreen& self, Ui& ui, Rect rect) {
    card(ui, rect);
    constexpr float pad = 20, minded_head_h = 46, most_share = 0.4F;
    const float minded_h =
        std::min(rect.h * most_share, minded_head_h + minded_height(ui, self.preview.minded, rect.w - 2 * pad) + 8);
    Rect above = rect;
    const Rect minded = above.cut_bottom(minded_h + 16, 0);
    const Rect list = begin_scroll(ui, "Choices", {rect.x + 1, rect.y + 1, rect.w - 2, above.h - 2});
    Flow flow({list.x + pad - 1, list.y + 14, rect.w - 2 * pad, 0}, metrics::m);
    if (ui.window.w < metrics::drawer_below_w) draw_kind_choice(self, ui, flow);
    if (reports::needs_child(self.kind)) draw_child_choice(self, ui, flow);
    if (reports::needs_session(self.kind)) {
        draw_session_choice(self, ui, flow);
        draw_whose_choice(self, ui, flow);
    }
    draw_when(self, ui, flow);
    draw_wording(self, ui, flow);
    draw_paper(self, ui, flow);
    draw_switches(self, ui, flow);
    draw_letterhead(ui, flow);
    end_scroll(ui, flow.bottom() + 16);
    draw_minded(self, ui, {minded.x + 16, minded.y, minded.w - 32, minded.h - 16});
}

}  // namespace pegboard
