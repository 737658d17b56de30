// What kind of control a widget is: its role and label without the names of people, goals and activities,
// without numbers and dates, so that "More for Mateo" and "More for Zoë" are one kind.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "app/frame/app.h"

namespace pegboard::test {

class ControlKinds {
 public:
    /// `words` are texts that a test types, to be left out of labels too.
    explicit ControlKinds(std::vector<std::string> words) : words_(std::move(words)) {}
    /// Reads the names the caseload holds now.
    void learn(App& app);
    const std::string& of(const WidgetInfo& widget);

 private:
    [[nodiscard]] std::string without_names(std::string label) const;

    std::vector<std::string> words_;
    std::unordered_map<std::string, std::string> kinds_;  ///< role and label -> kind
    std::vector<std::string> names_;                      ///< longest first
    std::uint64_t names_of_ = 0;                          ///< revision they were read at
};

}  // namespace pegboard::test
