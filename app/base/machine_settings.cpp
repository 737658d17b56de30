// Reads and writes the machine's settings and makes our folders. It refuses personal words: the path
// of the caseload opened last is the only text it keeps.
#include "app/base/machine_settings.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>

#include "core/exchange/toml_bounds.h"
#include "core/model/hours.h"
#include "core/rules/emergency.h"

namespace pegboard {
namespace {

constexpr std::array theme_keys{"light", "dark", "system"};
constexpr std::array date_keys{"system", "month first", "day first"};

ThemeChoice read_theme(const std::string& key) {
    const auto found = std::find(theme_keys.begin(), theme_keys.end(), key);
    return found == theme_keys.end() ? ThemeChoice::system : static_cast<ThemeChoice>(found - theme_keys.begin());
}

DateChoice read_dates(const std::string& key) {
    const auto found = std::find(date_keys.begin(), date_keys.end(), key);
    return found == date_keys.end() ? DateChoice::system : static_cast<DateChoice>(found - date_keys.begin());
}

/// The order of the machine's language; month first where its locale is not installed.
DateOrder system_order() {
    const locale_t locale = ::newlocale(LC_TIME_MASK, "", nullptr);
    if (locale == nullptr) return DateOrder::month_first;
    const DateOrder order = order_of(::nl_langinfo_l(D_FMT, locale));
    ::freelocale(locale);
    return order;
}

/// As the machine's language says the time; with twelve hours in one that belongs to no country, or is not installed.
Hours system_hours() {
    const locale_t locale = ::newlocale(LC_TIME_MASK, "", nullptr);
    if (locale == nullptr) return Hours::twelve;
    std::string region;
    for (const char* name : {"LANG", "LC_TIME", "LC_ALL"})  // the last one that is set counts
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') region = region_of(value);
    const Hours hours = !region.empty() ? hours_of(::nl_langinfo_l(T_FMT, locale)) : Hours::twelve;
    ::freelocale(locale);
    return hours;
}

int read_int(const toml::table& table, const char* key, int usual, int low, int high) {
    const auto value = table[key].value<int64_t>();
    return value && *value >= low && *value <= high ? static_cast<int>(*value) : usual;
}

Error write_failed(const std::filesystem::path& file) {
    return {ErrorKind::storage,
            {},
            "The settings of this laptop could not be saved. Your caseload is safe.",
            "settings " + file.filename().string() + ": " + std::strerror(errno)};
}

bool write_whole(int handle, const std::string& text) {
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t wrote = ::write(handle, text.data() + done, text.size() - done);
        if (wrote < 0) return false;
        done += static_cast<std::size_t>(wrote);
    }
    return ::fsync(handle) == 0;
}

}  // namespace

namespace {
constexpr std::size_t most_bytes = 64 * 1024;

/// The text of the file when it can be parsed at all; nothing for one that is missing.
std::optional<std::string> read_text(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return std::nullopt;
    std::ifstream in(file, std::ios::binary);
    std::string text(most_bytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

std::filesystem::path aside_of(std::filesystem::path file) { return file += ".unreadable"; }

/// Out of the way of the next start, and there to be looked at.
void put_aside(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::rename(file, aside_of(file), ignored);
}
}  // namespace

DateOrder date_order(const MachineSettings& settings) {
    static const DateOrder of_system = system_order();  // a language does not change while a program runs
    return settings.dates == DateChoice::month_first ? DateOrder::month_first
           : settings.dates == DateChoice::day_first ? DateOrder::day_first
                                                     : of_system;
}

void say_hours_of_system() { say_hours(system_hours()); }

std::string system_region() {
    for (const char* name : {"LC_ALL", "LC_TELEPHONE", "LC_ADDRESS", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return region_of(value);
    return {};
}

MachineSettings load_machine_settings(const std::filesystem::path& file) {
    MachineSettings settings;
    const auto text = read_text(file);
    std::error_code none;
    settings.set_aside = !text && std::filesystem::exists(aside_of(file), none);  // until settings are kept again
    if (!text) return settings;
    if (!within_bounds(*text, most_bytes)) {
        put_aside(file);
        settings.set_aside = true;
        return settings;
    }
    try {
        const toml::table table = toml::parse(*text);
        settings.theme = read_theme(table["theme"].value_or(std::string("system")));
        settings.text_percent = read_int(table, "text_percent", settings.text_percent, 80, 200);
        settings.dates = read_dates(table["dates"].value_or(std::string("system")));
        settings.reduce_motion = table["reduce_motion"].value_or(false);
        settings.lock_minimised = table["lock_minimised"].value_or(false);
        settings.last_file = table["last_file"].value_or(std::string());
        settings.window_w = read_int(table, "window_w", settings.window_w, 640, 16384);
        settings.window_h = read_int(table, "window_h", settings.window_h, 400, 16384);
    } catch (const toml::parse_error&) {
        settings = {};  // the usual ones serve
        put_aside(file);
        settings.set_aside = true;
    }
    return settings;
}

Status save_machine_settings(const std::filesystem::path& file, const MachineSettings& settings) {
    const toml::table table{{"theme", theme_keys[static_cast<std::size_t>(settings.theme)]},
                            {"text_percent", settings.text_percent},
                            {"reduce_motion", settings.reduce_motion},
                            {"dates", date_keys[static_cast<std::size_t>(settings.dates)]},
                            {"lock_minimised", settings.lock_minimised},
                            {"last_file", settings.last_file},
                            {"window_w", settings.window_w},
                            {"window_h", settings.window_h}};
    std::ostringstream text;
    text << table << '\n';
    const std::string fresh = file.string() + ".new";
    const int handle = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (handle < 0) return write_failed(file);
    const bool written = write_whole(handle, text.str());
    ::close(handle);
    if (!written || ::rename(fresh.c_str(), file.c_str()) != 0) {
        Error error = write_failed(file);
        ::unlink(fresh.c_str());
        return error;
    }
    return {};
}

namespace {

/// The folder of an XDG variable, or `usual` under the home folder.
std::filesystem::path xdg_folder(const char* variable, const std::filesystem::path& home, const char* usual) {
    const char* value = std::getenv(variable);
    const bool usable = value != nullptr && value[0] == '/';
    return (usable ? std::filesystem::path(value) : home / usual) / "pegboard";
}

void make_private(const std::filesystem::path& folder) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    ::chmod(folder.c_str(), 0700);
}

}  // namespace

Folders xdg_folders() {
    const char* value = std::getenv("HOME");
    const std::filesystem::path home = value != nullptr && value[0] == '/' ? value : "/";
    Folders folders{xdg_folder("XDG_CONFIG_HOME", home, ".config"), xdg_folder("XDG_STATE_HOME", home, ".local/state"),
                    xdg_folder("XDG_CACHE_HOME", home, ".cache"), home / "Documents"};
    for (const auto& folder : {folders.config, folders.state, folders.cache}) make_private(folder);
    std::error_code ignored;
    if (!std::filesystem::is_directory(folders.documents, ignored)) folders.documents = home;
    return folders;
}

}  // namespace pegboard
