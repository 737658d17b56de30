// Kinds of control: see the header.
#include "tests/ui/control_kinds.h"

#include <algorithm>
#include <array>
#include <set>

namespace pegboard::test {

void ControlKinds::learn(App& app) {
    const Caseload* caseload = app.caseload();
    if (caseload == nullptr || caseload->revision() == names_of_) return;
    names_of_ = caseload->revision();
    std::set<std::string> all(names_.begin(), names_.end());
    const auto add = [&](const std::string& name) {
        if (name.size() >= 3) all.insert(name);
    };
    for (const Child& child : caseload->children()) {
        for (const std::string& name :
             {full_name(child), call_name(child), child.first_name, child.last_name, initials(full_name(child)) + ","})
            add(name);
        for (const auto& lines : {child.take_care, child.strengths, child.interests, child.equipment})
            for (const std::string& line : lines) add(line);
        for (const Guardian& each : child.guardians) add(each.name);
    }
    for (const Goal& goal : caseload->goals()) add(goal.title);
    for (const Session& session : caseload->sessions())
        for (const Block& block : session.blocks) add(block.title);
    for (const Therapist& each : caseload->therapists()) add(each.name);
    if (const Library* library = app.ui().library; library != nullptr && names_.empty()) {
        for (const Activity& each : library->activities()) add(each.title);
        for (const Skill& each : library->skills()) add(each.name);
        for (const Item& each : library->items()) add(each.name);
        for (const Precaution& each : library->precautions()) add(each.label);
    }
    for (const std::string& word : words_) add(word);
    if (all.size() == names_.size()) return;
    names_.assign(all.begin(), all.end());
    std::sort(names_.begin(), names_.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::string ControlKinds::without_names(std::string label) const {
    for (const std::string& name : names_)
        for (std::size_t at = label.find(name); at != std::string::npos; at = label.find(name, at + 1))
            label.replace(at, name.size(), "*");
    std::string told;
    for (const char letter : label) {
        const bool digit = letter >= '0' && letter <= '9';
        if (!digit)
            told += letter;
        else if (told.empty() || told.back() != '#')
            told += '#';
    }
    constexpr std::array calendar{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar",
                                  "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (const std::string_view word : calendar)
        for (std::size_t at = told.find(word); at != std::string::npos; at = told.find(word, at + 1))
            told.replace(at, word.size(), "@");
    return told;
}

const std::string& ControlKinds::of(const WidgetInfo& widget) {
    const std::size_t cut = widget.scope.rfind(" > ");
    const std::string place = cut == std::string::npos ? widget.scope : widget.scope.substr(cut + 3);
    // Rows, cards and the options of a list are as many as there is data: each list is one kind.
    const bool data = widget.role == WidgetRole::row || widget.role == WidgetRole::card ||
                      widget.role == WidgetRole::block || (widget.role == WidgetRole::menu_item && !widget.by_tab);
    const std::string role = std::to_string(static_cast<int>(widget.role)) + " ";
    const auto [found, fresh] = kinds_.try_emplace(role + (data ? "of " + place : widget.label));
    // "Change level: ...", "Absent today: ...", "Undo: ...": what follows is the one of many it acts upon.
    const std::size_t colon = data ? std::string::npos : widget.label.find(": ");
    if (fresh && colon != std::string::npos)
        found->second = without_names(widget.label.substr(0, colon)) + ": *";
    else if (fresh)
        found->second = data ? "any row of " + without_names(place) : without_names(widget.label);
    return found->second;
}

}  // namespace pegboard::test
