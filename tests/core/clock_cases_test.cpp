// TR12: clocks of the world. An instant falls on the day of the place, whatever happens to clock or zone; what was
// planned stays on its calendar day; ages are right on odd birthdays; the history goes by order, not by the clock.
#include <cstdlib>
#include <string>

#include "core/rules/age.h"
#include "core/rules/live.h"
#include "core/store/clock.h"
#include "core/store/file/backups.h"
#include "tests/core/support.h"

namespace pegboard::test {
namespace {

/// The zone of this machine, for as long as this lives.
class Zone {
 public:
    explicit Zone(const char* zone) {
        if (const char* was = std::getenv("TZ")) before_ = was;
        ::setenv("TZ", zone, 1);
    }
    ~Zone() {
        if (before_)
            ::setenv("TZ", before_->c_str(), 1);
        else
            ::unsetenv("TZ");
    }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;

 private:
    std::optional<std::string> before_;
};

constexpr const char* new_york = "EST5EDT,M3.2.0,M11.1.0";
constexpr const char* berlin = "CET-1CEST,M3.5.0,M10.5.0/3";
constexpr const char* sydney = "AEST-10AEDT,M10.1.0,M4.1.0/3";
constexpr const char* lord_howe = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0";
constexpr const char* kathmandu = "<+0545>-5:45";
constexpr const char* kiritimati = "<+14>-14";
constexpr const char* baker = "<-12>12";

struct Instant {
    const char* name;
    const char* zone;
    const char* utc;
    const char* day;
    int minute;
};
constexpr Instant instants[] = {
    {"before_spring", new_york, "2026-03-08T06:59:59Z", "2026-03-08", 119},
    {"after_spring", new_york, "2026-03-08T07:00:00Z", "2026-03-08", 180},
    {"first_of_two_hours", new_york, "2026-11-01T05:30:00Z", "2026-11-01", 90},
    {"second_of_two_hours", new_york, "2026-11-01T06:30:00Z", "2026-11-01", 90},
    {"evening_is_tomorrow_in_utc", new_york, "2026-09-30T03:30:00Z", "2026-09-29", 1410},
    {"berlin_spring", berlin, "2026-03-29T01:00:00Z", "2026-03-29", 180},
    {"berlin_autumn", berlin, "2026-10-25T01:00:00Z", "2026-10-25", 120},
    {"midnight_in_berlin", berlin, "2026-09-28T22:00:00Z", "2026-09-29", 0},
    {"a_minute_before", berlin, "2026-09-28T21:59:59Z", "2026-09-28", 1439},
    {"southern_spring", sydney, "2026-10-03T16:00:00Z", "2026-10-04", 180},
    {"southern_autumn", sydney, "2026-04-04T16:30:00Z", "2026-04-05", 150},
    {"half_an_hour_of_summer", lord_howe, "2026-10-03T15:30:00Z", "2026-10-04", 150},
    {"quarters_of_an_hour", kathmandu, "2026-09-28T18:15:00Z", "2026-09-29", 0},
    {"fourteen_hours_ahead", kiritimati, "2026-12-31T10:00:00Z", "2027-01-01", 0},
    {"twelve_hours_behind", baker, "2027-01-01T11:59:59Z", "2026-12-31", 1439},
    {"leap_day", new_york, "2028-03-01T04:59:59Z", "2028-02-29", 1439},
    {"no_leap_day", new_york, "2026-03-01T04:59:59Z", "2026-02-28", 1439},
    {"end_of_32_bits", "UTC0", "2038-01-19T03:14:07Z", "2038-01-19", 194},
    {"a_second_later", "UTC0", "2038-01-19T03:14:08Z", "2038-01-19", 194},
    {"year_2100_has_none", "UTC0", "2100-02-28T23:59:59Z", "2100-02-28", 1439},
    {"before_1970", "UTC0", "1969-12-31T23:59:59Z", "1969-12-31", 1439},
};

class ClockInstant : public ::testing::TestWithParam<Instant> {};
TEST_P(ClockInstant, TR12_falls_on_the_day_of_the_place) {
    const Zone zone(GetParam().zone);
    const std::int64_t ms = store::seconds_of(GetParam().utc) * 1000;
    EXPECT_EQ(iso(store::local_date(ms)), GetParam().day);
    EXPECT_EQ(store::local_minute(ms), GetParam().minute);
    EXPECT_EQ(store::utc_text(ms), GetParam().utc);
}
INSTANTIATE_TEST_SUITE_P(TR12, ClockInstant, ::testing::ValuesIn(instants),
                         [](const auto& about) { return std::string(about.param.name); });

std::int64_t ms_of(const char* utc) { return store::seconds_of(utc) * 1000; }

TEST(ClockCases, TR12_sessions_stay_on_their_calendar_day_when_the_zone_changes) {
    const TempFolder folder;
    Clock clock{ms_of("2026-09-29T23:00:00Z")};
    std::string before;
    Sample sample;
    {
        const Zone zone(new_york);
        const auto caseload = make_caseload(folder, &clock);
        sample = fill(*caseload);
        Session session = *caseload->session(sample.session);
        session.date = *make_date(2026, 9, 30);
        must(caseload->run(EditSession{session}));
        before = dump_snapshot(*caseload);
    }
    for (const char* zone_name : {kiritimati, baker, berlin}) {
        const Zone zone(zone_name);
        const auto caseload = reopen(folder, &clock);
        EXPECT_EQ(dump_snapshot(*caseload), before) << zone_name;
        EXPECT_EQ(iso(caseload->session(sample.session)->date), "2026-09-30");
    }
}

TEST(ClockCases, TR12_a_zone_that_changes_while_the_program_runs_is_noticed) {
    const std::int64_t ms = ms_of("2026-09-29T23:00:00Z");
    const Zone home(new_york);
    EXPECT_EQ(iso(store::local_date(ms)), "2026-09-29");
    {
        const Zone away(kiritimati);
        EXPECT_EQ(iso(store::local_date(ms)), "2026-09-30");
    }
    EXPECT_EQ(iso(store::local_date(ms)), "2026-09-29");
}

TEST(ClockCases, TR12_a_series_keeps_day_and_time_across_the_change_of_the_hour) {
    const Zone zone(berlin);
    const TempFolder folder;
    Clock clock{ms_of("2026-10-19T08:00:00Z")};
    const auto caseload = make_caseload(folder, &clock);
    const Sample sample = fill(*caseload);
    Session session = *caseload->session(sample.session);
    session.date = *make_date(2026, 10, 19);
    must(caseload->run(EditSession{session}));
    must(caseload->run(RepeatSession{sample.session, *make_date(2026, 11, 9)}));
    std::string days;
    for (const Session& each : caseload->sessions()) {
        days += iso(each.date) + " ";
        EXPECT_EQ(each.start_min, session.start_min);
    }
    EXPECT_EQ(days, "2026-10-19 2026-10-26 2026-11-02 2026-11-09 ");
}

TEST(ClockCases, TR12_a_session_over_the_change_of_the_hour_lasts_as_long_as_it_did) {
    const Zone zone(new_york);
    const TempFolder folder;
    Clock clock{ms_of("2026-11-01T05:40:00Z")};  // 1:40 in the morning, for the first time
    const auto caseload = make_caseload(folder, &clock);
    const Sample sample = fill(*caseload);
    Session session = *caseload->session(sample.session);
    session.date = *make_date(2026, 11, 1);
    must(caseload->run(EditSession{session}));
    must(caseload->run(StartSession{sample.session}));
    clock.ms += 40 * 60'000;  // 1:20, for the second time
    must(caseload->run(EndSession{sample.session, {}}));
    EXPECT_EQ(caseload->session(sample.session)->held_min, 40);
    EXPECT_EQ(iso(caseload->session(sample.session)->date), "2026-11-01");
}

TEST(ClockCases, TR12_the_history_goes_by_order_when_the_clock_goes_back) {
    const TempFolder folder;
    Clock clock;
    const auto caseload = make_caseload(folder, &clock);
    const Sample sample = fill(*caseload);
    const auto school = [&](const std::string& name) {
        Child child = *caseload->child(sample.child);
        child.school = name;
        must(caseload->run(EditChild{child}));
    };
    const std::int64_t jumps[] = {-3'600'000, -400LL * 86'400'000, 3LL * 365 * 86'400'000, -1000, 0};
    int number = 0;
    for (const std::int64_t jump : jumps) {
        clock.ms += jump;
        school("School " + std::to_string(++number));
    }
    const auto history = caseload->history(sample.child, 5).take();
    ASSERT_EQ(history.size(), 5U);
    for (std::size_t i = 1; i < history.size(); ++i) EXPECT_NE(history[i - 1].id, history[i].id);
    EXPECT_EQ(caseload->journal_fault().take(), "");
    EXPECT_EQ(caseload->child(sample.child)->school, "School 5");
    // The last two may be one step, since no time passed between them by any clock.
    for (int i = 0; i < 20 && caseload->child(sample.child)->school != "Oakfield García"; ++i) must(caseload->undo());
    for (int i = 0; i < 10 && caseload->next_redo() != nullptr; ++i) must(caseload->redo());
    EXPECT_EQ(caseload->child(sample.child)->school, "School 5") << "undo and redo go by order too";
}

TEST(ClockCases, TR12_edits_do_not_fold_into_one_step_when_the_clock_goes_back) {
    const TempFolder folder;
    Clock clock;
    const auto caseload = make_caseload(folder, &clock);
    const Sample sample = fill(*caseload);
    for (const char* name : {"First", "Second"}) {
        Child child = *caseload->child(sample.child);
        child.school = name;
        must(caseload->run(EditChild{child}));
        clock.ms -= 30'000;
    }
    must(caseload->undo());
    EXPECT_EQ(caseload->child(sample.child)->school, "First");
}

TEST(ClockCases, TR12_copies_of_the_hour_that_comes_twice_stay_two_in_their_order) {
    const Zone zone(new_york);
    const TempFolder folder;
    Clock clock{ms_of("2026-11-01T05:30:00Z")};
    const auto caseload = make_caseload(folder, &clock);
    const Sample sample = fill(*caseload);
    const OpenOptions options = fast_options(folder, &clock);
    must(keep_backup(*caseload, {passphrase, {}}, options, true));
    clock.ms += 3'600'000;
    Child child = *caseload->child(sample.child);
    child.school = "After";
    must(caseload->run(EditChild{child}));
    must(keep_backup(*caseload, {passphrase, {}}, options, true));
    const auto kept = kept_backups(options.places, folder.file());
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].at_utc, "2026-11-01T06:30:00Z");
    EXPECT_EQ(kept[1].at_utc, "2026-11-01T05:30:00Z");
}

TEST(ClockCases, TR12_ages_are_right_on_the_birthday_that_comes_every_fourth_year) {
    const Date born = *make_date(2020, 2, 29);
    EXPECT_EQ(age_months(born, *make_date(2021, 2, 27)), 11);
    EXPECT_EQ(age_months(born, *make_date(2021, 2, 28)), 12) << "the last day of a shorter month completes it";
    EXPECT_EQ(age_months(born, *make_date(2024, 2, 28)), 47);
    EXPECT_EQ(age_months(born, *make_date(2024, 2, 29)), 48);
    EXPECT_EQ(age_months(born, *make_date(2038, 1, 20)), 214);
    EXPECT_EQ(age_months(*make_date(2026, 8, 31), *make_date(2026, 9, 30)), 1);
    EXPECT_EQ(age_months(*make_date(2026, 9, 29), *make_date(2026, 9, 28)), 0) << "born tomorrow by a clock set back";
}

TEST(ClockCases, TR12_a_caseload_goes_on_after_2038) {
    const TempFolder folder;
    Clock clock{ms_of("2038-01-19T03:14:00Z")};
    {
        const auto caseload = make_caseload(folder, &clock);
        const Therapist therapist = sample_therapist();
        must(caseload->run(AddTherapist{therapist}));
        Child child = sample_child("of then", therapist.id);
        child.date_of_birth = *make_date(2034, 2, 28);
        child.discharge.reset();
        must(caseload->run(AddChild{child}));
        clock.ms += 60'000;
        const Session session = sample_session(child.id, {}, store::local_date(clock.ms));
        must(caseload->run(AddSession{session}));
        must(caseload->run(StartSession{session.id}));
        clock.ms += 20 * 60'000;
        must(caseload->run(EndSession{session.id, {}}));
        EXPECT_EQ(caseload->session(session.id)->held_min, 20);
    }
    const auto caseload = reopen(folder, &clock);
    EXPECT_EQ(caseload->journal_fault().take(), "");
    EXPECT_EQ(caseload->history({}, 1).value().front().at_utc.substr(0, 4), "2038");
    EXPECT_EQ(caseload->swapped(), "");
}

TEST(ClockCases, TR12_a_file_saved_by_a_clock_ahead_opens_when_the_clock_is_right_again) {
    const TempFolder folder;
    Clock clock{ms_of("2031-05-05T05:05:05Z")};
    std::string before;
    {
        const auto caseload = make_caseload(folder, &clock);
        fill(*caseload);
        before = dump_snapshot(*caseload);
    }
    clock.ms = ms_of("2026-09-29T08:00:00Z");
    const auto caseload = reopen(folder, &clock);
    EXPECT_EQ(dump_snapshot(*caseload), before);
    EXPECT_EQ(caseload->swapped(), "");
    must(caseload->undo());
    must(caseload->redo());
    EXPECT_EQ(caseload->journal_fault().take(), "");
}

}  // namespace
}  // namespace pegboard::test
