#include "core/generation/model_report.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>

namespace tilewright {
namespace {

/// Of the program with its libraries, before any weight is loaded.
constexpr std::uint64_t programBytes = std::uint64_t{350} << 20;

/// Per pixel, for the granule picture, the finished one and its measuring.
constexpr std::int64_t pictureBytes = 64;

std::string fileName(const std::string& path)
{
    return std::filesystem::path(path).filename().string();
}

std::string partSentence(const PartReport& part)
{
    if (!part.problem.empty())
        return part.problem;
    if (!part.missing.empty())
        return fmt::format("The part {} lacks {} of its tensors, such as {}. Copy the model again.",
            part.name, part.missing.size(), part.missing.front());
    return fmt::format("The part {} holds {} tensors of another shape than its config.json tells: "
                       "{}. It belongs to another model.",
        part.name, part.misshapen.size(), part.misshapen.front());
}

std::string loraSentence(const LoraReport& lora)
{
    const std::string name = fileName(lora.file);
    if (!lora.problem.empty())
        return lora.problem;
    if (lora.matched.empty())
        return fmt::format("None of the {} modules of the LoRA {} fit this model: it was trained "
                           "on another one. Remove it, or choose its model.",
            lora.modules, name);
    return fmt::format("Only {} of the {} modules of the LoRA {} fit this model; the others, such "
                       "as {}, have no effect.",
        lora.matched.size(), lora.modules, name, lora.unmatched.front());
}

int bytesPerValue(Precision precision)
{
    return precision == Precision::BFloat16 || precision == Precision::Float16 ? 2 : 4;
}

} // namespace

std::string ModelChoice::name() const
{
    if (!profile.name.empty())
        return profile.name;
    const std::filesystem::path path(model);
    return (path.extension() == ".safetensors" ? path.stem() : path.filename()).string();
}

bool ModelReport::complete() const
{
    return std::all_of(
        parts.begin(), parts.end(), [](const auto& part) { return part.isUsable(); });
}

std::int64_t ModelReport::parameters() const
{
    std::int64_t sum = 0;
    for (const PartReport& part : parts)
        sum += part.parameters;
    return sum;
}

std::int64_t ModelReport::bytes() const
{
    std::int64_t sum = 0;
    for (const PartReport& part : parts)
        sum += part.bytes;
    return sum;
}

std::vector<std::string> ModelReport::dtypes() const
{
    std::set<std::string> all;
    for (const PartReport& part : parts)
        all.insert(part.dtypes.begin(), part.dtypes.end());
    return {all.begin(), all.end()};
}

std::size_t ModelReport::loraModules() const
{
    std::size_t sum = 0;
    for (const LoraReport& lora : loras)
        sum += static_cast<std::size_t>(lora.modules);
    return sum;
}

std::size_t ModelReport::matchedModules() const
{
    std::size_t sum = 0;
    for (const LoraReport& lora : loras)
        sum += lora.matched.size();
    return sum;
}

std::vector<ModelFinding> ModelReport::findings() const
{
    std::vector<ModelFinding> findings;
    for (const PartReport& part : parts) {
        if (!part.isUsable())
            findings.push_back({true, partSentence(part)});
    }
    // Whether adapters fit cannot be told of half a model.
    const bool isWhole = findings.empty();
    for (const LoraReport& lora : loras) {
        if (!lora.problem.empty() || (isWhole && !lora.unmatched.empty()))
            findings.push_back({!lora.isUsable(), loraSentence(lora)});
    }
    for (const EmbeddingReport& embedding : embeddings) {
        if (!embedding.problem.empty())
            findings.push_back({true, embedding.problem});
    }
    if (!strayTokens.empty())
        findings.push_back({false,
            fmt::format("The prompt asks for {}, to which no textual inversion gives a meaning. "
                        "Add the one that was trained with the LoRA, or clear the tokens.",
                fmt::join(strayTokens, ", "))});
    std::stable_partition(findings.begin(), findings.end(),
        [](const ModelFinding& finding) { return finding.isBlocking; });
    return findings;
}

MemoryEstimate estimateMemory(const ModelReport& report, Precision precision, int width, int height)
{
    const WorkingShape& shape = report.working;
    const std::int64_t size = bytesPerValue(precision);
    const std::int64_t vaeSize
        = precision == Precision::Float16 && shape.vaeNeedsFloat32 ? 4 : size;
    const std::int64_t pixels = std::int64_t{width} * height;
    const std::int64_t latentPixels = pixels / (std::int64_t{shape.factor} * shape.factor);
    // Prompt and negative prompt are denoised side by side.
    const std::int64_t denoise = 2 * latentPixels * shape.denoiseValues * size;
    const std::int64_t decode = std::min(pixels, shape.decodePixels) * shape.decodeValues * vaeSize;
    const std::int64_t encode = pixels * shape.encodeValues * vaeSize;
    return {static_cast<std::uint64_t>(
                (report.parameters() - shape.vaeParameters) * size + shape.vaeParameters * vaeSize),
        static_cast<std::uint64_t>(std::max({denoise, encode, decode}) + pixels * pictureBytes)
            + programBytes};
}

std::vector<std::string> placeholderTokens(const std::string& prompt)
{
    std::vector<std::string> tokens;
    for (std::size_t begin = prompt.find('<'); begin != std::string::npos;
         begin = prompt.find('<', begin + 1)) {
        const std::size_t end = prompt.find_first_of("<> ,", begin + 1);
        if (end != std::string::npos && prompt[end] == '>' && end > begin + 1)
            tokens.push_back(prompt.substr(begin, end - begin + 1));
    }
    return tokens;
}

} // namespace tilewright
