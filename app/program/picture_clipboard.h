// A picture on the clipboard. The window library copies words only, so a program of the desktop holds the picture for
// us: wl-copy or xclip. It refuses to go by a shell, to write a file of ours, and to outlive us: the picture is
// personal.
#pragma once
#include <future>
#include <memory>
#include <thread>

#include "app/program/window.h"

namespace pegboard {

class PictureClipboard {
 public:
    PictureClipboard() = default;
    ~PictureClipboard();
    PictureClipboard(const PictureClipboard&) = delete;
    PictureClipboard& operator=(const PictureClipboard&) = delete;

    /// Makes a PNG and hands it over on a thread of its own, in place of an earlier one; the future hears how it went.
    std::future<Status> put(Pixels pixels);
    /// Takes our picture off. What somebody else has copied since stays.
    void forget();

 private:
    struct Holder;
    static void let_end(Holder& holder);
    std::shared_ptr<Holder> holder_;
    std::thread thread_;
};

}  // namespace pegboard
