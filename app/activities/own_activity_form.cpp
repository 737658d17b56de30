// The cards of the form: what it is, for whom and where, how it goes, the ladder, safety, measure and home.
#include <algorithm>

#include "app/activities/own_activity.h"
#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/widgets/fields/fields.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr float row_h = 84, note_h = 148, chip_row = metrics::chip;

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
    return all;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        std::string line = trimmed(std::string_view(text).substr(from, to - from));
        if (!line.empty()) lines.push_back(std::move(line));
        from = to + 1;
    }
    return lines;
}

std::vector<Named> named_categories(const Library& library) {
    std::vector<Named> all;
    for (const Category& category : library.categories()) all.push_back({category.id, category.name, {}, {}});
    return all;
}

std::vector<Named> named_skills(const Library& library) {
    std::vector<Named> all;
    for (const Skill& skill : library.skills())
        if (skill.kind != "sequence") all.push_back({skill.id, skill.name, {}, {}});
    return all;
}

std::vector<Named> named_measures(const Library& library) {
    std::vector<Named> all;
    for (const Measure& measure : library.measures()) all.push_back({measure.id, measure.name, {}, {}});
    return all;
}

std::string arc_words(Arc arc) {
    constexpr std::array words{"Warm-up", "Focus", "Everyday", "Wrap-up"};
    return words[static_cast<std::size_t>(arc)];
}

}  // namespace

std::string OwnActivityForm::error(std::string_view field) const {
    if (!self_.asked) return {};
    for (const content::Fault& fault : self_.faults)
        if (fault.field == field || fault.field.starts_with(std::string(field) + ".")) return fault.text;
    return {};
}

void OwnActivityForm::line(Rect rect, std::string_view label, std::string_view field_name, std::string& value,
                           std::string_view hint) {
    const std::string problem = error(field_name);
    if (const auto typed = field(ui_, rect, label, name(label), value, {.hint = hint, .error = problem})) {
        value = trimmed(*typed);
        changed_ = true;
    }
}

void OwnActivityForm::number(Rect rect, std::string_view label, std::string_view field_name, int& value, int low,
                             int high, std::string_view unit) {
    const std::string problem = error(field_name);
    if (const auto typed = number_field(ui_, rect, label, name(label), value, low, high, 1, unit, {.error = problem})) {
        value = *typed;
        changed_ = true;
    }
}

void OwnActivityForm::lines(Rect rect, std::string_view label, std::string_view field_name,
                            std::vector<std::string>& value, std::string_view hint) {
    const std::string problem = error(field_name);
    if (const auto typed = note_field(ui_, rect, label, name(label), joined(value), {.hint = hint, .error = problem})) {
        value = split(*typed);
        changed_ = true;
    }
}

void OwnActivityForm::pick(Rect rect, std::string_view label, std::string_view field_name,
                           const std::vector<Named>& all, std::string& value) {
    std::vector<std::string> labels;
    int chosen = -1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        labels.push_back(all[i].name);
        if (all[i].id == value) chosen = static_cast<int>(i);
    }
    const std::string problem = error(field_name);
    if (choice(ui_, rect, label, labels, chosen, {.error = problem})) {
        value = all[static_cast<std::size_t>(chosen)].id;
        changed_ = true;
    }
}

float OwnActivityForm::chips(Rect rect, std::string_view label, std::string_view field_name,
                             const std::vector<Named>& all, std::vector<std::string>& chosen) {
    const Scope scope(ui_, label);
    std::vector<std::string> ids, labels;
    for (const Named& one : all) {
        if (std::ranges::find(chosen, one.id) != chosen.end()) continue;
        ids.push_back(one.id);
        labels.push_back(one.name);
    }
    const std::string problem = error(field_name);
    int added = -1;
    if (choice(ui_, {rect.x, rect.y, rect.w, row_h}, label, labels, added, {.hint = "Add one", .error = problem})) {
        chosen.push_back(ids[static_cast<std::size_t>(added)]);
        changed_ = true;
    }
    Wrap wrap(rect.x, rect.y + metrics::field_label + metrics::field + (problem.empty() ? 8.0F : 30.0F), rect.w,
              chip_row);
    if (chosen.empty()) return rect.y + row_h - 8;
    std::string gone;
    for (const std::string& id : chosen) {
        const auto found = std::ranges::find(all, id, &Named::id);
        const std::string words = found != all.end() ? found->name : id;
        const ChipLook look{.selected = true, .removable = true};
        const float width = std::min(rect.w, chip_width(ui_, words, look));
        if (chip(ui_, wrap.place(width), words, look)) gone = id;
    }
    if (!gone.empty()) {
        std::erase(chosen, gone);
        changed_ = true;
    }
    return wrap.bottom() + 8;
}

float OwnActivityForm::what(Rect rect) {
    Activity& one = self_.activity;
    Flow flow(rect, 0);
    line(flow.row(row_h), "Title", "title", one.title, "Post the letters");
    line(flow.row(row_h), "The idea in one line", "idea", one.idea, "Hop to the mailbox with a letter each trip");
    auto [left, right] = flow.columns<2>(row_h - 12, {1, 1});
    pick(left, "Library", "category", named_categories(*ui_.library), one.category);
    text(ui_, right.pos(), "Part of the session", {.type = Type::caption, .role = Role::ink_2});
    Wrap wrap(right.x, right.y + metrics::field_label + 4, right.w, chip_row);
    for (const Arc arc : {Arc::opener, Arc::main, Arc::function, Arc::closer}) {
        const bool on = std::ranges::find(one.arcs, arc) != one.arcs.end();
        const ChipLook look{.selected = on};
        if (!chip(ui_, wrap.place(chip_width(ui_, arc_words(arc), look)), arc_words(arc), look)) continue;
        if (on)
            std::erase(one.arcs, arc);
        else
            one.arcs.push_back(arc);
        std::ranges::sort(one.arcs);
        changed_ = true;
    }
    const std::string arcs = error("arcs");
    if (!arcs.empty())
        text(ui_, {right.x, wrap.bottom() + 2}, arcs, {.type = Type::caption, .role = Role::danger, .max_w = right.w});
    float y = std::max(left.bottom(), wrap.bottom() + 20);
    y = chips({rect.x, y, rect.w, 0}, "Skills, the first one counts most", "skills", named_skills(*ui_.library),
              one.skills);
    return chips({rect.x, y + 8, rect.w, 0}, "Interests it suits", "interests", ui_.library->interests(),
                 one.interests);
}

float OwnActivityForm::whom(Rect rect) {
    Activity& one = self_.activity;
    const Library& library = *ui_.library;
    Flow flow(rect, 0);
    auto [from, to] = flow.columns<2>(row_h, {1, 1});
    number(from, "From age", "age_min_months", one.age_min_months, 0, 252, "months");
    number(to, "To age", "age_max_months", one.age_max_months, 0, 252, "months");
    auto [usual, least] = flow.columns<2>(row_h, {1, 1});
    number(usual, "Usual time", "minutes", one.minutes, 1, 45, "min");
    number(least, "Shortest useful time", "minutes_min", one.minutes_min, 1, 45, "min");
    auto [smallest, largest] = flow.columns<2>(row_h, {1, 1});
    number(smallest, "Smallest group", "group_min", one.group_min, 1, 12, "");
    number(largest, "Largest group", "group_max", one.group_max, 1, 12, "");
    auto [space, position] = flow.columns<2>(row_h, {1, 1});
    pick(space, "Place it needs", "space", library.spaces(), one.space);
    pick(position, "Position", "position", library.positions(), one.position);
    auto [intensity, adult] = flow.columns<2>(row_h, {1, 1});
    pick(intensity, "Effort", "intensity", library.intensities(), one.intensity);
    pick(adult, "The adult", "supervision", library.supervision(), one.supervision);
    return chips({rect.x, flow.y(), rect.w, 0}, "What the child needs for it", "needs", library.needs(), one.needs);
}

float OwnActivityForm::how(Rect rect) {
    Activity& one = self_.activity;
    Flow flow(rect, 0);
    lines(flow.row(note_h), "Set up, 1 to 3 lines", "setup", one.setup, "One line for each thing to prepare");
    lines(flow.row(note_h + 40), "Steps, 3 to 6 lines", "steps", one.steps, "One line for each step");
    const float y = cues({rect.x, flow.y(), rect.w, 0});
    return items({rect.x, y + 16, rect.w, 0});
}

float OwnActivityForm::ladder(Rect rect) {
    const float y = rungs(rect, "Easier", "easier", self_.activity.easier);
    return rungs({rect.x, y + 16, rect.w, 0}, "Harder", "harder", self_.activity.harder);
}

float OwnActivityForm::safe(Rect rect) {
    Activity& one = self_.activity;
    Flow flow(rect, 0);
    lines(flow.row(note_h), "Keep safe, 1 line or more", "safety", one.safety, "What the adult looks out for");
    lines(flow.row(note_h), "Not when", "contraindications", one.contraindications,
          "When not to use it; may stay empty");
    float y = chips({rect.x, flow.y(), rect.w, 0}, "Hazards it brings by itself", "attributes",
                    ui_.library->attributes(), one.attributes);
    y = chips({rect.x, y + 8, rect.w, 0}, "Allergens it brings by itself", "allergens", ui_.library->allergens(),
              one.allergens);
    return y;
}

float OwnActivityForm::measured(Rect rect) {
    Activity& one = self_.activity;
    Flow flow(rect, 0);
    auto [type, unit] = flow.columns<2>(row_h, {1, 1});
    pick(type, "Measured as", "measure", named_measures(*ui_.library), one.measure_type);
    line(unit, "Unit", "measure_unit", one.measure_unit, "hops");
    line(flow.row(row_h), "What is counted", "measure_what", one.measure_what, "Most hops in a row on the right foot");
    line(flow.row(row_h), "How often", "dose", one.dose, "Three turns; may stay empty");
    const Rect row = flow.row(40);
    bool home = one.home_ok;
    if (switch_(ui_, {row.x, row.y + 4}, "Families can do it at home", home)) {
        one.home_ok = home;
        if (!home) one.home_text.clear();
        changed_ = true;
    }
    if (!one.home_ok) return flow.bottom();
    line(flow.row(row_h), "Words for the family", one.home_text.empty() ? "home_ok" : "home_text", one.home_text,
         "Play post office after dinner. Let your child hop to each door.");
    return flow.bottom();
}

float OwnActivityForm::carded(Rect rect, std::string_view title, std::string_view hint,
                              float (OwnActivityForm::*part)(Rect)) {
    const Scope scope(ui_, title);
    const auto known = self_.heights.find(title);
    Rect whole = rect;
    whole.h = known != self_.heights.end() ? known->second : 300;
    card(ui_, whole);
    Rect inside = whole.inset(20, 16);
    const Rect head = inside.cut_top(28, 8);
    const float width = text(ui_, head.pos(), title, {.type = Type::section, .heading = true});
    text(ui_, {head.x + width + 12, head.y + 4}, hint,
         {.type = Type::caption, .role = Role::ink_2, .max_w = std::max(1.0F, head.w - width - 12)});
    const float height = (this->*part)(inside) + 16 - whole.y;
    if (known == self_.heights.end() || known->second < height - 0.5F || known->second > height + 0.5F) ui_.wake_in(0);
    self_.heights[std::string(title)] = height;
    return whole.y + height + metrics::gutter;
}

float OwnActivityForm::draw(Rect rect) {
    const auto at = [&](float y) { return Rect{rect.x, y, rect.w, 0}; };
    float y = carded(rect, "What it is", "", &OwnActivityForm::what);
    y = carded(at(y), "For whom and where", "", &OwnActivityForm::whom);
    y = carded(at(y), "How it goes", "", &OwnActivityForm::how);
    y = carded(at(y), "Easier and harder", "Two to four ways each; state what changes, so that it is checked",
               &OwnActivityForm::ladder);
    y = carded(at(y), "Safety", "Those of the materials are added by themselves", &OwnActivityForm::safe);
    return carded(at(y), "Measure and home", "", &OwnActivityForm::measured);
}

}  // namespace pegboard
