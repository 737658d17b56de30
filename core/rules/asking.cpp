#include "core/rules/asking.h"

#include <algorithm>

#include "core/library/skill_graph.h"

namespace pegboard {
namespace {

bool is_recorded(const Child& child, std::string_view code) {
    return std::ranges::any_of(child.precautions, [&](const ChildPrecaution& one) { return one.code == code; });
}

const PrecautionAsking* newest_none(const Child& child, std::string_view code) {
    const PrecautionAsking* newest = nullptr;
    for (const PrecautionAsking& asking : child.askings)
        if (std::ranges::find(asking.none, code) != asking.none.end() && (newest == nullptr || newest->on <= asking.on))
            newest = &asking;
    return newest;
}

bool names_it(const PrecautionProposal& proposal, const Diagnosis& diagnosis) {
    std::string code;
    std::ranges::copy_if(diagnosis.icd10, std::back_inserter(code), [](char c) { return c != '.'; });
    const std::string name = fold(diagnosis.name);
    return std::ranges::any_of(proposal.icd10, [&](const std::string& one) { return code.starts_with(one); }) ||
           std::ranges::any_of(proposal.names, [&](const std::string& one) { return begins_every_word(one, name); });
}

}  // namespace

std::vector<AskedKind> asked_kinds(const Child& child, const Library& library) {
    std::vector<AskedKind> kinds;
    for (const Precaution& precaution : library.precautions()) {
        if (!precaution.asked) continue;
        AskedKind kind{&precaution, AskState::yes, nullptr};
        if (!is_recorded(child, precaution.code)) {
            kind.asking = newest_none(child, precaution.code);
            kind.state = kind.asking != nullptr ? AskState::none : AskState::not_asked;
        }
        kinds.push_back(kind);
    }
    return kinds;
}

int not_asked(const Child& child, const Library& library) {
    return static_cast<int>(std::ranges::count(asked_kinds(child, library), AskState::not_asked,
                                               [](const AskedKind& kind) { return kind.state; }));
}

std::string say_not_asked(const Child& child, const Library& library) {
    const auto kinds = asked_kinds(child, library);
    constexpr std::size_t named_at_most = 3;
    std::vector<std::string> open;
    for (const AskedKind& kind : kinds)
        if (kind.state == AskState::not_asked) open.push_back(kind.precaution->short_label);
    if (open.empty()) return {};
    if (child.askings.empty() && open.size() == kinds.size()) return "Precautions not asked";
    std::string words =
        open.size() == 1 ? "1 precaution not asked: " : std::to_string(open.size()) + " precautions not asked: ";
    for (std::size_t i = 0; i < std::min(open.size(), named_at_most); ++i) words += (i > 0 ? ", " : "") + open[i];
    return open.size() > named_at_most ? words + " ..." : words;
}

std::string say_asking(const PrecautionAsking& asking, std::string_view by) {
    std::string words = "Asked on " + say(asking.on);
    if (!by.empty()) words += " by " + std::string(by);
    if (!asking.of.empty()) words += ", answered by: " + asking.of;
    return words + "; none";
}

std::vector<ProposedPrecaution> proposed_precautions(const Child& child, const Library& library) {
    std::vector<ProposedPrecaution> found;
    if (child.diagnoses.empty()) return found;
    for (const Precaution& precaution : library.precautions()) {
        if (is_recorded(child, precaution.code) || newest_none(child, precaution.code) != nullptr) continue;
        [&] {
            for (const PrecautionProposal& proposal : precaution.proposals)
                for (const Diagnosis& diagnosis : child.diagnoses)
                    if (names_it(proposal, diagnosis)) {
                        found.push_back({&precaution, &proposal, &diagnosis});
                        return;
                    }
        }();
    }
    return found;
}

ChildPrecaution accepted(const ProposedPrecaution& proposed) {
    return {{}, proposed.precaution->code, proposed.proposal->parameters, {}};
}

Child with_none(Child child, const std::vector<std::string>& codes, TherapistId by, std::string_view of, Date on) {
    PrecautionAsking asking{{}, on, by, std::string(of), {}};
    for (const std::string& code : codes)
        if (!is_recorded(child, code)) asking.none.push_back(code);
    if (!asking.none.empty()) child.askings.push_back(std::move(asking));
    return child;
}

}  // namespace pegboard
