#include "app/parts/new_session.h"

#include <algorithm>
#include <array>

#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "core/rules/validate.h"

namespace pegboard {
namespace {
constexpr std::string_view dialog_name = "New session";
constexpr float dialog_w = 560;
constexpr int earliest_min = 8 * 60, latest_min = 16 * 60;

ChildId chosen_child(const Ui& ui) { return {draft_number(ui, "new_session.child").value_or(0)}; }

GroupId chosen_group(const Ui& ui) { return {draft_number(ui, "new_session.group").value_or(0)}; }

const Session* newest_session(const Caseload& caseload, ChildId child, GroupId group) {
    const Session* newest = nullptr;  // sessions come by date
    for (const Session& session : caseload.sessions()) {
        if (!is_known(session.date)) continue;
        if (group && session.group == group) newest = &session;
        if (group) continue;
        if (is_for(session, child) && session.participants.size() < 2) newest = &session;
    }
    return newest;
}

Lead usual_lead(const Caseload& caseload, const Child* child) {
    const Therapist* me = caseload.therapist(caseload.practice().me);
    const Lead mine = me && me->discipline == Discipline::pt ? Lead::pt : Lead::ot;
    const auto served = child ? lead_of(*child) : std::nullopt;
    return served && *served != Lead::both ? *served : mine;
}

/// Fills in what is likely: like the newest session a week later, else by the child's services.
void fill_in(Ui& ui, ChildId id, GroupId group = {}) {
    const Child* child = ui.caseload->child(id);
    put_number(ui, "new_session.child", id.value);
    put_number(ui, "new_session.group", group.value);
    Date date = ui.clock.today;
    int start = std::clamp((ui.clock.minute + 29) / 30 * 30, earliest_min, latest_min);
    int length = 45;
    std::string place, space;
    PlaceId work_place;
    BagId bag;
    Lead lead = usual_lead(*ui.caseload, child);
    if (const Session* newest = id ? newest_session(*ui.caseload, id, group) : nullptr) {
        while (date <= newest->date || weekday(date) != weekday(newest->date)) date = date + 1;
        start = newest->start_min;
        length = newest->length_min;
        place = newest->place;
        space = newest->space;
        work_place = newest->work_place;
        bag = newest->bag;
        lead = newest->lead;
    } else if (child) {
        for (const Service& service : child->services)
            if ((service.discipline == Discipline::pt) == (lead == Lead::pt)) {
                length = service.minutes;
                place = service.place;
                break;
            }
        if (place.empty()) place = child->school;
    }
    if (const auto asked = draft_number(ui, "new_session.day")) date = Date{static_cast<int>(*asked)};
    ui.drafts->set("new_session.date", say(date));
    put_number(ui, "new_session.start", start);
    put_number(ui, "new_session.length", length);
    ui.drafts->set("new_session.place", place);
    ui.drafts->set("new_session.space", space);
    put_number(ui, "new_session.work_place", work_place.value);
    put_number(ui, "new_session.bag", bag.value);
    put_number(ui, "new_session.lead", static_cast<int>(lead));
}

std::string error_of(const NewSessionState& self, const std::string& field_name) {
    const auto at = self.errors.find(field_name);
    return at == self.errors.end() ? std::string() : at->second;
}

/// The missed session that is made up here; null: none, or it is no longer there.
const Session* made_up(const Ui& ui) {
    return ui.caseload->session({draft_number(ui, "new_session.makes_up").value_or(0)});
}

/// Somebody who comes missed the session that is made up.
bool shares_missed(const Ui& ui, ChildId child, GroupId group) {
    const Session* missed = made_up(ui);
    if (missed == nullptr) return false;
    const Group* chosen = ui.caseload->group(group);
    return is_for(*missed, child) || (chosen != nullptr && std::ranges::any_of(chosen->members, [&](ChildId member) {
                                          return is_for(*missed, member);
                                      }));
}

/// Groups first, then children; both by name.
void draw_child_choice(NewSessionState& self, Ui& ui, Flow& flow) {
    std::vector<std::string> names;
    std::vector<std::pair<ChildId, GroupId>> ids;
    for (const Group& group : ui.caseload->groups()) {
        std::vector<ChildId> current;
        for (const ChildId id : group.members)
            if (const Child* child = ui.caseload->child(id); child && is_current(*child, ui.clock.today))
                current.push_back(id);
        if (group.archived || current.empty()) continue;
        names.push_back(group.name + ", " + std::to_string(current.size()) +
                        (current.size() == 1 ? " child" : " children"));
        ids.emplace_back(current.front(), group.id);
    }
    std::vector<const Child*> known;
    for (const Child& child : ui.caseload->children())
        if (is_current(child, ui.clock.today)) known.push_back(&child);
    std::ranges::sort(known, {}, [](const Child* child) { return fold(full_name(*child)); });
    for (const Child* child : known) {
        names.push_back(shown_name(ui, *child));
        ids.emplace_back(child->id, GroupId{});
    }
    const auto at = std::ranges::find(ids, std::pair(chosen_child(ui), chosen_group(ui)));
    int chosen = at == ids.end() ? -1 : static_cast<int>(at - ids.begin());
    const std::string error = error_of(self, "child");
    const std::string_view hint = ui.caseload->groups().empty() ? "Choose a child" : "Choose a child or a group";
    if (choice(ui, flow.row(field_height(true, !error.empty())), "Child", names, chosen,
               {.hint = hint, .error = error})) {
        self.errors.clear();
        const auto& [child, group] = ids[static_cast<std::size_t>(chosen)];
        if (!shares_missed(ui, child, group)) put_number(ui, "new_session.makes_up", 0);  // it was another child's
        fill_in(ui, child, group);
    }
}

/// A kept place or words for another one, and the bag that comes along.
void draw_place(Ui& ui, Flow& flow) {
    const auto any = [](const auto& all) {
        return std::ranges::any_of(all, [](const auto& each) { return !each.archived; });
    };
    if (any(ui.caseload->places()) || any(ui.caseload->bags())) {
        const auto kept = flow.columns(field_height(), std::array{1.0F, 1.0F});
        kept_choice(ui, kept[0], "Saved place", "new_session.work_place", ui.caseload->places(), "None: named below");
        kept_choice(ui, kept[1], "Bag", "new_session.bag", ui.caseload->bags(), "No bag");
    }
    if (draft_number(ui, "new_session.work_place").value_or(0) == 0)
        form_field(ui, flow.row(field_height()), "Place", "new_session.place", {.hint = "Oakfield Primary, gym"});
}

void draw_time(NewSessionState& self, Ui& ui, Flow& flow) {
    const std::string date_error = error_of(self, "date"), start_error = error_of(self, "start_min");
    const std::string length_error = error_of(self, "length_min");
    // Room for what a field says below it, said or not: the dialog keeps its height while one types.
    const auto cut = flow.columns(field_height(true, true), std::array{1.3F, 1.0F, 1.0F});
    form_date(ui, cut[0], "Date", "new_session.date", {.error = date_error});
    const int start = static_cast<int>(draft_number(ui, "new_session.start").value_or(earliest_min));
    if (const auto typed = time_field(ui, cut[1], "Start", "new_session.start.typed", start, {.error = start_error}))
        put_number(ui, "new_session.start", *typed);
    const int length = static_cast<int>(draft_number(ui, "new_session.length").value_or(45));
    if (const auto typed = number_field(ui, cut[2], "Minutes", "new_session.length.typed", length, 5, 240, 5, {},
                                        {.error = length_error}))
        put_number(ui, "new_session.length", *typed);
}

void draw_lead(Ui& ui, Flow& flow) {
    text(ui, {flow.x(), flow.row(16).y}, "Who leads", {.type = Type::caption, .role = Role::ink_2});
    constexpr std::array<std::string_view, 3> leads{"OT", "PT", "Co-treat"};
    int lead = draft_index(ui, "new_session.lead", 3, 0);
    if (segmented(ui, flow.row(metrics::button), "Who leads", leads, lead)) put_number(ui, "new_session.lead", lead);
}

void draw_made_up(Ui& ui, Flow& flow) {
    const Session* missed = made_up(ui);
    if (missed == nullptr) return;
    const std::string words = "Makes up the session of " + say_day(missed->date) + ", " +
                              std::to_string(missed->length_min) + " min. It counts for that day's promise.";
    const Rect at = flow.row(20);
    flow.grew(at.y + text_wrapped(ui, at, words, {.role = Role::ink_2}));
}

/// On the working list, and not discharged before that day.
bool may_come(const Child& child, Date date) { return !child.archived && !is_discharged(child, date + -1); }

Session made_session(const Ui& ui, Date date) {
    Session session;
    session.id = mint<SessionId>();
    session.child = chosen_child(ui);
    session.date = date;
    session.start_min = static_cast<int>(draft_number(ui, "new_session.start").value_or(earliest_min));
    session.length_min = static_cast<int>(draft_number(ui, "new_session.length").value_or(45));
    session.place = draft_text(ui, "new_session.place");
    session.space = ui.drafts->text("new_session.space");
    session.work_place = {draft_number(ui, "new_session.work_place").value_or(0)};
    if (const WorkPlace* place = ui.caseload->place(session.work_place)) session.place = place->name;
    session.bag = {draft_number(ui, "new_session.bag").value_or(0)};
    if (const Group* group = ui.caseload->group(chosen_group(ui))) {
        session.group = group->id;
        for (const ChildId member : group->members)
            if (const Child* child = ui.caseload->child(member); child && may_come(*child, date))
                session.participants.push_back(Participant{.child = member});
        if (!session.participants.empty() && !participant(session, session.child))
            session.child = session.participants.front().child;
        if (session.participants.size() < 2) session.group = {};
    }
    session.lead = static_cast<Lead>(draft_index(ui, "new_session.lead", 3, 0));
    if (const Session* missed = made_up(ui)) session.makes_up = missed->id;
    const Child* child = ui.caseload->child(session.child);
    const Discipline first = session.lead == Lead::pt ? Discipline::pt : Discipline::ot;
    session.therapist = therapist_for(*ui.caseload, child, first);
    if (session.lead == Lead::both) session.co_therapist = therapist_for(*ui.caseload, child, Discipline::pt);
    return session;
}

/// Reads the two dates; says under the field what is wrong with them.
std::optional<Date> checked_date(NewSessionState& self, Ui& ui, std::optional<Date>& until) {
    self.errors.clear();
    self.notice.clear();
    const auto date = form_date_value(ui, "new_session.date");
    until = form_date_value(ui, "new_session.until");
    refused_anew(ui);
    if (!chosen_child(ui)) {
        self.errors["child"] = "Choose a child";
        ask_for(ui, "Child", "Choose a child");
    }
    if (!date) self.errors["date"] = "Type a date such as 29 Sep";
    if (!draft_text(ui, "new_session.until").empty() && !until)
        self.errors["until"] = "Type a date after the first session";
    if (date && until)
        if (const Status days = validate_series(*date, *until); !days.ok()) self.errors["until"] = days.error().message;
    return self.errors.empty() ? date : std::nullopt;
}

void send(NewSessionState& self, Ui& ui) {
    std::optional<Date> until;
    const auto date = checked_date(self, ui, until);
    if (!date) return;
    const Session session = made_session(ui, *date);
    const std::string when = session_when(session, ui.clock.today);
    ui.outbox->send(AddSession{session}, [&self, session, when, until, nav = ui.nav, toasts = ui.toasts,
                                          outbox = ui.outbox](const Status& s) {
        if (!s.ok()) {
            const bool told = s.error().field.empty() || s.error().field == "makes_up";  // has no field of its own
            (told ? self.notice : self.errors[s.error().field]) = s.error().message;
            return;
        }
        self.done = true;
        nav->go({.screen = Screen::plan, .child = session.child, .session = session.id});
        if (!until) return toasts->show("Session made: " + when, true);
        outbox->send(RepeatSession{session.id, *until}, [when, toasts](const Status& repeated) {
            // What was done, with the weeks left out, is said by the step's own words.
            if (!repeated.ok())
                toasts->show("Session made: " + when + ". Not repeated: " + repeated.error().message, true);
        });
    });
}
}  // namespace

void open_new_session(Ui& ui, ChildId child, std::optional<Date> day) {
    if (!ui.caseload) return;
    const bool half_made =
        !day && ui.drafts->has_prefix("new_session.") && chosen_child(ui) == child && made_up(ui) == nullptr;
    if (!half_made) {
        ui.drafts->drop_prefix("new_session.");
        if (day) put_number(ui, "new_session.day", day->day);
        fill_in(ui, child);
    }
    open_dialog(ui, dialog_name);
}

void open_make_up(Ui& ui, ChildId child, SessionId missed) {
    const Session* session = ui.caseload ? ui.caseload->session(missed) : nullptr;
    if (session == nullptr) return;
    const Session* half_made = made_up(ui);
    if (half_made != session || chosen_child(ui) != child) {
        ui.drafts->drop_prefix("new_session.");
        const Group* group = ui.caseload->group(session->group);
        const bool with_group = group != nullptr && std::ranges::count(group->members, child) > 0;
        fill_in(ui, child, with_group ? group->id : GroupId{});
        put_number(ui, "new_session.makes_up", missed.value);
        put_number(ui, "new_session.length", session->length_min);
        put_number(ui, "new_session.lead", static_cast<int>(session->lead));
    }
    open_dialog(ui, dialog_name);
}

void draw_new_session(Ui& ui, NewSessionState& self) {
    if (!ui.caseload) return;
    const auto inside = begin_dialog(ui, dialog_name, "When is the session?", dialog_w);
    if (!inside) {  // what was wrong with the one put away is not said of the next
        self.errors.clear();
        self.notice.clear();
        return;
    }
    Flow flow(*inside);
    draw_child_choice(self, ui, flow);
    draw_made_up(ui, flow);
    draw_time(self, ui, flow);
    draw_place(ui, flow);
    draw_lead(ui, flow);
    if (const auto date = form_date_value(ui, "new_session.date"); date && chosen_child(ui))
        draw_warnings(ui, flow, say_clashes(ui, made_session(ui, *date)));
    const std::string until_error = error_of(self, "until");
    form_date(ui, flow.row(field_height(true, true)), "Repeat weekly until (optional)", "new_session.until",
              {.hint = "12 Dec", .error = until_error, .hint_below = "Leave empty for this session only"});
    if (!self.notice.empty()) {
        float height = 0;
        banner(ui, flow.row(48), BadgeKind::danger, self.notice, {}, &height);
        flow.grew(flow.bottom() - 48 + height);
    }
    const int pressed = end_dialog(ui, flow.bottom(), {"Make and plan", "Cancel"});
    if (pressed == 0) send(self, ui);
    if (pressed == 1 || self.done) {
        self = {};
        ui.drafts->drop_prefix("new_session.");
        close_dialog(ui);
    }
}

}  // namespace pegboard
