// A document for a script: what is not understood is refused in a sentence and nothing is written; what is there
// already is replaced only where it is a PDF.
#include "app/program/make_report.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "core/demo/demo.h"

namespace pegboard::test {
namespace {
namespace make_report {

namespace fs = std::filesystem;

const Date the_day{20725};  ///< 29 September 2026

class MakeReport : public ::testing::Test {
 protected:
    static void SetUpTestSuite() {
        std::string name = (fs::temp_directory_path() / "pegboard-report-XXXXXX").string();
        folder = ::mkdtemp(name.data());
        library = Library::open(fs::path(PEGBOARD_DATA) / "library.db").take();
        OpenOptions options;
        options.places = {folder / "state", folder / "backups"};
        options.fast_key = true;
        options.throwaway = true;
        caseload = Caseload::create(folder / "demo.pegboard", {Secret("seven quiet herons"), {}}, options).take();
        ASSERT_TRUE(write_demo(*caseload, *library, the_day).ok());
    }
    static void TearDownTestSuite() {
        caseload.reset();
        library.reset();
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove(out(), ignored);
    }

    static fs::path out() { return folder / "page.pdf"; }
    static WantedReport wanted(const std::string& kind) {
        WantedReport made;
        made.kind = kind;
        made.out = out();
        return made;
    }
    /// Empty where all went well, else the sentence.
    static std::string write(const WantedReport& asked) {
        const auto choices = read_wanted(asked);
        if (!choices.ok()) return choices.error().message;
        const Status status = write_report(*caseload, *library, choices.value(), asked, the_day);
        return status.ok() ? std::string() : status.error().message;
    }
    static std::string written() {
        std::ifstream in(out(), std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        return all.str();
    }
    void refuses(const WantedReport& asked, const std::string& words) {
        const std::string said = write(asked);
        EXPECT_NE(said.find(words), std::string::npos) << said;
        EXPECT_TRUE(said.ends_with('.')) << said;
        EXPECT_FALSE(fs::exists(out()));
    }

    static fs::path folder;
    static std::unique_ptr<Library> library;
    static std::unique_ptr<Caseload> caseload;
};
fs::path MakeReport::folder;
std::unique_ptr<Library> MakeReport::library;
std::unique_ptr<Caseload> MakeReport::caseload;

TEST_F(MakeReport, EveryKindIsWrittenPrivately) {
    for (const reports::Kind kind : reports::all_kinds()) {
        WantedReport asked = wanted(std::string(key(kind)));
        asked.child = kind == reports::Kind::my_day ? "" : "mateo garcia";
        asked.session = kind == reports::Kind::session_plan ? "2026-09-29" : "";
        EXPECT_EQ(write(asked), "") << asked.kind;
        EXPECT_TRUE(written().starts_with("%PDF-1.")) << asked.kind;
        struct stat about{};
        ASSERT_EQ(::stat(out().c_str(), &about), 0);
        EXPECT_EQ(about.st_mode & 0777U, 0600U);
        EXPECT_FALSE(fs::exists(out().string() + ".part"));
    }
    const auto log = caseload->access_log({}, 1);
    ASSERT_TRUE(log.ok());
    EXPECT_EQ(log.value().front().kind, AccessKind::saved);
    EXPECT_EQ(log.value().front().detail, "report");
}

TEST_F(MakeReport, WhatIsNotUnderstoodIsRefusedInASentence) {
    refuses(wanted("poem"), "There is no document of this kind. There are: session-plan");
    refuses(wanted("progress-report"), "name it with --child");
    WantedReport asked = wanted("progress-report");
    asked.child = "Nobody Known";
    refuses(asked, "There is no child of this name.");
    asked.child = "Mateo";
    asked.from = "yesterday";
    refuses(asked, "--from is no date");
    asked.from = "2026-09-01";
    asked.to = "2026-08-01";
    refuses(asked, "--to lies before --from.");
    asked = wanted("progress-report");
    asked.child = "Mateo";
    asked.audience = "neighbors";
    refuses(asked, "--for is family, school or clinic.");
    asked = wanted("my-day");
    asked.paper = "a5";
    refuses(asked, "--paper is letter or a4.");
    asked = wanted("my-day");
    asked.out.clear();
    refuses(asked, "Say with --out");
}

TEST_F(MakeReport, ASessionIsFoundByItsDayAndTime) {
    WantedReport asked = wanted("session-plan");
    refuses(asked, "needs --session");
    asked.session = "2026-09-29";
    refuses(asked, "more than one such session");
    asked.session = "2026-09-29 4:44";
    refuses(asked, "There is no such session.");
    asked.session = "soon";
    refuses(asked, "--session is a day");
    asked.session = "2026-09-29 10:45";
    EXPECT_EQ(write(asked), "");
}

TEST_F(MakeReport, AFileOfAnotherKindStaysAsItIs) {
    std::ofstream(out()) << "A letter of somebody's.";
    WantedReport asked = wanted("my-day");
    EXPECT_NE(write(asked).find("A file of another kind has this name."), std::string::npos);
    EXPECT_EQ(written(), "A letter of somebody's.");
    fs::remove(out());
    EXPECT_EQ(write(asked), "");
    EXPECT_EQ(write(asked), "") << "an older PDF is replaced";
    asked.out = folder / "demo.pegboard";
    EXPECT_NE(write(asked).find("This is a caseload."), std::string::npos);
}

TEST_F(MakeReport, WhereNothingCanBeWrittenItSaysSoAndLeavesNothing) {
    WantedReport asked = wanted("my-day");
    asked.out = folder / "no such folder" / "page.pdf";
    EXPECT_EQ(write(asked), "The file could not be written there. Choose another place.");
    EXPECT_FALSE(fs::exists(folder / "no such folder"));
}

TEST_F(MakeReport, WhatTheDocumentDoesNotUseIsRefusedAndNotPassedOver) {
    WantedReport asked = wanted("my-day");
    asked.session = "2020-01-01";
    EXPECT_EQ(write(asked), "--session is for a session plan; other documents take --from for a day.");
    asked = wanted("my-day");
    asked.child = "Mateo";
    EXPECT_EQ(write(asked), "This document is about all children of a day: leave --child out.");
    asked = wanted("attendance");
    asked.child = "Mateo";
    asked.audience = "school";
    EXPECT_EQ(write(asked), "This document has one wording for everyone: leave --for out.");
    EXPECT_FALSE(fs::exists(out()));
    asked.audience.clear();
    EXPECT_EQ(write(asked), "");
}

TEST_F(MakeReport, ALetterheadIsNoBook) {
    WantedReport asked = wanted("attendance");
    asked.child = "Mateo";
    asked.letterhead = std::string(100'000, 'X');
    EXPECT_NE(write(asked).find("The letterhead is too long"), std::string::npos);
    asked.letterhead = "Clinic\n1\n2\n3\n4\n5\n6\n7\n8";
    EXPECT_NE(write(asked).find("The letterhead is too long"), std::string::npos);
    EXPECT_FALSE(fs::exists(out()));
    asked.letterhead = std::string(400, 'X');
    EXPECT_EQ(write(asked), "");
}

}  // namespace make_report
}  // namespace
}  // namespace pegboard::test
