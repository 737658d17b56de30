// Makes and feeds the window.
#include "app/program/window.h"
#include "app/platform/process.h"
#include "app/program/picture_clipboard.h"
#include "app/program/pictures_of_screens.h"

#include <cairo.h>
#include <glad/gl.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "backends/imgui_impl_glfw.h"
#include "backends/imgui_impl_opengl3.h"

// As GLFW's header for X11 has it; that one brings in Xlib, whose macros are everywhere.
extern "C" const char* glfwGetX11SelectionString();

namespace pegboard {
namespace {

constexpr const char* title = "Pegboard";
constexpr double clipboard_stay_s = 30.0;

[[noreturn]] void no_window(const char* why) {
    const char* detail = nullptr;
    glfwGetError(&detail);
    throw std::runtime_error(std::string(why) + (detail != nullptr ? std::string(" (") + detail + ")" : std::string()));
}

}  // namespace

/// GLFW's callbacks note that something happened; ImGui's own are chained behind by its backend.
struct WindowEvents {
    static Window& of(GLFWwindow* window) { return *static_cast<Window*>(glfwGetWindowUserPointer(window)); }
    static void input(GLFWwindow* window) {
        Window& self = of(window);
        ++self.events_;
        self.last_input_s_ = self.time_s();
    }
    static void key(GLFWwindow* window, int key, int scancode, int action, int mods) {
        of(window).keys_.key(key, scancode, action, mods);
        input(window);
    }
    static void character(GLFWwindow* window, unsigned code_point) {
        of(window).keys_.character(code_point);
        input(window);
    }
    static void change(GLFWwindow* window) { ++of(window).events_; }
    static void scaled(GLFWwindow* window, float x, float) {
        of(window).scale_ = std::clamp(x, 0.5F, 4.0F);
        change(window);
    }
};

Window::Window() : picture_(std::make_unique<PictureClipboard>()) {}

Window::~Window() {
    portal_.reset();
    if (window_ == nullptr) return;
    forget_copied();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    glfwDestroyWindow(window_);
    glfwTerminate();
}

void Window::open(int width, int height, const std::filesystem::path& data_dir) {
    glfwSetErrorCallback(nullptr);
    if (glfwInit() == GLFW_FALSE)
        no_window("Pegboard needs a display to open its window. Is a desktop session running?");
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "pegboard");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "pegboard");
    window_ = glfwCreateWindow(width, height, title, nullptr, nullptr);
    if (window_ == nullptr) no_window("Pegboard's window needs OpenGL 3.3, which this display does not offer.");
    glfwSetWindowUserPointer(window_, this);
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(1);
    if (gladLoadGL(glfwGetProcAddress) == 0) no_window("The graphics driver does not offer OpenGL 3.3.");
    float unused = 1;
    glfwGetWindowContentScale(window_, &scale_, &unused);
    set_callbacks();
    ImGui_ImplGlfw_InitForOpenGL(window_, true);
    // Keys and characters come by our own way, in place of the backend's.
    glfwSetKeyCallback(window_, WindowEvents::key);
    glfwSetCharCallback(window_, WindowEvents::character);
    ImGui_ImplOpenGL3_Init("#version 330");
    ImGuiPlatformIO& io = ImGui::GetPlatformIO();
    io.Platform_ClipboardUserData = this;
    io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* words) {
        // What is copied out of a field may be about a child.
        static_cast<Window*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->copy(words, true);
    };
    io.Platform_GetClipboardTextFn = [](ImGuiContext*) -> const char* { return glfwGetClipboardString(nullptr); };
    load_icon(data_dir);
}

void Window::set_callbacks() {
    using On = WindowEvents;
    // Ours is called before ImGui's own, which puts the press into the queue.
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int, int, int) {
        On::of(w).keys_.feed_all();
        On::input(w);
    });
    glfwSetScrollCallback(window_, [](GLFWwindow* w, double, double) { On::input(w); });
    glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double, double) { On::input(w); });
    glfwSetCursorEnterCallback(window_, [](GLFWwindow* w, int) { On::change(w); });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int focused) {
        if (focused == GLFW_TRUE) On::of(w).entered_ = true;
        On::change(w);
    });
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { On::change(w); });
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) { On::change(w); });
    glfwSetWindowIconifyCallback(window_, [](GLFWwindow* w, int) { On::change(w); });
    glfwSetWindowCloseCallback(window_, [](GLFWwindow* w) { On::change(w); });
    glfwSetWindowContentScaleCallback(window_, On::scaled);
}

void Window::load_icon(const std::filesystem::path& data_dir) {
    const auto file = data_dir.parent_path() / "icons" / "hicolor" / "64x64" / "apps" / "org.pegboard.Pegboard.png";
    cairo_surface_t* surface = cairo_image_surface_create_from_png(file.c_str());
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        const int w = cairo_image_surface_get_width(surface), h = cairo_image_surface_get_height(surface);
        std::vector<unsigned char> rgba;
        for (int y = 0; y < h; ++y)
            for (int x = 0; x < w; ++x) {
                const unsigned char* bgra =
                    cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) + x * 4;
                rgba.insert(rgba.end(), {bgra[2], bgra[1], bgra[0], bgra[3]});
            }
        const GLFWimage image{w, h, rgba.data()};
        glfwSetWindowIcon(window_, 1, &image);
    }
    cairo_surface_destroy(surface);
}

void Window::show() {
    glfwShowWindow(window_);
    last_input_s_ = time_s();
}

void Window::raise() {
    if (glfwGetWindowAttrib(window_, GLFW_ICONIFIED) != GLFW_FALSE) glfwRestoreWindow(window_);
    glfwShowWindow(window_);
    glfwFocusWindow(window_);
    glfwRequestWindowAttention(window_);
}

void Window::join_desktop() {
    portal_ = std::make_unique<Portal>([] { glfwPostEmptyEvent(); });
}

void Window::new_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    keys_.feed();
    if (keys_.waiting()) ++events_;
}

void Window::present() {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    glViewport(0, 0, width, height);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window_);
}

void Window::feed_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
        if (texture->Status != ImTextureStatus_OK) ImGui_ImplOpenGL3_UpdateTexture(texture);
}

Pixels Window::draw_picture(int width, int height) { return draw_picture(*ImGui::GetDrawData(), width, height); }

Status Window::save_picture(ImDrawData& drawn, int width, int height, const std::filesystem::path& file) {
    return write_png(draw_picture(drawn, width, height), file);
}

std::future<Status> Window::copy_picture(ImDrawData& drawn, int width, int height) {
    forget_copied();
    copied_until_s_ = time_s() + clipboard_stay_s;
    return picture_->put(draw_picture(drawn, width, height));
}

Pixels Window::draw_picture(ImDrawData& drawn, int width, int height) {
    Pixels picture{width, height, std::vector<unsigned char>(static_cast<std::size_t>(width * height * 4))};
    GLuint target = 0, colour = 0;
    glGenFramebuffers(1, &target);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glGenTextures(1, &colour);
    glBindTexture(GL_TEXTURE_2D, colour);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour, 0);
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&drawn);
    std::vector<unsigned char> rows(picture.rgba.size());
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteTextures(1, &colour);
    glDeleteFramebuffers(1, &target);
    const auto row = static_cast<std::ptrdiff_t>(width) * 4;
    for (std::ptrdiff_t y = 0; y < height; ++y)
        std::copy_n(rows.begin() + (height - 1 - y) * row, row, picture.rgba.begin() + y * row);
    return picture;
}

bool Window::wait(double seconds) {
    if (seconds == 0)
        glfwPollEvents();
    else if (seconds < 0)
        glfwWaitEvents();
    else
        glfwWaitEventsTimeout(seconds);
    return std::exchange(seen_events_, events_) != events_;
}

bool Window::minimised() const { return glfwGetWindowAttrib(window_, GLFW_ICONIFIED) != GLFW_FALSE; }
bool Window::closing() const { return quit_ || glfwWindowShouldClose(window_) != GLFW_FALSE; }
void Window::stay() {
    quit_ = false;
    glfwSetWindowShouldClose(window_, GLFW_FALSE);
}
double Window::time_s() const { return awake_and_asleep_s(); }

int Window::width() const {
    int w = 0, h = 0;
    glfwGetWindowSize(window_, &w, &h);
    return w;
}
int Window::height() const {
    int w = 0, h = 0;
    glfwGetWindowSize(window_, &w, &h);
    return h;
}

bool Window::hear_desktop() {
    if (!portal_) return false;
    const auto news = portal_->take();
    for (const auto& tell : news.answers) tell();
    if (news.lock && on_lock) on_lock();
    return news.lock || news.changed || !news.answers.empty();
}

// ---------------------------------------------------------------- clipboard
// No x-kde-passwordManagerHint with it: GLFW owns the selection and answers for text alone, on its own connection and
// from a window of its own, so a further target cannot be offered beside it; a second owner would take the text away.
// Managers of the clipboard that keep a history may keep what was copied. So the screen says what is personal, and it
// goes after 30 seconds, at a lock and at the end.
void Window::copy(const std::string& words, bool personal) {
    picture_->forget();
    glfwSetClipboardString(window_, words.c_str());
    copied_ = personal ? words : std::string();
    words_copied_ = words_copied_ || personal;
    copied_until_s_ = personal ? time_s() + clipboard_stay_s : -1;
}

std::string Window::selected_elsewhere() {
    const char* words = glfwGetX11SelectionString();
    return words != nullptr ? words : std::string();
}

void Window::forget_copied() {
    if (copied_until_s_ < 0 || window_ == nullptr) return;
    copied_until_s_ = -1;
    picture_->forget();
    if (copied_.empty()) return;
    const char* now = glfwGetClipboardString(window_);
    // Somebody else's text, copied since, stays.
    if (now != nullptr && copied_ == now) glfwSetClipboardString(window_, "");
    wipe(copied_);
}

double Window::tidy_clipboard() {
    if (copied_until_s_ >= 0 && time_s() >= copied_until_s_) forget_copied();
    return copied_until_s_;
}

// ---------------------------------------------------------------- desktop
bool Window::system_is_dark() { return portal_ && portal_->dark(); }
float Window::monitor_scale() { return scale_; }
bool Window::ask_save(std::string suggestion, std::function<void(std::filesystem::path)> done) {
    return portal_ && portal_->ask_file(true, std::move(suggestion), std::move(done));
}
bool Window::ask_open(std::function<void(std::filesystem::path)> done) {
    return portal_ && portal_->ask_file(false, {}, std::move(done));
}
bool Window::print(std::string title, std::string_view pdf, std::function<void(PrintEnd)> done) {
    return portal_ && portal_->print(std::move(title), pdf, std::move(done));
}
void Window::wake() {
    if (window_ != nullptr) glfwPostEmptyEvent();
}

}  // namespace pegboard
