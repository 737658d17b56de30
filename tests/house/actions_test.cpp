// The action table is complete and speaks with one voice: every row can be found in the command palette, no two rows
// answer the same keys, and no shortcut can go off while somebody types a name.
#include "app/actions/actions.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace pegboard {
namespace {

/// Keys that two rows share, as "undo and redo: Ctrl Z".
std::vector<std::string> clashes(std::span<const ActionRow> rows) {
    std::map<ImGuiKeyChord, std::string> owner;
    std::vector<std::string> found;
    for (const auto& row : rows) {
        for (const auto chord : {row.shortcut.chord, row.shortcut.other}) {
            if (chord == ImGuiKey_None) continue;
            const auto [it, is_new] = owner.emplace(chord, row.key);
            if (!is_new) found.push_back(it->second + " and " + std::string(row.key) + ": " + shortcut_words(chord));
        }
    }
    return found;
}

bool can_be_typed(ImGuiKeyChord chord) {
    const auto key = chord & ~ImGuiMod_Mask_;
    return (chord & (ImGuiMod_Ctrl | ImGuiMod_Alt | ImGuiMod_Super)) == 0 && (key < ImGuiKey_F1 || key > ImGuiKey_F24);
}

TEST(HouseActions, HaveOneRowEachInOrder) {
    const auto rows = action_rows();
    ASSERT_EQ(rows.size(), static_cast<std::size_t>(ActionId::count));
    std::set<std::string_view> keys;
    std::set<std::string_view> labels;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(rows[i].id), i) << rows[i].key;
        EXPECT_TRUE(keys.insert(rows[i].key).second) << rows[i].key << " twice";
        EXPECT_TRUE(labels.insert(rows[i].label).second) << rows[i].label << " twice";
        EXPECT_FALSE(rows[i].label.empty()) << rows[i].key;
        EXPECT_FALSE(rows[i].help.empty()) << rows[i].key;
        EXPECT_NE(rows[i].icon, nullptr) << rows[i].key;
    }
}

TEST(HouseActions, CanAllBeFoundInThePalette) {
    for (const auto& row : action_rows()) {
        // The palette offers neither itself nor a menu of its own rows; the gallery is for those who build the program.
        if (row.id == ActionId::find || row.id == ActionId::new_menu || row.id == ActionId::gallery) continue;
        EXPECT_TRUE(row.in_palette) << row.key;
    }
}

TEST(HouseActions, ShareNoKeys) {
    EXPECT_EQ(clashes(action_rows()), std::vector<std::string>{});
    std::vector<ActionRow> twice(action_rows().begin(), action_rows().end());
    twice.push_back(action_row(ActionId::undo));
    EXPECT_FALSE(clashes(twice).empty()) << "the check cannot fail";
}

TEST(HouseActions, NeverGoOffWhileTyping) {
    for (const auto& row : action_rows()) {
        for (const auto chord : {row.shortcut.chord, row.shortcut.other}) {
            EXPECT_FALSE(chord != ImGuiKey_None && can_be_typed(chord)) << row.key;
        }
    }
    EXPECT_TRUE(can_be_typed(ImGuiKey_A));
    EXPECT_TRUE(can_be_typed(ImGuiMod_Shift | ImGuiKey_Slash));
    EXPECT_FALSE(can_be_typed(ImGuiKey_F1));
}

}  // namespace
}  // namespace pegboard
