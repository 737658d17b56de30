// The parts of the Plan screen, drawn by plan.cpp; each keeps to the rectangle it is given.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/plan/plan.h"

namespace pegboard {

/// Sends the whole changed session as one edit; with `said`, a toast offers to take it back.
void send_edit(PlanScreen& self, Ui& ui, Session edited, std::string said = {});
/// Asks the planner for blocks; where there are some it asks the therapist first which may go.
void suggest(PlanScreen& self, Ui& ui);
/// The ways to have blocks suggested, each with what it would change (plan_offer.cpp).
void open_choices(PlanScreen& self, Ui& ui);
void draw_offers(PlanScreen& self, Ui& ui);
/// True while a better plan than the one on screen waits to be looked at.
bool has_better(const PlanScreen& self);
/// What could be better, in a sentence; empty when nothing is to be offered. show_offer() opens what it speaks of.
std::string say_offer(const PlanScreen& self);
void show_offer(PlanScreen& self, Ui& ui);
/// The block as the therapist set it: where the planner works, it stays put from now on.
void fix_block(const PlanScreen& self, Session& edited, BlockId block);
/// True when `weighed` is of the plan on screen.
bool is_weighed(const PlanScreen& self);
/// Hears the planner and asks it what is missing; once a frame, before anything is drawn.
void follow_planner(PlanScreen& self, Ui& ui);
/// Adds an activity where it belongs; one that a precaution excludes asks for a reason first.
void add_activity(PlanScreen& self, Ui& ui, const Activity& activity);
/// Copies goals and blocks of the child's newest earlier plan.
void use_last_plan(PlanScreen& self, Ui& ui);
/// "his", "her", "their", "Mateo's" or "the group's".
std::string whose_words(const Ui& ui, const PlanView& view);

// ------------------------------------------------------------------ head (plan_head.cpp)
/// Title, this session's facts and what to take care of, from the page's top; returns the lowest y.
float draw_plan_head(PlanScreen& self, Ui& ui, Rect page);
/// Who of a group is here and how everyone is (plan_here.cpp).
void open_here(Ui& ui);
void draw_here(PlanScreen& self, Ui& ui);
/// "Here" and "Absent" of one child, in one press.
void draw_here_switch(PlanScreen& self, Ui& ui, Rect rect, const PlanChild& who);
void set_mood(PlanScreen& self, Ui& ui, const PlanChild& who, Energy energy);

// ------------------------------------------------------------------ left column (plan_needs.cpp)
/// Goals to choose from with their minutes in this plan; of a group under each child.
void draw_needs(PlanScreen& self, Ui& ui, Rect column);

// ------------------------------------------------------------------ centre (plan_timeline.cpp)
void draw_timeline(PlanScreen& self, Ui& ui, Rect rect);
/// Its head with what the signs mean, and what stands there without a block (plan_timeline_head.cpp).
void draw_timeline_head(PlanScreen& self, Ui& ui, Rect head);
void draw_no_blocks(PlanScreen& self, Ui& ui, Rect rect);

/// Where each block stands: as high as its minutes, more where what must be seen needs it.
struct TimelineLayout {
    struct Slot {
        float y = 0, h = 0;  ///< from the top of the timeline
        int start_min = 0, minutes = 0;
        float gap_h = 0;  ///< above it: minutes to get there
        int gap_min = 0;
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
    int move_by = 0;
    bool remove = false;
    bool give_reason = false;
    bool arc_menu = false;
    bool goal_menu = false;
    bool lead_menu = false;
    bool more_menu = false;
    bool pin = false;
    bool swap = false;
    GoalId toggle{};
};
/// The inside of one block (plan_block.cpp).
BlockActs draw_block(PlanScreen& self, Ui& ui, Rect rect, std::size_t index, int minutes, bool dragged);
/// Height that a block needs so that nothing that must be seen is cut.
float block_need(const Ui& ui, const PlanScreen& self, std::size_t index, float width);

/// The menus of the chosen block (plan_menus.cpp), and what is asked for in them.
void open_block_menu(Ui& ui, const BlockActs& acts);
BlockActs draw_block_menus(PlanScreen& self, Ui& ui, Rect anchor, std::size_t index);

/// What is said of the plan as a whole, below the goals (plan_standing.cpp), and the height it needs.
void draw_standing(PlanScreen& self, Ui& ui, Rect rect);
float standing_height(const Ui& ui, const PlanScreen& self, float width);

// ------------------------------------------------------------------ right column (plan_side.cpp, plan_add.cpp)
/// Each child's rungs, what could stand in for the chosen block, or ideas. `corner` is room kept free at the head's
/// right end, for a drawer's close button.
void draw_side(PlanScreen& self, Ui& ui, Rect rect, float corner);
/// Shows one of them where there is a column for it; false: there is none.
bool show_side(PlanScreen& self, const Ui& ui, PlanSide side);
void draw_add(PlanScreen& self, Ui& ui, Rect rect, float corner);

// ------------------------------------------------------------------ dialogs (plan_dialogs.cpp)
void open_change(Ui& ui, const Session& session);
void open_repeat(Ui& ui, const Session& session);
void open_materials(Ui& ui);
/// What could stand in for a block, and what each would cost (plan_swap.cpp): beside the plan, else in a dialog.
void open_swap(PlanScreen& self, Ui& ui, BlockId block);
/// The same in the column beside the plan, for the chosen block.
void draw_swap_side(PlanScreen& self, Ui& ui, Rect rect);
void draw_swap(PlanScreen& self, Ui& ui);
/// For whom the session is, to be ticked (plan_who.cpp).
void open_who(PlanScreen& self, Ui& ui);
void draw_who(PlanScreen& self, Ui& ui);
/// What is at hand in this session, to be ticked off (plan_at_hand.cpp).
void open_at_hand(PlanScreen& self, Ui& ui);
void draw_at_hand(PlanScreen& self, Ui& ui);
void open_override(PlanScreen& self, Ui& ui, std::string activity, BlockId block);
void draw_plan_dialogs(PlanScreen& self, Ui& ui);

// ------------------------------------------------------------------ bottom (plan_bar.cpp)
void draw_bottom_bar(PlanScreen& self, Ui& ui, Rect bar);
/// Blocks as coloured segments of the session's length.
void draw_segments(Ui& ui, Rect rect, const PlanView& view);

}  // namespace pegboard
