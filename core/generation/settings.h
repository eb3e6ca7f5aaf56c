// Choices that make up a request, with the names they have on the command line and in JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

enum class Scheduler { Dpmpp2mKarras, Dpmpp2m, Euler, EulerTrailing, EulerAncestral };
enum class Guide { None, Mix }; ///< Mix: start from the granule picture of the exact mix
/// Along which axes the right edge fits the left one, and the bottom the top.
enum class SeamlessAxes { None, X, Y, XY };
enum class Precision { Auto, Float32, BFloat16, Float16 };

struct DeviceChoice {
    enum class Kind { Auto, Cpu, Cuda };
    Kind kind = Kind::Auto;
    std::optional<int> index; ///< of the CUDA device; absent: the one with the most memory
    bool operator==(const DeviceChoice&) const = default;
};

struct LoraChoice {
    std::string file;
    double scale = 1.0;
    bool operator==(const LoraChoice&) const = default;
};

struct EmbeddingChoice {
    std::string file;
    std::vector<std::string> tokens; ///< empty: <s0>, <s1>, … as many as the file has vectors
    bool operator==(const EmbeddingChoice&) const = default;
};

std::string_view toText(
    Scheduler); ///< "dpmpp-2m-karras", "dpmpp-2m", "euler", "euler-trailing", "euler-a"
std::string_view toText(Guide); ///< "mix", "none"
std::string_view toText(SeamlessAxes); ///< "none", "x", "y", "xy"
std::string_view toText(Precision); ///< "auto", "float32", "bfloat16", "float16"
std::string toText(const DeviceChoice&); ///< "auto", "cpu", "cuda", "cuda:1"

// The readers' error (Usage) lists what is allowed.
Expected<Scheduler> parseScheduler(std::string_view);
Expected<Guide> parseGuide(std::string_view);
Expected<SeamlessAxes> parseSeamless(std::string_view);
Expected<Precision> parsePrecision(std::string_view);
Expected<DeviceChoice> parseDevice(std::string_view);
/// "FILE[:SCALE]"; a colon that is not followed by a number belongs to the file name.
Expected<LoraChoice> parseLora(std::string_view);
/// "FILE[:TOKEN,TOKEN…]"
Expected<EmbeddingChoice> parseEmbedding(std::string_view);

} // namespace tilewright
