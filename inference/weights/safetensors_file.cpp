#include <bit>
#include <cstring>
#include <new>
#include <spdlog/fmt/fmt.h>

#include "inference/weights/mapped_file.h"
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
    auto mapped = mapFile(path);
    if (!mapped)
        return tl::unexpected<Error>(std::move(mapped.error()));
    auto file = parse(std::move(mapped->owner), mapped->bytes, shortName(path));
    if (!file)
        file.error().detail = path.string() + ": " + file.error().detail;
    return file;
}

Expected<SafetensorsFile> SafetensorsFile::fromBytes(std::vector<std::byte> bytes, std::string name)
{
    auto owner = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
    const std::span<const std::byte> view(*owner);
    return parse(std::move(owner), view, std::move(name));
}

Expected<SafetensorsFile> SafetensorsFile::parse(
    std::shared_ptr<const void> owner, std::span<const std::byte> file, std::string name)
{
    if (file.size() < lengthFieldSize)
        return damaged(name, fmt::format("it has only {} bytes", file.size()));
    std::uint64_t headerLength = 0;
    std::memcpy(&headerLength, file.data(), lengthFieldSize);
    if (headerLength > maximumHeaderLength)
        return damaged(name,
            fmt::format("its header claims {} bytes, more than the {} allowed", headerLength,
                maximumHeaderLength));
    const auto rest = file.subspan(lengthFieldSize);
    if (headerLength > rest.size())
        return damaged(name,
            fmt::format("it is cut off: {} of {} bytes of its header are there", rest.size(),
                headerLength));

    const std::string_view json(
        reinterpret_cast<const char*>(rest.data()), static_cast<std::size_t>(headerLength));
    SafetensorsFile result;
    result.m_payload = rest.subspan(static_cast<std::size_t>(headerLength));
    try {
        auto header = parseSafetensorsHeader(json, result.m_payload.size());
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
    result.m_owner = std::move(owner);
    result.m_name = std::move(name);
    return result;
}

const TensorInfo* SafetensorsFile::find(const std::string& tensor) const
{
    const auto found = m_tensors.find(tensor);
    return found == m_tensors.end() ? nullptr : &found->second;
}

std::span<const std::byte> SafetensorsFile::bytes(const TensorInfo& tensor) const
{
    if (tensor.begin > tensor.end || tensor.end > m_payload.size())
        return {};
    return m_payload.subspan(static_cast<std::size_t>(tensor.begin),
        static_cast<std::size_t>(tensor.end - tensor.begin));
}

} // namespace tilewright::inference
