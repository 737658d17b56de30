// What the cards and dialogs of places, bags and groups share.
#include <algorithm>

#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/settings/kits.h"
#include "app/widgets/widgets.h"

namespace pegboard {
namespace {

constexpr float row_h = 48, item_h = 36;

}  // namespace

KitPressed draw_kit_card(Ui& ui, Rect at, std::string_view title, std::string_view hint, std::string_view what,
                         std::string_view add, const std::vector<KitRow>& rows, float& bottom) {
    KitPressed pressed;
    const Scope scope(ui, title);
    const float hint_h = wrapped_height(ui, hint, at.w - 40, Type::caption);
    at.h = 16 + 36 + hint_h + 8 + static_cast<float>(rows.size()) * row_h + 8 + metrics::button + 16;
    card(ui, at);
    Rect inside = at.inset(20, 16);
    text(ui, inside.cut_top(28, 8).pos(), title, {.type = Type::section, .heading = true});
    text_wrapped(ui, inside.cut_top(hint_h, 8), hint, {.type = Type::caption, .role = Role::ink_2});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const KitRow& each = rows[i];
        const Rect row = inside.cut_top(row_h);
        divider(ui, row.pos(), row.w);
        const float room = row.w - 88;
        text(ui, {row.x, row.y + 6}, each.archived ? each.name + ", archived" : each.name,
             {.type = Type::label, .role = each.archived ? Role::ink_3 : Role::ink, .max_w = room});
        text(ui, {row.x, row.y + 26}, each.line, {.type = Type::caption, .role = Role::ink_2, .max_w = room});
        const std::string edit = "Edit " + std::string(what) + " " + each.name;
        const std::string away = (each.archived ? "Bring back " : "Archive ") + std::string(what) + " " + each.name;
        if (icon_button(ui, {row.right() - 80, row.y + 6}, icon::pencil, edit, {.size = 36}))
            pressed = {KitAct::edit, i, false};
        const char* glyph = each.archived ? icon::history : icon::close;
        if (icon_button(ui, {row.right() - 40, row.y + 6}, glyph, away, {.size = 36}))
            pressed = {KitAct::archive, i, false};
    }
    inside.cut_top(8);
    pressed.add = button(ui, inside.pos(), add, {.kind = ButtonKind::tonal, .icon = icon::plus});
    bottom = at.bottom();
    return pressed;
}

void draw_kit_items(KitsState& self, Ui& ui, Rect rect, std::vector<ItemAtHand>& items) {
    live_field(ui, rect.cut_top(metrics::field, metrics::s), "Search things", self.query,
               {.hint = "Search things", .icon = icon::magnify, .label_above = false, .clear_button = true});
    Rect list = begin_scroll(ui, "Things", rect);
    list.w -= metrics::m;
    for (const Item& item : ui.library->items()) {
        if (!self.query.empty() && fold(item.name).find(fold(self.query)) == std::string::npos) continue;
        const Rect row = list.cut_top(item_h);
        if (!visible(ui, row)) continue;
        const auto kept = std::ranges::find(items, item.id, &ItemAtHand::item);
        bool on = kept != items.end();
        const bool latex = on && std::ranges::count(item.attributes, "LTX") > 0;
        constexpr float mark_w = 130;
        if (checkbox(ui, {row.x, row.y + 8}, item.name, on, false, row.w - (latex ? mark_w : 0.0F))) {
            if (on)
                items.push_back({.id = {}, .item = item.id});
            else
                items.erase(kept);
            continue;
        }
        if (!latex) continue;
        const Scope scope(ui, item.name);
        checkbox(ui, {row.right() - mark_w + metrics::s, row.y + 8}, "Latex-free", kept->latex_free, false, mark_w);
    }
    end_scroll(ui, list.y);
}

void finish_kit_dialog(KitsState& self, Ui& ui, float bottom, const Command& command, std::string said) {
    if (!self.error.empty()) bottom += 8;
    const int pressed = end_dialog(ui, bottom, {"Save", "Cancel"});
    if (pressed == 0)
        ui.outbox->send(command, [&self, said = std::move(said), toasts = ui.toasts](const Status& status) {
            self.saved = status.ok();
            self.error = status.ok() ? std::string() : status.error().message;
            if (status.ok()) toasts->show(said, true);
        });
    if (pressed != 1 && !self.saved) return;
    self = {};
    close_dialog(ui);
}

}  // namespace pegboard
