#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <spdlog/fmt/fmt.h>

#include "core/support/atomic_file.h"
#include "inference/weights/safetensors.h"
#include "inference/weights/safetensors_header.h"

namespace tilewright::inference {

namespace {

constexpr std::size_t headerAlignment = 8;

tl::unexpected<Error> cannotSave(const std::filesystem::path& path, std::string detail)
{
    return fail(ErrorKind::Internal,
        fmt::format("The model file {} was not saved because of a mistake in this program.",
            path.filename().string()),
        std::move(detail));
}

/// Empty when all is well, else what is wrong.
std::string check(const std::vector<TensorToWrite>& tensors)
{
    std::set<std::string_view> names;
    for (const TensorToWrite& tensor : tensors) {
        if (tensor.name == metadataKey)
            return "a tensor has the reserved name " + tensor.name;
        if (!names.insert(tensor.name).second)
            return fmt::format("the tensor {} comes twice", tensor.name);
        const auto size = byteSize(tensor.dtype, tensor.shape);
        if (!size || *size != tensor.bytes.size())
            return fmt::format("the tensor {} has {} bytes, which do not fit its shape",
                tensor.name, tensor.bytes.size());
    }
    return {};
}

/// Throws nlohmann's type_error when a name or a value is not UTF-8.
std::string headerJson(const std::vector<const TensorToWrite*>& inOrder,
    const std::map<std::string, std::string>& metadata)
{
    std::string json = "{";
    const auto append = [&json](std::string_view name, const nlohmann::json& value) {
        json += json.size() > 1 ? "," : "";
        json += nlohmann::json(name).dump() + ":" + value.dump();
    };
    if (!metadata.empty())
        append(metadataKey, metadata);
    std::uint64_t begin = 0;
    for (const TensorToWrite* tensor : inOrder) {
        const std::uint64_t end = begin + tensor->bytes.size();
        append(tensor->name,
            {{"dtype", toText(tensor->dtype)}, {"shape", tensor->shape},
                {"data_offsets", {begin, end}}});
        begin = end;
    }
    json += "}";
    json.resize((json.size() + headerAlignment - 1) / headerAlignment * headerAlignment, ' ');
    return json;
}

} // namespace

Expected<void> writeSafetensors(const std::filesystem::path& path,
    const std::vector<TensorToWrite>& tensors, const std::map<std::string, std::string>& metadata)
{
    if (std::string wrong = check(tensors); !wrong.empty())
        return cannotSave(path, std::move(wrong));

    std::vector<const TensorToWrite*> inOrder;
    inOrder.reserve(tensors.size());
    for (const TensorToWrite& tensor : tensors)
        inOrder.push_back(&tensor);
    std::sort(inOrder.begin(), inOrder.end(), [](const auto* a, const auto* b) {
        const auto sizeA = sizeOf(a->dtype);
        const auto sizeB = sizeOf(b->dtype);
        return sizeA != sizeB ? sizeA > sizeB : a->name < b->name;
    });

    std::string json;
    try {
        json = headerJson(inOrder, metadata);
    } catch (const nlohmann::json::exception& exception) {
        return cannotSave(path, exception.what());
    }
    if (json.size() > maximumHeaderLength)
        return cannotSave(path, fmt::format("the header has {} bytes", json.size()));

    std::vector<std::byte> file;
    std::size_t total = sizeof(std::uint64_t) + json.size();
    for (const TensorToWrite* tensor : inOrder)
        total += tensor->bytes.size();
    file.reserve(total);
    const std::uint64_t headerLength = json.size();
    const auto lengthBytes = std::as_bytes(std::span(&headerLength, 1));
    file.insert(file.end(), lengthBytes.begin(), lengthBytes.end());
    const auto jsonBytes = std::as_bytes(std::span(json));
    file.insert(file.end(), jsonBytes.begin(), jsonBytes.end());
    for (const TensorToWrite* tensor : inOrder)
        file.insert(file.end(), tensor->bytes.begin(), tensor->bytes.end());
    return writeFileAtomically(path, std::span<const std::byte>(file));
}

} // namespace tilewright::inference
