// Builds good plans fast, so that the search has something to beat: by gain against prices, then by exchanging blocks
// and minutes. It proves nothing.
#pragma once
#include "core/planning/solver/outlook.h"
#include "core/planning/solver/target.h"

namespace pegboard::planning {

class Builder {
 public:
    /// `budget` in minutes for blocks with one transition each and for seat changes.
    Builder(const Model& model, SeatStates& seats, Ledger& ledger, const Target& target, int budget)
        : model_(model), seats_(seats), ledger_(ledger), target_(target), budget_(budget) {}

    /// Builds from nothing with a session minute costing `minute` and extras counting by `share`, betters it, and keeps
    /// it in `best` when it meets the target and beats what is there.
    void build(const std::vector<Option>& options, Units minute, int share, Best& best);

    /// The same, beginning with some blocks that fit.
    void build_on(const std::vector<Placed>& start, const std::vector<Option>& options, Units minute, int share,
                  Best& best);

    /// Betters a known plan, or its rank among those of its score, by small exchanges.
    void settle(const std::vector<Option>& options, Best& best);

    /// Blocks looked at so far; dearer ones count several times.
    [[nodiscard]] std::int64_t effort() const { return effort_; }

 private:
    struct Block {
        std::size_t option;
        int minutes;
    };
    struct Value {
        int met = -1;  ///< of what the target asks; -1: does not fit
        Units units = 0;
        auto operator<=>(const Value&) const = default;
    };
    struct Step {
        std::size_t option = 0;
        int minutes = 0;
        Units gain = 0;
        bool found = false;
    };
    Value value(const std::vector<Block>& blocks);
    [[nodiscard]] Value value_now() const;
    [[nodiscard]] int left() const;
    void cover();
    void grow(Units minute);
    Step best_step(Units minute, bool needed_only);
    void exchange(Units minute);
    void lengthen(Block& block, int by);
    void stretch();
    void shift_minutes();
    void fill(Units minute);
    bool offer(Best& best);
    void put(const std::vector<Placed>& blocks);
    [[nodiscard]] bool may_lengthen(const Block& block, int by) const;
    bool settle_minutes(Best& best);
    bool settle_blocks(Best& best);
    bool chosen(std::size_t option) const;

    const Model& model_;
    SeatStates& seats_;
    Ledger& ledger_;
    const Target& target_;
    int budget_;
    const std::vector<Option>* options_ = nullptr;
    int share_ = share_parts;
    std::int64_t effort_ = 0;
    std::vector<Block> blocks_;
};

}  // namespace pegboard::planning
