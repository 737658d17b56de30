// Where plans are made for a screen: the planner on a worker, asked with copies and answered between frames. It
// refuses to read or write the caseload; what is asked carries everything.
#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "app/base/worker.h"
#include "core/model/session.h"
#include "core/planning/input/gather.h"

namespace pegboard {

/// The activities made ready for the planner, once, by whoever needs them first. The library must outlive it.
class PlanIndex {
 public:
    explicit PlanIndex(const Library& library) : library_(library), revision_(library.revision()) {}
    const planning::ActivityIndex& get();
    [[nodiscard]] const Library& library() const { return library_; }
    /// False once the library's activities changed: make a new one.
    [[nodiscard]] bool current() const { return revision_ == library_.revision(); }

 private:
    const Library& library_;
    std::uint64_t revision_;
    std::once_flag made_;
    std::optional<planning::ActivityIndex> index_;
};

/// How a session's plan stands: what its blocks are worth as they are, and what the planner would choose.
struct Weighed {
    std::shared_ptr<const planning::Facts> facts;
    std::shared_ptr<PlanIndex> index;
    planning::Plan now;     ///< the session's own blocks, whoever chose them
    planning::Plan best;    ///< the best plan around what the therapist fixed
    bool is_best = false;   ///< the blocks are those the planner would choose
    double better_pct = 0;  ///< how much higher the best one scores, in percent; 0 when not higher
    /// The planner's view of a block; null when it has none.
    [[nodiscard]] const planning::PlanBlock* find(const std::string& activity) const;
};

class PlanDesk {
 public:
    explicit PlanDesk(const Library& library) : index_(std::make_shared<PlanIndex>(library)) {}

    /// Chooses blocks for the session; `done` gets the session with them, ids included, and the plan they came from.
    using Chosen = std::function<void(const Session&, const planning::Plan&)>;
    void choose(Session session, planning::Facts facts, Chosen done);
    /// A session to choose blocks for, with its facts; and the session with them, ids included.
    struct Wish {
        Session session;
        planning::Facts facts;
    };
    struct Suggestion {
        Session session;
        planning::Plan plan;
    };
    /// Chooses blocks for several variants of a session; in their order.
    void propose(std::vector<Wish> wishes, std::function<void(std::vector<Suggestion>)> done);
    /// Looks on where the plan of a session, chosen at once, may not be the best; nothing when it is.
    void look_on(Wish wish, const planning::Plan& first, std::function<void(std::optional<Suggestion>)> done);
    /// Weighs the session's plan as it stands.
    void weigh(const Session& session, planning::Facts facts, std::function<void(Weighed)> done);
    /// What could stand in for one block.
    using Found = std::function<void(std::vector<planning::Alternative>)>;
    void look_for_others(const Weighed& weighed, std::size_t block, Found done);

    /// Hands over what is ready; call once a frame.
    void follow();
    /// True while something is under way.
    [[nodiscard]] bool busy() const {
        return choosing_.busy() || weighing_.busy() || looking_.busy() || proposing_.busy();
    }
    [[nodiscard]] bool choosing() const { return choosing_.busy(); }
    [[nodiscard]] bool looking_on() const { return looking_on_.busy(); }
    [[nodiscard]] bool weighing() const { return weighing_.busy(); }
    /// The activities made ready, for what is asked in a frame.
    const planning::ActivityIndex& activities() { return index()->get(); }
    void cancel_choice() { choosing_.cancel(); }

 private:
    /// Made anew when the library's activities changed.
    const std::shared_ptr<PlanIndex>& index();

    std::shared_ptr<PlanIndex> index_;
    Worker choosing_, weighing_, looking_, proposing_, looking_on_;
};

/// The facts with every block of the session held in place and nothing else to choose from.
planning::Facts as_it_stands(planning::Facts facts, const Session& session, const Library& library);

}  // namespace pegboard
