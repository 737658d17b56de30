// Things to bring, with ticks that stay: gathered from the day's plans once per revision. The ticks
// are view state of that day, kept in the caseload without being an edit.
#pragma once
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/ui.h"
#include "core/reports/packing.h"

namespace pegboard {

/// What is ticked as packed on a date, shared by Today and Plan.
struct Packed {
    Date of;
    std::string stored;  ///< as kept, item ids joined with ";"
    bool made = false;
    std::set<std::string, std::less<>> items;
};
/// Follows what the caseload remembers for `date`.
void follow_packed(Packed& self, const Ui& ui, Date date);
/// Ticks or unticks `item` and sends it to be remembered.
void set_packed(Packed& self, Ui& ui, std::string_view item, bool packed);
int count_packed(const Packed& self, std::span<const Material> list);

/// The packing list of one day, rows cached by revision.
struct PackingList {
    Date of;
    std::uint64_t revision = 0;
    bool made = false;
    std::vector<Material> list;
    std::vector<std::string> whom;  ///< "Mateo", "Hand gym group", "3 sessions"; same order
    Packed packed;
};
void follow_packing(PackingList& self, const Ui& ui, Date date);
/// Height of the card of draw_packing.
float packing_height(const PackingList& self);
/// The card "Pack for today".
void draw_packing(PackingList& self, Ui& ui, Rect rect, std::string_view title);

/// A material in full, with what can stand in for it and what to watch for. Returns the lowest y.
float draw_material_row(Ui& ui, Rect rect, const Material& material, Packed& packed);

}  // namespace pegboard
