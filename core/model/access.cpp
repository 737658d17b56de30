#include "core/model/access.h"

namespace pegboard {
namespace {
constexpr std::array access_terms{Term{"opened", "Opened"},
                                  Term{"locked", "Locked"},
                                  Term{"unlocked", "Unlocked"},
                                  Term{"refused", "Wrong passphrase or PIN"},
                                  Term{"viewed", "Record looked at"},
                                  Term{"saved", "Saved to a file"},
                                  Term{"printed", "Printed"},
                                  Term{"copied", "Copied to the clipboard"},
                                  Term{"brought_in", "Brought in from a file"},
                                  Term{"backed_up", "Copy kept"},
                                  Term{"restored", "Put back from a copy"},
                                  Term{"new_passphrase", "Passphrase changed"},
                                  Term{"updated", "File updated to this version"},
                                  Term{"recovered", "Recovered from a damaged file"},
                                  Term{"accepted", "A change from outside accepted"},
                                  Term{"erased", "Record erased for good"},
                                  Term{"settings", "Settings changed"},
                                  Term{"other", "Something a newer Pegboard noted"},
                                  Term{"closed", "Closed"}};
}  // namespace

template <>
std::span<const Term> terms<AccessKind>() {
    return access_terms;
}

}  // namespace pegboard
