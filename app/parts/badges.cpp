// Status badges of goals, sessions and precautions, always an icon with words.
#include <algorithm>

#include "app/parts/parts.h"
#include "core/rules/precaution_answers.h"

namespace pegboard {
namespace {
const char* icon_of(const Precaution& precaution) {
    if (precaution.code == "sound") return icon::volume_off;
    if (precaution.code == "food_allergy" || precaution.code == "coeliac" || precaution.code == "smell_taste")
        return icon::food_apple;
    if (precaution.code == "cardiac") return icon::heart;
    if (precaution.code == "elopement") return icon::map_marker;
    if (precaution.severity == "danger") return icon::alert;
    return icon::shield_outline;
}
}  // namespace

BadgeWords badge_of(const Goal& goal, Date today) {
    if (!is_known(goal.status)) return {BadgeKind::warn, icon::alert_circle_outline, "Status unknown"};
    switch (goal.status) {
        case GoalStatus::met:
            return {BadgeKind::good, icon::star_circle, "Met"};
        case GoalStatus::discontinued:
            return {BadgeKind::plain, icon::stop, "Discontinued"};
        case GoalStatus::on_hold:
            return {BadgeKind::warn, icon::pause, "On hold"};
        case GoalStatus::draft:
            return {BadgeKind::plain, icon::pencil, "Draft"};
        case GoalStatus::active:
            break;
    }
    if (goal.due && *goal.due < today) return {BadgeKind::warn, icon::calendar_clock, "Past its date"};
    return {BadgeKind::good, icon::flag_variant, "Active"};
}

BadgeWords badge_of(const Session& session, Date today) {
    if (!is_known(session.status)) return {BadgeKind::warn, icon::alert_circle_outline, "Status unknown"};
    switch (session.status) {
        case SessionStatus::held:
            return {BadgeKind::good, icon::check_circle, "Completed, " + std::to_string(session.held_min) + " min"};
        case SessionStatus::not_held:
            return {BadgeKind::plain, icon::close, "Missed: " + std::string(words(session.not_held_reason))};
        case SessionStatus::planned:
            break;
    }
    if (session.date < today) return {BadgeKind::warn, icon::alert_circle_outline, "To close"};
    if (session.blocks.empty()) return {BadgeKind::warn, icon::clipboard_text, "No plan yet"};
    return {BadgeKind::info, icon::clipboard_text,
            "Planned, " + std::to_string(planned_minutes(session)) + " min of activities"};
}

BadgeWords badge_of(const ChildPrecaution& precaution, const Library& library, Date today) {
    const Precaution* known = library.precaution(precaution.code);
    if (!known) return {BadgeKind::danger, icon::alert, precaution.code};
    BadgeWords badge{known->severity == "danger" ? BadgeKind::danger : BadgeKind::warn, icon_of(*known),
                     say_precaution(precaution, library, today)};
    return badge;
}

BadgeWords badge_of(const CareFact& fact, const Library& library, Date today) {
    if (fact.precaution != nullptr) return badge_of(*fact.precaution, library, today);
    return {BadgeKind::warn, fact.open() ? icon::alert_circle_outline : icon::shield_outline, fact.words};
}

namespace {
bool is_of_discipline(const Session& session, const Therapist* therapist) {
    if (!therapist || session.lead == Lead::both) return true;
    return (session.lead == Lead::ot) == (therapist->discipline == Discipline::ot);
}
}  // namespace

NoteState note_state(const Caseload& caseload, const Session& session, ChildId child) {
    const TherapistId me = caseload.practice().me;
    const auto state_of = [](const NoteHead& head) {
        if (head.status == NoteStatus::draft) return NoteState::draft;
        return head.cosigner && !head.cosigned_on ? NoteState::waits : NoteState::signed_;
    };
    const Participant* part = participant(session, child);
    const bool came = !part || part->attendance != Attendance::absent;
    std::optional<NoteState> colleagues;
    for (const NoteHead& head : caseload.notes(session.id)) {
        if (head.child != child || (!came && head.status == NoteStatus::draft)) continue;
        if (head.author == me) return state_of(head);
        if (head.cosigner == me && state_of(head) == NoteState::waits) return NoteState::waits;
        if (head.status == NoteStatus::final_ && session.lead != Lead::both) colleagues = state_of(head);
    }
    if (colleagues) return *colleagues;
    if (!came) return NoteState::absent;
    return is_of_discipline(session, caseload.therapist(me)) ? NoteState::missing : NoteState::others;
}

NoteState note_state(const Caseload& caseload, const Session& session) {
    std::optional<NoteState> most;
    for (const Participant& each : session.participants) {
        if (each.attendance == Attendance::absent) continue;
        const NoteState state = note_state(caseload, session, each.child);
        if (!most || state < *most) most = state;
    }
    return most.value_or(note_state(caseload, session, session.child));
}

std::string_view note_act(NoteState state) {
    if (state == NoteState::missing) return "Write note";
    if (state == NoteState::others || state == NoteState::absent) return "See record";
    return state == NoteState::draft ? "Finish note" : "See note";
}

BadgeWords badge_of(NoteState state) {
    switch (state) {
        case NoteState::missing:
            return {BadgeKind::warn, icon::pencil, "No note yet"};
        case NoteState::draft:
            return {BadgeKind::info, icon::pencil, "Note not signed"};
        case NoteState::waits:
            return {BadgeKind::warn, icon::alert_circle_outline, "Waits for a second signature"};
        case NoteState::signed_:
            return {BadgeKind::good, icon::check, "Note signed"};
        case NoteState::absent:
            return {BadgeKind::plain, icon::close, "No note: absent"};
        case NoteState::others:
            break;
    }
    return {BadgeKind::plain, icon::pencil, "Other discipline's note"};
}

bool has_signed_note(const Caseload& caseload, const Session& session, ChildId child) {
    return std::ranges::any_of(caseload.notes(session.id), [&](const NoteHead& head) {
        return head.child == child && head.status == NoteStatus::final_;
    });
}

float draw_badge(Ui& ui, Vec pos, const BadgeWords& words_now) {
    return badge(ui, pos, words_now.kind, words_now.icon, words_now.words);
}

float badge_words_width(const Ui& ui, const BadgeWords& words_now) {
    return badge_width(ui, words_now.icon, words_now.words);
}

void draw_faces(Ui& ui, Vec pos, const std::vector<const Child*>& children) {
    if (children.size() == 1)
        return avatar(ui, pos, metrics::tile, initials(full_name(*children.front())), child_hue(children.front()->id));
    constexpr float small = 28, step = 30;
    constexpr std::size_t most = 4;
    const float x0 = pos.x - (step + small - metrics::tile) / 2;
    const float y0 = pos.y - (step + small - metrics::tile) / 2;
    for (std::size_t i = 0; i < std::min(children.size(), most); ++i) {
        const bool last_alone = i == 2 && children.size() == 3;
        const float x = x0 + (last_alone ? step / 2 : static_cast<float>(i % 2) * step);
        const Vec at{x, y0 + static_cast<float>(i / 2) * step};
        if (i + 1 == most && children.size() > most) {
            const std::string more = "+" + std::to_string(children.size() - i);
            avatar(ui, at, small, more, Hue::olive);
        } else {
            avatar(ui, at, small, initials(full_name(*children[i])), child_hue(children[i]->id));
        }
    }
}

}  // namespace pegboard
