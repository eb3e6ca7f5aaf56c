// The JSON header of a safetensors file, checked against every rule of the format.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "inference/weights/safetensors.h"

namespace tilewright::inference {

constexpr std::uint64_t maximumHeaderLength = 100'000'000;
constexpr std::string_view metadataKey = "__metadata__";

struct SafetensorsHeader {
    std::map<std::string, TensorInfo> tensors;
    std::map<std::string, std::string> metadata;
};

/// Reads the JSON and checks it against the payload that follows it. The error is the broken rule,
/// worded to stand behind "the file is damaged: ".
tl::expected<SafetensorsHeader, std::string> parseSafetensorsHeader(
    std::string_view json, std::uint64_t payloadSize);

/// Bytes of a tensor; nothing when that overflows 64 bits or an extent is negative.
std::optional<std::uint64_t> byteSize(DType dtype, const std::vector<std::int64_t>& shape);

} // namespace tilewright::inference
