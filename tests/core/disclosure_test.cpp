// Who got which report about a child: kept for each child, newest first, taken back by undo alone, and followed by the
// digests.
#include <algorithm>
#include <random>

#include "core/store/database.h"
#include "tests/core/command_setting.h"

namespace pegboard::test {
namespace {
namespace disclosed {

TEST(Disclosures, AreKeptForEachChildNewestFirstWithDayAndWho) {
    const TempFolder folder;
    Clock clock;
    auto caseload = make_caseload(folder, &clock);
    const Setting on = prepare(*caseload, &clock);
    ASSERT_EQ(caseload->disclosures(on.sample.child).size(), 1U);
    EXPECT_TRUE(caseload->disclosures(on.friend_).empty());
    clock.ms += 60'000;
    Disclosure entry = sample_disclosure("meeting");
    entry.way = ReportWay::printed;
    must(caseload->run(RecordDisclosure{{on.sample.child, on.friend_, on.friend_}, entry}));
    ASSERT_EQ(caseload->disclosures(on.friend_).size(), 1U) << "named twice, kept once";
    const auto& all = caseload->disclosures(on.sample.child);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].recipient, "Oakfield Primary, meeting");
    EXPECT_EQ(all[1].recipient, "Oakfield Primary, term");
    EXPECT_EQ(all[0].date, sample_today());
    EXPECT_EQ(all[0].therapist, on.sample.therapist);
    EXPECT_EQ(all[0].way, ReportWay::printed);
    EXPECT_EQ(all[0].at_utc, caseload->now_utc());
    EXPECT_EQ(all[0].choices.at("audience"), "school");
    EXPECT_NE(all[0].id, caseload->disclosures(on.friend_)[0].id);
    const std::vector<Disclosure> before = all;
    const ChildId child = on.sample.child;
    caseload.reset();
    caseload = reopen(folder, &clock);
    EXPECT_EQ(caseload->disclosures(child), before);
}

TEST(Disclosures, SayWhoGotAReportInTheHistoryAndUndoAsksFirst) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting on = prepare(*caseload);
    must(caseload->run(RecordDisclosure{{on.sample.child}, sample_disclosure("meeting")}));
    const ChangeSet newest = caseload->history(on.sample.child, 1).take().at(0);
    EXPECT_EQ(newest.label, "Keep who got a report about Teo García: Oakfield Primary, meeting");
    ASSERT_NE(caseload->next_undo(), nullptr);
    EXPECT_TRUE(caseload->next_undo()->clinical) << "what left is part of the record";
    must(caseload->undo());
    EXPECT_EQ(caseload->disclosures(on.sample.child).size(), 1U);
    must(caseload->redo());
    EXPECT_EQ(caseload->disclosures(on.sample.child).size(), 2U);
}

TEST(Disclosures, NeedAChildAReceiverAndAReason) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Setting on = prepare(*caseload);
    const auto refused = [&](const std::vector<ChildId>& children, const Disclosure& entry) {
        const std::string before = dump(folder.file());
        const Status status = caseload->run(RecordDisclosure{children, entry});
        EXPECT_FALSE(status.ok());
        EXPECT_EQ(dump(folder.file()), before);
        return status.ok() ? std::string() : status.error().field;
    };
    Disclosure entry = sample_disclosure();
    EXPECT_EQ(refused({}, entry), "child");
    EXPECT_EQ(refused({on.sample.child, ChildId{77}}, entry), "") << "gone meanwhile: nothing is kept for the other";
    entry.recipient = " \t";
    EXPECT_EQ(refused({on.sample.child}, entry), "recipient");
    entry = sample_disclosure();
    entry.reason.clear();
    EXPECT_EQ(refused({on.sample.child}, entry), "reason");
    entry.reason = std::string(400, 'a');
    EXPECT_EQ(refused({on.sample.child}, entry), "reason");
    entry = sample_disclosure();
    entry.date = sample_today() + 1;
    EXPECT_EQ(refused({on.sample.child}, entry), "date");
    entry = sample_disclosure();
    entry.title.clear();
    EXPECT_EQ(refused({on.sample.child}, entry), "report");
    entry = sample_disclosure();
    entry.choices["letterhead"] = std::string(400, 'a');
    EXPECT_EQ(refused({on.sample.child}, entry), "report");
}

TEST(Disclosures, TwentyAtRandomAreTakenBackAndBroughtBackExactly) {
    const TempFolder folder;
    Clock clock;
    auto caseload = make_caseload(folder, &clock);
    const Setting on = prepare(*caseload, &clock);
    std::mt19937 random(20);  // NOLINT: the same walk each time
    std::vector<std::string> states{dump(folder.file())};
    for (int i = 0; i < 20; ++i) {
        clock.ms += static_cast<std::int64_t>(random() % 90'000);
        Disclosure entry = sample_disclosure(std::to_string(random() % 100));
        entry.way = random() % 2 == 0 ? ReportWay::saved : ReportWay::printed;
        entry.date = sample_today() - static_cast<int>(random() % 30);
        std::vector<ChildId> children{on.sample.child, on.friend_};
        if (random() % 2 == 0) children.erase(children.begin() + static_cast<long>(random() % 2));
        must(caseload->run(RecordDisclosure{children, entry}));
        states.push_back(dump(folder.file()));
    }
    const auto& all = caseload->disclosures(on.sample.child);
    EXPECT_TRUE(std::ranges::is_sorted(all, std::greater<>(), &Disclosure::date));
    for (int i = 19; i >= 0; --i) {
        must(caseload->undo());
        EXPECT_EQ(dump(folder.file()), states[static_cast<std::size_t>(i)]) << i;
    }
    for (std::size_t i = 1; i <= 20; ++i) {
        must(caseload->redo());
        EXPECT_EQ(dump(folder.file()), states[i]) << i;
    }
    EXPECT_EQ(caseload->journal_fault().take(), "");
}

TEST(Disclosures, OneChangedFromOutsideIsToldByName) {
    const TempFolder folder;
    {
        auto caseload = make_caseload(folder);
        prepare(*caseload);
    }
    {
        auto db = store::open_database(folder.file(), {passphrase, {}}, store::Access::write, true).take();
        db->exec("DROP TRIGGER journal_UPDATE_disclosure");
        db->exec("UPDATE disclosure SET recipient = 'Nobody'");
    }
    const auto caseload = reopen(folder);
    const std::string told = caseload->journal_fault().take();
    EXPECT_NE(told.find("an entry of who got a report"), std::string::npos) << told;
}

}  // namespace disclosed
}  // namespace
}  // namespace pegboard::test
