// Sizes of the design in logical units (one unit is one pixel at 100 % text on a plain monitor).
#pragma once

namespace pegboard::metrics {

inline constexpr float rail = 96, rail_narrow = 56, rail_item_w = 80, rail_item_h = 64, topbar = 64;
inline constexpr float page_pad = 24, gutter = 16, search_w = 440;
inline constexpr float xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32;
inline constexpr float button_small = 32, button = 40, button_large = 48;
inline constexpr float touch = 44;  ///< least size of what is pressed while a session runs
inline constexpr float field = 40, field_label = 20, chip = 32, chip_small = 24, badge = 24, tag = 20;
inline constexpr float table_row = 46, table_head = 40;
inline constexpr float avatar_s = 32, avatar = 40, avatar_l = 72, tile_s = 36, tile = 44, tile_l = 88;
inline constexpr float peg_s = 10, peg = 12, peg_l = 16;
inline constexpr float bottom_bar = 72, edge_stripe = 5, focus_ring = 2, focus_gap = 2;
inline constexpr float radius_tag = 5, radius_small = 8, radius = 10, radius_large = 12, radius_card = 16;
inline constexpr float plan_per_min = 12.2F;
inline constexpr float drawer_below_w = 1366, one_column_below_w = 1000;  ///< logical widths
inline constexpr float right_drawer_w = 400;

}  // namespace pegboard::metrics

namespace pegboard::motion {

inline constexpr float hover_s = 0.08F, press_s = 0.06F, panel_s = 0.18F, settle_s = 0.16F, toast_in_s = 0.16F;
inline constexpr float toast_stay_s = 6.0F, fade_reduced_s = 0.08F;

}  // namespace pegboard::motion
