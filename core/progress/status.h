// The status word of a goal and the sentences that explain it. A prompt to think, never a decision: the therapist's own
// judgement comes first. Sentences name what was seen, with numbers; they never compare a child with others.
#pragma once
#include <string>
#include <vector>

#include "core/progress/facts.h"

namespace pegboard::progress {

/// What a therapist may turn when the data ask for a change.
enum class Lever { dose, prompts, step_size, setting, motivation, medical, goal_fit };

struct Judgement {
    ProgressStatus status = ProgressStatus::collecting;
    /// On track only for want of evidence: the chosen rule has too few points, or there is no aim line.
    bool early = false;
    std::string sentence;       ///< why, in one or two sentences
    std::vector<Lever> levers;  ///< what to think about, most likely first; none when nothing asks for a change
};

/// The status alone: the first of content part 4.6 that applies.
ProgressStatus status_of(const Criterion& criterion, const GoalFacts& facts, DecisionRule rule);
/// Content part 4.6, in its order: fewer than 3 values = collecting; the last 3 worse than the worst baseline value =
/// check now; mastered, kept or slipped; the chosen rule says change, or raise; no progress over 6 values = plateau;
/// else on track.
Judgement judge(const Criterion& criterion, const GoalFacts& facts, DecisionRule rule);

/// "Not mastered yet: ..." in one sentence that names the first thing missing; empty once it is mastered.
std::string why_not_mastered(const Criterion& criterion, const GoalFacts& facts);
/// "3 sessions"; "3 days" where all was recorded outside a session, "3 sessions or days" where some was.
std::string sessions_or_days(const GoalFacts& facts, int number);
/// "3 sessions running" or "in 3 of the last 4 sessions" of a goal that was reached; empty where once was enough.
std::string say_how_often(const Criterion& criterion, const GoalFacts& facts);
/// "+1.8 % a week (between +0.9 and +2.6)", "at least" where sessions lean on one another, or how many values a trend
/// still needs. Of levels that only have an order: "From a light touch at baseline to no help over the last 3
/// sessions", never a pace.
std::string say_trend(const Criterion& criterion, const GoalFacts& facts);
/// A value in the goal's own unit: "4", "64 %", "12 laps".
std::string say_in_unit(const Criterion& criterion, double value);
/// The newest value with its tries: "64 % (32 of 50)", "7 s"; empty without one.
std::string say_newest(const Criterion& criterion, const GoalFacts& facts);
/// "64 % (32 of 50)" for one session.
std::string say_session(const Criterion& criterion, const SessionValue& value);
/// "best", "middle", "total" or "last", as in "best of 3".
std::string_view taken_words(const Criterion& criterion);
/// "80 %", or what else is to be reached; empty when the goal says none.
std::string say_target(const Criterion& criterion);
/// "How often or how long the child practises" and the other levers, as things to ask oneself.
std::string_view lever_words(Lever lever);
/// What the rule says with this verdict, in one line for the advice card: "The last 4 are all behind the aim line:
/// change something"; of one that could not speak, what it still needs.
std::string_view rule_words(DecisionRule rule, Verdict verdict);
/// How many of 100 children who are exactly on their aim line the rule flags at least once in 18 weekly looks of 10
/// tries (simulated; tests/bench/false_alarms.cpp, where other children and fewer tries stand too).
int false_alarms_in_100(DecisionRule rule);
/// "slower than", "more than", "more help than", "below": how a worse value lies to a better one.
std::string_view worse_than(const Criterion& criterion);
/// The same for a better value.
std::string_view better_than(const Criterion& criterion);

}  // namespace pegboard::progress
