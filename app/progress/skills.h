// The skills map: what children learn, by focus area and age, with each skill's usual window drawn
// beside the age of a child. It refuses to judge: it never says early or late, and draws no age at all
// where a window is only a range for planning.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "app/parts/shown_ages.h"
#include "app/ui.h"
#include "core/library/skill_graph.h"

namespace pegboard {

struct SkillsScreen {
    SkillFilter filter;
    ChildId child{};     ///< whose age is drawn, whose goals are written
    std::string chosen;  ///< skill id in the detail panel
    std::string in_drawer;
    std::string scroll_to;
    std::string opened;                           ///< place detail already followed
    std::set<std::string, std::less<>> unfolded;  ///< sequences whose steps show
    struct Row {
        const Skill* skill = nullptr;  ///< null: the heading of a focus area
        const Focus* focus = nullptr;
        bool step = false;
    };
    struct Rows {
        SkillFilter of;
        std::set<std::string, std::less<>> unfolded;
        bool made = false;
        std::vector<Row> shown;
        int skills = 0;
    } rows;
    struct Detail {
        SkillView view;
        std::string of;
        std::uint64_t library = 0;
    } detail;
    std::vector<ChildId> children;
    std::vector<std::string> child_names;
    std::uint64_t children_at = 0;
    bool children_made = false;
};

void draw(SkillsScreen& self, Ui& ui);

// ------------------------------------------------------------------ parts of the screen
/// Where months stand on the page: 0 to `most` from `x` over `w`.
struct AgeAxis {
    float x = 0, w = 0;
    int most = 120;
    [[nodiscard]] float at(int months) const;
};
/// Bar of a skill's window, and the child's age across it where ages may be compared.
void draw_window_bar(Ui& ui, Rect rect, const AgeAxis& axis, const Skill& skill, const ShownAges& ages);
/// Everything about the chosen skill (skill_detail.cpp); returns the lowest y.
float draw_skill_detail(SkillsScreen& self, Ui& ui, Rect rect);

}  // namespace pegboard
