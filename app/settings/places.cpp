// Places and bags under Settings: where a therapist works, which spaces and things are there, what comes along.
#include <algorithm>
#include <array>

#include "app/parts/forms.h"
#include "app/parts/parts.h"
#include "app/settings/kits.h"

namespace pegboard {
namespace {

constexpr float dialog_w = 640, items_h = 300;

std::string count_of(std::size_t count) {
    return count == 0 ? "no things listed" : std::to_string(count) + (count == 1 ? " thing" : " things");
}

std::string say_spaces(const Ui& ui, const WorkPlace& place) {
    std::string words;
    for (const std::string& id : place.spaces) words += (words.empty() ? "" : ", ") + ui.library->name_of(id);
    return words;
}

std::string say(const Ui& ui, const WorkPlace& place) {
    std::string line(words(place.kind));
    if (const std::string spaces = say_spaces(ui, place); !spaces.empty()) line += ". " + spaces;
    return line + ". " + count_of(place.items.size());
}

void draw_error(const KitsState& self, Ui& ui, Flow& flow) {
    if (self.error.empty()) return;
    float height = 0;
    const Rect at = flow.row(48);
    banner(ui, at, BadgeKind::danger, self.error, {}, &height);
    flow.grew(at.y + height);
}

/// Spaces to tick as chips; what a space holds need not be ticked.
void draw_spaces(Ui& ui, Flow& flow, WorkPlace& place) {
    text(ui, flow.row(16).pos(), "Spaces there", {.type = Type::caption, .role = Role::ink_2});
    const Rect at = flow.row(metrics::chip);
    Wrap wrap(at.x, at.y, at.w, metrics::chip);
    for (const Named& space : ui.library->spaces()) {
        const bool on = std::ranges::count(place.spaces, space.id) > 0;
        const ChipLook look{.selected = on};
        if (!chip(ui, wrap.place(chip_width(ui, space.name, look)), space.name, look)) continue;
        if (on)
            std::erase(place.spaces, space.id);
        else
            place.spaces.push_back(space.id);
    }
    flow.grew(wrap.bottom());
}

void draw_place_dialog(KitsState& self, Ui& ui) {
    if (!self.place) return;
    WorkPlace& place = *self.place;
    const auto inside =
        begin_dialog(ui, place_dialog, place.id ? "Change this place?" : "Which place is it?", dialog_w);
    if (!inside) return;
    Flow flow(*inside);
    const auto first = flow.columns(field_height(), std::array{1.6F, 1.0F});
    live_field(ui, first[0], "Name", place.name, {.hint = "School gym"});
    int kind = static_cast<int>(place.kind);
    if (choice(ui, first[1], "Kind", words_of<PlaceKind>(), kind)) place.kind = static_cast<PlaceKind>(kind);
    draw_spaces(ui, flow, place);
    if (place.kind != PlaceKind::home)
        checkbox(ui, flow.row(24).pos(), "Home substitutes count here", place.substitutes_count, false, flow.w());
    text(ui, flow.row(16).pos(), "Things kept there", {.type = Type::caption, .role = Role::ink_2});
    draw_kit_items(self, ui, flow.row(items_h), place.items);
    draw_error(self, ui, flow);
    const bool fresh = !place.id;
    finish_kit_dialog(self, ui, flow.bottom(), fresh ? Command(AddPlace{place}) : Command(EditPlace{place}),
                      fresh ? "Place kept" : "Place changed");
}

void draw_bag_dialog(KitsState& self, Ui& ui) {
    if (!self.bag) return;
    Bag& bag = *self.bag;
    const auto inside = begin_dialog(ui, bag_dialog, bag.id ? "Change this bag?" : "What is in the bag?", dialog_w);
    if (!inside) return;
    Flow flow(*inside);
    live_field(ui, flow.row(field_height()), "Name", bag.name, {.hint = "Tuesday bag"});
    text(ui, flow.row(16).pos(), "Things in it", {.type = Type::caption, .role = Role::ink_2});
    draw_kit_items(self, ui, flow.row(items_h + 60), bag.items);
    draw_error(self, ui, flow);
    const bool fresh = !bag.id;
    finish_kit_dialog(self, ui, flow.bottom(), fresh ? Command(AddBag{bag}) : Command(EditBag{bag}),
                      fresh ? "Bag kept" : "Bag changed");
}

/// Those in use first, archived ones after them.
template <class Kept>
std::vector<const Kept*> in_order(const std::vector<Kept>& all) {
    std::vector<const Kept*> list;
    for (const Kept& each : all) list.push_back(&each);
    std::ranges::stable_sort(list, {}, &Kept::archived);
    return list;
}

}  // namespace

float draw_places_card(KitsState& self, Ui& ui, Rect at) {
    const auto places = in_order(ui.caseload->places());
    std::vector<KitRow> rows;
    for (const WorkPlace* place : places) rows.push_back({place->name, say(ui, *place), place->archived});
    float bottom = 0;
    const KitPressed pressed = draw_kit_card(
        ui, at, "Places", "Where you work, with the spaces and the things kept there. A session takes them over.",
        "place", "Add place", rows, bottom);
    if (pressed.act == KitAct::archive) {
        WorkPlace place = *places[pressed.row];
        place.archived = !place.archived;
        ui.outbox->send(EditPlace{place});
    }
    if (pressed.act != KitAct::edit && !pressed.add) return bottom;
    self = {};
    self.place = pressed.add ? WorkPlace{} : *places[pressed.row];
    if (pressed.add) self.place->spaces = {"room"};
    open_dialog(ui, place_dialog);
    return bottom;
}

float draw_bags_card(KitsState& self, Ui& ui, Rect at) {
    const auto bags = in_order(ui.caseload->bags());
    std::vector<KitRow> rows;
    for (const Bag* bag : bags) rows.push_back({bag->name, count_of(bag->items.size()), bag->archived});
    float bottom = 0;
    const KitPressed pressed = draw_kit_card(ui, at, "Bags", "What you carry. Plans ask for little more than is in it.",
                                             "bag", "Add bag", rows, bottom);
    if (pressed.act == KitAct::archive) {
        Bag bag = *bags[pressed.row];
        bag.archived = !bag.archived;
        ui.outbox->send(EditBag{bag});
    }
    if (pressed.act != KitAct::edit && !pressed.add) return bottom;
    self = {};
    self.bag = pressed.add ? Bag{} : *bags[pressed.row];
    open_dialog(ui, bag_dialog);
    return bottom;
}

void draw_kit_dialogs(KitsState& self, Ui& ui) {
    draw_place_dialog(self, ui);
    draw_bag_dialog(self, ui);
    draw_group_dialog(self, ui);
}

}  // namespace pegboard
