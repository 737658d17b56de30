// Rules on words: none that judge a child, no test or brand by name, nothing too hard for families.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/model/activity.h"

namespace pegboard::content {

/// One text of a record that people read, and the field it stands in: "steps.2".
struct FieldText {
    std::string field, text;
};
/// Every text of an activity that people read; units and the source note are not among them.
std::vector<FieldText> texts_of(const Activity& activity);

/// Beginnings of words in `text` that put a condition before the child: "abnormal", "diagnos".
std::vector<std::string_view> judging_words(std::string_view text);
/// Tests and branded methods that `text` names, in their own spelling.
std::vector<std::string_view> brand_names(std::string_view text);
/// "at grade 8.2, families need 7 or less" when the reading grade says so; empty when it is easy enough.
std::string too_hard_to_read(std::string_view text);
/// Sentences in lower case, reduced to words and single spaces.
std::vector<std::string> sentences_of(std::string_view text);

}  // namespace pegboard::content
