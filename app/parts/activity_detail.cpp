// Everything one activity says, top to bottom, for the panel of the Activities and Plan screens.
#include <algorithm>
#include <set>

#include "app/parts/activity_detail.h"
#include "app/widgets/widgets.h"
#include "core/rules/age.h"
#include "core/rules/by_hand.h"
#include "core/rules/rungs.h"
#include "core/rules/safety_lines.h"

namespace pegboard {
namespace {

std::string half_years(int months) {
    const int whole = months / 12;
    return months % 12 >= 6 && whole < 3 ? std::to_string(whole) + "½" : std::to_string(whole);
}

constexpr TextLook section_look{.type = Type::button, .heading = true};

/// A heading and what follows it, drawn down a column.
class Down {
 public:
    Down(Ui& ui, Rect rect) : ui_(ui), rect_(rect) {}

    [[nodiscard]] float y() const { return rect_.y; }
    [[nodiscard]] Rect rest() const { return {rect_.x, rect_.y, rect_.w, 4000}; }
    void skip(float by) { rect_.y += by; }
    void heading(std::string_view words) {
        text(ui_, rect_.pos(), words, section_look);
        skip(26);
    }
    void paragraph(std::string_view words, TextLook look = {.role = Role::ink_2}) {
        skip(text_wrapped(ui_, rest(), words, look) + 4);
    }
    /// Each step with its number, and the picture of what it asks for where there is one.
    void steps(const Activity& activity) {
        constexpr float picture = 48, beside_number = 30;
        const float width = rect_.w - beside_number - (activity.step_pictures.empty() ? 0 : picture + 12);
        for (std::size_t i = 0; i < activity.steps.size(); ++i) {
            const bool shown = i < activity.step_pictures.size() && activity.step_pictures[i].size() > 1;
            const float words = wrapped_height(ui_, activity.steps[i], width);
            const float height = std::max(shown ? picture : 22, words);
            if (shown)
                picture_of(ui_, {rect_.right() - picture, rect_.y, picture, picture}, activity.step_pictures[i],
                           activity);
            const float y = rect_.y + (shown ? std::max(0.0F, (picture - words) / 2) : 0);
            const Rect disc{rect_.x, y - 1, 22, 22};
            fill(ui_, disc, Role::sunken, 11);
            outline(ui_, disc, Role::line, 11);
            text_in(ui_, disc, std::to_string(i + 1),
                    {.type = Type::caption_strong, .role = Role::ink_2, .align = Align::centre});
            text_wrapped(ui_, {rect_.x + beside_number, y, width, 400}, activity.steps[i], {.role = Role::ink_2});
            skip(height + (shown ? 8 : 6));
        }
    }
    void with_icon(const char* glyph, std::string_view words, Role role = Role::ink_2, Role ink = Role::ink_2) {
        icon_at(ui_, {rect_.x, rect_.y + 2}, glyph, 16, role);
        const Rect beside{rect_.x + 24, rect_.y, rect_.w - 24, 400};
        skip(text_wrapped(ui_, beside, words, {.role = ink}) + 6);
    }
    /// Small words that belong to the line above.
    void under_icon(std::string_view words) {
        skip(-4);
        const Rect beside{rect_.x + 24, rect_.y, rect_.w - 24, 400};
        skip(text_wrapped(ui_, beside, words, {.type = Type::caption, .role = Role::ink_2}) + 8);
    }
    /// A tinted box with an icon, a strong first word and lines.
    void box(Role tint, Role ink, const char* glyph, std::string_view strong, const std::vector<std::string>& lines) {
        const float inner = rect_.w - 56;
        float height = 24 + (strong.empty() ? 0.0F : 22.0F);
        for (const std::string& line : lines) height += wrapped_height(ui_, line, inner) + 4;
        fill(ui_, {rect_.x, rect_.y, rect_.w, height}, tint, metrics::radius_large);
        icon_at(ui_, {rect_.x + 14, rect_.y + 13}, glyph, 20, ink);
        float y = rect_.y + 12;
        if (!strong.empty()) {
            text_in(ui_, {rect_.x + 44, y, inner, 20}, strong, {.type = Type::button});
            y += 22;
        }
        for (const std::string& line : lines) y += text_wrapped(ui_, {rect_.x + 44, y, inner, 400}, line) + 4;
        skip(height + 12);
    }

 private:
    Ui& ui_;
    Rect rect_;
};

void draw_facts(Ui& ui, Down& column, const Activity& activity) {
    const Rect row = column.rest();
    const Library& library = *ui.library;
    const std::string group = activity.group_min == activity.group_max
                                  ? std::to_string(activity.group_max)
                                  : std::to_string(activity.group_min) + " to " + std::to_string(activity.group_max);
    const std::pair<const char*, std::string> facts[] = {
        {icon::clock, std::to_string(activity.minutes) + " min, at least " + std::to_string(activity.minutes_min)},
        {icon::account, "Ages " + say_years(activity.age_min_months, activity.age_max_months)},
        {icon::map_marker, library.name_of(activity.space)},
        {icon::account_multiple, group},
    };
    float x = row.x;
    float y = row.y;
    for (const auto& [glyph, words] : facts) {
        const float width = 22 + text_width(ui, words, Type::caption);
        if (x > row.x && x + width > row.right()) {
            x = row.x;
            y += 24;
        }
        x += icon_text(ui, {x, y}, glyph, words) + 16;
    }
    column.skip(y - row.y + 28);
}

void draw_skill_chips(Ui& ui, Down& column, const Activity& activity) {
    const Rect row = column.rest();
    float x = row.x;
    float y = row.y;
    for (const std::string& id : activity.skills) {
        const Skill* skill = ui.library->skill(id);
        if (skill == nullptr) continue;
        const Focus* focus = ui.library->focus(skill->focus);
        const float width = focus_chip_width(ui, skill->short_name);
        if (x > row.x && x + width > row.right()) {
            x = row.x;
            y += metrics::chip_small + 4;
        }
        focus_chip(ui, {x, y}, skill->short_name, focus ? Design::hue(focus->hue) : Hue::indigo);
        x += width + 8;
    }
    column.skip(y - row.y + metrics::chip_small + 16);
}

void draw_for_child(Ui& ui, Down& column, const Activity& activity, const Child& child) {
    std::vector<std::string> fits;
    for (const Goal& goal : ui.caseload->goals()) {
        if (goal.child != child.id || goal.status != GoalStatus::active) continue;
        if (std::ranges::find(activity.skills, goal.skill) != activity.skills.end()) fits.push_back(goal.title);
    }
    if (!fits.empty())
        column.box(Role::primary_tint, Role::primary, icon::lightbulb_outline,
                   "Works on " + shown_call_name(ui, child) + "'s goals", fits);
    const auto findings = speaks_against(child, activity, *ui.library, {}, ui.clock.today, 1);
    for (const Finding& finding : findings) {
        const bool out = finding.verdict == Verdict::exclude;
        column.box(out ? Role::danger_tint : Role::warn_tint, out ? Role::danger : Role::warn,
                   out ? icon::alert : icon::shield_outline, finding.label + (out ? ": not offered" : ": take care"),
                   {finding.reason, finding.line});
    }
}

/// One band of the ladder: what kind of step it is, and each way to get there.
void draw_band(Ui& ui, Down& column, const char* glyph, std::string_view name, const std::vector<Rung>& rungs) {
    const Rect at = column.rest();
    const float inner = at.w - 40;
    const auto words_of_rung = [&](const Rung& rung) {
        return (rung.dimension.empty() ? std::string() : ui.library->name_of(rung.dimension) + ": ") + rung.change;
    };
    float height = 36;
    for (const Rung& rung : rungs) height += wrapped_height(ui, words_of_rung(rung), inner, Type::caption) + 6;
    height += 4;
    fill(ui, {at.x, at.y, at.w, height}, Role::sunken, metrics::radius);
    icon_at(ui, {at.x + 12, at.y + 10}, glyph, 16, Role::ink);
    text(ui, {at.x + 32, at.y + 9}, name, {.type = Type::caption_strong, .heading = true});
    float y = at.y + 32;
    for (const Rung& rung : rungs)
        y += text_wrapped(ui, {at.x + 32, y, inner, 300}, words_of_rung(rung),
                          {.type = Type::caption, .role = Role::ink_2}) +
             6;
    column.skip(height + 4);
}

/// The rungs to show; for a child only those that may be offered.
std::vector<Rung> rungs_for(const Ui& ui, const Activity& activity, bool easier, const Child* child) {
    if (child == nullptr) return easier ? activity.easier : activity.harder;
    std::vector<Rung> offered;
    for (const int rung : offered_rungs(*child, activity, easier, *ui.library, {}, ui.clock.today, 1))
        offered.push_back(*rung_of(activity, rung));
    return offered;
}

void draw_ladder(Ui& ui, Down& column, const Activity& activity, const Child* child) {
    column.heading("Make it easier or harder");
    const std::vector<Rung> easier = rungs_for(ui, activity, true, child);
    const std::vector<Rung> harder = rungs_for(ui, activity, false, child);
    if (!easier.empty()) draw_band(ui, column, icon::arrow_down, "Easier", easier);
    const Rect at = column.rest();
    fill(ui, {at.x, at.y, at.w, 34}, Role::primary_tint, metrics::radius);
    icon_at(ui, {at.x + 12, at.y + 9}, icon::check, 16, Role::primary);
    text(ui, {at.x + 32, at.y + 9}, "As written",
         {.type = Type::caption_strong, .role = Role::primary, .heading = true});
    const std::string how = ui.library->name_of(activity.position) + ", " + ui.library->name_of(activity.space);
    text_in(ui, {at.x + 112, at.y, at.w - 124, 34}, how,
            {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    column.skip(38);
    if (!harder.empty()) draw_band(ui, column, icon::arrow_up, "Harder", harder);
    const std::size_t left_out = activity.easier.size() + activity.harder.size() - easier.size() - harder.size();
    if (child != nullptr && left_out > 0)
        column.paragraph(std::to_string(left_out) + (left_out == 1 ? " way is" : " ways are") + " left out for " +
                         shown_call_name(ui, *child) + ".");
    column.skip(12);
}

void draw_materials(Ui& ui, Down& column, const Activity& activity) {
    column.heading("Bring");
    if (activity.items.empty()) column.paragraph("Nothing to bring.");
    for (const ActivityItem& needed : activity.items) {
        const Item* item = ui.library->item(needed.item);
        std::string words = item != nullptr ? item->name : needed.item;
        if (needed.quantity > 1) words += " (" + std::to_string(needed.quantity) + ")";
        if (needed.optional) words += ", if you like";
        column.with_icon(icon::package_variant_closed, words, Role::ink_2, Role::ink);
        if (item != nullptr && !item->substitute.empty()) column.under_icon("Or use: " + item->substitute);
    }
    column.skip(10);
    column.heading("Measure");
    const Measure* measure = ui.library->measure(activity.measure_type);
    column.paragraph((measure ? measure->name + ": " : std::string{}) + activity.measure_what + ".");
    column.skip(10);
}

/// What brings a hazard along: the activity itself or its materials.
std::string cause_of(const Library& library, const Activity& activity, const std::string& code) {
    std::string from;
    for (const ActivityItem& needed : activity.items) {
        const Item* item = library.item(needed.item);
        if (item == nullptr || std::ranges::find(item->attributes, code) == item->attributes.end()) continue;
        from += (from.empty() ? "" : ", ") + item->name;
        if (needed.optional) from += " (only if you bring it)";
    }
    const bool own = std::ranges::find(activity.attributes, code) != activity.attributes.end();
    if (from.empty()) return own ? "how it is played" : std::string();
    return own ? "how it is played, and " + from : from;
}

/// Every hazard by name, what brings it along, and what its material says.
void draw_hazards(Ui& ui, Down& column, const Activity& activity) {
    std::set<std::string> codes(activity.attributes.begin(), activity.attributes.end());
    for (const ActivityItem& needed : activity.items)
        if (const Item* item = ui.library->item(needed.item))
            codes.insert(item->attributes.begin(), item->attributes.end());
    if (codes.empty()) return;
    column.heading("What to know about it");
    for (const Named& attribute : ui.library->attributes()) {
        if (!codes.contains(attribute.id)) continue;
        const std::string cause = cause_of(*ui.library, activity, attribute.id);
        column.with_icon(icon::alert_circle_outline, attribute.name, Role::warn, Role::ink);
        if (!cause.empty()) column.under_icon("Comes with " + cause + ".");
    }
    for (const ActivityItem& needed : activity.items) {
        const Item* item = ui.library->item(needed.item);
        if (item != nullptr && !item->hazard_note.empty())
            column.with_icon(icon::package_variant_closed, item->name + ": " + item->hazard_note);
    }
    column.skip(10);
}

void draw_safety(Ui& ui, Down& column, const Activity& activity, const Child* child) {
    std::vector<std::string> lines = activity.safety;
    std::set<std::string> said(lines.begin(), lines.end());
    const int months = child == nullptr ? -1 : rule_age_months(*child, ui.clock.today);
    for (const SafetyLine& one : universal_lines(activity.effective_attributes, activity.position, months, *ui.library))
        if (said.insert(one.line).second) lines.push_back(one.line);
    lines.insert(lines.end(), activity.contraindications.begin(), activity.contraindications.end());
    std::string adult = "Adult: ";
    for (const Named& each : ui.library->supervision())
        if (each.id == activity.supervision) adult += each.name + ".";
    lines.push_back(std::move(adult));
    column.box(Role::warn_tint, Role::warn, icon::shield_outline, "Keep safe", lines);
}

/// What the caseload knows: held sessions in which this child did it.
void draw_use(Ui& ui, Down& column, const Activity& activity, const Child& child) {
    const ActivityUse use = use_with(*ui.caseload, child.id, activity.id);
    if (use.times == 0) return;
    const std::string times = use.times == 1 ? "once" : use.times == 2 ? "twice" : std::to_string(use.times) + " times";
    column.with_icon(icon::history, "Used with " + shown_call_name(ui, child) + " " + times + ", last on " +
                                        say_short(use.last, ui.clock.today) + ".");
}

}  // namespace

ActivityUse use_with(const Caseload& caseload, ChildId child, std::string_view activity) {
    ActivityUse use;
    for (const Session& session : caseload.sessions()) {
        if (session.status != SessionStatus::held || !is_for(session, child)) continue;
        for (const Block& block : session.blocks)
            if (block.activity == activity) {
                ++use.times;
                use.last = session.date;
            }
    }
    return use;
}

float draw_activity_detail(Ui& ui, Rect rect, const Activity& activity, const Child* child) {
    Down column(ui, rect);
    const Lead lead = lead_of(activity);
    const float tag_w = tag_width(ui, lead);
    tag(ui, {rect.right() - tag_w, rect.y + 4}, lead);
    column.skip(text_wrapped(ui, {rect.x, rect.y, rect.w - tag_w - 12, 200}, activity.title,
                             {.type = Type::heading, .heading = true}) +
                6);
    draw_facts(ui, column, activity);
    draw_skill_chips(ui, column, activity);
    column.paragraph(activity.idea);
    column.skip(12);
    if (child != nullptr) draw_for_child(ui, column, activity, *child);
    column.heading("Set up");
    for (const std::string& line : activity.setup) column.with_icon(icon::check, line);
    column.skip(10);
    column.heading("Steps");
    column.steps(activity);
    column.skip(10);
    draw_ladder(ui, column, activity, child);
    column.heading("Say or show");
    for (const Cue& cue : activity.cues) column.with_icon(icon::message_text_outline, cue.text);
    column.skip(10);
    draw_materials(ui, column, activity);
    draw_hazards(ui, column, activity);
    draw_safety(ui, column, activity, child);
    if (activity.home_ok) column.box(Role::sunken, Role::primary, icon::home, "At home", {activity.home_text});
    if (activity.stations_group_max > 0)
        column.box(Role::sunken, Role::primary, icon::account_multiple,
                   "With up to " + std::to_string(activity.stations_group_max) + " children", {activity.stations_how});
    if (!activity.dose.empty()) column.with_icon(icon::calendar_blank, activity.dose);
    if (child != nullptr && ui.caseload != nullptr) draw_use(ui, column, activity, *child);
    return column.y();
}

Lead lead_of(const Activity& activity) {
    if (activity.discipline == "OT") return Lead::ot;
    return activity.discipline == "PT" ? Lead::pt : Lead::both;
}

std::string say_years(int from_months, int to_months) {
    return half_years(from_months) + " to " + half_years(to_months) + " y";
}

}  // namespace pegboard
