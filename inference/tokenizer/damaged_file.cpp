#include "inference/tokenizer/damaged_file.h"

#include <spdlog/fmt/fmt.h>

namespace tilewright::inference {

tl::unexpected<Error> damagedTokenizerFile(
    const std::filesystem::path& file, const std::string& what, std::string_view detail)
{
    return fail(ErrorKind::BadData,
        fmt::format("The tokenizer file {} is damaged: {}. Download or copy the model again.",
            file.filename().string(), what),
        fmt::format("{}: {}{}{}", file.string(), what, detail.empty() ? "" : "; ", detail));
}

} // namespace tilewright::inference
