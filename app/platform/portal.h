// The desktop's services over D-Bus: file dialogs and colour scheme of the portal, lock and sleep of
// the session. All of it on one thread of its own; without a bus it costs nothing and answers "no".
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/services.h"

namespace pegboard {

class Portal {
 public:
    /// `wake` is called from the portal's thread when there is news.
    explicit Portal(std::function<void()> wake);
    ~Portal();
    Portal(const Portal&) = delete;
    Portal& operator=(const Portal&) = delete;

    struct News {
        bool lock = false;     ///< the session locks or the laptop sleeps
        bool changed = false;  ///< colour scheme
        std::vector<std::function<void()>> answers;
    };
    /// News since the last call.
    News take();
    [[nodiscard]] bool dark() const;
    /// Shows the desktop's file dialog; false when it has none. The answer comes with take(), an empty
    /// path when cancelled.
    bool ask_file(bool save, std::string suggestion, std::function<void(std::filesystem::path)> done);
    /// Shows the desktop's print dialog for a PDF, which is handed over in memory; false when it has none. The answer
    /// comes with take().
    bool print(std::string title, std::string_view pdf, std::function<void(PrintEnd)> done);

 private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace pegboard
