// How a child gets about, what the hands do, and the devices and orthoses the child has. Levels are typed, never
// scored.
#pragma once
#include <optional>
#include <string>

#include "core/model/enums.h"
#include "core/model/ids.h"

namespace pegboard {

enum class MovesBy { not_asked, walks, walks_with_device, wheels, carried };
enum class Hands { not_asked, both, one, helper };
enum class DeviceKind {
    wheelchair,
    power_wheelchair,
    walker,
    gait_trainer,
    crutches,
    cane,
    stander,
    adapted_seat,
    foot_orthosis,
    ankle_foot_orthosis,
    knee_orthosis,
    spinal_brace,
    hand_splint,
    prosthesis,
    helmet,
    other
};

template <>
std::span<const Term> terms<MovesBy>();
template <>
std::span<const Term> terms<Hands>();
template <>
std::span<const Term> terms<DeviceKind>();

/// A device or orthosis the child has and uses.
struct ChildDevice {
    RowId id;
    DeviceKind kind = DeviceKind::wheelchair;
    Side side = Side::none;  ///< none where it has no side
    std::string note;        ///< "solid ankle, worn at school"
    bool operator==(const ChildDevice&) const = default;
};

}  // namespace pegboard
