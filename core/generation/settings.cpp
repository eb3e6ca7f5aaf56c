#include "core/generation/settings.h"

#include <array>
#include <charconv>
#include <cmath>
#include <spdlog/fmt/fmt.h>

#include "core/support/named_values.h"

namespace tilewright {
namespace {

constexpr std::array<std::pair<Scheduler, std::string_view>, 5> schedulers{{
    {Scheduler::Dpmpp2mKarras, "dpmpp-2m-karras"},
    {Scheduler::Dpmpp2m, "dpmpp-2m"},
    {Scheduler::Euler, "euler"},
    {Scheduler::EulerTrailing, "euler-trailing"},
    {Scheduler::EulerAncestral, "euler-a"},
}};

constexpr std::array<std::pair<Guide, std::string_view>, 2> guides{{
    {Guide::Mix, "mix"},
    {Guide::None, "none"},
}};

constexpr std::array<std::pair<SeamlessAxes, std::string_view>, 4> seamlessAxes{{
    {SeamlessAxes::None, "none"},
    {SeamlessAxes::X, "x"},
    {SeamlessAxes::Y, "y"},
    {SeamlessAxes::XY, "xy"},
}};

constexpr std::array<std::pair<Precision, std::string_view>, 4> precisions{{
    {Precision::Auto, "auto"},
    {Precision::Float32, "float32"},
    {Precision::BFloat16, "bfloat16"},
    {Precision::Float16, "float16"},
}};

template <typename Number> std::optional<Number> numberFrom(std::string_view text)
{
    Number number{};
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end)
        return std::nullopt;
    return number;
}

} // namespace

std::string_view toText(Scheduler value)
{
    return nameOf<Scheduler>(schedulers, value);
}
std::string_view toText(Guide value)
{
    return nameOf<Guide>(guides, value);
}
std::string_view toText(SeamlessAxes value)
{
    return nameOf<SeamlessAxes>(seamlessAxes, value);
}

std::string_view toText(Precision value)
{
    return nameOf<Precision>(precisions, value);
}

std::string toText(const DeviceChoice& choice)
{
    switch (choice.kind) {
    case DeviceChoice::Kind::Auto:
        return "auto";
    case DeviceChoice::Kind::Cpu:
        return "cpu";
    case DeviceChoice::Kind::Cuda:
        return choice.index ? fmt::format("cuda:{}", *choice.index) : "cuda";
    }
    return "";
}

Expected<Scheduler> parseScheduler(std::string_view text)
{
    return valueOf<Scheduler>(schedulers, text, "scheduler");
}

Expected<Guide> parseGuide(std::string_view text)
{
    return valueOf<Guide>(guides, text, "guide");
}

Expected<SeamlessAxes> parseSeamless(std::string_view text)
{
    return valueOf<SeamlessAxes>(seamlessAxes, text, "choice of seamless axes");
}

Expected<Precision> parsePrecision(std::string_view text)
{
    return valueOf<Precision>(precisions, text, "precision");
}

Expected<DeviceChoice> parseDevice(std::string_view text)
{
    constexpr std::string_view indexed = "cuda:";
    constexpr int mostDevices = 1024;
    if (text == "auto")
        return DeviceChoice{};
    if (text == "cpu")
        return DeviceChoice{DeviceChoice::Kind::Cpu, std::nullopt};
    if (text == "cuda")
        return DeviceChoice{DeviceChoice::Kind::Cuda, std::nullopt};
    if (text.starts_with(indexed)) {
        const auto index = numberFrom<int>(text.substr(indexed.size()));
        if (index && *index >= 0 && *index < mostDevices)
            return DeviceChoice{DeviceChoice::Kind::Cuda, index};
    }
    return fail(ErrorKind::Usage,
        fmt::format(
            "\"{}\" is no device; choose one of: auto, cpu, cuda, cuda:0, cuda:1, ….", text));
}

Expected<LoraChoice> parseLora(std::string_view text)
{
    LoraChoice choice{std::string(text), 1.0};
    if (const auto colon = text.rfind(':'); colon != std::string_view::npos) {
        const auto scale = numberFrom<double>(text.substr(colon + 1));
        if (scale && std::isfinite(*scale))
            choice = {std::string(text.substr(0, colon)), *scale};
    }
    if (choice.file.empty())
        return fail(ErrorKind::Usage,
            fmt::format("\"{}\" names no LoRA file; write FILE or FILE:SCALE.", text));
    return choice;
}

Expected<EmbeddingChoice> parseEmbedding(std::string_view text)
{
    const auto colon = text.rfind(':');
    EmbeddingChoice choice{std::string(text.substr(0, colon)), {}};
    bool isComplete = !choice.file.empty();
    for (std::size_t begin = colon; begin != std::string_view::npos;) {
        const auto end = text.find(',', begin + 1);
        const auto length = end == std::string_view::npos ? end : end - begin - 1;
        choice.tokens.emplace_back(text.substr(begin + 1, length));
        isComplete = isComplete && !choice.tokens.back().empty();
        begin = end;
    }
    if (!isComplete)
        return fail(ErrorKind::Usage,
            fmt::format("\"{}\" names no embedding; write FILE or FILE:TOKEN,TOKEN, e.g. "
                        "style.safetensors:<s0>,<s1>.",
                text));
    return choice;
}

} // namespace tilewright
