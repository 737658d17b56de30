// Safety in a running session: the strip of precautions that is always in sight, what keeps the current activity safe,
// and the sheet with every line. Nothing here is cut, folded or scrolled away; where letters are large the strip grows.
#include <algorithm>
#include <set>

#include "app/parts/forms.h"
#include "app/session/session.h"

namespace pegboard {
namespace {

constexpr std::string_view sheet_name = "Safety";
constexpr float chip_icon = 20, chip_pad = 14, chip_gap = 8, strip_pad = 8, dense_above = 0.3F;

/// One piece of the strip: a precaution, or all of a child's where there is little room.
struct StripChip {
    std::string words, label;
    BadgeKind kind = BadgeKind::warn;
    const char* icon = icon::shield_outline;
    Rect at = {};
};

Role role_of(BadgeKind kind) {
    return kind == BadgeKind::danger ? Role::danger : kind == BadgeKind::warn ? Role::warn : Role::ink_2;
}

bool is_here(const LiveChild& each) { return each.part.attendance != Attendance::absent; }

std::string call_of(const Ui& ui, const LiveChild& each) { return shown_call_name(ui, *each.child); }

/// The current activity's own lines, and the general ones of what it uses; said once each.
std::vector<std::string> activity_lines(const Ui& ui, const Activity& activity) {
    std::vector<std::string> lines = activity.safety;
    std::set<std::string> said(lines.begin(), lines.end());
    for (const std::string& code : activity.effective_attributes)
        for (const Named& attribute : ui.library->attributes())
            if (attribute.id == code && !attribute.note.empty() && said.insert(attribute.note).second)
                lines.push_back(attribute.note);
    return lines;
}

/// All lines for the activity that is shown: those of the children's precautions first.
std::vector<std::string> lines_now(const SessionScreen& self, const Ui& ui) {
    std::vector<std::string> lines;
    const bool several = self.view.children.size() > 1;
    for (const LiveChild& each : self.view.children)
        if (is_here(each))
            for (const std::string& finding : each.findings)
                lines.push_back(several ? call_of(ui, each) + ", " + finding : finding);
    if (self.view.activity == nullptr) return lines;
    for (std::string& line : activity_lines(ui, *self.view.activity)) lines.push_back(std::move(line));
    return lines;
}

/// Of each child who is here one chip for every precaution, or one for all of them where `dense`.
std::vector<StripChip> chips_of(const SessionScreen& self, const Ui& ui, bool dense) {
    std::vector<StripChip> chips;
    const bool several = self.view.children.size() > 1;
    for (const LiveChild& each : self.view.children) {
        if (!is_here(each)) continue;
        const std::string who = several ? call_of(ui, each) + ": " : std::string();
        if (each.care.empty()) {
            chips.push_back(
                {who + (several ? "no precautions on file" : "No precautions on file"), {}, BadgeKind::plain});
        } else if (dense) {
            StripChip all{who, {}, each.care.front().badge.kind, each.care.front().badge.icon};
            for (const CareLine& care : each.care) all.words += (all.words == who ? "" : ". ") + care.badge.words;
            chips.push_back(std::move(all));
        } else {
            for (const CareLine& care : each.care)
                chips.push_back({who + care.badge.words, {}, care.badge.kind, care.badge.icon});
        }
    }
    for (StripChip& chip : chips) chip.label = "Precaution: " + chip.words;
    return chips;
}

/// Puts the chips side by side in rows; words wider than a row wrap inside their chip. Returns the lowest y.
float place(const Ui& ui, std::vector<StripChip>& chips, Rect in) {
    float x = in.x, y = in.y, row_h = metrics::touch;
    for (StripChip& chip : chips) {
        const float around = chip_icon + chip_gap + 2 * chip_pad;
        const float width = std::min(in.w, text_width(ui, chip.words, Type::button) + around + 1);
        if (x > in.x && x + width > in.right()) {
            x = in.x;
            y += row_h + chip_gap;
            row_h = metrics::touch;
        }
        const float words_h = wrapped_height(ui, chip.words, width - around, Type::button);
        row_h = std::max(row_h, words_h + 16);
        chip.at = {x, y, width, std::max(metrics::touch, words_h + 16)};
        x += width + chip_gap;
    }
    return y + row_h;
}

bool draw_chip(Ui& ui, const StripChip& chip) {
    const float radius = metrics::touch / 2;
    const Pressed pressed = pressable(ui, chip.at, chip.label, WidgetRole::button, false, radius);
    fill(ui, chip.at, pressed.hovered ? Role::hover : Role::surface, radius);
    outline(ui, chip.at, pressed.focused ? Role::focus : Role::line, radius, pressed.focused ? metrics::focus_ring : 1);
    const Role role = role_of(chip.kind);
    icon_at(ui, {chip.at.x + chip_pad, chip.at.y + (metrics::touch - chip_icon) / 2}, chip.icon, chip_icon, role);
    const float left = chip.at.x + chip_pad + chip_icon + chip_gap;
    const Rect words{left, chip.at.y, chip.at.right() - chip_pad - left + 1, 0};
    const float words_h = wrapped_height(ui, chip.words, words.w, Type::button);
    text_wrapped(ui, {words.x, chip.at.y + (chip.at.h - words_h) / 2, words.w, 0}, chip.words,
                 {.type = Type::button, .role = role});
    return pressed.clicked;
}

/// A line with its sign in front; returns the lowest y.
float draw_line(Ui& ui, Rect in, const char* glyph, Role role, std::string_view words, Type type = Type::body) {
    icon_at(ui, in.pos(), glyph, chip_icon, role);
    return in.y + std::max(chip_icon, text_wrapped(ui, {in.x + 30, in.y, in.w - 30, 0}, words, {.type = type}));
}

float draw_child_care(Ui& ui, Rect in, const LiveChild& each) {
    float y = in.y + text_wrapped(ui, in, each.name, {.type = Type::section, .heading = true}) + metrics::s;
    if (each.care.empty())
        y += text_wrapped(ui, {in.x, y, in.w, 0}, "No precautions on file: asked, and there are none.",
                          {.role = Role::ink_2}) +
             metrics::m;
    for (const CareLine& care : each.care) {
        y = draw_line(ui, {in.x, y, in.w, 0}, care.badge.icon, role_of(care.badge.kind), care.badge.words,
                      Type::button);
        if (!care.line.empty()) y += text_wrapped(ui, {in.x + 30, y, in.w - 30, 0}, care.line);
        for (const std::string& words : care.typed) y += text_wrapped(ui, {in.x + 30, y, in.w - 30, 0}, words);
        y += metrics::m;
    }
    return y;
}

}  // namespace

void open_rescue(SessionScreen& self, Ui& ui) {
    const Session& session = *self.view.session;
    const WorkPlace* place_of = ui.caseload->place(session.work_place);
    open_rescue_plans(ui, self.contacts, session, self.child, place_of != nullptr ? place_of->name : session.place);
}

void open_safety(Ui& ui) { open_dialog(ui, sheet_name); }

float draw_safety_strip(SessionScreen& self, Ui& ui, Rect rect) {
    const Scope scope(ui, "Take care");
    next_pane(ui);
    Rect in = rect.inset(metrics::page_pad, strip_pad);
    const bool several = self.view.children.size() > 1;
    const ButtonLook rescue{.kind = ButtonKind::danger,
                            .icon = icon::phone,
                            .height = metrics::touch,
                            .tooltip = "Rescue plan and phones  F9",
                            .name = "Rescue plan and phones"};
    const std::string_view words = several ? "Rescue plans" : "Rescue plan";
    const Rect rescue_at = in.cut_right(button_width(ui, words, rescue), metrics::m);
    std::vector<StripChip> chips = chips_of(self, ui, false);
    float bottom = place(ui, chips, in);
    if (bottom - in.y > ui.window.h * dense_above) {
        chips = chips_of(self, ui, true);
        bottom = place(ui, chips, in);
    }
    const bool danger = std::ranges::any_of(chips, [](const StripChip& c) { return c.kind == BadgeKind::danger; });
    const bool any = std::ranges::any_of(chips, [](const StripChip& c) { return c.kind != BadgeKind::plain; });
    const Rect whole{rect.x, rect.y, rect.w, bottom + strip_pad - rect.y};
    fill(ui, whole, danger ? Role::danger_tint : any ? Role::warn_tint : Role::sunken);
    fill(ui, {whole.x, whole.bottom() - 1, whole.w, 1}, Role::line);
    for (const StripChip& chip : chips)
        if (draw_chip(ui, chip)) open_safety(ui);
    const Rect button_at{rescue_at.x, in.y, rescue_at.w, metrics::touch};
    if (button(ui, button_at, words, rescue)) open_rescue(self, ui);
    // Over the button's own fill, and by its corners.
    outline(ui, button_at, Role::danger, metrics::radius_large, 2);
    return whole.bottom();
}

float draw_activity_safety(SessionScreen& self, Ui& ui, Rect in) {
    const std::vector<std::string> lines = lines_now(self, ui);
    if (lines.empty()) return in.y;
    const float words_w = in.w - 2 * metrics::m - 30;
    float height = 2 * metrics::m + 24;
    for (const std::string& line : lines) height += wrapped_height(ui, line, words_w) + metrics::xs;
    fill(ui, {in.x, in.y, in.w, height}, Role::warn_tint, metrics::radius_large);
    icon_at(ui, {in.x + metrics::m, in.y + metrics::m}, icon::shield_outline, chip_icon, Role::warn);
    float y = in.y + metrics::m;
    text(ui, {in.x + metrics::m + 30, y}, "Keep safe here",
         {.type = Type::button, .role = Role::warn, .heading = true});
    y += 24;
    for (const std::string& line : lines)
        y += text_wrapped(ui, {in.x + metrics::m + 30, y, words_w, 0}, line) + metrics::xs;
    return in.y + height;
}

void draw_safety_sheet(SessionScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, sheet_name, "Take care", 640);
    if (!inside) return;
    float y = inside->y;
    const std::vector<std::string> lines = lines_now(self, ui);
    const LiveChild* first = shown_child(self);
    if (first != nullptr && is_here(*first)) y = draw_child_care(ui, {inside->x, y, inside->w, 0}, *first);
    for (const LiveChild& each : self.view.children)
        if (&each != first && is_here(each)) y = draw_child_care(ui, {inside->x, y, inside->w, 0}, each);
    if (!lines.empty() && self.view.block != nullptr) {
        y += text_wrapped(ui, {inside->x, y, inside->w, 0}, "In this activity: " + self.view.block->title,
                          {.type = Type::section, .heading = true}) +
             metrics::s;
        for (const std::string& line : lines)
            y = draw_line(ui, {inside->x, y, inside->w, 0}, icon::shield_outline, Role::warn, line) + metrics::s;
    }
    const int pressed = end_dialog(ui, y, {"Close", "Rescue plan and phones"}, {.large = true});
    if (pressed < 0) return;
    close_dialog(ui);
    if (pressed == 1) open_rescue(self, ui);
}

}  // namespace pegboard
