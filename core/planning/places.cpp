#include "core/planning/places.h"

#include <algorithm>
#include <tuple>

#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }

/// Tries the arcs of every block in turn.
class Placer {
 public:
    Placer(const Model& model, const SeatChanges& changes, std::vector<Placed> chosen, MustHave must)
        : model_(model), changes_(changes), now_(std::move(chosen)), main_(must.main), opener_(must.opener) {
        free_ = {weights::most_openers, static_cast<int>(now_.size()), weights::most_functions, weights::most_closers};
        for (const Placed& pin : model.pins) {
            --free_[at(static_cast<int>(pin.arc))];
            pinned_main_ = pinned_main_ || pin.arc == Arc::main;
            opener_ = opener_ && pin.arc != Arc::opener;
        }
        for (const Placed& block : now_) serves_.push_back(serves(block));
    }

    std::vector<Placed> run() {
        place(0, {}, {});
        return best_.empty() ? now_ : best_;
    }

 private:
    /// What the block earns by itself: what it would cost to have it stand aside.
    [[nodiscard]] Units serves(const Placed& block) const {
        Units sum = 0;
        for (const FitEntry& fit : model_.fits_of(model_.columns[at(block.column)]))
            sum += model_.goals[fit.goal].slope * fit.tenths;
        return sum;
    }

    /// What warm-up and wrap-up cost: ends of the wrong kind, and what the blocks there serve.
    struct Aside {
        int odd_ends = 0;
        Units serves = 0;
    };

    void place(std::size_t block, Shape shape, Aside aside) {
        if (block == now_.size()) return judge_ways(shape, aside);
        const Column& column = model_.columns[at(now_[block].column)];
        for (const Arc arc : {Arc::main, Arc::opener, Arc::function, Arc::closer}) {
            int& free = free_[static_cast<std::size_t>(arc)];
            if ((arcs_for(column.arcs, now_[block].minutes) & bit(arc)) == 0 || (arc != Arc::main && free <= 0))
                continue;
            --free;
            now_[block].arc = arc;
            Shape next = shape;
            next.add(arc, column.table);
            Aside now = aside;
            if (arc == Arc::opener || arc == Arc::closer) now.serves += serves_[block];
            // A session warms up on the move and winds down calmly, where it costs nothing.
            if ((arc == Arc::opener && !column.moving) || (arc == Arc::closer && column.moving)) ++now.odd_ends;
            place(block + 1, next, now);
            ++free;
        }
    }

    void judge_ways(const Shape& shape, const Aside& aside) {
        const auto holds = [&](Arc arc) { return shape.classes[static_cast<std::size_t>(arc)] != 0; };
        const bool lacks_main = model_.need_main && !pinned_main_ && !holds(Arc::main);
        const int ends = (holds(Arc::opener) ? 1 : 0) + (holds(Arc::closer) ? 1 : 0);
        const bool lacks_opener = opener_ && !holds(Arc::opener);
        const auto rank = std::tuple(main_ && lacks_main, lacks_opener, changes_.of(shape), lacks_main, -ends,
                                     aside.odd_ends, aside.serves);
        if (!best_.empty() && rank >= rank_) return;
        rank_ = rank;
        best_ = now_;
    }

    const Model& model_;
    const SeatChanges& changes_;
    std::vector<Placed> now_, best_;
    std::vector<Units> serves_;
    std::array<int, 4> free_{};
    bool pinned_main_ = false;
    bool main_ = false, opener_ = false;  ///< a Focus block, a Warm-up must be among them
    std::tuple<bool, bool, int, bool, int, int, Units> rank_;
};

}  // namespace

std::vector<Placed> placed(const Model& model, const SeatChanges& changes, std::vector<Placed> chosen, MustHave must) {
    std::ranges::sort(chosen, {}, &Placed::column);
    return Placer(model, changes, std::move(chosen), must).run();
}

}  // namespace pegboard::planning
