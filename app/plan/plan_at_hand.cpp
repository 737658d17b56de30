// The dialog in which a therapist ticks off what is not at hand this time. The kept lists of the place and the bag
// stay as they are; they are edited under Settings.
#include <algorithm>

#include "app/parts/forms.h"
#include "app/plan/plan_panels.h"

namespace pegboard {
namespace {

constexpr std::string_view at_hand_dialog = "At hand";
constexpr float row_h = 34, most_h = 380;

struct Thing {
    std::string id, name, where;
    bool needed = false;  ///< by a block of the plan
};

bool lists(const std::vector<ItemAtHand>& items, const std::string& id) {
    return std::ranges::count(items, id, &ItemAtHand::item) > 0;
}

/// What could be at hand: the place's and the bag's things; all of the library where neither keeps a list.
std::vector<Thing> things_of(const PlanScreen& self, const Ui& ui) {
    const Session& session = *self.view.session;
    const WorkPlace* place = ui.caseload->place(session.work_place);
    const Bag* bag = ui.caseload->bag(session.bag);
    const bool known = (place != nullptr && !place->items.empty()) || (bag != nullptr && !bag->items.empty());
    std::vector<Thing> things;
    for (const Item& item : ui.library->items()) {
        Thing thing{item.id, item.name, {}};
        if (place != nullptr && lists(place->items, item.id)) thing.where = "At the place";
        if (bag != nullptr && lists(bag->items, item.id)) thing.where = "In " + bag->name;
        if (known && thing.where.empty()) continue;
        if (!self.item_query.empty() && fold(item.name).find(fold(self.item_query)) == std::string::npos) continue;
        thing.needed = std::ranges::count(self.view.needed, item.id, &Material::item) > 0;
        if (thing.needed) thing.where += thing.where.empty() ? "In this plan" : ", in this plan";
        things.push_back(std::move(thing));
    }
    std::ranges::stable_sort(things, std::greater{}, &Thing::needed);
    return things;
}

void set_at_hand(PlanScreen& self, Ui& ui, const Thing& thing, bool at_hand) {
    Session edited = *self.view.session;
    std::erase(edited.without, thing.id);
    if (!at_hand) edited.without.push_back(thing.id);
    send_edit(self, ui, std::move(edited));
}

void draw_list(PlanScreen& self, Ui& ui, Rect rect, const std::vector<Thing>& things) {
    Rect list = begin_scroll(ui, "Things", rect);
    list.w -= metrics::m;
    for (const Thing& thing : things) {
        Rect row = list.cut_top(row_h);
        if (!visible(ui, row)) continue;
        const float where_w = text_width(ui, thing.where, Type::caption);
        text_in(ui, row.cut_right(where_w, metrics::m), thing.where, {.type = Type::caption, .role = Role::ink_3});
        bool on = std::ranges::count(self.view.session->without, thing.id) == 0;
        if (checkbox(ui, {row.x, row.y + 7}, thing.name, on, false, row.w)) set_at_hand(self, ui, thing, on);
    }
    end_scroll(ui, list.y);
}

}  // namespace

void open_at_hand(PlanScreen& self, Ui& ui) {
    self.item_query.clear();
    open_dialog(ui, at_hand_dialog);
}

void draw_at_hand(PlanScreen& self, Ui& ui) {
    const auto inside = begin_dialog(ui, at_hand_dialog, "What is at hand this time?", 560);
    if (!inside) return;
    Flow flow(*inside);
    const Rect intro = flow.row(20);
    flow.grew(intro.y + text_wrapped(ui, {intro.x, intro.y, intro.w, 200},
                                     "Untick what you do not have. The plan does without it, in this session only.",
                                     {.role = Role::ink_2}));
    live_field(ui, flow.row(metrics::field), "Search things", self.item_query,
               {.hint = "Search things", .icon = icon::magnify, .label_above = false, .clear_button = true});
    const std::vector<Thing> things = things_of(self, ui);
    const float height = std::min(most_h, std::max(1.0F, static_cast<float>(things.size())) * row_h);
    const Rect list = flow.row(height);
    if (things.empty())
        text_in(ui, list, "Nothing of that name", {.role = Role::ink_2});
    else
        draw_list(self, ui, list, things);
    if (end_dialog(ui, flow.bottom(), {"Done"}) == 0) close_dialog(ui);
}

}  // namespace pegboard
