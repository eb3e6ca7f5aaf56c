#include "inference/tokenizer/tokenizer.h"

#include <spdlog/fmt/fmt.h>

#include "inference/tokenizer/clip_tokenizer.h"
#include "inference/tokenizer/sentencepiece_tokenizer.h"

namespace tilewright::inference {

Expected<std::unique_ptr<Tokenizer>> Tokenizer::load(const std::filesystem::path& folder)
{
    const auto holds = [&folder](const char* file) {
        std::error_code ignored;
        return std::filesystem::exists(folder / file, ignored);
    };
    if (holds("vocab.json") && holds("merges.txt"))
        return ClipTokenizer::load(folder);
    if (holds("spiece.model"))
        return SentencepieceTokenizer::load(folder);
    return fail(ErrorKind::BadData,
        fmt::format("The model folder {} has no tokenizer: it needs vocab.json with merges.txt, or "
                    "spiece.model. Download or copy the model again.",
            folder.filename().string()),
        folder.string());
}

} // namespace tilewright::inference
