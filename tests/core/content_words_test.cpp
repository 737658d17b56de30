// What is still to be chosen for an activity is asked for in a person's words: no name of the program's lists.
#include <gtest/gtest.h>

#include "core/library/content/check_activity.h"
#include "core/library/content/ground.h"
#include "tests/core/library_at_hand.h"

namespace pegboard {
namespace {
namespace content_words {

TEST(ContentFaults, AskForWhatIsMissingInAPersonsWords) {
    Activity empty;
    empty.cues.resize(1);
    empty.easier.resize(1);
    empty.attributes = {""};
    std::string all;
    for (const content::Fault& fault : content::check_activity(empty, content::ground_of(library()))) {
        EXPECT_EQ(fault.text.find('_'), std::string::npos) << fault.field << ": " << fault.text;
        all += fault.text + "\n";
    }
    for (const char* words : {"choose the kind of cue", "choose the kind of change", "choose the hazard"})
        EXPECT_NE(all.find(words), std::string::npos) << all;
}

}  // namespace content_words
}  // namespace
}  // namespace pegboard
