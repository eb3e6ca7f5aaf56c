#include "inference/adapter/textual_inversion.h"

#include <ATen/ATen.h>
#include <spdlog/fmt/fmt.h>

#include "inference/weights/tensor_io.h"

namespace tilewright::inference {

Expected<TextualInversion> TextualInversion::open(const std::filesystem::path& path)
{
    auto file = SafetensorsFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    const std::string name = path.filename().string();
    for (const auto& [first, second] :
        {std::pair{"clip_l", "clip_g"}, std::pair{"text_encoders_0", "text_encoders_1"}}) {
        const auto* one = file->find(first);
        const auto* two = file->find(second);
        if (!one || !two)
            continue;
        const auto vectors1 = readTensor(*file, *one), vectors2 = readTensor(*file, *two);
        if (!vectors1 || !vectors2)
            return tl::unexpected((vectors1 ? vectors2 : vectors1).error());
        TextualInversion result{vectors1->to(at::kFloat), vectors2->to(at::kFloat)};
        for (auto* vectors : {&result.first, &result.second}) {
            if (vectors->dim() == 1)
                *vectors = vectors->unsqueeze(0);
        }
        if (result.first.dim() != 2 || result.second.dim() != 2
            || result.first.size(0) != result.second.size(0) || result.first.size(0) == 0)
            return fail(ErrorKind::BadData,
                fmt::format(
                    "The embedding {} is damaged: its two parts hold different numbers of tokens.",
                    name));
        if (!at::isfinite(result.first).all().item<bool>()
            || !at::isfinite(result.second).all().item<bool>())
            return fail(ErrorKind::BadData,
                fmt::format("The embedding {} holds values that are no numbers.", name));
        return result;
    }
    return fail(ErrorKind::BadData,
        fmt::format(
            "{} is no textual inversion for SDXL: it lacks the vectors clip_l and clip_g.", name));
}

} // namespace tilewright::inference
