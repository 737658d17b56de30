// What the tests of failing machines share: a folder that is put back as it was before each try, the ways by which a
// caseload is written, and what a person finds afterwards.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/core/trust_support.h"

namespace pegboard::failing {

/// All files below a folder with their bytes.
using Tree = std::map<std::string, std::string>;
Tree tree_of(const std::filesystem::path& folder);
void put_back(const std::filesystem::path& folder, const Tree& tree);

/// A folder with a caseload in it, and the words it holds before and after a way of writing.
struct Scene {
    trust::Bench bench;
    Tree before;
    std::string old_words, new_words;

    [[nodiscard]] std::filesystem::path file() const { return bench.file(); }
    [[nodiscard]] std::filesystem::path target() const { return bench.folder / "elsewhere" / "copy.pegboard"; }
    /// What a person sees in `file`, by whichever of our keys opens it; "nothing opens: ..." when none does.
    [[nodiscard]] std::string words(const std::filesystem::path& file) const;
    [[nodiscard]] std::string words() const { return words(file()); }
    /// Every page and the whole history are checked; empty when they are sound.
    [[nodiscard]] std::string unsound(const std::filesystem::path& file) const;
    /// Kept copies that do not open or are not whole.
    [[nodiscard]] std::string unsound_copies() const;
};

/// Called right before what is to fail: what goes before is no part of it.
using Arm = std::function<void()>;
/// Called when it is over.
using Disarm = std::function<void()>;

/// One way by which a caseload, or something that comes of it, is written.
struct Way {
    const char* name;
    void (*prepare)(Scene&);
    Status (*act)(Scene&, const Arm&, const Disarm&);
    /// After a try that said so or failed: adds a failure to the test where something is lost or mixed.
    void (*check)(Scene&, bool said_done);
    bool again = true;  ///< the same is done once more after a failure; else `act` does so itself
};
const std::vector<Way>& ways();

/// What a caseload holds, in words and without the numbers by which rows are known.
std::string words_of(const Caseload& caseload);

}  // namespace pegboard::failing
