// What a live session is worked with: large buttons that count, large chips, the ring of the activity's time. Made for
// a thumb and a two-second look; they refuse to know goals and points.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "app/widgets/widgets.h"

namespace pegboard {

struct TallyLook {
    BadgeKind kind = BadgeKind::plain;
    const char* icon = nullptr;
    std::string count = {};      ///< large at the right end; empty: none
    std::string_view key = {};   ///< the key that presses it, for its tooltip
    std::string_view name = {};  ///< label when the words alone are ambiguous
    bool pressed = false;        ///< pressed by a key: drawn solid
    bool selected = false;       ///< chosen and staying so
    bool enabled = true;
};
/// One large button that counts (88 high on its design, any height from 44): true when pressed.
bool tally_button(Ui& ui, Rect rect, std::string_view label, const TallyLook& look = {});
/// A chip 44 high that stays on; true when pressed.
bool large_chip(Ui& ui, Vec pos, std::string_view label, bool on, std::string_view name = {});
float large_chip_width(const Ui& ui, std::string_view label, bool on);
inline constexpr float large_chip_h = 44;

/// How the parts of a large choice stand: in rows as few and low as their words allow.
struct ChoiceRows {
    int across = 1, rows = 1;
    float row_h = metrics::button_large;
    [[nodiscard]] float height() const { return row_h * static_cast<float>(rows); }
};
/// At a width, so that no word is cut; much measuring: keep it while labels, width and scale stay.
ChoiceRows choice_rows(const Ui& ui, float width, std::span<const std::string_view> labels);
/// As segmented(), in rows, each part with the key that chooses it: in its tooltip, and from the sixth part on also at
/// its right end. The height is that of `rows`.
bool large_choice(Ui& ui, Rect rect, std::string_view name, std::span<const std::string_view> labels,
                  std::span<const std::string_view> keys, const ChoiceRows& rows, int& chosen);

struct TimerRing {
    float share = 0;         ///< 0..1 of the ring that is filled
    std::string time = {};   ///< "3:48"
    std::string below = {};  ///< "left in this activity"
    Hue hue = Hue::amber;
    bool over = false;  ///< the time is used up: the number says by how much
};
/// The ring of an activity's time with its number inside; it moves once a second.
void timer_ring(Ui& ui, Vec centre, float diameter, const TimerRing& ring);
/// A card's outline that brightens and fades within `seconds` after `since_s`: the gentle cue that an interval is over.
/// Stands still where movement is reduced.
void gentle_cue(Ui& ui, Rect rect, double since_s, double seconds = 1.6);

}  // namespace pegboard
