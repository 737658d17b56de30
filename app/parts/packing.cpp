#include "app/parts/packing.h"

#include <algorithm>

#include "app/parts/parts.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr float head_h = 44, row_h = 32;

std::string memory_name(Date date) { return "packed." + iso(date); }

std::set<std::string, std::less<>> split(std::string_view joined) {
    std::set<std::string, std::less<>> items;
    while (!joined.empty()) {
        const std::size_t end = std::min(joined.find(';'), joined.size());
        if (end > 0) items.emplace(joined.substr(0, end));
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return items;
}

std::string join(const std::set<std::string, std::less<>>& items) {
    std::string joined;
    for (const std::string& item : items) joined += (joined.empty() ? "" : ";") + item;
    return joined;
}

/// "Mateo", "Hand gym group", or "3 sessions" when more than one needs it.
std::string say_whom(const Ui& ui, const Material& material) {
    std::vector<std::string> whom;
    for (const SessionId id : material.sessions) {
        const Session* session = ui.caseload->session(id);
        if (session == nullptr) continue;
        const std::vector<const Child*> children = children_of(*ui.caseload, *session);
        std::string name = children.size() == 1 ? shown_call_name(ui, *children.front()) : shown_names(ui, *session);
        if (std::ranges::find(whom, name) == whom.end()) whom.push_back(std::move(name));
    }
    if (whom.size() > 1) return std::to_string(material.sessions.size()) + " sessions";
    return whom.empty() ? std::string{} : whom.front();
}

std::string say_in_list(const Material& material) { return say(material) + (material.optional ? ", if you like" : ""); }

}  // namespace

void follow_packed(Packed& self, const Ui& ui, Date date) {
    std::string stored = ui.caseload->recall(memory_name(date));
    if (self.made && self.of == date && self.stored == stored) return;
    self.items = split(stored);
    self.stored = std::move(stored);
    self.of = date;
    self.made = true;
}

void set_packed(Packed& self, Ui& ui, std::string_view item, bool packed) {
    if (packed)
        self.items.emplace(item);
    else if (const auto found = self.items.find(item); found != self.items.end())
        self.items.erase(found);
    ui.outbox->remember(memory_name(self.of), join(self.items));
}

int count_packed(const Packed& self, std::span<const Material> list) {
    return static_cast<int>(
        std::ranges::count_if(list, [&](const Material& each) { return self.items.contains(each.item); }));
}

void follow_packing(PackingList& self, const Ui& ui, Date date) {
    follow_packed(self.packed, ui, date);
    if (self.made && self.of == date && self.revision == ui.caseload->revision()) return;
    self.list = materials_to_bring(sessions_to_pack(*ui.caseload, date), *ui.caseload, *ui.library);
    self.whom.clear();
    for (const Material& material : self.list) self.whom.push_back(say_whom(ui, material));
    self.of = date;
    self.revision = ui.caseload->revision();
    self.made = true;
}

float packing_height(const PackingList& self) {
    const float rows = self.list.empty() ? 40.0F : static_cast<float>(self.list.size()) * row_h;
    return metrics::s + head_h + rows + metrics::m;
}

void draw_packing(PackingList& self, Ui& ui, Rect rect, std::string_view title) {
    const Scope scope(ui, title);
    card(ui, rect);
    Rect inside = rect.inset(metrics::l, metrics::s);
    Rect head = inside.cut_top(head_h);
    if (!self.list.empty())
        text_in(ui, head.cut_right(120),
                std::to_string(count_packed(self.packed, self.list)) + " of " + std::to_string(self.list.size()) +
                    " packed",
                {.type = Type::caption, .role = Role::ink_2, .align = Align::right});
    text_in(ui, head, title, {.type = Type::section, .heading = true});
    if (self.list.empty()) {
        text_wrapped(ui, inside, "Nothing to bring yet. Planned activities put their things here.",
                     {.role = Role::ink_2});
        return;
    }
    for (std::size_t i = 0; i < self.list.size(); ++i) {
        Rect row = inside.cut_top(row_h);
        const Material& material = self.list[i];
        const Rect whom = row.cut_right(std::min(120.0F, text_width(ui, self.whom[i], Type::caption) + metrics::s));
        bool on = self.packed.items.contains(material.item);
        if (checkbox(ui, {row.x, row.y + (row_h - 20) / 2}, say_in_list(material), on, true, row.w))
            set_packed(self.packed, ui, material.item, on);
        text_in(ui, whom, self.whom[i], {.type = Type::caption, .role = Role::ink_3, .align = Align::right});
    }
}

float draw_material_row(Ui& ui, Rect rect, const Material& material, Packed& packed) {
    bool on = packed.items.contains(material.item);
    if (checkbox(ui, rect.pos(), say_in_list(material), on, true, rect.w)) set_packed(packed, ui, material.item, on);
    const Rect below{rect.x + 32, rect.y + row_h, rect.w - 32, 400};
    float y = below.y;
    const TextLook look{.type = Type::caption, .role = Role::ink_2};
    if (!material.substitute.empty())
        y += text_wrapped(ui, {below.x, y, below.w, 200}, "At home: " + material.substitute, look);
    if (!material.hazard_note.empty()) {
        icon_at(ui, {below.x, y}, icon::shield_outline, 16, Role::warn);
        y += text_wrapped(ui, {below.x + 22, y, below.w - 22, 200}, material.hazard_note, look);
    }
    return y + metrics::xs;
}

}  // namespace pegboard
