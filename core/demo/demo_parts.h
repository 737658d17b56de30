// What the two halves of the demo share: the writer, the team, and a child with its goals as written.
// It refuses to be used outside the demo.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/caseload.h"
#include "core/demo/demo_data.h"
#include "core/library/library.h"

namespace pegboard::demo {

struct Team {
    TherapistId ot, pt;
    std::map<std::string, PlaceId, std::less<>> places{};  ///< kept places by name
    BagId bag{};
};

/// "a|b" -> a, b.
std::vector<std::string> split(std::string_view list, char separator = '|');

/// Runs commands until one is refused, and remembers why.
class Writer {
 public:
    explicit Writer(Caseload& caseload) : caseload_(caseload) {}
    void run(const Command& command) {
        if (status_.ok()) status_ = caseload_.run(command);
    }
    void refuse(Error error) {
        if (status_.ok()) status_ = std::move(error);
    }
    [[nodiscard]] const Status& status() const { return status_; }

 private:
    Caseload& caseload_;
    Status status_;
};

/// Amara, Daniel and Grace; Amara sits at this laptop.
Team add_team(Writer& writer);
/// The record of a child; `number` tells the demo's children apart.
Child make_child(const DemoChild& data, const DemoWork& work, const Team& team, Date today, int number);
/// How the child gets about, and what was asked about precautions.
void add_moving_and_asking(Child& child, const Library& library, TherapistId by, Date today);
/// Reports about the child that went out, and who got them; nothing for most.
void add_disclosures(Writer& writer, const Caseload& caseload, const Child& child, const Team& team, Date today);
Goal make_goal(const DemoGoal& data, ChildId child, const Team& team, Date today);
/// Writes the goals of a child with their objectives; returns those that stand alone.
std::vector<Goal> add_goals(Writer& writer, std::span<const DemoGoal> table, const Child& child, const Team& team,
                            Date today);

}  // namespace pegboard::demo
