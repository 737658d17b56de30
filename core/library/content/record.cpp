#include "core/library/content/record.h"

#include <algorithm>
#include <tuple>

namespace pegboard::content {

std::vector<Problem> Problems::sorted() const {
    auto all = all_;
    std::sort(all.begin(), all.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.place.file, a.place.line, a.text) < std::tie(b.place.file, b.place.line, b.text);
    });
    return all;
}

}  // namespace pegboard::content
