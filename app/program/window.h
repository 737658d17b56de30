// The window: GLFW, OpenGL and ImGui's backends. The only place that knows them, with loop.cpp. It
// refuses to name anybody: the title is the program's name only.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/frame/app.h"
#include "app/platform/keys.h"
#include "app/platform/portal.h"

struct GLFWwindow;

namespace pegboard {

/// An image of the framebuffer, RGBA rows from the top.
struct Pixels {
    int width = 0, height = 0;
    std::vector<unsigned char> rgba;
};

class PictureClipboard;

class Window final : public Machine {
 public:
    Window();
    ~Window() override;
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Makes the window, unseen, with an OpenGL 3.3 context. Throws std::runtime_error in plain words.
    void open(int width, int height, const std::filesystem::path& data_dir);
    void show();
    void raise();
    /// Looks for the desktop's services (file dialogs, colour scheme, lock) on a thread of their own.
    void join_desktop();

    void new_frame();
    /// Renders ImGui's draw data into the window and swaps.
    void present();
    /// Uploads new glyphs and pictures without drawing.
    void feed_textures();
    /// Renders ImGui's draw data into a picture of `width` by `height` instead.
    Pixels draw_picture(int width, int height);
    Status save_picture(ImDrawData& drawn, int width, int height, const std::filesystem::path& file) override;
    std::future<Status> copy_picture(ImDrawData& drawn, int width, int height) override;

    /// Waits at most `seconds` (forever when negative) for input; true when there was any.
    bool wait(double seconds);
    [[nodiscard]] bool minimised() const;
    /// Keys came that no frame has taken yet.
    [[nodiscard]] bool keys_waiting() const { return keys_.waiting(); }
    [[nodiscard]] bool closing() const;
    /// The window stays open after all.
    void stay();
    /// True once after the window got the keyboard.
    bool entered() { return std::exchange(entered_, false); }
    [[nodiscard]] double last_input_s() const { return last_input_s_; }
    /// Steady seconds that go on while the laptop sleeps.
    [[nodiscard]] double time_s() const;
    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;
    /// What the desktop said since the last call: answers of dialogs, "lock now".
    bool hear_desktop();
    /// Takes personal text off the clipboard when its 30 s are over; returns when to look again.
    double tidy_clipboard();
    std::function<void()> on_lock;  ///< the session locks or the laptop sleeps

    void copy(const std::string& words, bool personal) override;
    void forget_copied() override;
    bool words_copied() override { return std::exchange(words_copied_, false); }
    bool system_is_dark() override;
    std::string selected_elsewhere() override;
    float monitor_scale() override;
    bool ask_save(std::string suggestion, std::function<void(std::filesystem::path)> done) override;
    bool ask_open(std::function<void(std::filesystem::path)> done) override;
    bool print(std::string title, std::string_view pdf, std::function<void(PrintEnd)> done) override;
    void quit() override { quit_ = true; }
    void wake() override;

 private:
    static Pixels draw_picture(ImDrawData& drawn, int width, int height);
    friend struct WindowEvents;
    void set_callbacks();
    void load_icon(const std::filesystem::path& data_dir);

    GLFWwindow* window_ = nullptr;
    std::unique_ptr<Portal> portal_;
    Keys keys_;
    unsigned events_ = 0, seen_events_ = 0;
    double last_input_s_ = 0;
    bool quit_ = false, entered_ = false, words_copied_ = false;
    float scale_ = 1.0F;
    std::string copied_;
    std::unique_ptr<PictureClipboard> picture_;
    double copied_until_s_ = -1;
};

}  // namespace pegboard
