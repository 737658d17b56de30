// How goals, sessions and alerts read on every screen, and which rows the Caseload screen shows.
#include "app/parts/parts.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/caseload/caseload.h"
#include "app/parts/forms.h"

namespace pegboard {
namespace {
const Date today = *make_date(2026, 9, 29);  // a Tuesday

const Library& library() {
    static const auto open = Library::open(std::filesystem::path(PEGBOARD_DATA) / "library.db");
    return *open.value();
}

class Rows : public testing::Test {
 protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("pegboard-rows-" + std::to_string(mint_id()));
        std::filesystem::create_directories(folder_);
        OpenOptions options;
        options.places = {folder_ / "state", folder_ / "backups"};
        options.fast_key = true;
        options.now_ms = [] { return std::int64_t{today.day} * 86'400'000 + 9 * 3'600'000; };
        auto made = Caseload::create(folder_ / "c.pegboard", {"seven quiet herons", {}}, options);
        ASSERT_TRUE(made.ok()) << made.error().message;
        caseload_ = std::move(made).take();
        ui_.caseload = caseload_.get();
        ui_.library = &library();
        ui_.clock.today = today;
    }
    void TearDown() override {
        caseload_.reset();
        std::filesystem::remove_all(folder_);
    }
    ChildId add(const std::string& first, const std::string& last, int born_year, Discipline discipline) {
        Child child;
        child.id = mint<ChildId>();
        child.first_name = first;
        child.last_name = last;
        child.date_of_birth = *make_date(born_year, 5, 12);
        child.services.push_back({mint<RowId>(), discipline, ServiceMode::individual, 30, 1, ServicePer::week, "", {}});
        run(AddChild{child});
        return child.id;
    }
    void run(const Command& command) {
        const Status status = caseload_->run(command);
        ASSERT_TRUE(status.ok()) << status.error().message;
    }
    std::vector<std::string> shown(const CaseloadFilter& filter, CaseloadSort sort = CaseloadSort::name,
                                   bool descending = false) {
        find_caseload_rows(rows_, ui_, filter, sort, descending);
        std::vector<std::string> names;
        for (const int i : rows_.shown) names.push_back(rows_.all[static_cast<std::size_t>(i)].name);
        return names;
    }

    std::filesystem::path folder_;
    std::unique_ptr<Caseload> caseload_;
    Ui ui_;
    CaseloadRows rows_;
};
using Names = std::vector<std::string>;

Session session_on(ChildId child, Date date) {
    Session session;
    session.id = mint<SessionId>();
    session.child = child;
    session.date = date;
    return session;
}
}  // namespace

TEST(Parts, SkillsTakeTheLookOfTheirLibrary) {
    EXPECT_EQ(category_of_skill("fm.cut6_circle"), "scissors");
    EXPECT_EQ(category_of_skill("vm.pw3_circle"), "handwriting");
    EXPECT_EQ(category_of_skill("gm.hop3_five"), "hop_jump");
    EXPECT_EQ(category_of_skill("gm.ball5_catch_hands"), "ball");
    EXPECT_EQ(category_of_skill("fm.button"), "dressing");
    for (const Skill& skill : library().skills()) {
        const GoalLook look = look_of(library(), skill.id);
        EXPECT_NE(library().category(look.category), nullptr) << skill.id;
        EXPECT_FALSE(look.illustration.empty()) << skill.id;
    }
    EXPECT_EQ(look_of(library(), "gm.hop").short_name, "Hopping");
}

TEST(Parts, CriterionReadsAsASentence) {
    Goal goal;
    goal.measure = "trials";
    goal.successes = 4;
    goal.attempts = 5;
    goal.sessions_in_row = 3;
    EXPECT_EQ(say_criterion(goal, library()), "4 of 5 tries, 3 sessions in a row");
    goal.assist_level = 4;
    EXPECT_EQ(say_criterion(goal, library()), "4 of 5 tries, 3 sessions in a row, with a light touch");
    goal.sessions_in_row = 0;
    goal.sessions_met = 3;
    goal.sessions_of = 4;
    EXPECT_EQ(say_criterion(goal, library()), "4 of 5 tries, in 3 of 4 sessions, with a light touch");
    goal = {};
    goal.measure = "count";
    goal.target = 8;
    goal.sentence = "By 8 Dec 2026, at the school stairs, Mateo will climb 8 steps, rail as agreed, with no help.";
    EXPECT_EQ(say_criterion(goal, library()), "8 steps");
    goal.sentence = "By 8 Dec 2026, Mateo will thread 8 large beads with no help in 3 of 4 sessions.";
    EXPECT_EQ(say_criterion(goal, library()), "8 large beads");
    goal.target = 12;
    goal.sentence = "Mateo will climb one flight of 12 steps on the school stairs with no help.";
    EXPECT_EQ(say_criterion(goal, library()), "12 steps");
    goal.sentence = "Mateo will hop 12 times in a row on each foot.";
    EXPECT_EQ(say_criterion(goal, library()), "12 times");
    goal.sentence.clear();
    EXPECT_EQ(say_criterion(goal, library()), "a count of 12") << "what is counted is not known";
    goal.target = 5;
    goal.title = "Hops five times in a row on his right foot";
    EXPECT_EQ(say_criterion(goal, library()), "5 times");
    goal = {};
    goal.measure = "deviation_mm";
    goal.target = 6.5;
    EXPECT_EQ(say_criterion(goal, library()), "within 6.5 mm of the line");
    EXPECT_EQ(say_criterion(Goal{}, library()), "");
    for (const Measure& measure : library().measures()) {
        goal.measure = measure.id;
        goal.target = 2;
        EXPECT_FALSE(say_criterion(goal, library()).empty()) << measure.id;
    }
}

TEST(Parts, SessionsNameTheirDayTheShortWay) {
    Session session = session_on({}, today);
    session.start_min = 10 * 60 + 45;
    EXPECT_EQ(session_when(session, today), "Today 10:45 am");
    session.date = today + 1;
    EXPECT_EQ(session_when(session, today), "Tomorrow 10:45 am");
    session.date = today + 3;
    EXPECT_EQ(session_when(session, today), "Fri 10:45 am");
    session.date = today + 7;
    EXPECT_EQ(session_when(session, today), "Tue 6 Oct 10:45 am");
    session.date = today - 1;
    EXPECT_EQ(session_when(session, today), "Mon 28 Sep 10:45 am");
}

TEST(Parts, AlertsComeMostPressingFirst) {
    Child child;
    child.plan_of_care_end = today - 2;
    child.reevaluation_due = today + 12;
    child.iep_date = today + 7;
    auto alerts = attention_of(child, {}, today);
    ASSERT_EQ(alerts.size(), 3U);
    EXPECT_EQ(alerts[0].badge.words, "Plan of care ended 27 Sep");
    EXPECT_EQ(alerts[1].badge.words, "Re-evaluation in 12 days");
    EXPECT_EQ(alerts[2].badge.words, "IEP meeting 6 Oct");
    child.archived = true;
    EXPECT_TRUE(attention_of(child, {}, today).empty());
}

TEST(Parts, PrecautionsSayWhatMattersMost) {
    const ChildPrecaution latex{{}, "latex", {}, ""};
    EXPECT_EQ(badge_of(latex, library(), today).words, "Latex allergy");
    EXPECT_EQ(badge_of(latex, library(), today).kind, BadgeKind::danger);
    ChildPrecaution leg{{}, "wb_leg", {{"side", "left"}, {"grade", "NWB"}, {"until", "2026-10-12"}}, ""};
    EXPECT_EQ(badge_of(leg, library(), today).words, "Leg weight limit: left NWB, until 12 Oct");
    leg.parameters["until"] = "2026-09-01";
    EXPECT_EQ(badge_of(leg, library(), today).words, "Leg weight limit: left NWB, was until 1 Sep");
}

TEST_F(Rows, NamesAreFoundWithoutAccentsOrCase) {
    add("Łucja", "Nowak", 2014, Discipline::ot);
    add("Zoë", "Nguyễn", 2021, Discipline::ot);
    add("Mateo", "García", 2020, Discipline::pt);
    CaseloadFilter filter;
    EXPECT_EQ(shown(filter), (Names{"Łucja Nowak", "Mateo García", "Zoë Nguyễn"}));
    filter.typed = "garcia";
    EXPECT_EQ(shown(filter), Names{"Mateo García"});
    filter.typed = "zoe ng";
    EXPECT_EQ(shown(filter), Names{"Zoë Nguyễn"});
    filter.typed = "LUC";
    EXPECT_EQ(shown(filter), Names{"Łucja Nowak"});
    filter.typed = "arcia";
    EXPECT_EQ(shown(filter), Names{});
}

TEST_F(Rows, FiltersNarrowTheList) {
    add("Amina", "Yusuf", 2018, Discipline::ot);
    const ChildId kwame = add("Kwame", "Mensah", 2015, Discipline::pt);
    CaseloadFilter filter;
    filter.pt = false;
    EXPECT_EQ(shown(filter), Names{"Amina Yusuf"});
    filter = {};
    filter.age = AgeBand::from_9;
    EXPECT_EQ(shown(filter), Names{"Kwame Mensah"});
    filter = {};
    filter.team = 0;
    EXPECT_EQ(shown(filter), Names{}) << "nobody sits at this laptop yet";
    filter = {};
    run(ArchiveChild{kwame});
    EXPECT_EQ(shown(filter), Names{"Amina Yusuf"});
    EXPECT_EQ(rows_.archived, 1);
    filter.archived = true;
    EXPECT_EQ(shown(filter), Names{"Kwame Mensah"});
    run(RestoreChild{kwame});
    EXPECT_EQ(shown({}), (Names{"Amina Yusuf", "Kwame Mensah"}));
}

TEST_F(Rows, SortsByNextSessionAndBack) {
    const ChildId amina = add("Amina", "Yusuf", 2018, Discipline::ot);
    const ChildId noah = add("Noah", "Williams", 2022, Discipline::pt);
    add("Priya", "Raman", 2019, Discipline::ot);
    run(AddSession{session_on(amina, today + 2)});
    run(AddSession{session_on(noah, today)});
    EXPECT_EQ(shown({}, CaseloadSort::next), (Names{"Noah Williams", "Amina Yusuf", "Priya Raman"}));
    EXPECT_EQ(shown({}, CaseloadSort::next, true), (Names{"Priya Raman", "Amina Yusuf", "Noah Williams"}));
    EXPECT_EQ(shown({}, CaseloadSort::age), (Names{"Noah Williams", "Priya Raman", "Amina Yusuf"}));
    CaseloadFilter filter;
    filter.attention = true;
    EXPECT_EQ(shown(filter), Names{"Noah Williams"}) << "its session of today has no plan";
}

TEST_F(Rows, NothingIsMadeAgainWhileNothingChanged) {
    add("Amina", "Yusuf", 2018, Discipline::ot);
    shown({});
    const CaseloadRow* first = rows_.all.data();
    rows_.all.front().name = "kept";
    EXPECT_EQ(shown({}), Names{"kept"});
    EXPECT_EQ(rows_.all.data(), first);
    add("Noah", "Williams", 2022, Discipline::pt);
    EXPECT_EQ(shown({}), (Names{"Amina Yusuf", "Noah Williams"}));
}

TEST(Forms, NumbersKeptAsDraftsComeBack) {
    Drafts drafts;
    Ui ui;
    ui.drafts = &drafts;
    EXPECT_FALSE(draft_number(ui, "form.n"));
    put_number(ui, "form.n", -42);
    EXPECT_EQ(draft_number(ui, "form.n"), -42);
    drafts.set("form.n", "4x");
    EXPECT_FALSE(draft_number(ui, "form.n"));
    drafts.set("form.n", "7");
    EXPECT_EQ(draft_index(ui, "form.n", 3, 1), 1);
    EXPECT_EQ(trimmed("  Zoë \n"), "Zoë");
}

}  // namespace pegboard
