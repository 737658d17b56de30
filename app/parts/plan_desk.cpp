#include "app/parts/plan_desk.h"

#include <algorithm>
#include <utility>

namespace pegboard {
namespace {

/// Blocks that were there before keep their ids, so that what is chosen on screen stays chosen; new ones get one.
void give_ids(Session& planned, const Session& before) {
    std::vector<BlockId> taken;
    for (const Block& block : planned.blocks)
        if (block.id) taken.push_back(block.id);
    for (Block& block : planned.blocks) {
        if (block.id) continue;
        for (const Block& old : before.blocks)
            if (old.activity == block.activity && std::ranges::count(taken, old.id) == 0) block.id = old.id;
        if (!block.id) block.id = mint<BlockId>();
        taken.push_back(block.id);
    }
}

std::vector<std::string> activities_of(const planning::Plan& plan) {
    std::vector<std::string> ids;
    for (const planning::PlanBlock& block : plan.blocks)
        ids.push_back((block.activity == nullptr ? std::string() : block.activity->id) + ":" +
                      std::to_string(block.minutes));
    std::ranges::sort(ids);
    return ids;
}

Weighed weighed(const Session& session, planning::Facts facts, PlanIndex& index, const Library& library,
                const std::stop_token& stop) {
    Weighed made;
    made.now = planning::plan(as_it_stands(facts, session, library), index.get(), stop);
    made.best = planning::plan(facts, index.get(), stop);
    for (planning::PlanBlock& block : made.now.blocks) {
        const auto own = std::ranges::find_if(session.blocks, [&](const Block& each) {
            return block.activity != nullptr && each.activity == block.activity->id;
        });
        block.pinned = own == session.blocks.end() || planning::stays(*own);
    }
    made.is_best = activities_of(made.now) == activities_of(made.best);
    const auto now = static_cast<double>(made.now.score.total), best = static_cast<double>(made.best.score.total);
    if (best > now && best > 0) made.better_pct = 100 * (best - now) / best;
    made.facts = std::make_shared<const planning::Facts>(std::move(facts));
    return made;
}

}  // namespace

const planning::ActivityIndex& PlanIndex::get() {
    std::call_once(made_, [this] { index_.emplace(library_); });
    return *index_;
}

const planning::PlanBlock* Weighed::find(const std::string& activity) const {
    const auto found = std::ranges::find_if(now.blocks, [&](const planning::PlanBlock& block) {
        return block.activity != nullptr && block.activity->id == activity;
    });
    return found == now.blocks.end() ? nullptr : &*found;
}

planning::Facts as_it_stands(planning::Facts facts, const Session& session, const Library& library) {
    facts.hand.pins.clear();
    facts.hand.swapped_out.clear();
    for (const Block& block : session.blocks)
        facts.hand.pins.push_back({block.activity, block.arc, block.minutes, block.override_reason, block.goals});
    for (const Activity& activity : library.activities())
        if (std::ranges::count(session.blocks, activity.id, &Block::activity) == 0)
            facts.hand.swapped_out.insert(activity.id);
    return facts;
}

void PlanDesk::choose(Session session, planning::Facts facts, Chosen done) {
    choosing_.start([index = index(), session = std::move(session), facts = std::move(facts),
                     done = std::move(done)](const std::stop_token& stop) -> Worker::Delivery {
        auto plan = std::make_shared<planning::Plan>(planning::plan(facts, index->get(), stop));
        Session planned = planning::with_plan(session, facts, *plan);
        return [planned = std::move(planned), before = session, plan, done]() mutable {
            give_ids(planned, before);
            done(planned, *plan);
        };
    });
}

void PlanDesk::propose(std::vector<Wish> wishes, std::function<void(std::vector<Suggestion>)> done) {
    proposing_.start([index = index(), wishes = std::move(wishes),
                      done = std::move(done)](const std::stop_token& stop) -> Worker::Delivery {
        auto found = std::make_shared<std::vector<Suggestion>>();
        for (const Wish& wish : wishes) {
            planning::Plan plan = planning::plan(wish.facts, index->get(), stop);
            Session planned = planning::with_plan(wish.session, wish.facts, plan);
            found->push_back({std::move(planned), std::move(plan)});
        }
        return [found, wishes, done] {
            for (std::size_t i = 0; i < found->size(); ++i) give_ids((*found)[i].session, wishes[i].session);
            done(std::move(*found));
        };
    });
}

void PlanDesk::look_on(Wish wish, const planning::Plan& first, std::function<void(std::optional<Suggestion>)> done) {
    looking_on_.start([index = index(), wish = std::move(wish), served = first.children_served,
                       score = first.score.total, blocks = activities_of(first),
                       done = std::move(done)](const std::stop_token& stop) -> Worker::Delivery {
        auto plan = planning::plan(wish.facts, index->get(), stop, planning::Effort::thorough);
        const bool better = std::pair(plan.children_served, plan.score.total) > std::pair(served, score);
        if (!better || activities_of(plan) == blocks) return [done] { done(std::nullopt); };
        Session planned = planning::with_plan(wish.session, wish.facts, plan);
        return [found = Suggestion{std::move(planned), std::move(plan)}, before = wish.session, done]() mutable {
            give_ids(found.session, before);
            done(std::move(found));
        };
    });
}

void PlanDesk::weigh(const Session& session, planning::Facts facts, std::function<void(Weighed)> done) {
    looking_on_.cancel();
    weighing_.start([index = index(), session, facts = std::move(facts),
                     done = std::move(done)](const std::stop_token& stop) -> Worker::Delivery {
        auto found = std::make_shared<Weighed>(weighed(session, facts, *index, index->library(), stop));
        found->index = index;
        return [found, done] { done(std::move(*found)); };
    });
}

void PlanDesk::look_for_others(const Weighed& weighed, std::size_t block, Found done) {
    looking_.start([index = weighed.index, facts = weighed.facts, plan = weighed.now, block,
                    done = std::move(done)](const std::stop_token&) -> Worker::Delivery {
        auto found = planning::alternatives(*facts, index->get(), plan, block);
        return [found = std::move(found), done] { done(found); };
    });
}

const std::shared_ptr<PlanIndex>& PlanDesk::index() {
    if (!index_->current()) index_ = std::make_shared<PlanIndex>(index_->library());
    return index_;
}

void PlanDesk::follow() {
    choosing_.deliver();
    weighing_.deliver();
    looking_.deliver();
    proposing_.deliver();
    looking_on_.deliver();
}

}  // namespace pegboard
