#include "core/mix/prompt_format.h"

#include <algorithm>
#include <spdlog/fmt/fmt.h>

#include "core/mix/mix_text.h"

namespace tilewright {
namespace {

/// Known colours with amounts, in the order of their first appearance.
Expected<std::vector<std::pair<std::string, double>>> resolve(
    const std::vector<MixEntry>& entries, const Palette& palette)
{
    std::vector<std::pair<std::string, double>> weights;
    for (const MixEntry& entry : entries) {
        const GranuleColor* color = palette.find(entry.name);
        if (!color)
            return fail(ErrorKind::Usage,
                fmt::format("There is no colour {} in the palette {}. The nearest names are: {}.",
                    quotation(entry.name), palette.name(),
                    fmt::join(palette.nearestNames(entry.name), ", ")));
        const auto same = std::find_if(weights.begin(), weights.end(),
            [&](const auto& weight) { return weight.first == color->name; });
        if (same == weights.end())
            weights.emplace_back(color->name, entry.amount);
        else
            same->second += entry.amount;
    }
    return weights;
}

std::string_view without(std::string_view text, std::string_view prefix)
{
    return !prefix.empty() && text.starts_with(prefix) ? trimmed(text.substr(prefix.size())) : text;
}

} // namespace

std::string formatMix(const Mix& mix)
{
    std::string text;
    for (const MixShare& share : mix.shares()) {
        if (share.perMille == 0)
            continue;
        if (!text.empty())
            text += ", ";
        text += fmt::format("{}", share.perMille / 10);
        if (share.perMille % 10 != 0)
            text += fmt::format(".{}", share.perMille % 10);
        text += fmt::format("% {}", share.color);
    }
    return text;
}

Expected<Mix> parseMix(std::string_view text, const Palette& palette)
{
    const std::string plain = withPlainBlanks(text);
    const auto mix = readMixText(plain);
    if (!mix)
        return tl::unexpected(mix.error());
    const auto weights = resolve(mix->entries, palette);
    if (!weights)
        return tl::unexpected(weights.error());
    if (const auto checked = checkSum(*mix, plain); !checked)
        return tl::unexpected(checked.error());
    return Mix::fromWeights(*weights);
}

std::string PromptFormat::format(const Mix& mix) const
{
    std::string prompt = trigger;
    if (!prompt.empty() && !tokens.empty())
        prompt += ' ';
    prompt += tokens;
    for (const std::string& part : {formatMix(mix), suffix}) {
        if (!prompt.empty() && !part.empty())
            prompt += ", ";
        prompt += part;
    }
    return prompt;
}

Expected<Mix> PromptFormat::parse(std::string_view prompt, const Palette& palette) const
{
    const std::string plain = withPlainBlanks(prompt);
    const auto suffixParts = splitEntries(suffix);
    std::string mix;
    for (std::string_view part : splitEntries(plain)) {
        if (std::find(suffixParts.begin(), suffixParts.end(), part) != suffixParts.end())
            continue;
        part = without(without(part, trigger), tokens);
        const auto entry = readMixEntry(part);
        const bool isShare = part.find('%') != std::string_view::npos
            || (entry && palette.find(entry->name)) || parseMix(part, palette);
        if (isShare)
            mix.append(mix.empty() ? "" : ", ").append(part);
    }
    if (mix.empty())
        return fail(ErrorKind::Usage,
            fmt::format("There is no mix in the prompt {}. Write shares and colours, e.g. \"{}\".",
                quotation(prompt), exampleMix));
    return parseMix(mix, palette);
}

} // namespace tilewright
