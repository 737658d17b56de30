// Kept transcripts: what a screen read like when somebody last looked.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/ui/driver.h"

namespace pegboard::test {

namespace {
/// The first line that differs, of both.
std::string first_difference(const std::string& golden, const std::string& now) {
    std::istringstream one(golden), other(now);
    std::string was, is;
    for (int line = 1;; ++line) {
        const bool more = static_cast<bool>(std::getline(one, was)),
                   goes_on = static_cast<bool>(std::getline(other, is));
        if (!more) was = "(the end)";
        if (!goes_on) is = "(the end)";
        if (was != is || (!more && !goes_on))
            return " in line " + std::to_string(line) + ".\n  was: " + was + "\n  is:  " + is;
    }
}
}  // namespace

std::string UiDriver::differs_from_golden(std::string_view name, std::string_view passing) const {
    const std::filesystem::path file =
        std::filesystem::path(PEGBOARD_TEST_DATA) / "transcripts" / (std::string(name) + ".txt");
    std::string now = transcript();
    for (std::size_t at = 0; !passing.empty() && (at = now.find(passing, at)) != std::string::npos;)
        now.replace(at, passing.size(), "(here)");
    // PEGBOARD_WRITE_GOLDEN=1 accepts what is on screen; the difference is then read in review.
    if (std::getenv("PEGBOARD_WRITE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file) << now;
        return {};
    }
    std::ifstream kept(file);
    std::ostringstream golden;
    golden << kept.rdbuf();
    if (golden.str() == now) return {};
    return "The screen differs from " + file.filename().string() + first_difference(golden.str(), now) +
           "\nIf it is meant, PEGBOARD_WRITE_GOLDEN=1 keeps it; read the difference before you commit it.";
}

}  // namespace pegboard::test
