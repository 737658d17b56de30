// Result<T>: a value or one Error that a therapist can read. It refuses to be ignored.
#pragma once
#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace pegboard {

enum class ErrorKind {
    invalid,  ///< a rule is broken; `field` names where
    missing,  ///< the thing is gone meanwhile
    storage,  ///< full, locked, damaged or read-only file; `detail` is for the log
    refused,  ///< this file or program state does not allow it (newer schema, not our file, in use)
};

struct Error {
    ErrorKind kind = ErrorKind::invalid;
    std::string field;    ///< widget field the message belongs under; empty when none
    std::string message;  ///< one or two plain sentences for the therapist
    std::string detail;   ///< for the log; never people's words
};

template <class T>
class [[nodiscard]] Result {
 public:
    Result(T value) : content_(std::move(value)) {}
    Result(Error error) : content_(std::move(error)) {}

    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(content_); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T& value() const& { return std::get<T>(content_); }
    [[nodiscard]] T& value() & { return std::get<T>(content_); }
    [[nodiscard]] T&& take() { return std::get<T>(std::move(content_)); }
    [[nodiscard]] const Error& error() const { return std::get<Error>(content_); }

 private:
    std::variant<T, Error> content_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !error_.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const {
        assert(error_);
        return *error_;
    }

 private:
    std::optional<Error> error_;
};

using Status = Result<void>;

/// An Error for a broken rule, shown under `field`.
inline Error invalid(std::string field, std::string message) {
    return {ErrorKind::invalid, std::move(field), std::move(message), {}};
}

}  // namespace pegboard
