#include "core/model/therapist.h"

#include <array>

namespace pegboard {
namespace {
constexpr std::array<std::string_view, 9> assist_terms{"independent",          "modified independent", "supervision",
                                                       "standby assist (SBA)", "contact guard (CGA)",  "minimal assist",
                                                       "moderate assist",      "maximal assist",       "dependent"};
constexpr std::array<std::string_view, 9> prompt_terms{
    "no prompts",           "wait time",     "visual prompt",           "gesture prompt",      "indirect verbal prompt",
    "direct verbal prompt", "demonstration", "partial physical prompt", "full physical prompt"};

std::string_view term_of(const std::array<std::string_view, 9>& all, int level) {
    return level < 0 || level >= static_cast<int>(all.size()) ? std::string_view{}
                                                              : all[static_cast<std::size_t>(level)];
}
}  // namespace

std::string_view assist_term(int level) { return term_of(assist_terms, level); }
std::string_view prompt_term(int level) { return term_of(prompt_terms, level); }

const std::vector<HelpChoice>& usual_help_choices(Discipline discipline) {
    static const std::vector<HelpChoice> ot{{{}, "No help", 0, 0},
                                            {{}, "Spoken prompt", 0, 5},
                                            {{}, "Demonstration", 0, 6},
                                            {{}, "Light touch", 4, {}},
                                            {{}, "A lot of help", 7, {}}};
    static const std::vector<HelpChoice> pt{{{}, "I", 0, {}},     {{}, "Mod I", 1, {}}, {{}, "S", 2, {}},
                                            {{}, "SBA", 3, {}},   {{}, "CGA", 4, {}},   {{}, "Min A", 5, {}},
                                            {{}, "Mod A", 6, {}}, {{}, "Max A", 7, {}}, {{}, "Dep", 8, {}}};
    return discipline == Discipline::pt ? pt : ot;
}

}  // namespace pegboard
