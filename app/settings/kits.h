// What planning stands on, kept once and used by many sessions: places with their spaces and things, bags, groups of
// children, and how a suggested plan is weighed. Cards under Settings, each record edited in a dialog of its own.
#pragma once
#include <optional>
#include <string>

#include "app/ui.h"

namespace pegboard {

struct KitsState {
    // The record being edited, as changed so far; a new one has no id yet.
    std::optional<WorkPlace> place;
    std::optional<Bag> bag;
    std::optional<Group> group;
    std::string query;          ///< among things or children
    std::string error;          ///< why it could not be saved
    bool saved = false;         ///< the command went through: close in the next frame
    float minutes_card_h = 0;   ///< as last drawn
    std::string minutes_error;  ///< why the last change there was not taken
};

// Cards, each from `at`'s top; they return the lowest y.
float draw_places_card(KitsState& self, Ui& ui, Rect at);
float draw_bags_card(KitsState& self, Ui& ui, Rect at);
float draw_groups_card(KitsState& self, Ui& ui, Rect at);
/// Three preferences and the minutes between two blocks.
float draw_weights_card(Ui& ui, Rect at);
/// Which missed minutes are owed, how co-treatments count, the school term.
float draw_minutes_card(KitsState& self, Ui& ui, Rect at);
/// The dialogs of the cards; once a frame.
void draw_kit_dialogs(KitsState& self, Ui& ui);

// ---- parts (kits_parts.cpp)
/// One kept record in a card.
struct KitRow {
    std::string name, line;
    bool archived = false;
};
enum class KitAct { none, edit, archive };
/// Rows with Edit and Archive (or Bring back), and below them the button `add`; -1 when `add` was pressed.
struct KitPressed {
    KitAct act = KitAct::none;
    std::size_t row = 0;
    bool add = false;
};
KitPressed draw_kit_card(Ui& ui, Rect at, std::string_view title, std::string_view hint, std::string_view what,
                         std::string_view add, const std::vector<KitRow>& rows, float& bottom);
/// Things at hand to tick, with the mark "latex-free" where it matters.
void draw_kit_items(KitsState& self, Ui& ui, Rect rect, std::vector<ItemAtHand>& items);
/// The foot of a dialog: Save and Cancel; sends `command` and closes when it went through.
void finish_kit_dialog(KitsState& self, Ui& ui, float bottom, const Command& command, std::string said);
void draw_group_dialog(KitsState& self, Ui& ui);
inline constexpr std::string_view place_dialog = "Place", bag_dialog = "Bag", group_dialog = "Group";

}  // namespace pegboard
