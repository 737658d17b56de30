#include "tests/core/safe_plans_random.h"

#include <array>

namespace pegboard::safe_plans {
namespace {

const Date day = *make_date(2026, 9, 29);

template <class List>
std::string some_of(planning_test::RandomSessions& chance, const List& options) {
    std::string joined;
    for (const auto& option : options)
        if (chance.once_in(3)) joined += (joined.empty() ? "" : ";") + option;
    return joined;
}

}  // namespace

ChildPrecaution AnyChild::precaution(const std::string& code) {
    ChildPrecaution made{{}, code, {}, {}};
    const Precaution& known = shipped().precautions.at(code);
    for (const auto& [name, parameter] : known.parameters) {
        if (sessions_.once_in(3)) continue;  // not asked
        const Set options = parameter.kind == "yes_no" ? Set{"yes", "no"} : parameter.options;
        std::string& value = made.parameters[name];
        if (parameter.kind == "list") value = some_of(sessions_, options);
        if (parameter.kind == "date") value = iso(day + sessions_.number(-60, 120));
        if (parameter.kind == "choice" || parameter.kind == "yes_no") {
            auto option = options.begin();
            std::advance(option, sessions_.number(0, static_cast<int>(options.size()) - 1));
            value = sessions_.once_in(20) ? std::string("no option at all") : *option;
        }
    }
    return made;
}

void AnyChild::set_moving(Child& child) {
    child.moves_by = static_cast<MovesBy>(sessions_.number(0, 4));
    child.hands = static_cast<Hands>(sessions_.number(0, 3));
    child.gmfcs = sessions_.once_in(3) ? std::optional(sessions_.number(1, 5)) : std::nullopt;
    child.macs = sessions_.once_in(3) ? std::optional(sessions_.number(1, 5)) : std::nullopt;
    child.devices.clear();
    for (int i = sessions_.number(0, 3); i > 0; --i)
        child.devices.push_back({{},
                                 static_cast<DeviceKind>(sessions_.number(0, static_cast<int>(DeviceKind::other))),
                                 static_cast<Side>(sessions_.number(0, 3)),
                                 {}});
}

void AnyChild::record(Child& child) {
    child.date_of_birth = add_months(day, -(sessions_.once_in(2) ? sessions_.number(2, 48) : sessions_.number(2, 210)));
    child.date_of_birth = child.date_of_birth - sessions_.number(0, 27);
    child.gestation_weeks = sessions_.once_in(4) ? std::optional(sessions_.number(23, 41)) : std::nullopt;
    child.precautions.clear();
    if (!sessions_.once_in(4)) {
        std::vector<std::string> codes;
        for (const auto& [code, precaution] : shipped().precautions)
            if (code != "today" || sessions_.once_in(8)) codes.push_back(code);
        for (int i = sessions_.once_in(3) ? sessions_.number(2, 4) : 1; i > 0; --i) {
            const auto& code = codes[static_cast<std::size_t>(sessions_.number(0, static_cast<int>(codes.size()) - 1))];
            child.precautions.push_back(precaution(code));
        }
    }
    if (!sessions_.once_in(3)) set_moving(child);
}

void AnyChild::set_place(planning::Facts& facts) {
    if (sessions_.once_in(4)) facts.place.home = true;
    if (sessions_.once_in(4))
        for (const pegboard::Item& item : library_.items())
            if (sessions_.once_in(2)) facts.place.substitutes_allowed.insert(item.id);
    if (sessions_.once_in(5)) {  // next to nothing is there
        facts.place.in_bag.clear();
        facts.place.here.clear();
    }
    if (sessions_.once_in(4)) facts.place.spaces.insert("outdoor");
    if (sessions_.once_in(3)) facts.place.here["own_device"] = 0;
}

planning::Facts AnyChild::next() {
    const int children = sessions_.once_in(2) ? 1 : sessions_.number(2, 6);
    planning::Facts facts = sessions_.next({children, 5 * sessions_.number(2, 12), sessions_.once_in(2), false});
    auto kept = std::make_shared<std::vector<Child>>(*facts.kept);
    for (Child& child : *kept) record(child);
    for (std::size_t i = 0; i < kept->size(); ++i) facts.participants[i].child = &(*kept)[i];
    facts.kept = kept;
    set_place(facts);
    return facts;
}

}  // namespace pegboard::safe_plans
