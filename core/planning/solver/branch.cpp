#include "core/planning/solver/branch.h"

#include <numeric>

#include "core/planning/solver/fork.h"
#include "core/planning/solver/hopeless.h"
#include "core/planning/solver/level.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }
constexpr double units_in_score = 1e12;
constexpr std::int64_t enough_nodes = 500;  ///< a region not looked through in so many is divided

/// Sorts the options for branching: what every plan has, then the most promising; returns for each the ones it may only
/// follow.
Forerunners put_in_order(const Model& model, std::vector<Option>& options, const std::vector<Units>& promise,
                         Replaces replaces) {
    const std::size_t count = options.size();
    Forerunners before(count);
    for (std::size_t j = 0; j < count; ++j)
        for (std::size_t i = 0; i < count; ++i)
            if (i != j && could_replace(options[i], options[j]) && replaces(model, options[i], options[j]))
                before[j].push_back(static_cast<int>(i));
    std::vector<Units> key = promise;
    for (std::size_t j = 0; j < count; ++j)
        for (const int i : before[j]) key[j] = std::min(key[j], promise[at(i)]);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    const auto must = [&](std::size_t j) { return (options[j].covers & cover_musts) != 0; };
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        if (must(a) != must(b)) return must(a);
        if (key[a] != key[b]) return key[a] > key[b];
        return before[a].size() != before[b].size() ? before[a].size() < before[b].size() : a < b;
    });
    std::vector<int> place(count);
    for (std::size_t k = 0; k < count; ++k) place[order[k]] = static_cast<int>(k);
    std::vector<Option> sorted;
    Forerunners sorted_before;
    for (const std::size_t j : order) {
        sorted.push_back(options[j]);
        auto& mine = sorted_before.emplace_back();
        for (const int i : before[j]) mine.push_back(place[at(i)]);
    }
    options = std::move(sorted);
    return sorted_before;
}

/// Proves one region; what it decides on the way is asked for by name.
class RegionProof {
 public:
    RegionProof(Grounds& grounds, Region region, int depth)
        : grounds_(grounds), model_(grounds.model), region_(std::move(region)), depth_(depth) {}

    void run(const Prices& start) {
        share_items(model_, grounds_.ledger, region_);
        priced_ = value_prices(model_, grounds_.ledger, region_, start);
        if (region_.options.empty() || priced_.bound < least() || stopped()) return;
        leave_out_hopeless();
        // Among equals the first prices are as good as any.
        if ((depth_ > 0 || !grounds_.best.among_equals) && !price_anew()) return;
        look_through();
    }

 private:
    /// The score below which nothing is looked for.
    [[nodiscard]] double least() const { return static_cast<double>(grounds_.best.to_beat()) / units_in_score - 1e-9; }

    [[nodiscard]] Replaces replaces() const { return grounds_.best.among_equals ? can_replace_in_ties : can_replace; }

    /// True when no work is left; what stays undone here is kept in mind.
    bool stopped() {
        if (!grounds_.work.stopped) return false;
        leave_open(static_cast<Units>((priced_.bound + 1e-9) * units_in_score));
        return true;
    }
    void leave_open(Units bound) { grounds_.work.open = std::max(grounds_.work.open, bound); }

    void leave_out_hopeless() {
        drop_hopeless(model_, region_, priced_, least());
        share_items(model_, grounds_.ledger, region_);
    }

    /// Finds the region's own prices and where to divide it; false when they rule it out.
    bool price_anew() {
        constexpr int splits = 2;
        priced_ = find_prices(model_, grounds_.ledger, region_, splits, least());
        grounds_.work.count(priced_.effort / Work::entries_a_node);
        if (priced_.bound < least()) return false;
        if (depth_ < most_depth) fork_ = fork_of(model_, region_, priced_, grounds_.ledger, least());
        leave_out_hopeless();
        return true;
    }

    void look_through() {
        const Wanted wanted = wanted_of(model_, grounds_.ledger);
        const Outlook outlook(model_, region_, wanted, priced_.prices);
        const Units bound = bound_of(model_, grounds_.ledger, region_, priced_.prices, outlook);
        if (bound < grounds_.best.to_beat()) return;
        grounds_.work.count(outlook.effort() / Work::sums_a_node);
        if (!grounds_.work.go_on()) return leave_open(bound);
        const auto promise = keep_promising(grounds_.best, region_, outlook, bound);
        share_items(model_, grounds_.ledger, region_);
        auto before = put_in_order(model_, region_.options, promise, replaces());
        const Outlook ordered(model_, region_, wanted, priced_.prices);
        Level level(grounds_, region_, priced_.prices, ordered, std::move(before), depth_);
        if (fork_.kind == Fork::Kind::none) return level.run();
        if (level.run_within(enough_nodes)) return;
        Parts parts = divide(model_, std::move(region_), fork_, grounds_.ledger, replaces());
        prove(grounds_, std::move(parts.with), priced_.prices, depth_ + 1);
        prove(grounds_, std::move(parts.without), priced_.prices, depth_ + 1);
    }

    Grounds& grounds_;
    const Model& model_;
    Region region_;
    Priced priced_;
    Fork fork_;
    int depth_;
};

}  // namespace

void prove(Grounds& grounds, Region region, const Prices& start, int depth) {
    RegionProof(grounds, std::move(region), depth).run(start);
}

}  // namespace pegboard::planning
