#include "core/rules/asking.h"

#include <algorithm>
#include <array>

#include "core/library/skill_graph.h"

namespace pegboard {

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

namespace {

/// One of the beginnings of codes or of the words of names is the diagnosis's.
bool names_it(const auto& icd10, const auto& names, const Diagnosis& diagnosis) {
    std::string code;
    std::ranges::copy_if(diagnosis.icd10, std::back_inserter(code), [](char c) { return c != '.'; });
    const std::string name = fold(diagnosis.name);
    return std::ranges::any_of(icd10, [&](std::string_view one) { return code.starts_with(one); }) ||
           std::ranges::any_of(names, [&](std::string_view one) { return begins_every_word(one, name); });
}

// Conditions of one arm or one side, by the beginnings of their ICD-10 codes and of the words of their names.
constexpr std::array<std::string_view, 16> one_sided_codes{"G81",  "G802", "G831", "G832",  "P140", "P141",
                                                           "P143", "G540", "S143", "Q71",   "S48",  "S58",
                                                           "S68",  "I63",  "I69",  "P91823"};
constexpr std::array<std::string_view, 16> one_sided_names{
    "hemipleg",           "hemipare",      "hemidystonia", "unilateral cerebral",
    "unilateral spastic", "unilateral cp", "monopleg",     "stroke",
    "brachial plex",      "erb",           "klumpke",      "limb difference",
    "limb reduct",        "amput",         "one handed",   "hemispher"};

std::string name_or_code(const Diagnosis& diagnosis) {
    return diagnosis.name.empty() ? diagnosis.icd10 : diagnosis.name;
}

std::string asked_words(Date on, std::string_view by, const std::string& of) {
    std::string words = "Asked on " + say(on);
    if (!by.empty()) words += " by " + std::string(by);
    if (!of.empty()) words += ", answered by: " + of;
    return words;
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

namespace {

/// Their names, those that a diagnosis makes worth asking for first.
std::vector<std::string> open_kinds(const std::vector<AskedKind>& kinds, const Child& child, const Library& library) {
    const auto proposed = proposed_precautions(child, library);
    std::vector<std::string> open;
    for (const bool wanted : {true, false})
        for (const AskedKind& kind : kinds)
            if (kind.state == AskState::not_asked &&
                (std::ranges::count(proposed, kind.precaution, &ProposedPrecaution::precaution) > 0) == wanted)
                open.push_back(kind.precaution->short_label);
    return open;
}

/// "4 precautions not asked: Latex allergy, Shunt ..."
std::string say_open(const std::vector<std::string>& open, std::size_t named_at_most) {
    std::string words =
        open.size() == 1 ? "1 precaution not asked: " : std::to_string(open.size()) + " precautions not asked: ";
    for (std::size_t i = 0; i < std::min(open.size(), named_at_most); ++i) words += (i > 0 ? ", " : "") + open[i];
    return open.size() > named_at_most ? words + " ..." : words;
}

}  // namespace

std::string say_all_not_asked(const Child& child, const Library& library) {
    const auto open = open_kinds(asked_kinds(child, library), child, library);
    return open.empty() ? std::string() : say_open(open, open.size());
}

std::string say_not_asked(const Child& child, const Library& library) {
    const auto kinds = asked_kinds(child, library);
    constexpr std::size_t named_at_most = 3;
    const auto open = open_kinds(kinds, child, library);
    if (open.empty()) {
        const Diagnosis* one_sided = asks_for_hands(child);
        return one_sided ? "Use of hands not asked (" + name_or_code(*one_sided) + ")" : std::string();
    }
    if (child.askings.empty() && open.size() == kinds.size()) return "Precautions not asked";
    return say_open(open, named_at_most);
}

std::string say_asking(const PrecautionAsking& asking, std::string_view by) {
    return asked_words(asking.on, by, asking.of) + "; none";
}

std::string say_asking(const ChildPrecaution& present, std::string_view by) {
    return present.asked_on ? asked_words(*present.asked_on, by, present.asked_of) + "; yes" : std::string();
}

const Diagnosis* asks_for_hands(const Child& child) {
    if (child.hands != Hands::not_asked) return nullptr;
    const auto found = std::ranges::find_if(child.diagnoses, [](const Diagnosis& diagnosis) {
        return names_it(one_sided_codes, one_sided_names, diagnosis);
    });
    return found == child.diagnoses.end() ? nullptr : &*found;
}

std::vector<ProposedPrecaution> proposed_precautions(const Child& child, const Library& library) {
    std::vector<ProposedPrecaution> found;
    if (child.diagnoses.empty()) return found;
    for (const Precaution& precaution : library.precautions()) {
        if (is_recorded(child, precaution.code) || newest_none(child, precaution.code) != nullptr) continue;
        [&] {
            for (const PrecautionProposal& proposal : precaution.proposals)
                for (const Diagnosis& diagnosis : child.diagnoses)
                    if (names_it(proposal.icd10, proposal.names, diagnosis)) {
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
