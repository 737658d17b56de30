// The guide for a family: OT, PT or both? Health questions first, then what is hard in daily life, and beside them what
// the answers say. For whoever asks at the door, or with a child of the caseload. It keeps nothing.
#pragma once
#include <string>
#include <vector>

#include "app/ui.h"
#include "core/rules/guide.h"

namespace pegboard {

enum class GuideLanguage { english, spanish };

struct GuideScreen {
    Place of;           ///< the guide that was begun; another one begins empty
    std::string born;   ///< as typed
    std::string weeks;  ///< born at this week of pregnancy, as typed
    GuideAnswers answers;
    GuideLanguage language = GuideLanguage::english;
    std::string group;     ///< of the concerns that are asked now; empty: the health questions
    std::string question;  ///< the concern that the keys answer
    struct Said {
        bool read = false;
        GuideAnswers answers;  ///< those it was read from
        GuideResult result;
        std::vector<const Activity*> ideas;
    } said;  ///< what the answers say, read when they change
};

void draw(GuideScreen& self, Ui& ui);
/// Where a new guide begins, with a child or without one.
Place new_guide(const Ui& ui, ChildId child = {});

}  // namespace pegboard
