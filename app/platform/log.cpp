// Sets up spdlog.
#include "app/platform/log.h"

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace pegboard {

void start_log(const std::filesystem::path& state_dir) {
    constexpr std::size_t bytes = 512 * 1024, files = 3;
    spdlog::sink_ptr sink;
    try {
        sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>((state_dir / "pegboard.log").string(), bytes,
                                                                      files - 1);
    } catch (const spdlog::spdlog_ex&) {
        sink = std::make_shared<spdlog::sinks::null_sink_mt>();
    }
    auto logger = std::make_shared<spdlog::logger>("pegboard", sink);
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(logger);
}

}  // namespace pegboard
