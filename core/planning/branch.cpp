#include "core/planning/branch.h"

#include <numeric>

#include "core/planning/weights.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }
constexpr std::size_t covers_wide = 256;
constexpr std::uint16_t unreachable = 10'000;
constexpr double units_in_score = 1e12;
constexpr int nodes_an_option = 20;      ///< what finding prices counts as, for each option
constexpr std::int64_t allowance = 400;  ///< nodes under a branch before its prices are found anew
constexpr int most_depth = 24;

/// The branches of one region at one set of prices.
class Level {
 public:
    Level(Grounds& grounds, const Region& region, const Prices& prices, const Outlook& outlook,
          std::vector<std::vector<int>> before, int depth);
    void run();

 private:
    void dive(std::size_t from, int left);
    void try_minutes(std::size_t option, int left, bool top);
    void take(std::size_t option, int minutes, int left, bool top);
    void go_deeper(std::size_t from, int left);
    [[nodiscard]] Region rest(std::size_t from, int left) const;
    void look() const;
    [[nodiscard]] bool allowed(std::size_t option) const;
    [[nodiscard]] Units settled() const;
    [[nodiscard]] Units bound(std::size_t from, int left) const;
    [[nodiscard]] int most_minutes(const Option& option, int left) const;
    void close(std::size_t option);
    [[nodiscard]] Units hope_of(int goal, int tenths) const {
        return hope(grounds_.model.goals[at(goal)], prices_.first[at(goal)], prices_.second[at(goal)], tenths);
    }

    Grounds& grounds_;
    const Model& model_;
    Ledger& ledger_;
    const Region& region_;
    const Prices& prices_;
    const Outlook& outlook_;
    std::vector<std::vector<int>> before_;
    std::vector<std::vector<int>> closes_;  ///< goals that no option after this one serves
    std::vector<std::uint16_t> reach_;
    std::vector<Units> cost_,
        fee_;  ///< of an option: its share of item costs; its place less what it covers
    std::vector<char> in_;
    Units hopes_ = 0, bonuses_ = 0, costs_ = 0, paid_ = 0;
    int depth_ = 0;
    std::int64_t give_up_at_ = 0;
    bool given_up_ = false;
};

Level::Level(Grounds& grounds, const Region& region, const Prices& prices, const Outlook& outlook,
             std::vector<std::vector<int>> before, int depth)
    : grounds_(grounds),
      model_(grounds.model),
      ledger_(grounds.ledger),
      region_(region),
      prices_(prices),
      outlook_(outlook),
      before_(std::move(before)),
      closes_(region.options.size()),
      reach_(reach_of(region.options, grounds.model.transition, grounds.target)),
      in_(region.options.size(), 0),
      depth_(depth) {
    std::vector<int> last(model_.goals.size(), -1);
    for (std::size_t j = 0; j < region.options.size(); ++j) {
        const Column& column = model_.columns[at(region.options[j].column)];
        cost_.push_back(items_paid(model_, region, region.options[j]));
        fee_.push_back(place_price(prices, region.options[j]) - prices.of(region.options[j].covers & region.asked));
        for (const FitEntry& fit : model_.fits_of(column)) last[fit.goal] = static_cast<int>(j);
    }
    for (std::size_t g = 0; g < last.size(); ++g) {
        const int tenths = ledger_.tenths()[g];
        hopes_ += last[g] >= 0 ? hope_of(static_cast<int>(g), tenths) : model_.goals[g].earned(tenths);
        if (last[g] >= 0) closes_[at(last[g])].push_back(static_cast<int>(g));
    }
    bonuses_ = ledger_.now().bonuses;
    costs_ = ledger_.now().costs + model_.seat_change * region.seat_changes;
    paid_ = paid(model_, region, prices);
}

/// What is decided comes to so much at most.
Units Level::settled() const { return hopes_ + paid_ + hope_of_extras(model_, region_, prices_, bonuses_, costs_); }

Units Level::bound(std::size_t from, int left) const { return settled() + outlook_.most(from, left); }

bool Level::allowed(std::size_t option) const {
    return std::ranges::all_of(before_[option], [&](int other) { return in_[at(other)] != 0; });
}

/// Of one kin only the sum of minutes matters to the score: the first ones are filled up first.
int Level::most_minutes(const Option& option, int left) const {
    const bool filled_up = grounds_.best.among_equals || grounds_.short_of_longest[at(option.kin)] == 0;
    const int most = filled_up ? option.longest : option.shortest;
    return std::min(most, left - model_.transition);
}

/// No later option serves these goals: what they earn is known.
void Level::close(std::size_t option) {
    for (const int g : closes_[option])
        hopes_ -= hope_of(g, ledger_.tenths()[at(g)]) - model_.goals[at(g)].earned(ledger_.tenths()[at(g)]);
}

void Level::run() {
    const int left = region_.budget;
    for (std::size_t j = 0; j < region_.options.size(); ++j) {
        if (bound(j, left) < grounds_.best.to_beat()) return;
        if (reach_[j * covers_wide + ledger_.now().covers] > left) return;
        const std::int64_t nodes = grounds_.work.nodes;
        if (allowed(j)) try_minutes(j, left, true);
        close(j);
        const bool hard = grounds_.work.nodes - nodes > allowance && depth_ < most_depth;
        if (hard && j + 1 < region_.options.size()) return go_deeper(j + 1, left);
    }
}

void Level::dive(std::size_t from, int left) {
    const Units hopes = hopes_;
    for (std::size_t j = from; j < region_.options.size() && !given_up_; ++j) {
        if (bound(j, left) < grounds_.best.to_beat()) break;
        if (reach_[j * covers_wide + ledger_.now().covers] > left) break;
        if (allowed(j)) try_minutes(j, left, false);
        close(j);
    }
    hopes_ = hopes;
}

/// Takes the option with each number of minutes whose gain at the prices leaves hope; longest first.
void Level::try_minutes(std::size_t j, int left, bool top) {
    const Option& option = region_.options[j];
    const Units now = settled();
    for (int m = most_minutes(option, left); m >= option.shortest; --m)
        if (now + outlook_.gain(j, m) + outlook_.most(j + 1, left - m - model_.transition) >= grounds_.best.to_beat())
            take(j, m, left, top);
}

void Level::take(std::size_t j, int minutes, int left, bool top) {
    if (given_up_) return;
    const Option& option = region_.options[j];
    const Tally before = ledger_.now();
    const Units hopes = hopes_, bonuses = bonuses_, costs = costs_, paid = paid_;
    for (const FitEntry& fit : model_.fits_of(model_.columns[at(option.column)])) {
        const int tenths = ledger_.tenths()[fit.goal];
        hopes_ += hope_of(fit.goal, tenths + fit.tenths * minutes) - hope_of(fit.goal, tenths);
    }
    if (!ledger_.add(option, minutes)) {
        hopes_ = hopes;
        return;
    }
    close(j);
    bonuses_ += option.bonus + model_.minute * minutes;
    costs_ += cost_[j];
    paid_ -= fee_[j];
    left -= minutes + model_.transition;
    const Units most = bound(j + 1, left);
    const bool behind = grounds_.best.among_equals && grounds_.best.rank.beats(ledger_.now());
    if (most >= grounds_.best.to_beat() && !behind) {
        if (!grounds_.work.go_on()) {
            grounds_.work.open = std::max(grounds_.work.open, most);
        } else {
            in_[j] = 1;
            const int could_be_longer = minutes < option.longest ? 1 : 0;
            grounds_.short_of_longest[at(option.kin)] += could_be_longer;
            grounds_.chosen.push_back({option.column, Arc::main, minutes});
            look();
            if (top) give_up_at_ = grounds_.work.nodes + allowance;
            given_up_ = !top && depth_ < most_depth && grounds_.work.nodes > give_up_at_;
            dive(j + 1, left);
            if (top && given_up_) {
                given_up_ = false;
                go_deeper(j + 1, left);
            }
            grounds_.chosen.pop_back();
            grounds_.short_of_longest[at(option.kin)] -= could_be_longer;
            in_[j] = 0;
        }
    }
    ledger_.take_back(option, minutes, before);
    hopes_ = hopes;
    bonuses_ = bonuses;
    costs_ = costs;
    paid_ = paid;
}

/// What is left to decide from an option on: those whose forerunners are all chosen or still to come.
Region Level::rest(std::size_t from, int left) const {
    Region region;
    region.budget = left;
    region.seat_changes = region_.seat_changes;
    region.count_extras = region_.count_extras;
    region.asked = region_.asked & ~ledger_.now().covers;
    for (std::size_t j = from; j < region_.options.size(); ++j) {
        const bool open =
            std::ranges::all_of(before_[j], [&](int other) { return at(other) >= from || in_[at(other)] != 0; });
        if (!open || region_.options[j].shortest + model_.transition > left) continue;
        region.options.push_back(region_.options[j]);
        Option& option = region.options.back();
        option.longest = std::min(option.longest, left - model_.transition);
    }
    return region;
}

/// Decides the options from one on with prices of their own.
void Level::go_deeper(std::size_t from, int left) { prove(grounds_, rest(from, left), prices_, depth_ + 1); }

/// Keeps the chosen blocks when they are a plan that beats the best.
void Level::look() const {
    const Tally& now = ledger_.now();
    if (!grounds_.target.met(now.covers)) return;
    const int changes = grounds_.target.changes(grounds_.seats, now.seat);
    if (changes > region_.seat_changes) return;
    const Units units = units_of(model_, now, changes);
    grounds_.best.offer(units, now, grounds_.chosen);
}

/// Sorts the options for branching, most promising first; returns for each the ones it may only follow.
std::vector<std::vector<int>> put_in_order(const Model& model, std::vector<Option>& options,
                                           const std::vector<Units>& promise, bool among_equals) {
    const auto replaces = among_equals ? can_replace_in_ties : can_replace;
    const std::size_t count = options.size();
    std::vector<std::vector<int>> before(count);
    for (std::size_t j = 0; j < count; ++j)
        for (std::size_t i = 0; i < count; ++i)
            if (i != j && replaces(model, options[i], options[j])) before[j].push_back(static_cast<int>(i));
    std::vector<Units> key = promise;
    for (std::size_t j = 0; j < count; ++j)
        for (const int i : before[j]) key[j] = std::min(key[j], promise[at(i)]);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        if (key[a] != key[b]) return key[a] > key[b];
        return before[a].size() != before[b].size() ? before[a].size() < before[b].size() : a < b;
    });
    std::vector<int> place(count);
    for (std::size_t k = 0; k < count; ++k) place[order[k]] = static_cast<int>(k);
    std::vector<Option> sorted;
    std::vector<std::vector<int>> sorted_before;
    for (const std::size_t j : order) {
        sorted.push_back(options[j]);
        auto& mine = sorted_before.emplace_back();
        for (const int i : before[j]) mine.push_back(place[at(i)]);
    }
    options = std::move(sorted);
    return sorted_before;
}

}  // namespace

std::vector<std::uint16_t> reach_of(const std::vector<Option>& options, int transition, const Target& target) {
    std::vector<std::uint16_t> reach((options.size() + 1) * covers_wide, unreachable);
    std::uint16_t* last = &reach[options.size() * covers_wide];
    for (unsigned covers = 0; covers < covers_wide; ++covers)
        if (target.met(covers)) last[covers] = 0;
    for (std::size_t j = options.size(); j-- > 0;) {
        const std::uint16_t* later = &reach[(j + 1) * covers_wide];
        std::uint16_t* row = &reach[j * covers_wide];
        const auto minutes = static_cast<std::uint16_t>(options[j].shortest + transition);
        for (unsigned covers = 0; covers < covers_wide; ++covers)
            row[covers] = std::min<std::uint16_t>(
                later[covers], static_cast<std::uint16_t>(minutes + later[covers | options[j].covers]));
    }
    return reach;
}

void drop_hopeless(Region& region, const Priced& priced, double least) {
    std::vector<Option> kept;
    for (std::size_t j = 0; j < region.options.size(); ++j)
        if (priced.bound + std::min(0.0, priced.gains[j]) >= least) kept.push_back(region.options[j]);
    region.options = std::move(kept);
}

namespace {

/// Leaves out the options that no plan better than the best can hold; returns what each of the others promises.
std::vector<Units> keep_promising(const Grounds& grounds, Region& region, const Outlook& outlook, Units bound) {
    const auto with = outlook.with_each();
    const Units rest = bound - outlook.most(0, std::max(0, region.budget));
    std::vector<Option> kept;
    std::vector<Units> promise;
    for (std::size_t j = 0; j < with.size(); ++j)
        if (with[j] + rest >= grounds.best.to_beat()) {
            kept.push_back(region.options[j]);
            promise.push_back(with[j]);
        }
    region.options = std::move(kept);
    return promise;
}

}  // namespace

void prove(Grounds& grounds, Region region, const Prices& start, int depth) {
    const Model& model = grounds.model;
    const auto least = [&] { return static_cast<double>(grounds.best.to_beat()) / units_in_score - 1e-9; };
    share_items(model, grounds.ledger, region);
    Priced priced = value_prices(model, grounds.ledger, region, start);
    if (priced.bound < least()) return;
    drop_hopeless(region, priced, least());
    share_items(model, grounds.ledger, region);
    if (depth > 0) {
        constexpr int splits = 2;
        priced = find_prices(model, grounds.ledger, region, splits, least());
        grounds.work.nodes += static_cast<std::int64_t>(region.options.size()) * nodes_an_option;
        if (priced.bound < least()) return;
        drop_hopeless(region, priced, least());
        share_items(model, grounds.ledger, region);
    }
    const Wanted wanted = wanted_of(model, grounds.ledger);
    const Outlook outlook(model, region, wanted, priced.prices);
    const Units bound = bound_of(model, grounds.ledger, region, priced.prices, outlook);
    if (bound < grounds.best.to_beat()) return;
    if (!grounds.work.go_on()) {
        grounds.work.open = std::max(grounds.work.open, bound);
        return;
    }
    const auto promise = keep_promising(grounds, region, outlook, bound);
    share_items(model, grounds.ledger, region);
    auto before = put_in_order(model, region.options, promise, grounds.best.among_equals);
    const Outlook ordered(model, region, wanted, priced.prices);
    Level(grounds, region, priced.prices, ordered, std::move(before), depth).run();
}

}  // namespace pegboard::planning
