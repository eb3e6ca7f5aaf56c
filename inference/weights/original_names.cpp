#include "inference/weights/original_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <spdlog/fmt/fmt.h>
#include <utility>

namespace tilewright::inference {

namespace {

using NamePair = std::pair<std::string_view, std::string_view>; // ours, theirs

constexpr std::array topLevel{
    NamePair{"time_embedding.linear_1", "time_embed.0"},
    NamePair{"time_embedding.linear_2", "time_embed.2"},
    NamePair{"add_embedding.linear_1", "label_emb.0.0"},
    NamePair{"add_embedding.linear_2", "label_emb.0.2"},
    NamePair{"conv_in", "input_blocks.0.0"},
    NamePair{"conv_norm_out", "out.0"},
    NamePair{"conv_out", "out.2"},
    NamePair{"mid_block.attentions.0", "middle_block.1"},
};

constexpr std::array insideResidual{
    NamePair{"norm1", "in_layers.0"},
    NamePair{"conv1", "in_layers.2"},
    NamePair{"time_emb_proj", "emb_layers.1"},
    NamePair{"norm2", "out_layers.0"},
    NamePair{"conv2", "out_layers.3"},
    NamePair{"conv_shortcut", "skip_connection"},
};

/// What follows `path` in `name`, with its dot; none when `name` is not inside `path`.
std::optional<std::string_view> tailAfter(std::string_view name, std::string_view path)
{
    if (!name.starts_with(path) || (name.size() > path.size() && name[path.size()] != '.'))
        return std::nullopt;
    return name.substr(path.size());
}

/// ".conv1.weight" -> ".in_layers.2.weight"
std::string residualTail(std::string_view tail)
{
    for (const auto& [ours, theirs] : insideResidual) {
        if (tail.empty())
            break;
        if (const auto rest = tailAfter(tail.substr(1), ours))
            return fmt::format(".{}{}", theirs, *rest);
    }
    return std::string(tail);
}

/// Takes the text up to the next dot off the front; the dot stays at the front of the rest.
std::string_view takeWord(std::string_view& path)
{
    if (path.starts_with('.'))
        path.remove_prefix(1);
    const std::string_view word = path.substr(0, path.find('.'));
    path.remove_prefix(word.size());
    return word;
}

std::optional<int> takeNumber(std::string_view& path)
{
    const std::string_view word = takeWord(path);
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return number;
}

} // namespace

OriginalUNetNames::OriginalUNetNames(const ParameterSet& parameters)
    : m_down(levels(parameters, "down_blocks", 1,
        1)) // block 0 is conv_in; each level ends with its downsampler
    , m_up(levels(parameters, "up_blocks", 0, 0))
{
}

std::vector<OriginalUNetNames::Level> OriginalUNetNames::levels(
    const ParameterSet& parameters, const std::string& side, int first, int extra)
{
    std::vector<Level> result;
    for (const auto& parameter : parameters.all()) {
        std::string_view path = parameter.name;
        if (takeWord(path) != side)
            continue;
        const auto number = takeNumber(path);
        const auto kind = takeWord(path);
        const auto index = takeNumber(path);
        if (!number || !index)
            continue;
        if (result.size() <= static_cast<std::size_t>(*number))
            result.resize(static_cast<std::size_t>(*number) + 1);
        Level& level = result[static_cast<std::size_t>(*number)];
        if (kind == "resnets")
            level.layers = std::max(level.layers, *index + 1);
        level.attention = level.attention || kind == "attentions";
    }
    for (auto& level : result) {
        level.first = first;
        first += level.layers + extra;
    }
    return result;
}

std::optional<std::string> OriginalUNetNames::of(std::string_view name) const
{
    for (const auto& [ours, theirs] : topLevel) {
        if (const auto tail = tailAfter(name, ours))
            return fmt::format("{}{}", theirs, *tail);
    }
    if (const auto tail = tailAfter(name, "mid_block.resnets.0"))
        return "middle_block.0" + residualTail(*tail);
    if (const auto tail = tailAfter(name, "mid_block.resnets.1"))
        return "middle_block.2" + residualTail(*tail);

    std::string_view tail = name;
    const bool down = takeWord(tail) == "down_blocks";
    const auto number = takeNumber(tail);
    const auto kind = takeWord(tail);
    const auto index = takeNumber(tail);
    const auto& side = down ? m_down : m_up;
    if (!number || !index || static_cast<std::size_t>(*number) >= side.size())
        return std::nullopt;
    const Level& level = side[static_cast<std::size_t>(*number)];
    const std::string_view base = down ? "input_blocks" : "output_blocks";
    if (kind == "resnets")
        return fmt::format("{}.{}.0{}", base, level.first + *index, residualTail(tail));
    if (kind == "attentions")
        return fmt::format("{}.{}.1{}", base, level.first + *index, tail);
    if (kind == "downsamplers") { // "conv" is "op" there
        const auto rest = tail.empty() ? tail : tail.substr(std::string_view(".conv").size());
        return fmt::format("{}.{}.0.op{}", base, level.first + level.layers, rest);
    }
    if (kind == "upsamplers") // sits behind the last layer of its level
        return fmt::format(
            "{}.{}.{}{}", base, level.first + level.layers - 1, level.attention ? 2 : 1, tail);
    return std::nullopt;
}

} // namespace tilewright::inference
