// Details of a child: precautions with the questions each one asks, take-care lines, rescue plan,
// equipment, interests and the present step of each skill sequence.
#include <algorithm>
#include <array>
#include <cctype>

#include "app/child/child_edit.h"
#include "core/rules/asking.h"

namespace pegboard {
namespace {
std::string value_of(const ChildPrecaution& precaution, const std::string& name) {
    const auto at = precaution.parameters.find(name);
    return at == precaution.parameters.end() ? std::string() : at->second;
}

/// Sets one parameter of one precaution; an empty value takes it away.
void set_parameter(ChildEdit& edit, RowId id, const std::string& name, const std::string& value) {
    edit.send("precaution." + std::to_string(id.value) + "." + name, [&](Child& next) {
        ChildPrecaution* found = row_of(next.precautions, id);
        if (!found) return;
        if (value.empty())
            found->parameters.erase(name);
        else
            found->parameters[name] = value;
    });
}

std::string capital(std::string words) {
    if (!words.empty()) words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
    return words;
}

std::vector<std::string> split(const std::string& joined) {
    std::vector<std::string> all;
    for (std::size_t from = 0; from < joined.size();) {
        const std::size_t to = std::min(joined.find(';', from), joined.size());
        if (to > from) all.push_back(joined.substr(from, to - from));
        from = to + 1;
    }
    return all;
}

std::string joined(const std::vector<std::string>& all) {
    std::string one;
    for (const std::string& part : all) one += (one.empty() ? "" : ";") + part;
    return one;
}

void draw_choice(ChildEdit& edit, Flow& flow, const ChildPrecaution& precaution, const PrecautionParameter& asked) {
    std::vector<std::string> options{"Not said"};
    if (asked.kind == "yes_no")
        options.insert(options.end(), {"yes", "no"});
    else
        options.insert(options.end(), asked.options.begin(), asked.options.end());
    const auto now = std::ranges::find(options, value_of(precaution, asked.name));
    int chosen = now == options.end() ? 0 : static_cast<int>(now - options.begin());
    std::vector<std::string> shown;
    for (const std::string& option : options) shown.push_back(capital(option));
    const std::string careful = "Until you choose, plans take it as: " + asked.careful;
    const bool say_careful = chosen == 0 && !asked.careful.empty();
    if (choice(edit.ui(), flow.row(field_height(true, say_careful)), asked.label, shown, chosen,
               {.hint_below = say_careful ? std::string_view(careful) : std::string_view()}))
        set_parameter(edit, precaution.id, asked.name,
                      chosen == 0 ? std::string() : options[static_cast<std::size_t>(chosen)]);
}

void draw_list(ChildEdit& edit, Flow& flow, const ChildPrecaution& precaution, const PrecautionParameter& asked) {
    Ui& ui = edit.ui();
    text(ui, flow.row(16).pos(), asked.label, {.type = Type::caption, .role = Role::ink_2});
    std::vector<std::string> chosen = split(value_of(precaution, asked.name));
    Wrap wrap(flow.x(), flow.y() - metrics::xs, flow.w(), metrics::chip);
    const Scope scope(ui, asked.label);
    for (const std::string& option : asked.options) {
        const auto at = std::ranges::find(chosen, option);
        const ChipLook look{.selected = at != chosen.end()};
        const std::string& name = ui.library->name_of(option);
        if (!chip(ui, wrap.place(chip_width(ui, name, look)), name, look)) continue;
        if (at == chosen.end())
            chosen.push_back(option);
        else
            chosen.erase(at);
        set_parameter(edit, precaution.id, asked.name, joined(chosen));
        break;
    }
    flow.grew(wrap.bottom());
}

void draw_date(ChildEdit& edit, Flow& flow, const ChildPrecaution& precaution, const PrecautionParameter& asked) {
    const std::string name = "precaution." + std::to_string(precaution.id.value) + "." + asked.name;
    const auto typed = date_field(edit.ui(), flow.row(field_height()), asked.label, edit.draft(name),
                                  from_iso(value_of(precaution, asked.name)));
    if (typed) set_parameter(edit, precaution.id, asked.name, *typed ? iso(**typed) : std::string());
}

void draw_text(ChildEdit& edit, Flow& flow, const ChildPrecaution& precaution, const PrecautionParameter& asked) {
    const std::string name = "precaution." + std::to_string(precaution.id.value) + "." + asked.name;
    const auto typed = field(edit.ui(), flow.row(field_height(true, !edit.error(name).empty())), asked.label,
                             edit.draft(name), value_of(precaution, asked.name), {.error = edit.error(name)});
    if (typed) set_parameter(edit, precaution.id, asked.name, *typed);
}

void draw_parameter(ChildEdit& edit, Flow& flow, const ChildPrecaution& precaution, const PrecautionParameter& asked) {
    if (asked.kind == "choice" || asked.kind == "yes_no")
        draw_choice(edit, flow, precaution, asked);
    else if (asked.kind == "list" && !asked.options.empty())
        draw_list(edit, flow, precaution, asked);
    else if (asked.kind == "date")
        draw_date(edit, flow, precaution, asked);
    else
        draw_text(edit, flow, precaution, asked);
}

/// The line that planning always shows, on the tint of the precaution's severity.
void draw_line(Ui& ui, Flow& flow, const Precaution& known) {
    const bool danger = known.severity == "danger";
    const float room = flow.w() - 28 - 2 * metrics::m;
    const float height = wrapped_height(ui, known.line, room, Type::caption) + metrics::l;
    const Rect box = flow.row(height);
    fill(ui, box, danger ? Role::danger_tint : Role::warn_tint, metrics::radius_small);
    icon_at(ui, {box.x + metrics::m, box.y + metrics::s}, icon::shield_outline, 16, danger ? Role::danger : Role::warn);
    text_wrapped(ui, {box.x + metrics::m + 28, box.y + metrics::s, room, height}, known.line, {.type = Type::caption});
}

void draw_precaution(ChildEdit& edit, Flow& flow, const ChildPrecaution& precaution) {
    Ui& ui = edit.ui();
    const Precaution* known = ui.library->precaution(precaution.code);
    const std::string label = known ? known->label : precaution.code;
    const Scope scope(ui, label);
    const Rect head = flow.row(metrics::button_small);
    draw_badge(ui, {head.x, head.y + 4},
               {known && known->severity == "warn" ? BadgeKind::warn : BadgeKind::danger, icon::alert, label});
    if (icon_button(ui, {head.right() - metrics::button_small, head.y}, icon::delete_, "Remove " + label,
                    {.size = metrics::button_small}))
        edit.send("precautions", [&](Child& next) {
            std::erase_if(next.precautions, [&](const ChildPrecaution& row) { return row.id == precaution.id; });
        });
    if (!known) return;
    const float ask_h = wrapped_height(ui, known->ask, flow.w());
    text_wrapped(ui, flow.row(ask_h), known->ask, {.role = Role::ink_2});
    for (const PrecautionParameter& asked : known->parameters) draw_parameter(edit, flow, precaution, asked);
    draw_line(ui, flow, *known);
    const Therapist* by = ui.caseload->therapist(precaution.asked_by);
    if (const std::string asked = say_asking(precaution, by ? by->name : std::string()); !asked.empty()) {
        const float height = wrapped_height(ui, asked, flow.w(), Type::caption);
        text_wrapped(ui, flow.row(height), asked, {.type = Type::caption, .role = Role::ink_2});
    }
    divider(ui, {flow.x(), flow.y()}, flow.w());
    flow.space(metrics::m);
}

/// Those not yet chosen, in the library's order, which keeps families together.
void draw_add_precaution(ChildEdit& edit, Flow& flow) {
    std::vector<std::string> labels;
    std::vector<const Precaution*> offered;
    for (const Precaution& known : edit.ui().library->precautions()) {
        if (known.code == "today") continue;  // asked before each session, no part of the record
        const auto same = [&](const ChildPrecaution& chosen) { return chosen.code == known.code; };
        if (std::ranges::any_of(edit.child().precautions, same)) continue;
        offered.push_back(&known);
        labels.push_back(capital(known.family) + ": " + known.label);
    }
    int chosen = -1;
    if (!choice(edit.ui(), flow.row(field_height()), "Add a precaution", labels, chosen,
                {.hint = "Choose from " + std::to_string(labels.size())}))
        return;
    ChildPrecaution made;
    made.id = mint<RowId>();
    made.code = offered[static_cast<std::size_t>(chosen)]->code;
    edit.send("precautions", [&](Child& next) { next.precautions.push_back(std::move(made)); });
}
}  // namespace

float draw_precautions(ChildEdit& edit, Rect rect) {
    Flow flow(rect);
    draw_asking(edit, flow);
    for (const ChildPrecaution& precaution : edit.child().precautions) draw_precaution(edit, flow, precaution);
    draw_add_precaution(edit, flow);
    return flow.bottom();
}

float draw_care_lines(ChildEdit& edit, Rect rect) {
    return edit.lines(rect, "take_care", &Child::take_care,
                      {.icon = icon::shield_outline,
                       .role = Role::warn,
                       .add = "Add a safety reminder",
                       .hint = "Ankle supports in both shoes"});
}

float draw_rescue_plan(ChildEdit& edit, Rect rect) {
    Flow flow(rect);
    edit.note(flow.row(160), "What to do in an emergency", "rescue_plan", &Child::rescue_plan,
              {.hint = "Signs, what to do first, medicine and dose, whom to call"});
    return flow.bottom();
}

float draw_equipment(ChildEdit& edit, Rect rect) {
    return edit.lines(
        rect, "equipment", &Child::equipment,
        {.icon = icon::check, .add = "Add equipment", .hint = "Glasses, pencil grip, communication device"});
}

float draw_interests(ChildEdit& edit, Rect rect) {
    Ui& ui = edit.ui();
    const auto& chosen = edit.child().interests;
    const auto& known = ui.library->interests();
    Wrap wrap(rect.x, rect.y, rect.w, metrics::chip);
    for (const Named& interest : known) {
        const bool on = std::ranges::find(chosen, interest.id) != chosen.end();
        const ChipLook look{.selected = on};
        if (!chip(ui, wrap.place(chip_width(ui, interest.name, look)), interest.name, look)) continue;
        edit.send("interests", [&](Child& next) {
            if (on)
                std::erase(next.interests, interest.id);
            else
                next.interests.push_back(interest.id);
        });
    }
    // Own words stand below as lines; the library's stay where they are.
    std::vector<std::string> own;
    for (const std::string& interest : chosen)
        if (std::ranges::none_of(known, [&](const Named& n) { return n.id == interest; })) own.push_back(interest);
    float bottom = rect.y;
    const auto changed =
        edit_lines(ui, edit.screen().lines, {rect.x, wrap.bottom() + metrics::m, rect.w, 0}, edit.draft("interests"),
                   own, {.icon = icon::heart_outline, .add = "Add own words", .hint = "Trains, and his dog"}, bottom);
    if (changed)
        edit.send(
            "interests",
            [&](Child& next) {
                std::erase_if(next.interests,
                              [&](const std::string& one) { return std::ranges::find(own, one) != own.end(); });
                next.interests.insert(next.interests.end(), changed->begin(), changed->end());
            },
            edit.draft("interests."));
    return bottom;
}

float draw_steps(ChildEdit& edit, Rect rect) {
    Flow flow(rect);
    Ui& ui = edit.ui();
    for (const Skill& sequence : ui.library->skills()) {
        if (sequence.kind != "sequence") continue;
        const auto steps = ui.library->steps_of(sequence.id);
        std::vector<std::string> options{"Not set"};
        std::string now;
        for (const PresentStep& present : edit.child().present_steps)
            if (present.skill == sequence.id) now = present.step;
        int chosen = 0;
        for (const Skill* step : steps) {
            if (step->id == now) chosen = static_cast<int>(options.size());
            options.push_back(std::to_string(options.size()) + ". " + step->short_name);
        }
        const std::string below = chosen > 0 ? steps[static_cast<std::size_t>(chosen - 1)]->parent_name : std::string();
        if (!choice(ui, flow.row(field_height(true, true)), sequence.name, options, chosen, {.hint_below = below}))
            continue;
        edit.send("present_steps", [&](Child& next) {
            std::erase_if(next.present_steps, [&](const PresentStep& p) { return p.skill == sequence.id; });
            if (chosen > 0)
                next.present_steps.push_back(
                    {mint<RowId>(), sequence.id, steps[static_cast<std::size_t>(chosen - 1)]->id});
        });
    }
    return flow.bottom();
}

}  // namespace pegboard
