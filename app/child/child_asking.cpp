// What was asked about a child's precautions: the amber line while something is open, what the diagnoses propose, and
// the list to go through kind by kind. "None" is an answer with a date and names; it refuses to take silence for one.
#include <algorithm>
#include <utility>

#include "app/child/child_edit.h"
#include "core/rules/asking.h"
#include "core/rules/contradictions.h"

namespace pegboard {
namespace {
constexpr ButtonLook small_tonal{.kind = ButtonKind::tonal, .height = metrics::button_small};
constexpr ButtonLook small_answer{.kind = ButtonKind::secondary, .height = metrics::button_small};
constexpr ButtonLook small_ghost{.kind = ButtonKind::ghost, .height = metrics::button_small};

/// A "yes" is kept with who asked, whom and when, as a "no" is.
void add_precaution(ChildEdit& edit, ChildPrecaution made) {
    made.id = mint<RowId>();
    made.asked_on = edit.ui().clock.today;
    made.asked_by = edit.ui().caseload->practice().me;
    made.asked_of = edit.screen().answered_by;
    edit.send("precautions", [&](Child& next) { next.precautions.push_back(std::move(made)); });
}

/// Of this occasion: who asks now, whom, on this day. One row a day and person, so that a list is one occasion.
void answer_none(ChildEdit& edit, const std::vector<std::string>& codes) {
    Ui& ui = edit.ui();
    const TherapistId me = ui.caseload->practice().me;
    const std::string& of = edit.screen().answered_by;
    edit.send("askings", [&](Child& next) {
        for (PrecautionAsking& asking : next.askings) {
            if (asking.on != ui.clock.today || asking.by != me || asking.of != of) continue;
            Child alone = next;
            alone.askings.clear();
            alone = with_none(std::move(alone), codes, me, of, ui.clock.today);
            for (const PrecautionAsking& made : alone.askings)
                for (const std::string& code : made.none)
                    if (std::ranges::find(asking.none, code) == asking.none.end()) asking.none.push_back(code);
            return;
        }
        next = with_none(std::move(next), codes, me, of, ui.clock.today);
        if (!next.askings.empty() && !next.askings.back().id) next.askings.back().id = mint<RowId>();
    });
}

void draw_proposal(ChildEdit& edit, Flow& flow, const ProposedPrecaution& proposed) {
    Ui& ui = edit.ui();
    const std::string& label = proposed.precaution->short_label;
    const Scope scope(ui, "Proposed: " + label);
    const std::string from = proposed.diagnosis->name.empty() ? proposed.diagnosis->icd10 : proposed.diagnosis->name;
    const std::string words = label + "? " + proposed.proposal->reason + " (From: " + from + ")";
    const float room = flow.w() - 2 * metrics::m;
    const float words_h = wrapped_height(ui, words, room);
    const Rect box = flow.row(words_h + metrics::button_small + 2 * metrics::m);
    fill(ui, box, Role::warn_tint, metrics::radius_small);
    text_wrapped(ui, {box.x + metrics::m, box.y + metrics::s, room, words_h}, words);
    const float y = box.y + metrics::s + words_h + metrics::s;
    const std::string yes = "Add " + label, no = "Asked, no: " + label;
    ButtonLook add = small_tonal, none = small_ghost;
    add.name = yes;
    none.name = no;
    if (button(ui, Vec{box.x + metrics::m, y}, "Add it", add)) add_precaution(edit, accepted(proposed));
    const float x = box.x + metrics::m + button_width(ui, "Add it", add) + metrics::s;
    if (button(ui, Vec{x, y}, "Asked: no", none)) answer_none(edit, {proposed.precaution->code});
}

/// The answer just given is none any more: the kind is asked again.
void take_answer_back(ChildEdit& edit, const std::string& code) {
    edit.send("precautions", [&](Child& next) {
        std::erase_if(next.precautions, [&](const ChildPrecaution& each) { return each.code == code; });
        for (PrecautionAsking& asking : next.askings) std::erase(asking.none, code);
        std::erase_if(next.askings, [](const PrecautionAsking& asking) { return asking.none.empty(); });
    });
}

/// Where the button stands that takes an answer back.
struct ChangeAt {
    const Precaution* kind = nullptr;
    Rect rect;
};

/// These come behind the whole list for the keyboard: Tab goes on from an answer to the same answer of the next kind.
void draw_changes(ChildEdit& edit, const std::vector<ChangeAt>& changes) {
    Ui& ui = edit.ui();
    for (const auto& [kind, rect] : changes) {
        const std::string name = "Change the answer: " + kind->label;
        ButtonLook look = small_ghost;
        look.name = name;
        if (button(ui, rect, "Change", look)) take_answer_back(edit, kind->code);
    }
}

/// One kind with its two answers. Once answered its line stays where it is and says so: the next kind never slides
/// under a second press.
void draw_kind(ChildEdit& edit, Flow& flow, const AskedKind& asked, std::vector<ChangeAt>& changes) {
    Ui& ui = edit.ui();
    const Precaution& kind = *asked.precaution;
    ButtonLook yes = small_answer, no = small_answer;
    const std::string yes_name = "Yes: " + kind.label, no_name = "No: " + kind.label;
    yes.name = yes_name;
    no.name = no_name;
    const float buttons = button_width(ui, "Yes", yes) + button_width(ui, "No", no) + metrics::s;
    const float change_w = button_width(ui, "Change", small_ghost) + metrics::s;
    const float room = flow.w() - buttons - change_w - metrics::m;
    const Rect row = flow.row(std::max(metrics::button_small, wrapped_height(ui, kind.label, room)));
    text_wrapped(ui, {row.x, row.y + 4, room, row.h}, kind.label);
    float x = row.right() - buttons;
    if (asked.state != AskState::not_asked) {
        const bool present = asked.state == AskState::yes;
        const char* sign = present ? icon::alert_circle_outline : icon::check;
        icon_text(ui, {x, row.y + 6}, sign, present ? "Yes" : "No", Type::caption, Role::ink_2, buttons);
        // Left of both answers: a second press on the same spot changes nothing.
        changes.push_back({&kind, {x - change_w, row.y, change_w - metrics::s, metrics::button_small}});
        return;
    }
    if (button(ui, Vec{x, row.y}, "Yes", yes)) add_precaution(edit, {{}, kind.code, {}, {}});
    x += button_width(ui, "Yes", yes) + metrics::s;
    if (button(ui, Vec{x, row.y}, "No", no)) answer_none(edit, {kind.code});
}

void close_list(ChildScreen& screen) {
    screen.asking = false;
    screen.asked_about.clear();
}

void draw_open_kinds(ChildEdit& edit, Flow& flow, const std::vector<AskedKind>& kinds) {
    Ui& ui = edit.ui();
    const Scope scope(ui, "Precautions to ask about");
    const auto typed = field(ui, flow.row(field_height()), "Answered by", edit.draft("askings.answered_by"),
                             edit.screen().answered_by, {.hint = "Mother, school nurse, letter of 3 May"});
    if (typed) edit.screen().answered_by = *typed;
    std::vector<std::string> rest;
    std::vector<ChangeAt> changes;
    std::vector<std::string>& listed = edit.screen().asked_about;
    for (const AskedKind& kind : kinds) {
        const std::string& code = kind.precaution->code;
        const bool open = kind.state == AskState::not_asked;
        if (open && std::ranges::find(listed, code) == listed.end()) listed.push_back(code);
        if (std::ranges::find(listed, code) == listed.end()) continue;
        draw_kind(edit, flow, kind, changes);
        if (open) rest.push_back(code);
    }
    draw_changes(edit, changes);
    const Rect row = flow.row(metrics::button_small);
    if (rest.empty()) {
        text(ui, {row.x, row.y + 6}, "All of them are answered.", {.type = Type::caption, .role = Role::ink_2});
        ButtonLook close = small_ghost;
        close.name = "Close the list";
        if (button(ui, Vec{row.right() - button_width(ui, "Close the list", close), row.y}, "Close the list", close))
            close_list(edit.screen());
    } else if (button(ui, row.pos(), "The rest was asked: none", small_answer)) {
        answer_none(edit, rest);
    }
}

/// "Asked on 3 Sep 2026 by Ana Lima, answered by: mother; none: 36 kinds".
void draw_askings(ChildEdit& edit, Flow& flow) {
    Ui& ui = edit.ui();
    for (const PrecautionAsking& asking : edit.child().askings) {
        const Therapist* by = ui.caseload->therapist(asking.by);
        std::string words = say_asking(asking, by != nullptr ? by->name : std::string());
        words += asking.none.size() == 1 ? ": " + ui.library->name_of(asking.none.front())
                                         : " of " + std::to_string(asking.none.size()) + " kinds";
        const Scope scope(ui, words);
        const float room = flow.w() - metrics::button_small - metrics::s;
        const Rect row = flow.row(std::max(metrics::button_small, wrapped_height(ui, words, room, Type::caption)));
        text_wrapped(ui, {row.x, row.y + 6, room, row.h}, words, {.type = Type::caption, .role = Role::ink_2});
        if (icon_button(ui, {row.right() - metrics::button_small, row.y}, icon::delete_, "Take back this answer",
                        {.size = metrics::button_small}))
            edit.send("askings", [&](Child& next) {
                std::erase_if(next.askings, [&](const PrecautionAsking& one) { return one.id == asking.id; });
            });
    }
}
/// "Hemiplegia is on record. How do the hands work?" with its answers.
void draw_hands(ChildEdit& edit, Flow& flow) {
    Ui& ui = edit.ui();
    const Diagnosis* from = asks_for_hands(edit.child());
    if (from == nullptr) return;
    const Scope scope(ui, "Hands not asked");
    const std::string question =
        (from->name.empty() ? from->icd10 : from->name) + " is on record. How do the hands work?";
    const float room = flow.w() - 2 * metrics::m;
    const float words_h = wrapped_height(ui, question, room);
    const auto answers = terms<Hands>().subspan(1);
    const float row_h = metrics::button_small + metrics::s;
    const Rect box = flow.row(words_h + 2 * metrics::m + row_h * static_cast<float>(answers.size()));
    fill(ui, box, Role::warn_tint, metrics::radius_small);
    text_wrapped(ui, {box.x + metrics::m, box.y + metrics::s, room, words_h}, question);
    float y = box.y + metrics::s + words_h + metrics::s;
    for (const Term& answer : answers) {
        if (button(ui, Vec{box.x + metrics::m, y}, answer.words, small_answer))
            edit.send("hands",
                      [&](Child& next) { next.hands = from_key<Hands>(answer.key).value_or(Hands::not_asked); });
        y += row_h;
    }
}
/// What cannot both be right, with the way to say which is.
void draw_contradictions(ChildEdit& edit, Flow& flow) {
    Ui& ui = edit.ui();
    const auto& all = edit.screen().view.contradicting;
    if (!all.empty() && std::exchange(edit.screen().show_asking, false))
        scroll_to(ui, {flow.x(), flow.y(), flow.w(), 320});
    for (const Contradiction& each : all) {
        const Scope scope(ui, "Contradiction: " + each.code);
        const Rect row = flow.row(metrics::button);
        float height = 0;
        const int pressed =
            each.both_answers ? banner(ui, row, BadgeKind::warn, each.words, {"It is there", "There is none"}, &height)
                              : banner(ui, row, BadgeKind::warn, each.words, {}, &height);
        flow.grew(row.y + height);
        if (pressed < 0) continue;
        edit.send("precautions",
                  [&](Child& next) { next = with_one_answer(std::move(next), each.code, pressed == 0); });
    }
}
}  // namespace

void draw_asking(ChildEdit& edit, Flow& flow) {
    Ui& ui = edit.ui();
    draw_contradictions(edit, flow);
    const auto kinds = asked_kinds(edit.child(), *ui.library);
    if (const std::string open = say_not_asked(edit.child(), *ui.library); !open.empty()) {
        float height = 0;
        bool& asking = edit.screen().asking;
        const Rect row = flow.row(metrics::button);
        if (std::exchange(edit.screen().show_asking, false)) {
            scroll_to(ui, {row.x, row.y, row.w, 320});
            if (ui.keyboard) take_keyboard(ui);
        }
        if (banner(ui, row, BadgeKind::warn, open, {asking ? "Close the list" : "Ask now"}, &height) == 0) {
            if (asking)
                close_list(edit.screen());
            else
                asking = true;
        }
        flow.grew(row.y + height);
    }
    if (edit.screen().asking) draw_open_kinds(edit, flow, kinds);
    draw_hands(edit, flow);
    for (const ProposedPrecaution& proposed : proposed_precautions(edit.child(), *ui.library))
        draw_proposal(edit, flow, proposed);
    draw_askings(edit, flow);
}

}  // namespace pegboard
