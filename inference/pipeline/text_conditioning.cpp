#include "inference/pipeline/text_conditioning.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <spdlog/fmt/fmt.h>

namespace tilewright::inference {

namespace {

at::Tensor idsOf(const Tokenizer& tokenizer, const std::string& text, at::Device device)
{
    const std::vector<int> ids = tokenizer.encodePadded(text);
    const std::vector<std::int64_t> wide(ids.begin(), ids.end());
    return at::tensor(wide, at::kLong).unsqueeze(0).to(device);
}

} // namespace

Expected<TextConditioning> encodePrompt(
    const DiffusionModel& model, const std::string& prompt, int clipSkip)
{
    const auto& parts = model.parts();
    const auto first
        = parts.textEncoder->forward(idsOf(*parts.tokenizer, prompt, model.device()), clipSkip);
    const auto second
        = parts.textEncoder2->forward(idsOf(*parts.tokenizer2, prompt, model.device()), clipSkip);
    TextConditioning result{at::cat({first.hidden, second.hidden}, -1), second.pooled};
    if (!at::isfinite(result.embeddings).all().item<bool>()
        || !at::isfinite(result.pooled).all().item<bool>())
        return fail(ErrorKind::Internal,
            "The text encoders gave values that are no numbers. Try the precision float32, or "
            "another LoRA scale.",
            fmt::format("prompt \"{}\"", prompt));
    return result;
}

Expected<TextConditioning> encodeNegative(const DiffusionModel& model,
    const std::optional<std::string>& negative, const TextConditioning& like)
{
    if (!negative && model.parts().zerosForNoPrompt)
        return TextConditioning{at::zeros_like(like.embeddings), at::zeros_like(like.pooled)};
    return encodePrompt(model, negative.value_or(""));
}

std::vector<std::string> unknownPlaceholders(const DiffusionModel& model, const std::string& prompt)
{
    const auto& tokenizer = *model.parts().tokenizer;
    const auto markers = tokenizer.encode("").size();
    std::vector<std::string> unknown;
    for (std::size_t at = prompt.find("<s"); at != std::string::npos;
         at = prompt.find("<s", at + 1)) {
        const std::size_t end = prompt.find_first_not_of("0123456789", at + 2);
        if (end == at + 2 || end == std::string::npos || prompt[end] != '>')
            continue;
        const std::string word = prompt.substr(at, end + 1 - at);
        // A blank piece may stand before a sentencepiece word; more than that means it was spelled
        // out.
        const bool isSpelledOut = tokenizer.encode(word).size() > markers + 2;
        if (isSpelledOut && std::find(unknown.begin(), unknown.end(), word) == unknown.end())
            unknown.push_back(word);
    }
    return unknown;
}

} // namespace tilewright::inference
