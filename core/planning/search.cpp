#include "core/planning/search.h"

#include <algorithm>

#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

/// Builds a plan block by block, each time the one that gains most for its minutes.
class Greedy {
 public:
    Greedy(const Model& model, const SeatChanges& changes) : model_(model), changes_(changes) {}

    std::vector<Placed> run() {
        while (add_best()) {
        }
        return chosen_;
    }

 private:
    [[nodiscard]] int free_places(Arc arc) const {
        const int most = arc == Arc::opener     ? weights::most_openers
                         : arc == Arc::function ? weights::most_functions
                         : arc == Arc::closer   ? weights::most_closers
                                                : static_cast<int>(model_.columns.size());
        const auto in = [&](const Placed& block) { return block.arc == arc; };
        return most - static_cast<int>(std::ranges::count_if(model_.pins, in) + std::ranges::count_if(chosen_, in));
    }

    bool add_best() {
        const Worth now = judge(model_, changes_, chosen_);
        Worth best = now;
        double best_rate = 0;
        std::optional<Placed> found;
        for (int c = 0; c < static_cast<int>(model_.choosable); ++c) {
            if (std::ranges::count(chosen_, c, &Placed::column) > 0) continue;
            for (const Arc arc : {Arc::opener, Arc::main, Arc::function, Arc::closer})
                if ((model_.columns[at(c)].arcs & bit(arc)) != 0 && free_places(arc) > 0)
                    try_block(c, arc, now, best, best_rate, found);
        }
        if (found) chosen_.push_back(*found);
        return found.has_value();
    }

    void try_block(int c, Arc arc, const Worth& now, Worth& best, double& best_rate, std::optional<Placed>& found) {
        const Column& column = model_.columns[at(c)];
        for (const int minutes : {column.shortest, column.typical, column.longest}) {
            chosen_.push_back({c, arc, minutes});
            const Worth with = judge(model_, changes_, chosen_);
            chosen_.pop_back();
            if (with.used_min > model_.length || !better(with, now)) continue;
            const double rate = static_cast<double>(with.units - now.units) / (with.used_min - now.used_min);
            const bool leads =
                with.structure > best.structure || (with.structure == best.structure && with.served > best.served);
            if (found && !leads && (with.structure < best.structure || with.served < best.served || rate <= best_rate))
                continue;
            best = with;
            best_rate = rate;
            found = Placed{c, arc, minutes};
        }
    }

    const Model& model_;
    const SeatChanges& changes_;
    std::vector<Placed> chosen_;
};

}  // namespace

SearchLimits usual_limits() { return {weights::node_limit, weights::tie_node_limit}; }

Found search(const Model& model, std::stop_token stop, SearchLimits) {
    const SeatChanges changes(model);
    Found found;
    found.chosen = Greedy(model, changes).run();
    found.worth = judge(model, changes, found.chosen);
    found.proved = found.ties_proved = false;
    found.bound = found.worth.score;
    found.most_servable = found.worth.served;
    found.stopped = stop.stop_requested();
    return found;
}

}  // namespace pegboard::planning
