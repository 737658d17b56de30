#include "core/model/therapist.h"

namespace pegboard {

const std::vector<HelpChoice>& usual_help_choices() {
    static const std::vector<HelpChoice> choices{{{}, "No help", 0, 0},
                                                 {{}, "Spoken prompt", 0, 5},
                                                 {{}, "Demonstration", 0, 6},
                                                 {{}, "Light touch", 4, {}},
                                                 {{}, "A lot of help", 7, {}}};
    return choices;
}

}  // namespace pegboard
