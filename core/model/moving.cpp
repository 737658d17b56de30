#include "core/model/moving.h"

namespace pegboard {
namespace {
constexpr std::array moves_terms{Term{"not_asked", "Not asked"}, Term{"walks", "Walks"},
                                 Term{"walks_with_device", "Walks with a device"},
                                 Term{"wheels", "Moves in an own wheelchair"}, Term{"carried", "Is carried or pushed"}};
constexpr std::array hands_terms{Term{"not_asked", "Not asked"}, Term{"both", "Both hands together"},
                                 Term{"one", "One hand only"}, Term{"helper", "One hand, the other helps"}};
constexpr std::array device_terms{Term{"wheelchair", "Wheelchair"},
                                  Term{"power_wheelchair", "Power wheelchair"},
                                  Term{"walker", "Walker"},
                                  Term{"gait_trainer", "Gait trainer"},
                                  Term{"crutches", "Crutches"},
                                  Term{"cane", "Cane"},
                                  Term{"stander", "Stander"},
                                  Term{"adapted_seat", "Adapted seat"},
                                  Term{"foot_orthosis", "Foot orthosis or insole"},
                                  Term{"ankle_foot_orthosis", "Ankle-foot orthosis"},
                                  Term{"knee_orthosis", "Knee or long-leg orthosis"},
                                  Term{"spinal_brace", "Spinal brace"},
                                  Term{"hand_splint", "Hand or arm splint"},
                                  Term{"prosthesis", "Prosthesis"},
                                  Term{"helmet", "Helmet"},
                                  Term{"other", "Another device"}};
}  // namespace

template <>
std::span<const Term> terms<MovesBy>() {
    return moves_terms;
}
template <>
std::span<const Term> terms<Hands>() {
    return hands_terms;
}
template <>
std::span<const Term> terms<DeviceKind>() {
    return device_terms;
}

}  // namespace pegboard
