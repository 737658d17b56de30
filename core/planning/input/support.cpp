#include "core/planning/input/support.h"

namespace pegboard::planning {
namespace {

bool wants_hold(const ChildState& child, const ActivityBits& bits) { return child.needs_hold && bits.upright_free; }
bool wants_seat(const ChildState& child, const ActivityBits& bits) {
    return child.needs_seat && (bits.upright_free || bits.floor_free);
}

}  // namespace

bool wants_support(const ChildState& child, const ActivityBits& bits) {
    return wants_hold(child, bits) || wants_seat(child, bits);
}

bool supports(const ChildState& child, const ActivityBits& bits, int rung) {
    return (!wants_hold(child, bits) || gives_hold(*bits.activity, rung)) &&
           (!wants_seat(child, bits) || gives_seat(*bits.activity, rung));
}

bool can_support(const ChildState& child, const ActivityBits& bits) {
    // A seat is a hold as well.
    return (!wants_hold(child, bits) || bits.has_hold_rung) && (!wants_seat(child, bits) || bits.has_seat_rung);
}

}  // namespace pegboard::planning
