// The one sentence for a tokenizer file that cannot be used.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/support/error.h"

namespace tilewright::inference {

/// `what` is worded to stand behind "the file is damaged: "; `detail` is for the log alone.
tl::unexpected<Error> damagedTokenizerFile(
    const std::filesystem::path& file, const std::string& what, std::string_view detail = {});

} // namespace tilewright::inference
