#include "core/planning/solver/level.h"

namespace pegboard::planning {
namespace {

std::size_t at(int number) { return static_cast<std::size_t>(number); }
constexpr std::int64_t allowance = 400;  ///< nodes under a branch before its prices are found anew

}  // namespace

Level::Level(Grounds& grounds, const Region& region, const Prices& prices, const Outlook& outlook, Forerunners before,
             int depth)
    : grounds_(grounds),
      model_(grounds.model),
      ledger_(grounds.ledger),
      region_(region),
      prices_(prices),
      outlook_(outlook),
      before_(std::move(before)),
      closes_(region.options.size()),
      reach_(region.options, grounds.model.transition, grounds.target, grounds.ledger.now().covers),
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
    hopes_ += ledger_.now().own;
    bonuses_ = ledger_.now().bonuses;
    costs_ = settled_costs(model_, ledger_, region);
    paid_ = paid(model_, region, prices);
}

/// Nothing from an option on, in the minutes left, makes a plan that beats the best known or meets the target.
bool Level::hopeless(std::size_t from, int left) const {
    return settled() + outlook_.most(from, left) < grounds_.best.to_beat() ||
           reach_.minutes(from, ledger_.now().covers) > left;
}

bool Level::allowed(std::size_t option) const {
    return std::ranges::all_of(before_[option], [&](int other) { return in_[at(other)] != 0; });
}

/// Of one kin only the sum of minutes matters to the score, up to the typical ones and beyond: the first ones are
/// filled up first, to their typical minutes all of them, then further.
int Level::most_minutes(const Option& option, int left) const {
    int most = option.longest;
    if (!grounds_.best.among_equals) {
        if (grounds_.short_of_longest[at(option.kin)] > 0)
            most = std::min(most, std::max(option.shortest, option.typical));
        if (grounds_.short_of_typical[at(option.kin)] > 0) most = option.shortest;
    }
    return std::min(most, left - model_.transition);
}

/// No later option serves these goals: what they earn is known.
void Level::close(std::size_t option) {
    for (const int g : closes_[option])
        hopes_ -= hope_of(g, ledger_.tenths()[at(g)]) - model_.goals[at(g)].earned(ledger_.tenths()[at(g)]);
}

bool Level::run_within(std::int64_t nodes) {
    bounded_ = true;
    give_up_at_ = grounds_.work.nodes + nodes;
    dive(0, region_.budget);
    return !given_up_;
}

void Level::run() {
    const int left = region_.budget;
    for (std::size_t j = 0; j < region_.options.size(); ++j) {
        if (hopeless(j, left)) return;
        const std::int64_t nodes = grounds_.work.nodes;
        if (allowed(j)) try_minutes(j, left);
        if (must(j)) return;
        close(j);
        const bool hard = grounds_.work.nodes - nodes > allowance && depth_ < most_depth;
        if (hard && j + 1 < region_.options.size()) return go_deeper(j + 1, left);
    }
}

void Level::dive(std::size_t from, int left) {
    const Units hopes = hopes_;
    std::size_t j = from;
    for (; j < region_.options.size() && !given_up_; ++j) {
        if (hopeless(j, left)) break;
        if (allowed(j)) try_minutes(j, left);
        if (must(j)) break;
        close(j);
    }
    hopes_ = hopes;
    grounds_.work.count(static_cast<std::int64_t>(j - from) / Work::options_a_node);
}

/// Takes the option with each number of minutes whose gain at the prices leaves hope; longest first.
void Level::try_minutes(std::size_t j, int left) {
    const Option& option = region_.options[j];
    const Units now = settled();
    for (int m = most_minutes(option, left); m >= option.shortest; --m)
        if (now + outlook_.gain(j, m) + outlook_.most(j + 1, left - m - model_.transition) >= grounds_.best.to_beat())
            take(j, m, left);
}

void Level::take(std::size_t j, int minutes, int left) {
    if (given_up_) return;
    const Option& option = region_.options[j];
    const Tally before = ledger_.now();
    const Units hopes = hopes_, bonuses = bonuses_, costs = costs_, paid = paid_;
    for (const FitEntry& fit : model_.fits_of(model_.columns[at(option.column)])) {
        const int tenths = ledger_.tenths()[fit.goal];
        hopes_ += hope_of(fit.goal, tenths + fit.tenths * minutes) - hope_of(fit.goal, tenths);
    }
    hopes_ += model_.own_cost(model_.columns[at(option.column)], minutes);
    if (!ledger_.add(option, minutes)) {
        hopes_ = hopes;
        return;
    }
    close(j);
    bonuses_ += option.bonus + model_.minute * minutes;
    costs_ += cost_[j];
    paid_ -= fee_[j];
    left -= minutes + model_.transition;
    const Units most = settled() + outlook_.most(j + 1, left);
    const bool behind = grounds_.best.among_equals && grounds_.best.rank.beats(ledger_.now());
    if (most >= grounds_.best.to_beat() && !behind) {
        if (grounds_.work.go_on()) {
            in_[j] = 1;
            // A minute more must leave it the places it has, or a later one of its kin may need to be the longer.
            const bool may_grow = option.kind_for(minutes) == option.kind_for(minutes + 1);
            const int could_be_longer = may_grow && minutes < option.longest ? 1 : 0;
            const int below_typical = may_grow && minutes < std::min(option.typical, option.longest) ? 1 : 0;
            grounds_.short_of_longest[at(option.kin)] += could_be_longer;
            grounds_.short_of_typical[at(option.kin)] += below_typical;
            grounds_.chosen.push_back({option.column, Arc::main, minutes});
            look();
            look_behind(j, left);
            grounds_.chosen.pop_back();
            grounds_.short_of_longest[at(option.kin)] -= could_be_longer;
            grounds_.short_of_typical[at(option.kin)] -= below_typical;
            in_[j] = 0;
        } else {
            grounds_.work.open = std::max(grounds_.work.open, most);
        }
    }
    ledger_.take_back(option, minutes, before);
    hopes_ = hopes;
    bonuses_ = bonuses;
    costs_ = costs;
    paid_ = paid;
}

/// Looks at what can follow an option just taken.
void Level::look_behind(std::size_t option, int left) {
    const bool first = taken_ == 0 && !bounded_;
    if (first) give_up_at_ = grounds_.work.nodes + allowance;
    given_up_ = !first && (bounded_ || depth_ < most_depth) && grounds_.work.nodes > give_up_at_;
    ++taken_;
    dive(option + 1, left);
    --taken_;
    if (!first || !given_up_) return;
    given_up_ = false;
    go_deeper(option + 1, left);
}

/// What is left to decide from an option on: those whose forerunners are all chosen or still to come.
Region Level::rest(std::size_t from, int left) const {
    Region region;
    region.budget = left;
    region.seat_changes = region_.seat_changes;
    region.count_extras = region_.count_extras;
    region.comes = region_.comes;
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

}  // namespace pegboard::planning
