// SQLite's exceptions end here: they become errors that a designer understands.
#pragma once

#include <SQLiteCpp/Exception.h>
#include <filesystem>
#include <new>
#include <type_traits>

#include "core/support/error.h"

namespace tilewright {

/// Busy: Retryable; damaged: BadData with the command that helps; full, read-only: CannotWrite.
Error indexError(const std::filesystem::path& folder, const SQLite::Exception& exception);
Error damagedIndex(const std::filesystem::path& folder, const std::string& detail);
Error notEnoughMemory(const std::filesystem::path& folder);

/// The result of `action`, which gives an Expected, or the error for what it throws.
template <typename Action>
std::invoke_result_t<Action> guarded(const std::filesystem::path& folder, Action action)
{
    try {
        return action();
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected(indexError(folder, exception));
    } catch (const std::bad_alloc&) {
        return tl::unexpected(notEnoughMemory(folder));
    }
}

} // namespace tilewright
