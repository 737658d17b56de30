// The parts of the Plan screen, drawn by plan.cpp; each keeps to the rectangle it is given.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/screens/plan.h"

namespace pegboard {

/// Sends the whole changed session as one edit; with `said`, a toast offers to take it back.
void send_edit(Ui& ui, Session edited, std::string said = {});
/// Adds an activity where it belongs; one that a precaution excludes asks for a reason first.
void add_activity(PlanScreen& self, Ui& ui, const Activity& activity);
/// Copies goals and blocks of the child's newest earlier plan.
void use_last_plan(PlanScreen& self, Ui& ui);
/// "his", "her", "their", or "Mateo's".
std::string possessive_of(const Ui& ui, const Child& child);

// ------------------------------------------------------------------ left column (plan_needs.cpp)
/// Goals to choose from, and what is known of the session below them.
void draw_needs(PlanScreen& self, Ui& ui, Rect column);

// ------------------------------------------------------------------ centre (plan_timeline.cpp)
void draw_timeline(PlanScreen& self, Ui& ui, Rect rect);

/// Where each block stands: 13 px a minute, more where its care lines need it.
struct TimelineLayout {
    struct Slot {
        float y = 0, h = 0;  ///< from the top of the timeline
        int start_min = 0, minutes = 0;
    };
    std::vector<Slot> slots;
    float blocks_h = 0;  ///< below the last block
    float h = 0;         ///< with what is left of the session
    int end_min = 0;     ///< the later of the session's and the last block's end
    /// Where a minute of the day stands.
    [[nodiscard]] float y_of(int minute) const;
};
TimelineLayout lay_out(const Ui& ui, const PlanScreen& self, float block_w);

/// What was asked of a block this frame.
struct BlockActs {
    int minutes_by = 0;
    bool remove = false;
    bool give_reason = false;
    bool arc_menu = false;
    bool goal_menu = false;
    GoalId toggle{};
};
/// The inside of one block (plan_block.cpp).
BlockActs draw_block(PlanScreen& self, Ui& ui, Rect rect, std::size_t index, int minutes, bool dragged);
/// Height that a block needs so that nothing that must be seen is cut.
float block_need(const Ui& ui, const PlanScreen& self, std::size_t index, float width);

// ------------------------------------------------------------------ right column (plan_add.cpp)
void draw_covered(PlanScreen& self, Ui& ui, Rect rect);
float covered_height(const PlanScreen& self);
/// `corner` is room kept free at the head's right end, for a drawer's close button.
void draw_add(PlanScreen& self, Ui& ui, Rect rect, float corner);

// ------------------------------------------------------------------ dialogs (plan_dialogs.cpp)
void open_change(Ui& ui, const Session& session);
void open_repeat(Ui& ui, const Session& session);
void open_materials(Ui& ui);
void open_override(PlanScreen& self, Ui& ui, std::string activity, BlockId block);
void draw_plan_dialogs(PlanScreen& self, Ui& ui);

// ------------------------------------------------------------------ bottom (plan_bar.cpp)
void draw_bottom_bar(PlanScreen& self, Ui& ui, Rect bar);
/// Blocks as coloured segments of the session's length.
void draw_segments(Ui& ui, Rect rect, const PlanView& view);

}  // namespace pegboard
