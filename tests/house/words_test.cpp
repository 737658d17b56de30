// What the screens say, as the transcripts hold it, is said in the words of people: times in minutes, lengths in
// meters, plurals that fit, and no word that only a program knows.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace pegboard::house {
namespace {

struct MachineWord {
    const char* pattern;
    const char* instead;
};
constexpr MachineWord machine_words[] = {
    {R"(\b(6[0-9]|[7-9][0-9]|[0-9]{3,})(\.[0-9]+)? ?(s|sec|seconds)\b)", "1:05 min, or 20 min"},
    {R"(\b[0-9]{3,}(\.[0-9]+)? ?(cm|centimeters)\b)", "14.18 m"},
    {R"(\b[0-9]+ count\b)", "times"},
    {R"(\b1 (entries|sessions|tries|times|children|goals|minutes|points|weeks|days|rows|steps|activities)\b)",
     "one of them"},
    {R"(\bscores?\b)", "fits better"},
    {R"(\b[Pp]roved\b)", "No plan fits better"},
    {R"(\bruns since\b|\bactivity runs\b)", "is running"},
    {R"(\bKept place\b)", "Saved place"},
    {R"(\bplan's worth\b)", "the plan fits less well"},
    {R"(\btwins\b)", "the latex-free kind"},
    {R"(\btake-care line)", "safety reminder"},
    {R"(\buntil it is said\b)", "until you choose"},
    {R"("Held["., :]|\b[Nn]ot held\b|\bMinutes held\b|[Mm]ark\w* .*\bheld\b)", "Completed, Missed"},
    {R"(\): none\b)", "what the level means"},
    {R"(\b(null|NULL|true|false|nan|undefined|enum|tuple|boolean)\b)", "words"},
    {R"(\b(duration_s|distance_cm|time_s|latency_s|rate_min|_pct)\b)", "the name of the measure"},
};

/// What a line of a transcript says: the words between its quotes.
std::string said(const std::string& line) {
    const std::size_t begin = line.find('"');
    return begin == std::string::npos ? std::string() : line.substr(begin);
}

std::vector<std::string> found_in(const std::string& words) {
    static const std::vector<std::regex> patterns = [] {
        std::vector<std::regex> made;
        for (const MachineWord& each : machine_words) made.emplace_back(each.pattern, std::regex::optimize);
        return made;
    }();
    std::vector<std::string> found;
    for (std::size_t i = 0; i < patterns.size(); ++i)
        if (std::regex_search(words, patterns[i])) found.emplace_back(machine_words[i].instead);
    return found;
}

TEST(Words, on_the_screens_are_those_of_people) {
    int lines = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(std::string(PEGBOARD_SOURCE) + "/tests/data/transcripts")) {
        std::ifstream in(file.path());
        std::string line;
        for (int number = 1; std::getline(in, line); ++number, ++lines)
            for (const std::string& instead : found_in(said(line)))
                ADD_FAILURE() << file.path().filename().string() << ":" << number << ": " << line
                              << "\nsay instead: " << instead;
    }
    EXPECT_GT(lines, 1000) << "nothing was read";
}

TEST(Words, a_word_of_a_program_is_found) {
    for (const char* bad :
         {"475 s", "1418 cm", "for 1200 seconds", "reaching 10 count", "1 entries", "runs since 8:00 to 8:30",
          "Proved: no plan scores higher", "No activity runs", "60 s", "latex-free twins", "Mark as held", "\"Held\"",
          "Not held: School event", "Independent (I): none"})
        EXPECT_FALSE(found_in(bad).empty()) << bad;
    for (const char* good : {"45 s", "7:55 min", "20 min", "14.18 m", "99 cm", "1 entry", "11 entries", "21 sessions",
                             "is running, 8:00 to 8:30", "10 times", "scissors", "101 sessions", "Completed, 30 min",
                             "Held the scissors thumb up."})
        EXPECT_TRUE(found_in(good).empty()) << good;
}

}  // namespace
}  // namespace pegboard::house
