#include "core/planning/solver/search.h"

#include <algorithm>
#include <numeric>

#include "core/planning/places.h"
#include "core/planning/solver/branch.h"
#include "core/planning/solver/builder.h"
#include "core/planning/solver/hopeless.h"
#include "core/planning/solver/reach.h"
#include "core/planning/solver/rounding.h"
#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }
constexpr double units_in_score = 1e12;

/// A region with what is known of it.
struct Part {
    Region region;
    Priced priced;
};

class Search {
 public:
    Search(const Model& model, std::stop_token stop, SearchLimits limits)
        : model_(model),
          changes_(model),
          seats_(model, changes_),
          ledger_(model, seats_),
          once_(model.columns.size(), 0) {
        work_.most = limits.nodes;
        tie_work_.most = limits.tie_nodes;
        work_.stop = tie_work_.stop = std::move(stop);
        budget_ = model.length + model.transition - ledger_.pins().used;
        options_ = read_options(model, budget_);
    }

    Found run() {
        Found found;
        bool undecided = false;  // work ended before it was known whether a better target can be met
        for (const Target& target : targets()) {
            best_ = {};
            target_ = target;
            earlier_ = {};
            look_for();
            // Targets come by structure first: a later one may serve more children.
            if (best_.known || work_.stopped) found.most_servable = std::max(found.most_servable, target.children);
            if (best_.known || work_.cancelled) break;
            undecided = work_.stopped;
        }
        const bool met = best_.known;
        if (!met) keep_pins();
        found.chosen = placed(model_, changes_, best_.chosen,
                              {met && (target_.must & cover_main) != 0, met && (target_.must & cover_opener) != 0});
        found.worth = judge(model_, changes_, found.chosen);
        found.nodes = work_.nodes + tie_work_.nodes;
        found.stopped = work_.cancelled || tie_work_.cancelled;
        found.proved = !work_.stopped || (met && !undecided && to_millionths(work_.open) <= best_.score);
        found.ties_proved = found.proved && !tie_work_.stopped;
        found.bound = std::max(found.worth.score, to_millionths(work_.open));
        return found;
    }

 private:
    /// What plans may have, best first, as far as minutes allow.
    std::vector<Target> targets() {
        std::vector<Target> all;
        const unsigned needs = (model_.need_main ? cover_main : 0U) | (model_.need_familiar ? cover_familiar : 0U);
        const unsigned covered = ledger_.pins().covers;
        std::vector<unsigned> musts;
        for (const unsigned must : {cover_main | cover_familiar, cover_main, cover_familiar, 0U})
            if ((must & ~needs) == 0) musts.push_back(must);
        for (const unsigned must : musts)
            for (int children = std::popcount(model_.with_goals); children >= 0; --children)
                for (const unsigned opener : {cover_opener, 0U}) {
                    if (opener != 0 && !model_.need_opener) continue;
                    const Target target{must | opener, children};
                    if (Reach(options_, model_.transition, target, covered).minutes(0, covered) <= std::max(0, budget_))
                        all.push_back(target);
                }
        return all;
    }

    void keep_pins() {
        best_.known = true;
        best_.units = units_of(model_, ledger_.pins(), seats_.fewest(SeatStates::start));
        best_.score = to_millionths(best_.units);
        best_.rank = rank_of(ledger_.pins(), {});
        best_.chosen.clear();
    }

    void look_for() {
        if (target_.met(ledger_.pins().covers)) keep_pins();
        Builder builder(model_, seats_, ledger_, target_, budget_);
        builder.build(options_, 0, share_parts, best_);
        std::vector<Part> parts = regions(true);
        if (extras_may_be_clamped_below())
            for (Part& part : regions(false)) parts.push_back(std::move(part));
        std::ranges::stable_sort(parts, std::greater{}, [](const Part& part) { return part.region.options.size(); });
        for (Part& part : parts) price(part, builder);
        builder.settle(options_, best_);
        work_.count(builder.effort() / Work::tries_a_node);
        std::ranges::sort(parts, std::greater{}, [](const Part& part) { return part.priced.bound; });
        for (const Part& part : parts) prove_part(part, work_);
        if (!best_.known) return;
        best_.among_equals = true;
        builder.settle(options_, best_);
        if (work_.stopped) {
            tie_work_.stopped = true;
            return;
        }
        for (const Part& part : parts) prove_part(part, tie_work_);
    }

    /// Looks for better plans in one region.
    void prove_part(const Part& part, Work& work) {
        if (part.priced.bound < known_score() - 1e-9) return;
        Region region = part.region;
        drop_hopeless(model_, region, part.priced, known_score() - 1e-9);
        int kins = 0;
        for (const Option& option : options_) kins = std::max(kins, option.kin + 1);
        Grounds grounds{model_,
                        seats_,
                        ledger_,
                        target_,
                        best_,
                        work,
                        {},
                        std::vector<int>(at(kins), 0),
                        std::vector<int>(at(kins), 0)};
        prove(grounds, std::move(region), part.priced.prices, 0);
    }

    /// False when no plan can have extras as low as the clamp's lower end.
    [[nodiscard]] bool extras_may_be_clamped_below() const {
        std::vector<Units> costs, extras;
        int shortest = budget_;
        for (const Option& option : options_) {
            Units cost = 0;
            for (const auto item : model_.items_of(model_.columns[at(option.column)])) cost += model_.item_cost[item];
            costs.push_back(cost);
            extras.push_back(std::min<Units>(0, option.bonus + model_.minute * option.shortest + cost));
            shortest = std::min(shortest, option.shortest + model_.transition);
        }
        const auto most = at(std::max(0, budget_) / std::max(1, shortest));
        const Units before = ledger_.pins().costs + model_.seat_change * most_changes();
        // Either all bonuses count, or they fill the clamp.
        return before + ledger_.pins().bonuses + sum_of_least(std::move(extras), most) < -model_.clamp ||
               before + model_.clamp + sum_of_least(std::move(costs), most) < -model_.clamp;
    }

    static Units sum_of_least(std::vector<Units> all, std::size_t most) {
        std::ranges::sort(all);
        all.resize(std::min(all.size(), most));
        return std::accumulate(all.begin(), all.end(), Units{0});
    }

    [[nodiscard]] int most_changes() const {
        int most = 0;
        for (unsigned code = 0; code < 256; ++code) most = std::max(most, changes_.of(shape_of(code)));
        return most;
    }

    static Shape shape_of(unsigned code) {
        Shape shape;
        for (unsigned arc = 0; arc < 4; ++arc) shape.classes[arc] = static_cast<std::uint8_t>(code >> (2 * arc) & 3U);
        return shape;
    }

    /// The shapes, largest only, that need `changes` moves or fewer; at most one seat class at either end, where there
    /// is room for one block.
    [[nodiscard]] std::vector<unsigned> shapes(int changes) const {
        std::vector<unsigned> all;
        for (unsigned code = 0; code < 256; ++code)
            if (const Shape shape = shape_of(code);
                shape.classes[0] != 3 && shape.classes[3] != 3 && changes_.of(shape) <= changes)
                all.push_back(code);
        std::erase_if(all, [copy = all](unsigned code) {
            return std::ranges::any_of(copy, [&](unsigned other) { return other != code && (code & ~other) == 0; });
        });
        return all;
    }

    /// Every plan belongs to one of these: so many moves between table and floor, and one of the largest shapes that
    /// need no more.
    std::vector<Part> regions(bool count_extras) {
        std::vector<Part> parts;
        std::vector<unsigned> before;
        const int least = seats_.fewest(SeatStates::start), most = most_changes();
        for (int changes = least; changes <= most; ++changes) {
            const auto largest = shapes(changes);
            for (const unsigned code : largest)
                if (std::ranges::count(before, code) == 0) add_region(code, changes, count_extras, parts);
            before = largest;
        }
        return parts;
    }

    void add_region(unsigned code, int changes, bool count_extras, std::vector<Part>& parts) {
        Part part;
        Region& region = part.region;
        region.count_extras = count_extras;
        region.seat_changes = changes;
        region.asked = target_.asked(model_.with_goals) & ~ledger_.pins().covers;
        region.budget = budget_ - changes * weights::seat_change_min;
        for (Option option : options_) {
            const unsigned seat = option.table() ? 2U : 1U;
            unsigned arcs = 0;
            for (unsigned arc = 0; arc < 4; ++arc)
                if ((static_cast<unsigned>(option.kind) >> arc & 1U) != 0 && (code >> (2 * arc) & seat) != 0)
                    arcs |= 1U << arc;
            option.longest = longest_in(arcs, option.longest);
            if (arcs == 0 || option.shortest > option.longest || option.shortest + model_.transition > region.budget)
                continue;
            option.kind = SeatStates::kind(arcs, option.table());
            if (!option.focus()) option.covers &= ~cover_main;
            if ((arcs & bit(Arc::opener)) == 0) option.covers &= ~cover_opener;
            option.longest = std::min(option.longest, region.budget - model_.transition);
            region.options.push_back(option);
        }
        if (!region.options.empty()) parts.push_back(std::move(part));
    }

    /// What a plan must reach to be looked for. Costs can take a plan below zero, so no plan known asks for nothing.
    [[nodiscard]] double known_score() const {
        constexpr double below_all = -1e6;
        return best_.known ? static_cast<double>(best_.to_beat()) / units_in_score : below_all;
    }

    /// Finds the part's prices in two rounds: rough ones first, from a larger part or with items shared evenly, show
    /// which of thousands of options can be in no plan as good as the best known; the close ones are found for the rest
    /// alone.
    void price(Part& part, Builder& builder) {
        constexpr double equal = 2e-6;  // equally good plans are looked for later
        for (Option& option : part.region.options) option.once = once_[at(option.column)] != 0;
        share_items(model_, ledger_, part.region);
        part.priced = earlier_.first.empty() ? find_prices(model_, ledger_, part.region, 0, known_score() - 1e-9)
                                             : value_prices(model_, ledger_, part.region, earlier_);
        remember(part);
        work_.count(part.priced.effort / Work::entries_a_node);
        if (part.priced.bound < known_score() - 1e-9) return;
        drop_hopeless(model_, part.region, part.priced, known_score() - equal);
        constexpr int splits = 20;
        part.priced = find_prices(model_, ledger_, part.region, splits, known_score() - 1e-9);
        remember(part);
        work_.count(part.priced.effort / Work::entries_a_node);
        if (part.priced.bound < known_score() - 1e-9) return;
        const Prices& prices = part.priced.prices;
        builder.build(part.region.options, prices.minute, prices.share, best_);
        const auto start = rounded(model_, seats_, ledger_, part.region, part.priced, known_score() - 1e-9);
        if (!start.empty()) builder.build_on(start, part.region.options, prices.minute, prices.share, best_);
    }

    /// What one part's relaxation told is a good guess for the next.
    void remember(const Part& part) {
        earlier_ = part.priced.prices;
        for (const Option& option : part.region.options) once_[at(option.column)] = option.once ? 1 : 0;
    }

    const Model& model_;
    SeatChanges changes_;
    SeatStates seats_;
    Ledger ledger_;
    int budget_ = 0;
    std::vector<Option> options_;
    Target target_;
    Prices earlier_;          ///< of the part priced last
    std::vector<char> once_;  ///< Option::once by column, likewise
    Best best_;
    Work work_, tie_work_;
};

}  // namespace

SearchLimits usual_limits(const Model& model) {
    const auto activities = static_cast<std::int64_t>(model.choosable);
    return {weights::node_limit_a_child * model.children + weights::node_limit_an_activity * activities,
            weights::tie_node_limit};
}

SearchLimits thorough_limits() { return {weights::thorough_nodes, weights::thorough_tie_nodes}; }

Found search(const Model& model, std::stop_token stop, SearchLimits limits) {
    Found found = Search(model, stop, limits).run();
    // Nothing chosen and nothing proved would read as "there is no plan": it gets more work, up to the usual.
    const bool more = found.chosen.empty() && !found.proved && limits.nodes < usual_limits(model).nodes;
    if (!more || stop.stop_requested()) return found;
    limits.nodes *= 8;
    return search(model, std::move(stop), limits);
}

Found search(const Model& model, std::stop_token stop) { return search(model, std::move(stop), usual_limits(model)); }

}  // namespace pegboard::planning
