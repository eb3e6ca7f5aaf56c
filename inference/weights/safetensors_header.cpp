#include "inference/weights/safetensors_header.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <spdlog/fmt/fmt.h>

namespace tilewright::inference {

namespace {

constexpr std::uint64_t maximumNumber = std::uint64_t{1} << 48;
constexpr std::size_t maximumDepth = 64;

/// A name out of an untrusted file, fit for an error sentence.
std::string inQuotes(const std::string& name)
{
    constexpr std::size_t longest = 120;
    std::size_t length = std::min(name.size(), longest);
    const auto isContinuation = [&](std::size_t at) { return (name[at] & 0xc0) == 0x80; };
    while (length > 0 && length < name.size() && isContinuation(length))
        --length;
    std::string shown = name.substr(0, length);
    std::replace_if(
        shown.begin(), shown.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    return fmt::format("“{}{}”", shown, length < name.size() ? "…" : "");
}

/// Takes the header event by event, so that a duplicate key, which a document tree would hide,
/// is seen, and nothing is stored that the format does not know.
class HeaderHandler final : public nlohmann::json_sax<nlohmann::json> {
public:
    SafetensorsHeader takeHeader() { return std::move(m_header); }
    const std::string& reason() const { return m_reason; }

    bool null() override { return plainValue("null"); }
    bool boolean(bool) override { return plainValue("true or false"); }
    bool number_integer(number_integer_t number) override
    {
        return plainValue(fmt::format("the negative number {}", number));
    }
    bool number_float(number_float_t, const string_t& text) override
    {
        return plainValue(fmt::format("the number {}, which is not whole", text.substr(0, 40)));
    }
    bool binary(binary_t&) override { return plainValue("binary data"); }

    bool number_unsigned(number_unsigned_t number) override
    {
        if (m_place != Place::Extents && m_place != Place::OffsetPair)
            return plainValue(fmt::format("the number {}", number));
        if (number > maximumNumber)
            return reject(fmt::format(
                "{} has the number {}, which is larger than 2^48", inQuotes(m_name), number));
        if (m_place == Place::Extents) {
            m_shape->push_back(static_cast<std::int64_t>(number));
            return true;
        }
        if (m_offsets->size() == 2)
            return reject(inQuotes(m_name) + " has more than two data offsets");
        m_offsets->push_back(number);
        return true;
    }

    bool string(string_t& text) override
    {
        if (m_place == Place::MetadataValue) {
            m_header.metadata.emplace(m_metadataName, std::move(text));
            m_place = Place::Metadata;
            return true;
        }
        if (m_place == Place::DTypeValue) {
            m_dtype = dtypeFromText(text);
            if (!m_dtype)
                return reject(fmt::format(
                    "{} has the unknown number format {}", inQuotes(m_name), inQuotes(text)));
            m_place = Place::Tensor;
            return true;
        }
        return plainValue("a text");
    }

    bool start_object(std::size_t) override
    {
        switch (m_place) {
        case Place::Start:
            return open(Place::Header);
        case Place::MetadataStart:
            return open(Place::Metadata);
        case Place::TensorStart:
            m_dtype.reset();
            m_shape.reset();
            m_offsets.reset();
            return open(Place::Tensor);
        case Place::UnknownValue:
            return open(Place::UnknownValue);
        default:
            return misplaced("an object");
        }
    }

    bool key(string_t& name) override
    {
        if (!m_keys.back().insert(name).second)
            return reject(fmt::format("the name {} comes twice", inQuotes(name)));
        switch (m_place) {
        case Place::Header:
            m_name = name;
            m_place = name == metadataKey ? Place::MetadataStart : Place::TensorStart;
            break;
        case Place::Metadata:
            m_metadataName = name;
            m_place = Place::MetadataValue;
            break;
        case Place::Tensor:
            m_place = name == "dtype"    ? Place::DTypeValue
                : name == "shape"        ? Place::ShapeStart
                : name == "data_offsets" ? Place::OffsetsStart
                                         : Place::UnknownValue;
            break;
        default:
            break;
        }
        return true;
    }

    bool end_object() override
    {
        m_keys.pop_back();
        switch (m_place) {
        case Place::Header:
            m_place = Place::End;
            return true;
        case Place::Metadata:
            m_place = Place::Header;
            return true;
        case Place::Tensor:
            m_place = Place::Header;
            return finishTensor();
        default:
            return closeUnknown();
        }
    }

    bool start_array(std::size_t) override
    {
        switch (m_place) {
        case Place::ShapeStart:
            m_shape.emplace();
            m_place = Place::Extents;
            return true;
        case Place::OffsetsStart:
            m_offsets.emplace();
            m_place = Place::OffsetPair;
            return true;
        case Place::UnknownValue:
            return open(Place::UnknownValue);
        default:
            return misplaced("a list");
        }
    }

    bool end_array() override
    {
        if (m_place == Place::Extents || m_place == Place::OffsetPair) {
            m_place = Place::Tensor;
            return true;
        }
        m_keys.pop_back();
        return closeUnknown();
    }

    bool parse_error(
        std::size_t position, const std::string&, const nlohmann::json::exception&) override
    {
        return reject(fmt::format("its header is not valid JSON at byte {}", position));
    }

private:
    /// What the next event belongs to.
    enum class Place {
        Start,
        Header,
        MetadataStart,
        Metadata,
        MetadataValue,
        TensorStart,
        Tensor,
        DTypeValue,
        ShapeStart,
        Extents,
        OffsetsStart,
        OffsetPair,
        UnknownValue, ///< of a field that the format may get one day
        End
    };

    bool reject(std::string reason)
    {
        m_reason = std::move(reason);
        return false;
    }

    bool misplaced(std::string_view what)
    {
        if (m_name.empty() && m_place == Place::Start)
            return reject("its header is not a JSON object");
        return reject(fmt::format("{} has {} where it does not belong", inQuotes(m_name), what));
    }

    /// A value that only an unknown field may have.
    bool plainValue(std::string_view what)
    {
        if (m_place != Place::UnknownValue)
            return misplaced(what);
        if (m_keys.size() == tensorDepth)
            m_place = Place::Tensor;
        return true;
    }

    bool open(Place place)
    {
        if (m_keys.size() == maximumDepth)
            return reject(fmt::format("its header is nested deeper than {}", maximumDepth));
        m_keys.emplace_back();
        m_place = place;
        return true;
    }

    bool closeUnknown()
    {
        if (m_keys.size() == tensorDepth)
            m_place = Place::Tensor;
        return true;
    }

    bool finishTensor()
    {
        if (!m_dtype || !m_shape || !m_offsets)
            return reject(fmt::format("{} lacks its {}", inQuotes(m_name),
                !m_dtype       ? "number format"
                    : !m_shape ? "shape"
                               : "data offsets"));
        if (m_offsets->size() != 2)
            return reject(inQuotes(m_name) + " has fewer than two data offsets");
        const std::uint64_t begin = m_offsets->front();
        const std::uint64_t end = m_offsets->back();
        if (end < begin)
            return reject(inQuotes(m_name) + " ends before it begins");
        const auto size = byteSize(*m_dtype, *m_shape);
        if (!size)
            return reject(inQuotes(m_name) + " has a shape that is too large");
        if (*size != end - begin)
            return reject(fmt::format("{} needs {} bytes for its shape and has {}",
                inQuotes(m_name), *size, end - begin));
        m_header.tensors.emplace(m_name, TensorInfo{*m_dtype, std::move(*m_shape), begin, end});
        return true;
    }

    /// Objects around the fields of a tensor: the header and the tensor itself.
    static constexpr std::size_t tensorDepth = 2;

    SafetensorsHeader m_header;
    std::string m_reason;
    Place m_place = Place::Start;
    std::vector<std::set<std::string>> m_keys; ///< one per open object or unknown list
    std::string m_name;
    std::string m_metadataName;
    std::optional<DType> m_dtype;
    std::optional<std::vector<std::int64_t>> m_shape;
    std::optional<std::vector<std::uint64_t>> m_offsets;
};

/// The payload must be covered exactly: no hole, no overlap, nothing left over. Empty when so,
/// else the broken rule.
std::string checkLayout(const std::map<std::string, TensorInfo>& tensors, std::uint64_t payloadSize)
{
    std::vector<const std::map<std::string, TensorInfo>::value_type*> inOrder;
    inOrder.reserve(tensors.size());
    for (const auto& entry : tensors)
        inOrder.push_back(&entry);
    std::sort(inOrder.begin(), inOrder.end(), [](const auto* a, const auto* b) {
        return std::pair(a->second.begin, a->second.end)
            < std::pair(b->second.begin, b->second.end);
    });
    std::uint64_t covered = 0;
    for (const auto* entry : inOrder) {
        if (entry->second.begin != covered)
            return fmt::format("{} begins at byte {} and should begin at {}",
                inQuotes(entry->first), entry->second.begin, covered);
        covered = entry->second.end;
    }
    if (covered > payloadSize)
        return fmt::format(
            "it is cut off: {} of {} bytes of its tensors are there", payloadSize, covered);
    if (covered < payloadSize)
        return fmt::format("{} bytes are left over at its end", payloadSize - covered);
    return {};
}

} // namespace

std::optional<std::uint64_t> byteSize(DType dtype, const std::vector<std::int64_t>& shape)
{
    std::uint64_t size = 1;
    for (const std::int64_t extent : shape) {
        if (extent < 0 || __builtin_mul_overflow(size, static_cast<std::uint64_t>(extent), &size))
            return std::nullopt;
    }
    if (__builtin_mul_overflow(size, std::uint64_t{sizeOf(dtype)}, &size))
        return std::nullopt;
    return size;
}

tl::expected<SafetensorsHeader, std::string> parseSafetensorsHeader(
    std::string_view json, std::uint64_t payloadSize)
{
    // The JSON library would take a byte order mark at the start and end silently at a zero byte.
    const auto first = json.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || json[first] != '{')
        return tl::unexpected<std::string>("its header is not a JSON object");
    if (json.find('\0') != std::string_view::npos)
        return tl::unexpected<std::string>("its header has a zero byte");

    HeaderHandler handler;
    if (!nlohmann::json::sax_parse(json.begin(), json.end(), &handler))
        return tl::unexpected<std::string>(handler.reason());
    SafetensorsHeader header = handler.takeHeader();
    if (std::string broken = checkLayout(header.tensors, payloadSize); !broken.empty())
        return tl::unexpected<std::string>(std::move(broken));
    return header;
}

} // namespace tilewright::inference
