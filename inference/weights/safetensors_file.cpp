#include <algorithm>
#include <bit>
#include <new>
#include <spdlog/fmt/fmt.h>

#include "inference/weights/safetensors.h"
#include "inference/weights/safetensors_header.h"

namespace tilewright::inference {

static_assert(std::endian::native == std::endian::little,
    "tensors are handed out as they lie in the file, which is little endian");

namespace {

constexpr std::uint64_t lengthFieldSize = 8;

tl::unexpected<Error> damaged(const std::string& name, const std::string& rule)
{
    return fail(ErrorKind::BadData,
        fmt::format("The model file {} is damaged: {}. Download or copy it again.", name, rule),
        fmt::format("{}: {}", name, rule));
}

/// With its folder: all parts of a model call their weights alike.
std::string shortName(const std::filesystem::path& path)
{
    return (path.parent_path().filename() / path.filename()).string();
}

} // namespace

std::int64_t TensorInfo::elementCount() const
{
    std::int64_t count = 1;
    for (const std::int64_t extent : shape)
        count *= extent;
    return count;
}

Expected<SafetensorsFile> SafetensorsFile::open(const std::filesystem::path& path)
{
    auto stored = StoredBytes::ofFile(path);
    if (!stored)
        return tl::unexpected<Error>(std::move(stored.error()));
    auto file = parse(std::move(*stored), shortName(path));
    if (!file)
        file.error().detail = path.string() + ": " + file.error().detail;
    return file;
}

Expected<SafetensorsFile> SafetensorsFile::fromBytes(std::vector<std::byte> bytes, std::string name)
{
    return parse(StoredBytes::ofMemory(std::move(bytes)), std::move(name));
}

Expected<SafetensorsFile> SafetensorsFile::parse(
    std::shared_ptr<const StoredBytes> stored, std::string name)
{
    if (stored->size() < lengthFieldSize)
        return damaged(name, fmt::format("it has only {} bytes", stored->size()));
    std::uint64_t headerLength = 0;
    if (auto read = stored->read(0, std::as_writable_bytes(std::span(&headerLength, 1))); !read)
        return tl::unexpected<Error>(std::move(read.error()));
    if (headerLength > maximumHeaderLength)
        return damaged(name,
            fmt::format("its header claims {} bytes, more than the {} allowed", headerLength,
                maximumHeaderLength));
    const std::uint64_t rest = stored->size() - lengthFieldSize;
    if (headerLength > rest)
        return damaged(name,
            fmt::format(
                "it is cut off: {} of {} bytes of its header are there", rest, headerLength));

    SafetensorsFile result;
    result.m_payload = lengthFieldSize + headerLength;
    try {
        std::string json(static_cast<std::size_t>(headerLength), '\0');
        if (auto read = stored->read(lengthFieldSize, std::as_writable_bytes(std::span(json)));
            !read)
            return tl::unexpected<Error>(std::move(read.error()));
        auto header = parseSafetensorsHeader(json, rest - headerLength);
        if (!header)
            return damaged(name, header.error());
        result.m_tensors = std::move(header->tensors);
        result.m_metadata = std::move(header->metadata);
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::Retryable,
            fmt::format("There is not enough memory to open the model file {}. Close other "
                        "programs and try again.",
                name),
            fmt::format("header of {} bytes", headerLength));
    }
    result.m_stored = std::move(stored);
    result.m_name = std::move(name);
    return result;
}

const TensorInfo* SafetensorsFile::find(const std::string& tensor) const
{
    const auto found = m_tensors.find(tensor);
    return found == m_tensors.end() ? nullptr : &found->second;
}

Expected<void> SafetensorsFile::read(const TensorInfo& tensor, std::span<std::byte> target) const
{
    const std::uint64_t length = m_stored->size() - m_payload;
    if (tensor.begin > tensor.end || tensor.end > length
        || target.size() != tensor.end - tensor.begin)
        return fail(ErrorKind::Internal,
            fmt::format("A tensor of the model file {} was asked for wrongly.", m_name),
            fmt::format(
                "{}…{} of {} into {} bytes", tensor.begin, tensor.end, length, target.size()));
    return m_stored->read(m_payload + tensor.begin, target);
}

Expected<std::vector<std::byte>> SafetensorsFile::bytes(const TensorInfo& tensor) const
{
    std::vector<std::byte> result(
        static_cast<std::size_t>(std::max(tensor.begin, tensor.end) - tensor.begin));
    return read(tensor, result).map([&] { return std::move(result); });
}

} // namespace tilewright::inference
