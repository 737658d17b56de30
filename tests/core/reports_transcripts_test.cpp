// What stands on the documents of the invented caseload, as a PDF reader reads it, equals what was kept when somebody
// last looked; every font is inside.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/reports/goal_code.h"
#include "tests/core/reports_support.h"

namespace pegboard::test {
namespace {
namespace report_pages {

using reports::Audience;
using reports::Choices;
using reports::Kind;

struct Named {
    const char* name;
    Choices choices;
};

std::vector<Named> all_documents() {
    std::vector<Named> all;
    for (const char* call : {"Zoë", "Mateo", "Priya", "Łucja"})
        all.push_back({call, paper_choices(Kind::session_plan, call)});
    all.push_back({"group", paper_choices(Kind::session_plan, "")});
    all.push_back({"no_plan", paper_choices(Kind::session_plan, "Amina")});
    all.push_back({"Mateo", paper_choices(Kind::data_sheet, "Mateo")});
    all.push_back({"Anahí", paper_choices(Kind::data_sheet, "Anahí")});
    all.push_back({"day", paper_choices(Kind::my_day, "")});
    for (const char* call : {"Mateo", "Amina"})
        for (const Audience audience : {Audience::family, Audience::school, Audience::clinic}) {
            all.push_back({call, paper_choices(Kind::progress_report, call)});
            all.back().choices.audience = audience;
        }
    all.push_back({"Mateo", paper_choices(Kind::attendance, "Mateo")});
    for (const char* call : {"Mateo", "Amina"}) {
        all.push_back({call, paper_choices(Kind::present_levels, call)});
        all.back().choices.audience = Audience::school;
    }
    for (const char* call : {"Mateo", "Amina"}) all.push_back({call, paper_choices(Kind::plan_of_care, call)});
    return all;
}

std::string file_of(const Named& named) {
    std::string name = std::string(key(named.choices.kind)) + "-" + named.name;
    if (named.choices.kind == Kind::progress_report) name += "-" + std::string(words(named.choices.audience));
    // Plain letters in the names of files, which travel through many tools.
    for (const auto& [letter, plain] : {std::pair("ë", "e"), std::pair("í", "i"), std::pair("Ł", "L")})
        if (const auto at = name.find(letter); at != std::string::npos)
            name.replace(at, std::string_view(letter).size(), plain);
    return name + ".txt";
}

/// The page as a PDF reader reads it. Codes of goals are another each time the caseload is invented.
std::string read_page(const Choices& choices) {
    reports::Document document = paper_document(choices);
    reports::for_all_words(document.blocks, [](std::string& words) {
        for (const Goal& goal : paper_caseload().goals())
            if (words == reports::goal_code(goal.id)) words = "AB-CDE";
    });
    const auto pdf = reports::pdf_of(reports::lay_out(document, choices.paper));
    return pdf.ok() ? ask_pdf_tool("pdftotext -layout", pdf.value(), "-") : pdf.error().message;
}

TEST(ReportPages, EveryDocumentReadsAsItWasKept) {
    const std::filesystem::path folder = std::filesystem::path(PEGBOARD_TEST_DATA) / "reports";
    for (const Named& named : all_documents()) {
        const std::string now = read_page(named.choices);
        const auto file = folder / file_of(named);
        // PEGBOARD_WRITE_GOLDEN=1 accepts what is on the page; the difference is then read in review.
        if (std::getenv("PEGBOARD_WRITE_GOLDEN") != nullptr) {
            std::filesystem::create_directories(folder);
            std::ofstream(file) << now;
            continue;
        }
        std::ifstream in(file);
        std::ostringstream kept;
        kept << in.rdbuf();
        EXPECT_EQ(now, kept.str()) << file;
    }
}

TEST(ReportPages, EveryFontIsInside) {
    for (const Named& named : all_documents()) {
        std::istringstream lines(ask_pdf_tool("pdffonts", paper_pdf(named.choices)));
        std::string line;
        std::getline(lines, line);
        const std::size_t column = line.find("emb");
        ASSERT_NE(column, std::string::npos) << line;
        std::getline(lines, line);
        int fonts = 0;
        for (; std::getline(lines, line); ++fonts) EXPECT_EQ(line.substr(column, 3), "yes") << line;
        EXPECT_GT(fonts, 0) << file_of(named);
    }
}

TEST(ReportPages, ThePdfSaysItsLanguageAndStructureAndNobodysName) {
    const std::string pdf = paper_pdf(paper_choices(Kind::progress_report, "Mateo"));
    const std::string info = ask_pdf_tool("pdfinfo", pdf);
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
    EXPECT_NE(info.find("Title:           Progress report\n"), std::string::npos) << info;
    EXPECT_EQ(info.find("Mateo"), std::string::npos);
    EXPECT_NE(pdf.find("/Lang (en-US)"), std::string::npos);
    const std::string structure = ask_pdf_tool("pdfinfo -struct", pdf);
    for (const char* part : {"H1", "H2", "Table", "TH", "TD", "Figure", "P (block)"})
        EXPECT_NE(structure.find(part), std::string::npos) << part;
}

TEST(ReportPages, APageIsTheSamePaperAsTheOneChosen) {
    Choices choices = paper_choices(Kind::my_day, "");
    EXPECT_NE(ask_pdf_tool("pdfinfo", paper_pdf(choices)).find("612 x 792 pts (letter)"), std::string::npos);
    choices.paper = reports::Paper::a4;
    EXPECT_NE(ask_pdf_tool("pdfinfo", paper_pdf(choices)).find("(A4)"), std::string::npos);
}

TEST(ReportPages, ThePictureOfAPageIsPaintedAndGreyHasNoColour) {
    Choices choices = paper_choices(Kind::my_day, "");
    const auto painted = [&] {
        return reports::picture_of(reports::lay_out(paper_document(choices), choices.paper), 0, 1.5);
    };
    const auto colours = [](const reports::Bitmap& bitmap) {
        int coloured = 0, dark = 0;
        for (std::size_t i = 0; i + 3 < bitmap.rgba.size(); i += 4) {
            const auto r = bitmap.rgba[i], g = bitmap.rgba[i + 1], b = bitmap.rgba[i + 2];
            coloured += r != g || g != b ? 1 : 0;
            dark += r < 128 ? 1 : 0;
        }
        return std::pair(coloured, dark);
    };
    const reports::Bitmap bitmap = painted();
    EXPECT_EQ(bitmap.width, 918);
    EXPECT_EQ(bitmap.height, 1188);
    EXPECT_GT(colours(bitmap).first, 1000);
    EXPECT_GT(colours(bitmap).second, 1000);
    choices.grey = true;
    EXPECT_EQ(colours(painted()).first, 0);
    EXPECT_GT(colours(painted()).second, 1000);
    EXPECT_TRUE(reports::picture_of(reports::lay_out(paper_document(choices), choices.paper), 9, 1.5).rgba.empty());
}

}  // namespace report_pages
}  // namespace
}  // namespace pegboard::test
