// Enumerations by the names that they have on the command line and in JSON.
#pragma once

#include <algorithm>
#include <span>
#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>
#include <string_view>
#include <utility>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

template <typename T> using NamedValues = std::span<const std::pair<T, std::string_view>>;

/// Empty when the value is not in the list.
template <typename T> std::string_view nameOf(NamedValues<T> names, T value)
{
    const auto found = std::find_if(
        names.begin(), names.end(), [&](const auto& entry) { return entry.first == value; });
    return found == names.end() ? std::string_view() : found->second;
}

/// Errors: Usage, with all names that are allowed; `what` is the kind of thing, e.g. "scheduler".
template <typename T>
Expected<T> valueOf(NamedValues<T> names, std::string_view text, std::string_view what)
{
    std::vector<std::string_view> allowed;
    for (const auto& [value, name] : names) {
        if (name == text)
            return value;
        allowed.push_back(name);
    }
    return fail(ErrorKind::Usage,
        fmt::format("\"{}\" is no {}; choose one of: {}.", text, what, fmt::join(allowed, ", ")));
}

} // namespace tilewright
