// Creating, opening, reading back; drafts, view state, read-only, history.
#include <sys/stat.h>

#include <fstream>

#include "tests/core/support.h"

namespace pegboard::test {
namespace {

TEST(Store, KeepsEveryFieldOfEveryRecord) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    const Child child = *caseload->child(sample.child);
    const Goal goal = *caseload->goal(sample.goal);
    const Session session = *caseload->session(sample.session);
    const Practice practice = caseload->practice();
    EXPECT_EQ(child.precautions.at(0).parameters.size(), 2u);
    EXPECT_EQ(child.discharge, sample_child().discharge);
    EXPECT_EQ(goal.baseline, (std::vector<double>{20, 25.5, 1.0 / 3}));
    ASSERT_EQ(session.blocks.size(), 3u);
    EXPECT_EQ(session.blocks[2].goals, std::vector<GoalId>{sample.goal});
    caseload.reset();
    caseload = reopen(folder);
    EXPECT_EQ(*caseload->child(sample.child), child);
    EXPECT_EQ(*caseload->goal(sample.goal), goal);
    EXPECT_EQ(*caseload->session(sample.session), session);
    EXPECT_EQ(caseload->practice(), practice);
    EXPECT_EQ(caseload->therapists().size(), 1u);
}

TEST(Store, SortsChildrenByFoldedNameAndSessionsByTime) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    for (const char* name : {"Zoë", "Ämin", "Łucja", "bo"}) {
        Child child;
        child.first_name = name;
        child.date_of_birth = make_date(2019, 1, 1).value();
        must(caseload->run(AddChild{child}));
    }
    const auto names = [&] {
        std::string all;
        for (const Child& child : caseload->children()) all += child.first_name + " ";
        return all;
    };
    EXPECT_EQ(names(), "Ämin bo Łucja Zoë ");
    const ChildId first = caseload->children()[0].id;
    for (const int start : {600, 540, 900}) {
        Session session = sample_session(first, {}, sample_today());
        session.start_min = start;
        must(caseload->run(AddSession{session}));
    }
    must(caseload->run(AddSession{sample_session(first, {}, sample_today() - 3)}));
    std::vector<int> starts;
    for (const Session& session : caseload->sessions()) starts.push_back(session.start_min);
    EXPECT_EQ(starts, (std::vector<int>{810, 540, 600, 900}));
    Child renamed = *caseload->child(first);
    renamed.first_name = "Xenia";
    must(caseload->run(EditChild{renamed}));
    EXPECT_EQ(names(), "bo Łucja Xenia Zoë ");
    EXPECT_EQ(caseload->child(first)->first_name, "Xenia");
}

TEST(Store, RefusesToReplaceAFileOrAShortPassphrase) {
    const TempFolder folder;
    make_caseload(folder);
    const auto again = Caseload::create(folder.file(), {passphrase, {}}, fast_options(folder));
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().kind, ErrorKind::refused);
    const auto weak = Caseload::create(folder.file("b.pegboard"), {"too short", {}}, fast_options(folder));
    ASSERT_FALSE(weak.ok());
    EXPECT_EQ(weak.error().field, "passphrase");
    EXPECT_FALSE(std::filesystem::exists(folder.file("b.pegboard")));
}

TEST(Store, SaysWhatIsWrongWithAFileThatIsNone) {
    const TempFolder folder;
    const auto message = [&](const std::filesystem::path& file) {
        const auto opened = Caseload::open(file, {passphrase, {}}, fast_options(folder));
        return opened.ok() ? std::string("opened") : opened.error().message;
    };
    EXPECT_NE(message(folder.file("gone")).find("no longer there"), std::string::npos);
    EXPECT_NE(message(folder.path()).find("not a caseload"), std::string::npos);
    for (const std::size_t size : {std::size_t{0}, std::size_t{100}, std::size_t{20'000}}) {
        std::ofstream(folder.file("junk")) << std::string(size, 'x');
        EXPECT_NE(message(folder.file("junk")).find("This passphrase does not open this file."), std::string::npos);
        EXPECT_EQ(std::filesystem::file_size(folder.file("junk")), size);
    }
}

TEST(Store, DraftsAndViewStateSurviveARestartAndAreNoEdits) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const auto revision = caseload->revision();
    must(caseload->keep_draft("note/1", "half a"));
    must(caseload->keep_draft("note/1", "half a sentence"));
    must(caseload->keep_draft("note/2", "gone"));
    must(caseload->drop_draft("note/2"));
    must(caseload->remember("tab", "goals"));
    EXPECT_EQ(caseload->revision(), revision);
    EXPECT_EQ(caseload->next_undo(), nullptr);
    caseload.reset();
    caseload = reopen(folder);
    ASSERT_EQ(caseload->drafts().size(), 1u);
    EXPECT_EQ(caseload->drafts().begin()->second, "half a sentence");
    EXPECT_EQ(caseload->recall("tab"), "goals");
    EXPECT_EQ(caseload->recall("nothing"), "");
}

TEST(Store, ReadOnlyRefusesEditsUpFront) {
    const TempFolder folder;
    fill(*make_caseload(folder));
    OpenOptions options = fast_options(folder);
    options.read_only = true;
    auto caseload = Caseload::open(folder.file(), {passphrase, {}}, options).take();
    EXPECT_TRUE(caseload->read_only());
    EXPECT_EQ(caseload->children().size(), 1u);
    EXPECT_EQ(caseload->next_undo(), nullptr);
    const Status edit = caseload->run(AddTherapist{sample_therapist("Other")});
    ASSERT_FALSE(edit.ok());
    EXPECT_EQ(edit.error().kind, ErrorKind::refused);
    EXPECT_EQ(caseload->therapists().size(), 1u);
}

TEST(Store, ErrorsLeaveNothingBehind) {
    const TempFolder folder;
    auto caseload = make_caseload(folder);
    const Sample sample = fill(*caseload);
    const std::string before = dump(folder.file());
    Child nameless = *caseload->child(sample.child);
    nameless.first_name = " ";
    EXPECT_EQ(caseload->run(EditChild{nameless}).error().field, "first_name");
    EXPECT_EQ(caseload->run(RemoveSession{SessionId{77}}).error().kind, ErrorKind::missing);
    EXPECT_EQ(dump(folder.file()), before);
    const auto revision = caseload->revision();
    must(caseload->run(EditChild{*caseload->child(sample.child)}));
    EXPECT_EQ(caseload->revision(), revision) << "an edit that changes nothing is no entry";
}

TEST(Store, FilesAreForTheOwnerOnly) {
    const TempFolder folder;
    const mode_t before = ::umask(0);
    auto caseload = make_caseload(folder);
    ::umask(before);
    fill(*caseload);
    for (const char* ending : {"", "-wal", "-shm"}) {
        struct stat status{};
        ASSERT_EQ(::stat((folder.file().string() + ending).c_str(), &status), 0) << ending;
        EXPECT_EQ(status.st_mode & 0777u, 0600u) << ending;
    }
}

}  // namespace
}  // namespace pegboard::test
