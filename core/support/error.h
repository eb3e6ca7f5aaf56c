// Errors are values. They carry a sentence for the designer and detail for the log.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace tilewright {

enum class ErrorKind {
    Usage, ///< wrong option, mix or setting
    BadData, ///< damaged or foreign file
    DeviceUnavailable, ///< the asked device is not there
    Internal, ///< our fault
    CannotWrite, ///< the target cannot be written
    Retryable, ///< worth trying again: out of memory, busy
    Cancelled, ///< the user asked to stop
};

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    std::string message; ///< one or two sentences that a designer understands
    std::string detail; ///< for the log: what exactly happened where; may be empty

    bool operator==(const Error&) const = default;
};

template <typename T> using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, std::string message, std::string detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(message), std::move(detail)});
}

/// Exit status of the command line after BSD sysexits.h.
constexpr int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return 64;
    case ErrorKind::BadData:
        return 65;
    case ErrorKind::DeviceUnavailable:
        return 69;
    case ErrorKind::Internal:
        return 70;
    case ErrorKind::CannotWrite:
        return 73;
    case ErrorKind::Retryable:
        return 75;
    case ErrorKind::Cancelled:
        return 130;
    }
    return 70;
}

} // namespace tilewright
