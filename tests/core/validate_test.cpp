// Every rule of a record, with the field it names; likely duplicates; passphrases.
#include "core/rules/validate.h"

#include <functional>
#include <limits>

#include "tests/core/support.h"

namespace pegboard::test {
namespace {

template <class T>
struct Broken {
    const char* field;
    std::function<void(T&)> breaks;
};

template <class T, class Check>
void expect_fields(const T& good, const std::vector<Broken<T>>& cases, Check check) {
    const Status fine = check(good);
    EXPECT_TRUE(fine.ok()) << (fine.ok() ? "" : fine.error().message);
    for (const Broken<T>& each : cases) {
        T broken = good;
        each.breaks(broken);
        const Status status = check(broken);
        ASSERT_FALSE(status.ok()) << each.field;
        EXPECT_EQ(status.error().field, each.field);
        EXPECT_EQ(status.error().kind, ErrorKind::invalid);
        EXPECT_TRUE(status.error().message.ends_with('.')) << status.error().message;
        EXPECT_GT(status.error().message.size(), 15u);
    }
}

TEST(Validate, Children) {
    const Date today = sample_today();
    const std::vector<Broken<Child>> cases{
        {"first_name", [](Child& c) { c.first_name = " \t"; }},
        {"first_name", [](Child& c) { c.first_name.assign(101, 'x'); }},
        {"date_of_birth", [&](Child& c) { c.date_of_birth = today + 1; }},
        {"date_of_birth", [&](Child& c) { c.date_of_birth = add_months(today, -25 * 12) - 1; }},
        {"gestation_weeks", [](Child& c) { c.gestation_weeks = 21; }},
        {"gestation_weeks", [](Child& c) { c.gestation_weeks = 43; }},
        {"plan_of_care_end", [](Child& c) { c.plan_of_care_end = *c.plan_of_care_start - 1; }},
        {"discharge_date", [](Child& c) { c.discharge->date = c.date_of_birth - 1; }},
        {"guardian_name", [](Child& c) { c.guardians[0].name.clear(); }},
        {"guardian_email", [](Child& c) { c.guardians[0].email = "lucia@home"; }},
        {"guardian_email", [](Child& c) { c.guardians[0].email = "lucia at home.org"; }},
        {"diagnosis", [](Child& c) { c.diagnoses[0].name.clear(); }},
        {"icd10", [](Child& c) { c.diagnoses[0].icd10 = "82F"; }},
        {"icd10", [](Child& c) { c.diagnoses[0].icd10 = "F82."; }},
        {"precaution", [](Child& c) { c.precautions[0].code.clear(); }},
        {"service_minutes", [](Child& c) { c.services[0].minutes = 4; }},
        {"service_minutes", [](Child& c) { c.services[0].minutes = 241; }},
        {"service_times", [](Child& c) { c.services[0].times = 0; }},
        {"present_step", [](Child& c) { c.present_steps[0].skill.clear(); }},
        {"take_care", [](Child& c) { c.take_care[0].clear(); }},
        {"rescue_plan", [](Child& c) { c.rescue_plan.assign(20'001, 'x'); }},
        {"interests", [](Child& c) { c.interests.assign(201, "x"); }},
    };
    expect_fields(sample_child(), cases, [&](const Child& child) { return validate(child, today); });
    for (const char* code : {"F82", "G80.1", "M35.7", "Q90.9", "S06.0X0A", "C4A", ""}) {
        Child child = sample_child();
        child.diagnoses[0].icd10 = code;
        EXPECT_TRUE(validate(child, today).ok()) << code;
    }
}

TEST(Validate, Goals) {
    const std::vector<Broken<Goal>> cases{
        {"title", [](Goal& g) { g.title.clear(); }},
        {"parent", [](Goal& g) { g.term = GoalTerm::short_term; }},
        {"parent", [](Goal& g) { g.parent = GoalId{5}; }},
        {"baseline", [](Goal& g) { g.baseline.clear(); }},
        {"baseline", [](Goal& g) { g.baseline = {1}, g.baseline_reason = " "; }},
        {"baseline", [](Goal& g) { g.baseline = {1, 2, std::numeric_limits<double>::quiet_NaN()}; }},
        {"measure", [](Goal& g) { g.measure.clear(); }},
        {"due", [](Goal& g) { g.due = g.start; }},
        {"closed_on", [](Goal& g) { g.status = GoalStatus::met; }},
        {"attempts", [](Goal& g) { g.successes = 6; }},
        {"target", [](Goal& g) { g.target = std::numeric_limits<double>::infinity(); }},
        {"assist_level", [](Goal& g) { g.assist_level = 9; }},
        {"priority", [](Goal& g) { g.priority = 0; }},
    };
    const auto check = [](const Goal& goal) { return validate(goal); };
    expect_fields(sample_goal(ChildId{1}), cases, check);
    Goal draft = sample_goal(ChildId{1});
    draft.status = GoalStatus::draft;
    draft.baseline.clear();
    draft.measure.clear();
    EXPECT_TRUE(check(draft).ok()) << "a draft may be unfinished";
    EXPECT_EQ(baseline_level(sample_goal(ChildId{1})), 20);
    EXPECT_FALSE(baseline_level(draft));
}

TEST(Validate, Sessions) {
    const std::vector<Broken<Session>> cases{
        {"start_min", [](Session& s) { s.start_min = -1; }},
        {"start_min", [](Session& s) { s.start_min = 1440; }},
        {"length_min", [](Session& s) { s.length_min = 4; }},
        {"length_min", [](Session& s) { s.length_min = 241; }},
        {"length_min", [](Session& s) { s.start_min = 23 * 60 + 30; }},
        {"held_min", [](Session& s) { s.status = SessionStatus::held; }},
        {"block_minutes", [](Session& s) { s.blocks[1].minutes = 0; }},
        {"block_minutes", [](Session& s) { s.blocks[1].minutes = 121; }},
        {"blocks", [](Session& s) { s.blocks[1].activity.clear(), s.blocks[1].title.clear(); }},
        {"co_therapist", [](Session& s) { s.therapist = s.co_therapist = TherapistId{4}; }},
        {"note", [](Session& s) { s.note.assign(20'001, 'x'); }},
    };
    expect_fields(sample_session(ChildId{1}, {}, sample_today()), cases,
                  [](const Session& session) { return validate(session); });
}

TEST(Validate, TeamAndPractice) {
    expect_fields(sample_therapist(), std::vector<Broken<Therapist>>{{"name", [](Therapist& t) { t.name = " "; }}},
                  [](const Therapist& therapist) { return validate(therapist); });
    const std::vector<Broken<Practice>> cases{{"idle_lock_min", [](Practice& p) { p.idle_lock_min = 0; }},
                                              {"idle_lock_min", [](Practice& p) { p.idle_lock_min = 31; }}};
    expect_fields(Practice{}, cases, [](const Practice& practice) { return validate(practice); });
}

Child named(const char* first, const char* last, Date born) {
    Child child;
    child.id = mint<ChildId>();
    child.first_name = first;
    child.last_name = last;
    child.date_of_birth = born;
    return child;
}

TEST(Validate, FindsLikelyDuplicates) {
    const Date born = make_date(2019, 5, 4).value();
    const Date other_day = make_date(2018, 1, 1).value();
    const std::vector<Child> others{named("Mateo", "García", born), named("Łucja", "Nguyễn", other_day)};
    const auto found = [&](const Child& child) { return likely_duplicates(child, others).size(); };
    EXPECT_EQ(found(named("mateo", "GARCIA", other_day)), 1u) << "accents and case";
    EXPECT_EQ(found(named("Garcia", "Mateo", other_day)), 1u) << "names swapped";
    EXPECT_EQ(found(named("Mateo", "Lopez", born)), 1u) << "same birthday, same first name";
    EXPECT_EQ(found(named("Mateo", "Lopez", other_day)), 0u);
    EXPECT_EQ(found(named("Ida", "Lopez", born)), 0u) << "a birthday alone is no twin";
    EXPECT_EQ(found(named("lucja", "nguyen", born)), 1u);
    EXPECT_EQ(likely_duplicates(others[0], others).size(), 0u) << "not of itself";
}

TEST(Validate, PassphraseStrengthGrowsWithWhatIsHardToGuess) {
    EXPECT_EQ(passphrase_strength("").score, 0);
    EXPECT_EQ(passphrase_strength("short").score, 0);
    EXPECT_EQ(passphrase_strength("aaaaaaaaaaaaaaaa").score, 0);
    EXPECT_EQ(passphrase_strength("password1234").score, 0);
    EXPECT_EQ(passphrase_strength("12345678901").score, 0);
    EXPECT_EQ(passphrase_strength("abababababababab").score, 0);
    EXPECT_LE(passphrase_strength("Summer2026!!").score, 1);
    EXPECT_GE(passphrase_strength("correct horse battery staple").score, 4);
    EXPECT_GE(passphrase_strength(passphrase).score, 3);
    int last = -1;
    for (const char* text : {"kgwotbzmea", "kgwotbzmea pl", "kgwotbzmea plfiv", "kgwotbzmea plfiv qurns"}) {
        EXPECT_GE(passphrase_strength(text).score, last) << text;
        last = passphrase_strength(text).score;
        EXPECT_FALSE(passphrase_strength(text).advice.empty());
    }
    EXPECT_FALSE(validate_new_passphrase("ééééééééé").ok()) << "nine letters, though 18 bytes";
    EXPECT_TRUE(validate_new_passphrase("éééééééééé").ok());
}

}  // namespace
}  // namespace pegboard::test
