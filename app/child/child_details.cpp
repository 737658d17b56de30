// The Details tab: everything in a child's record, each finished edit one step of undo. Sections stand in
// two columns, one in narrow windows.
#include <algorithm>
#include <array>

#include "app/actions/actions.h"
#include "app/child/child_edit.h"
#include "app/parts/disclosures.h"
#include "core/rules/age.h"

namespace pegboard {
namespace {
constexpr float pad = 20;

using DrawSection = float (*)(ChildEdit&, Rect);
struct Section {
    std::string_view name;
    DrawSection draw;
};
constexpr std::array left_sections{
    Section{"Names", draw_names},         Section{"Birth and school", draw_birth},
    Section{"Guardians", draw_guardians}, Section{"Language and communication", draw_communication},
    Section{"Services", draw_services},   Section{"Dates", draw_dates},
    Section{"Diagnoses", draw_diagnoses},
};
constexpr std::array right_sections{
    Section{"Precautions", draw_precautions}, Section{"Take care", draw_care_lines},
    Section{"Rescue plan", draw_rescue_plan}, Section{"Moving and devices", draw_moving},
    Section{"Equipment", draw_equipment},     Section{"Interests", draw_interests},
    Section{"Skill steps", draw_steps},       Section{"Reports made and who got them", draw_reports_made},
};

/// One section in its card. Its height is known only after drawing, so the card uses the one of the frame before.
float draw_section(ChildEdit& edit, Rect rect, const Section& section) {
    Ui& ui = edit.ui();
    float& height = edit.screen().heights["details/" + std::string(section.name)];
    if (height > 0) {
        rect.h = height;
        // What is being typed stays in its field, wherever the page was scrolled to.
        if (!visible(ui, rect) && edit.screen().typed_in != section.name) return rect.bottom() + metrics::gutter;
        card(ui, rect);
    }
    const Scope scope(ui, section.name);
    text(ui, {rect.x + pad, rect.y + 16}, section.name, {.type = Type::section, .heading = true});
    const int before = fields_typed_in(ui);
    const float bottom = section.draw(edit, {rect.x + pad, rect.y + 52, rect.w - 2 * pad, 0}) + pad;
    if (fields_typed_in(ui) != before)
        edit.screen().typed_in = section.name;
    else if (edit.screen().typed_in == section.name)
        edit.screen().typed_in.clear();
    if (bottom - rect.y != height) ui.wake_in(0);
    height = bottom - rect.y;
    return bottom + metrics::gutter;
}

/// Height of a row of fields: more when one of them has an error below.
float row_height(const ChildEdit& edit, std::initializer_list<std::string_view> fields) {
    return field_height(true, std::ranges::any_of(fields, [&](std::string_view f) { return !edit.error(f).empty(); }));
}
}  // namespace

float draw_names(ChildEdit& edit, Rect rect) {
    Flow flow(rect);
    const auto first = flow.columns(row_height(edit, {"first_name", "last_name"}), std::array{1.0F, 1.0F});
    edit.text(first[0], "First name", "first_name", &Child::first_name);
    edit.text(first[1], "Last name", "last_name", &Child::last_name);
    const auto second = flow.columns(row_height(edit, {"preferred_name", "pronouns"}), std::array{1.0F, 1.0F});
    edit.text(second[0], "Preferred name", "preferred_name", &Child::preferred_name, {.hint = "What everyone says"});
    edit.text(second[1], "Pronouns", "pronouns", &Child::pronouns, {.hint = "she/her, he/him, they/them"});
    return flow.bottom();
}

namespace {
void draw_birth_date(ChildEdit& edit, Rect rect) {
    const Child& child = edit.child();
    const std::string age = say_child_age(child, edit.ui().clock.today);
    const auto typed = date_field(edit.ui(), rect, "Date of birth", edit.draft("date_of_birth"), child.date_of_birth,
                                  {.error = edit.error("date_of_birth"), .hint_below = age});
    if (!typed) return;
    if (!*typed) {
        edit.screen().errors["date_of_birth"] = "A date of birth is needed";
        return;
    }
    edit.send("date_of_birth", [&](Child& next) { next.date_of_birth = **typed; });
}

/// Weeks are chosen, never guessed: saying that a child was born early says by how much.
void draw_gestation(ChildEdit& edit, Rect rect) {
    constexpr int most = 36, fewest = 22;
    std::vector<std::string> options{"At term, or not known"};
    for (int weeks = most; weeks >= fewest; --weeks) options.push_back(std::to_string(weeks) + " weeks");
    const std::optional<int> now = edit.child().gestation_weeks;
    int chosen = now && *now <= most ? most + 1 - std::max(*now, fewest) : 0;
    if (now && *now > most) options.front() = std::to_string(*now) + " weeks";
    if (choice(edit.ui(), rect, "Born at", options, chosen))
        edit.send("gestation_weeks", [&](Child& next) {
            if (chosen == 0)
                next.gestation_weeks.reset();
            else
                next.gestation_weeks = most + 1 - chosen;
        });
}
}  // namespace

float draw_birth(ChildEdit& edit, Rect rect) {
    Flow flow(rect);
    const auto first = flow.columns(field_height(true, true), std::array{1.0F, 1.0F});
    draw_birth_date(edit, first[0]);
    draw_gestation(edit, first[1]);
    edit.text(flow.row(row_height(edit, {"school"})), "School or site", "school", &Child::school,
              {.hint = "Oakfield Primary, Year 1"});
    return flow.bottom();
}

float draw_reports_made(ChildEdit& edit, Rect rect) {
    Ui& ui = edit.ui();
    std::optional<Place> again;
    const float bottom = draw_disclosures(ui, rect, edit.child().id, again);
    if (again) ui.nav->go(*again);
    const ButtonLook look{.icon = icon::printer, .height = metrics::button_small};
    if (button(ui, Vec{rect.x, bottom + metrics::m}, "Make a report", look)) ui.actions->ask(ActionId::print);
    return bottom + metrics::m + metrics::button_small;
}

float draw_communication(ChildEdit& edit, Rect rect) {
    Flow flow(rect);
    const auto first = flow.columns(row_height(edit, {"language"}), std::array{1.0F, 1.0F});
    edit.text(first[0], "Language at home", "language", &Child::language);
    bool needed = edit.child().interpreter_needed;
    if (checkbox(edit.ui(), {first[1].x, first[1].y + 28}, "Interpreter needed", needed))
        edit.send("interpreter_needed", [&](Child& next) { next.interpreter_needed = needed; });
    edit.note(flow.row(112), "How the child communicates", "communication", &Child::communication,
              {.hint = "Speaks in short sentences, points, uses picture cards"});
    return flow.bottom();
}

float draw_dates(ChildEdit& edit, Rect rect) {
    Flow flow(rect);
    const auto first =
        flow.columns(row_height(edit, {"plan_of_care_start", "plan_of_care_end"}), std::array{1.0F, 1.0F});
    edit.date(first[0], "Plan of care starts", "plan_of_care_start", &Child::plan_of_care_start);
    edit.date(first[1], "Plan of care ends", "plan_of_care_end", &Child::plan_of_care_end);
    const auto second = flow.columns(row_height(edit, {"reevaluation_due", "iep_date"}), std::array{1.0F, 1.0F});
    edit.date(second[0], "Re-evaluation due", "reevaluation_due", &Child::reevaluation_due);
    edit.date(second[1], "IEP meeting", "iep_date", &Child::iep_date);
    const auto third = flow.columns(row_height(edit, {"referral_date"}), std::array{1.0F, 1.0F});
    edit.date(third[0], "Referral", "referral_date", &Child::referral_date);
    return flow.bottom();
}

float draw_child_details(ChildScreen& self, Ui& ui, Rect rect, const Child& child) {
    ChildEdit edit(self, ui, child);
    const bool two_columns = rect.w >= 860;
    Rect right = rect;
    Rect left = rect;
    if (two_columns) right = left.cut_right((rect.w - metrics::gutter) / 2, metrics::gutter);
    for (const Section& section : left_sections) left.y = draw_section(edit, left, section);
    if (!two_columns) right.y = left.y;
    for (const Section& section : right_sections) right.y = draw_section(edit, right, section);
    return std::max(left.y, right.y);
}

}  // namespace pegboard
