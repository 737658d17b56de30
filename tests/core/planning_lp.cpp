#include "tests/core/planning_lp.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <sstream>

namespace pegboard::planning_test {

using namespace planning;
namespace {

constexpr std::array arcs{Arc::opener, Arc::main, Arc::function, Arc::closer};
constexpr int nobody = 2;  // seat class before the first block
constexpr int seat_change_minutes = 2;
constexpr std::array longest_in_arc{8, 1000, 1000, 5};

std::size_t at(int number) { return static_cast<std::size_t>(number); }
double score(Units units) { return static_cast<double>(units) / 1e12; }
std::string name(const char* kind, std::size_t one) { return kind + std::to_string(one); }
std::string name(const char* kind, std::size_t one, std::size_t two) {
    return name(kind, one) + "_" + std::to_string(two);
}

/// Fewest changes through one arc by trying every order: pins in theirs, the free blocks of a seat class together.
int changes_through(const std::vector<int>& pins, unsigned free, int entry, int exit) {
    std::vector<int> own;
    if ((free & 1U) != 0) own.push_back(0);
    if ((free & 2U) != 0) own.push_back(1);
    int fewest = 1000;
    std::ranges::sort(own);
    do {
        // Every way to mix `own` in this order into `pins`, as a bit pattern of whose turn it is.
        const std::size_t total = own.size() + pins.size();
        for (unsigned turns = 0; turns < 1U << total; ++turns) {
            if (static_cast<std::size_t>(std::popcount(turns)) != own.size()) continue;
            std::size_t mine = 0, theirs = 0;
            int last = entry, cost = 0;
            for (std::size_t i = 0; i < total; ++i) {
                const int seat = (turns >> i & 1U) != 0 ? own[mine++] : pins[theirs++];
                cost += last != nobody && last != seat ? 1 : 0;
                last = seat;
            }
            if (last == exit) fewest = std::min(fewest, cost);
        }
    } while (std::ranges::next_permutation(own).found);
    return fewest;
}

/// Sums "coefficient name" terms into one line of a row.
class Sum {
 public:
    void add(double factor, const std::string& variable) {
        if (factor == 0) return;
        if (++terms_ % 8 == 0) text_ << "\n   ";
        text_ << (factor < 0 ? " - " : " + ") << std::setprecision(17) << std::abs(factor) << " " << variable;
    }
    [[nodiscard]] std::string text() const { return terms_ == 0 ? " 0 none" : text_.str(); }

 private:
    std::ostringstream text_;
    int terms_ = 0;
};

/// Writes the program row by row.
class Program {
 public:
    Program(const Model& model, Aim aim, const Floor& floor) : model_(model), aim_(aim), floor_(floor) {
        carried_.assign(model.item_cost.size(), false);
        for (const Placed& pin : model.pins)
            for (const auto item : model.items_of(column(pin))) carried_[item] = true;
    }

    std::string write() {
        blocks();
        path();
        served();
        if (aim_ == Aim::score) scores();
        time();
        Sum objective;
        if (aim_ == Aim::served) {
            objective.add(400, "focus");
            objective.add(200, "known");
            objective.add(1, "opens");
            for (int p = 0; p < model_.children; ++p) objective.add(10, name("child", at(p)));
        } else {
            for (std::size_t g = 0; g < model_.goals.size(); ++g) {
                const double slope = score(model_.goals[g].slope);
                objective.add(4 * slope, name("full", g));
                objective.add(slope, name("over", g));
            }
            objective.add(1, "extras");
            own_costs(objective);
        }
        return "Maximize\n obj:" + objective.text() + "\nSubject To\n" + rows_.str() + "Bounds\n none = 0\n" +
               bounds_.str() + "General\n" + integers_.str() + "\nBinary\n" + binaries_.str() + "\nEnd\n";
    }

 private:
    [[nodiscard]] const Column& column(const Placed& block) const { return model_.columns[at(block.column)]; }

    void row(const Sum& sum, const char* sense, double right) {
        rows_ << " r" << ++count_ << ":" << sum.text() << " " << sense << " " << std::setprecision(17) << right << "\n";
    }
    void binary(const std::string& variable) { binaries_ << " " << variable << "\n"; }

    [[nodiscard]] int pinned(Arc arc) const {
        return static_cast<int>(std::ranges::count(model_.pins, arc, &Placed::arc));
    }

    /// x: chosen for an arc; m: minutes.
    void blocks() {
        std::array<Sum, 4> in;
        for (std::size_t a = 0; a < model_.choosable; ++a) {
            const Column& one = model_.columns[a];
            Sum once, low, high;
            low.add(1, name("m", a));
            high.add(1, name("m", a));
            for (std::size_t k = 0; k < 4; ++k) {
                if ((one.arcs & bit(arcs[k])) == 0) continue;
                const std::string x = name("x", a, k);
                binary(x);
                once.add(1, x);
                in[k].add(1, x);
                low.add(-one.shortest, x);
                high.add(-std::min(one.longest, longest_in_arc[k]), x);
            }
            row(once, "<=", 1);
            row(low, ">=", 0);
            row(high, "<=", 0);
            integers_ << " " << name("m", a) << "\n";
            bounds_ << " 0 <= " << name("m", a) << " <= " << one.longest << "\n";
        }
        constexpr std::array most{1, 1000, 2, 1};
        for (std::size_t k = 0; k < 4; ++k)
            if (k != 1) row(in[k], "<=", std::max(0, most[k] - pinned(arcs[k])));
    }

    /// The session as a path through the arcs: one step in each, by the seat classes of its free blocks and the class
    /// of the last block before and after it.
    void path() {
        std::array<Sum, 3> before, after;
        before[nobody].add(0, "none");
        for (std::size_t k = 0; k < 4; ++k) {
            std::vector<int> pins;
            for (const Placed& pin : model_.pins)
                if (pin.arc == arcs[k]) pins.push_back(column(pin).table ? 1 : 0);
            std::array<Sum, 2> holds;
            std::array<Sum, 3> leaves, enters;
            Sum one;
            for (unsigned free = 0; free < 4; ++free)
                for (int from = 0; from < 3; ++from)
                    for (int to = 0; to < 3; ++to) {
                        const int cost = changes_through(pins, free, from, to);
                        if (cost >= 1000 || (k == 0 && from != nobody)) continue;
                        const std::string step = name("u", k * 100 + free * 10 + at(from), at(to));
                        binary(step);
                        one.add(1, step);
                        changes_.add(cost, step);
                        enters[at(from)].add(1, step);
                        leaves[at(to)].add(1, step);
                        exits_[k][at(to)].emplace_back(step);
                        entries_[k][at(from)].emplace_back(step);
                        for (unsigned seat = 0; seat < 2; ++seat)
                            if ((free >> seat & 1U) != 0) held_[k][seat].emplace_back(step);
                    }
            row(one, "=", 1);
            if (k == 0) continue;
            for (std::size_t seat = 0; seat < 3; ++seat) {
                Sum flow;
                for (const auto& step : exits_[k - 1][seat]) flow.add(1, step);
                for (const auto& step : entries_[k][seat]) flow.add(-1, step);
                row(flow, "=", 0);
            }
        }
        for (std::size_t a = 0; a < model_.choosable; ++a)
            for (std::size_t k = 0; k < 4; ++k) {
                if ((model_.columns[a].arcs & bit(arcs[k])) == 0) continue;
                Sum needs;
                needs.add(1, name("x", a, k));
                for (const auto& step : held_[k][model_.columns[a].table ? 1 : 0]) needs.add(-1, step);
                row(needs, "<=", 0);
            }
    }

    void served() {
        Sum focus, known, opens;
        std::vector<Sum> children(at(model_.children));
        unsigned by_pins = 0;
        bool pinned_familiar = false;
        for (const Placed& pin : model_.pins) {
            by_pins |= column(pin).children;
            pinned_familiar = pinned_familiar || column(pin).familiar;
        }
        for (auto [sum, variable] : {std::pair(&focus, "focus"), {&known, "known"}, {&opens, "opens"}})
            sum->add(1, variable);
        for (int p = 0; p < model_.children; ++p) children[at(p)].add(1, name("child", at(p)));
        for (std::size_t a = 0; a < model_.choosable; ++a)
            for (std::size_t k = 0; k < 4; ++k) {
                const Column& one = model_.columns[a];
                if ((one.arcs & bit(arcs[k])) == 0) continue;
                const std::string x = name("x", a, k);
                if (arcs[k] == Arc::main) focus.add(-1, x);
                if (arcs[k] == Arc::opener) opens.add(-1, x);
                if (one.familiar) known.add(-1, x);
                for (int p = 0; p < model_.children; ++p)
                    if ((one.children >> p & 1U) != 0) children[at(p)].add(-1, x);
            }
        row(focus, "<=", !model_.need_main || pinned(Arc::main) > 0 ? 1 : 0);
        row(known, "<=", !model_.need_familiar || pinned_familiar ? 1 : 0);
        row(opens, "<=", !model_.need_opener || pinned(Arc::opener) > 0 ? 1 : 0);
        Sum all, structure;
        for (int p = 0; p < model_.children; ++p) {
            row(children[at(p)], "<=", (by_pins >> p & 1U) != 0 ? 1 : 0);
            binary(name("child", at(p)));
            all.add(1, name("child", at(p)));
        }
        for (const char* each : {"focus", "known", "opens"}) binary(each);
        opens_.add(1, "opens");
        structure.add(2, "focus");
        structure.add(1, "known");
        if (aim_ == Aim::served) return;
        row(all, ">=", floor_.served);
        row(structure, ">=", floor_.structure);
        row(opens_, ">=", floor_.opens);
    }

    /// What blocks cost by themselves: the minutes above typical, and looks.
    void own_costs(Sum& objective) {
        for (std::size_t a = 0; a < model_.choosable; ++a) {
            const Column& one = model_.columns[a];
            for (std::size_t k = 0; k < 4; ++k)
                if ((one.arcs & bit(arcs[k])) != 0) objective.add(score(one.cost), name("x", a, k));
            if (one.longest <= one.typical) continue;
            Sum over;
            over.add(1, name("m", a));
            over.add(-1, name("o", a));
            row(over, "<=", one.typical);
            bounds_ << " 0 <= " << name("o", a) << " <= " << one.longest << "\n";
            objective.add(score(model_.overlong), name("o", a));
        }
    }

    /// Goals as two pieces of a concave line, items carried once, the bonuses clamped above and the extras below.
    void scores() {
        std::vector<Sum> goals(model_.goals.size());
        std::vector<double> had(model_.goals.size(), 0);
        Sum bonuses, extras;
        double fixed = 0, costs = 0;
        for (const Placed& pin : model_.pins) {
            for (const FitEntry& fit : model_.fits_of(column(pin))) had[fit.goal] += fit.tenths * pin.minutes;
            fixed += score(column(pin).bonus + model_.minute * pin.minutes);
        }
        std::vector<bool> used(model_.item_cost.size(), false);
        for (std::size_t a = 0; a < model_.choosable; ++a) {
            const Column& one = model_.columns[a];
            for (const FitEntry& fit : model_.fits_of(one)) goals[fit.goal].add(-fit.tenths, name("m", a));
            bonuses.add(-score(model_.minute), name("m", a));
            for (std::size_t k = 0; k < 4; ++k) {
                if ((one.arcs & bit(arcs[k])) == 0) continue;
                bonuses.add(-score(one.bonus), name("x", a, k));
            }
            for (const auto item : model_.items_of(one)) {
                if (carried_[item]) continue;
                Sum brings;
                brings.add(-1, name("item", item));
                for (std::size_t k = 0; k < 4; ++k)
                    if ((one.arcs & bit(arcs[k])) != 0) brings.add(1, name("x", a, k));
                row(brings, "<=", 0);
                used[item] = true;
            }
        }
        for (std::size_t item = 0; item < carried_.size(); ++item) {
            if (carried_[item]) costs += score(model_.item_cost[item]);
            if (!used[item]) continue;
            extras.add(-score(model_.item_cost[item]), name("item", item));
            bounds_ << " 0 <= " << name("item", item) << " <= 1\n";
        }
        for (std::size_t g = 0; g < goals.size(); ++g) {
            goals[g].add(1, name("full", g));
            goals[g].add(1, name("over", g));
            row(goals[g], "<=", had[g]);
            bounds_ << " 0 <= " << name("full", g) << " <= " << model_.goals[g].dose_tenths << "\n";
            bounds_ << " 0 <= " << name("over", g) << " <= " << model_.goals[g].more_tenths << "\n";
        }
        const double clamp = score(model_.clamp);
        constexpr double far = 10;  // more than all extras of a session
        changes_.add(0, "none");
        bonuses.add(1, "bonuses");
        row(bonuses, "<=", fixed);
        bounds_ << " 0 <= bonuses <= " << clamp << "\n";
        extras.add(1, "extras");
        extras.add(-1, "bonuses");
        extras.add(-score(model_.seat_change), "changes");
        extras.add(-far, "low");
        row(extras, "<=", costs);
        Sum low;
        low.add(1, "extras");
        low.add(2 * clamp, "low");
        row(low, "<=", clamp);
        bounds_ << " -" << clamp << " <= extras <= " << clamp << "\n";
        binary("low");
    }

    void time() {
        changes_.add(-1, "changes");
        row(changes_, "=", 0);
        Sum sum;
        double left = model_.length + model_.transition;
        for (const Placed& pin : model_.pins) left -= pin.minutes + model_.transition;
        for (std::size_t a = 0; a < model_.choosable; ++a) {
            sum.add(1, name("m", a));
            for (std::size_t k = 0; k < 4; ++k)
                if ((model_.columns[a].arcs & bit(arcs[k])) != 0) sum.add(model_.transition, name("x", a, k));
        }
        sum.add(seat_change_minutes, "changes");
        row(sum, "<=", left);
    }

    const Model& model_;
    Aim aim_;
    Floor floor_;
    std::vector<bool> carried_;
    std::ostringstream rows_, bounds_, integers_, binaries_;
    Sum changes_, opens_;
    std::array<std::array<std::vector<std::string>, 3>, 4> exits_, entries_;
    std::array<std::array<std::vector<std::string>, 2>, 4> held_;
    int count_ = 0;
};

/// Reads cbc's solution file: a status line, then "number name value cost" lines.
void read_solution(const Model& model, const std::filesystem::path& file, Answer& answer) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    answer.solved = line.starts_with("Optimal");
    std::vector<std::array<double, 4>> x(model.choosable, {0, 0, 0, 0});
    std::vector<double> m(model.choosable, 0);
    bool any = false;
    while (std::getline(stream, line)) {
        if (line.starts_with("**")) line.erase(0, 2);
        std::istringstream words(line);
        std::string number, variable;
        double value = 0;
        if (!(words >> number >> variable >> value)) continue;
        any = true;
        if (variable[0] == 'm') m[std::stoul(variable.substr(1))] = value;
        if (variable[0] == 'x') {
            const auto cut = variable.find('_');
            x[std::stoul(variable.substr(1, cut - 1))][std::stoul(variable.substr(cut + 1))] = value;
        }
    }
    answer.found = any || answer.solved;
    for (std::size_t a = 0; a < m.size(); ++a)
        for (std::size_t k = 0; k < 4; ++k)
            if (x[a][k] > 0.5)
                answer.chosen.push_back({static_cast<int>(a), arcs[k], static_cast<int>(std::lround(m[a]))});
}

/// The number behind `label` on the last line of the log that holds it.
double number_after(const std::filesystem::path& log, const std::string& label, double otherwise) {
    std::ifstream stream(log);
    for (std::string line; std::getline(stream, line);)
        if (const auto found = line.find(label); found != std::string::npos)
            otherwise = std::strtod(line.c_str() + found + label.size(), nullptr);
    return otherwise;
}

}  // namespace

std::string write_lp(const Model& model, Aim aim, const Floor& floor) { return Program(model, aim, floor).write(); }

bool has_solver() { return std::system("command -v cbc >/dev/null 2>&1") == 0; }

Answer solve(const Model& model, Aim aim, const Floor& floor, double seconds, const std::filesystem::path& folder) {
    const auto program = folder / "plan.lp", solution = folder / "plan.txt", log = folder / "plan.log";
    std::ofstream(program) << write_lp(model, aim, floor);
    Answer answer;
    // Now and then its search for first plans ends in a crash of its own: then once more without.
    bool ended = false;
    for (const char* heuristics : {"", " -heuristicsOnOff off"}) {
        std::filesystem::remove(solution);
        std::ostringstream command;
        command << "cbc " << program << " -sec " << seconds << heuristics
                << " -ratioGap 0 -allowableGap 1e-9 -increment 1e-9 -threads 0 -solve -solution " << solution << " >"
                << log << " 2>&1";
        ended = std::system(command.str().c_str()) == 0;
        if (ended) break;
    }
    if (!ended) return answer;
    read_solution(model, solution, answer);
    answer.value = number_after(log, "Objective value:", 0);
    answer.bound = number_after(log, "Upper bound:", answer.value);
    return answer;
}

}  // namespace pegboard::planning_test
