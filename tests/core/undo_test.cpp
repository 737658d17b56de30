// TR20: random edits, undo, redo and restarts against a plain model: a list of dumps.
#include <algorithm>
#include <random>

#include "tests/core/support.h"

namespace pegboard::test {
namespace {

class Player {
 public:
    explicit Player(unsigned seed) : caseload_(make_caseload(folder_, &clock_)), random_(seed) {
        sample_ = fill(*caseload_);
        states_.push_back(dump(folder_.file()));
    }

    void step() {
        clock_.ms += 61'000;  // no folding: each edit is a step
        const auto what = random_() % 10;
        if (what < 5)
            edit();
        else if (what < 8)
            undo();
        else if (what == 8)
            redo();
        else
            restart();
        ASSERT_EQ(dump(folder_.file()), states_[at_]);
    }
    void undo_all() {
        while (at_ > 0) undo();
        EXPECT_EQ(dump(folder_.file()), states_[0]);
        EXPECT_EQ(caseload_->journal_fault().take(), "");
        const std::string shown = dump_snapshot(*caseload_);
        restart();
        EXPECT_EQ(dump_snapshot(*caseload_), shown);
    }

 private:
    void edit() {
        must(caseload_->run(any_command()));
        const std::string now = dump(folder_.file());
        if (now == states_[at_]) return;  // nothing differed: no step, and redo stays
        states_.resize(at_ + 1);
        states_.push_back(now);
        ++at_;
    }
    void undo() {
        if (at_ == 0) return;
        must(caseload_->undo());
        --at_;
    }
    void redo() {
        EXPECT_EQ(caseload_->next_redo() != nullptr, at_ + 1 < states_.size());
        if (at_ + 1 >= states_.size()) return;
        must(caseload_->redo());
        ++at_;
    }
    void restart() {
        caseload_.reset();
        caseload_ = reopen(folder_, &clock_);
    }

    template <class T>
    const T& any_of(const std::vector<T>& rows) {
        return rows[random_() % rows.size()];
    }
    std::string word() { return "w" + std::to_string(random_() % 1000); }

    Command any_command() {
        const Child child = any_of(caseload_->children());
        switch (random_() % 12) {
            case 0:
                return AddChild{sample_child(word(), sample_.therapist)};
            case 1:
                return AddGoal{sample_goal(child.id, word())};
            case 2:
                return AddSession{sample_session(child.id, goal_of(child.id), sample_today() + -day(), word())};
            case 3:
                return edited(child);
            case 4:
                return ArchiveChild{child.id};
            case 5:
                return RestoreChild{child.id};
            case 6:
                return AddTherapist{sample_therapist(word())};
            default:
                break;
        }
        if (caseload_->sessions().empty())
            return AddSession{sample_session(child.id, goal_of(child.id), sample_today() + -day(), word())};
        Session session = any_of(caseload_->sessions());
        switch (random_() % 5) {
            case 0:
                return RemoveSession{session.id};
            case 1:
                return HoldSession{session.id, 30, word()};
            case 2:
                return ReopenSession{session.id};
            case 3:
                return MissSession{session.id, NotHeldReason::no_show, word()};
            default:
                break;
        }
        session.start_min = 480 + static_cast<int>(random_() % 300);
        std::shuffle(session.blocks.begin(), session.blocks.end(), random_);
        if (session.blocks.size() > 2) session.blocks.pop_back();
        session.blocks.push_back(Block{{}, Arc::closer, "act.rest", word(), 3, session.goals, "", "", {}, ""});
        return EditSession{session};
    }
    EditChild edited(Child child) {
        child.school = word();
        child.take_care.push_back(word());
        if (child.take_care.size() > 4) child.take_care.erase(child.take_care.begin(), child.take_care.begin() + 3);
        if (random_() % 2 == 0) std::reverse(child.guardians.begin(), child.guardians.end());
        if (random_() % 4 == 0 && !child.guardians.empty()) child.guardians.pop_back();
        return {child};
    }
    GoalId goal_of(ChildId child) {
        for (const Goal& goal : caseload_->goals())
            if (goal.child == child) return goal.id;
        return {};
    }
    int day() { return static_cast<int>(random_() % 200); }

    TempFolder folder_;
    Clock clock_;
    std::unique_ptr<Caseload> caseload_;
    Sample sample_;
    std::vector<std::string> states_;
    std::size_t at_ = 0;
    std::mt19937 random_;
};

TEST(Undo, TR20_RandomEditsAndUndosMatchAPlainModel) {
    const int steps = count_of(300);
    constexpr int of_one_file = 400;  // a file that grows for ever would only make each look at it slower
    for (int done = 0; done < steps && !testing::Test::HasFailure(); done += of_one_file) {
        Player player(20260929U + static_cast<unsigned>(done));
        for (int step = done; step < std::min(steps, done + of_one_file) && !testing::Test::HasFailure(); ++step)
            player.step();
        player.undo_all();
    }
}

}  // namespace
}  // namespace pegboard::test
