// What a power cut leaves of a recorded stretch of work. What was synced is there; of all else any part may be: writes
// are dropped, torn at the disk's sectors and come in any order, names of files come late.
#pragma once
#include <random>
#include <span>

#include "tests/failing/disk.h"
#include "tests/failing/scene.h"

namespace pegboard::failing {

class PowerCut {
 public:
    /// `safe`: what lay on the disk when the record began.
    explicit PowerCut(std::span<const Record> records, const Tree& safe = {});

    /// Goes on to the moment right after record `to`; only forwards.
    void go_to(std::size_t to);
    /// What lies on the disk when the power is cut at this moment; each call may leave something else.
    [[nodiscard]] Tree left(std::mt19937& random) const;

 private:
    using Names = std::map<std::string, std::uint64_t>;
    struct File {
        std::string safe;                     ///< as last synced
        std::vector<const Record*> not_safe;  ///< in order
    };
    static void name(Names& names, const Record& record);
    static void write(std::string& bytes, const Record& record, std::mt19937* tear);
    void take(const Record& record);
    [[nodiscard]] Names names_left(std::mt19937& random) const;

    std::span<const Record> records_;
    std::size_t at_ = 0;
    std::map<std::uint64_t, File> files_;
    Names names_;                           ///< safe ones; folders have the number 0
    std::vector<const Record*> not_named_;  ///< in order
};

}  // namespace pegboard::failing
