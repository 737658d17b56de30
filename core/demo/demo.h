// The invented caseload of --demo and of the pictures: believable children that do not exist.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>

#include "core/caseload.h"
#include "core/library/library.h"

namespace pegboard {

/// The clock of a file that is being invented: it stands where its notes were signed, and goes on as another clock once
/// all is written.
class DemoClock {
 public:
    /// Goes on as `later`, milliseconds since 1970 UTC; as the system's clock when that is empty.
    explicit DemoClock(std::function<std::int64_t()> later = {});
    /// For OpenOptions::now_ms.
    [[nodiscard]] std::function<std::int64_t()> now_ms() const;
    /// Stands at a minute of a day at this place.
    void stand_at(Date day, int minute);
    void go_on();

 private:
    std::shared_ptr<std::int64_t> stands_ = std::make_shared<std::int64_t>(0);  ///< 0: it goes on
    std::function<std::int64_t()> later_;
};

/// Fills an empty caseload with about 14 invented children around `today`; with `children` > 14,
/// more of them (names repeat with numbers), ten goals each beyond the first 14. With the caseload's own clock, what
/// was written is as old as it reads: each note is signed on the day of its session.
Status write_demo(Caseload& caseload, const Library& library, Date today, int children = 14,
                  DemoClock* clock = nullptr);

}  // namespace pegboard
