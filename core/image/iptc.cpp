#include "core/image/iptc.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "core/support/utf8.h"

namespace tilewright {
namespace {

using Bytes = std::vector<std::uint8_t>;
using namespace std::string_view_literals;

constexpr std::uint8_t envelopeRecord = 1, applicationRecord = 2;
/// All keywords together; the whole has to fit into one segment of a JPEG file.
constexpr std::size_t maximumKeywordBytes = 32'000;

void appendNumber(Bytes& to, std::uint32_t number, int bytes)
{
    for (int i = bytes - 1; i >= 0; --i)
        to.push_back(static_cast<std::uint8_t>(number >> 8 * i));
}

void appendData(Bytes& to, std::uint8_t record, std::uint8_t dataSet, std::string_view value)
{
    constexpr std::uint8_t tagMarker = 0x1c;
    to.insert(to.end(), {tagMarker, record, dataSet});
    appendNumber(to, static_cast<std::uint32_t>(value.size()), 2);
    to.insert(to.end(), value.begin(), value.end());
}

/// Valid UTF-8 without controls; only a caption may have lines.
std::string cleaned(std::string_view text, bool mayHaveLines)
{
    std::string clean;
    for (auto next = takeCodePoint(text); next; next = takeCodePoint(text)) {
        const bool isBlank = next->value == '\n' || next->value == '\r' || next->value == '\t';
        if (isBlank)
            clean += mayHaveLines ? next->bytes : " "sv;
        else if (next->value >= 0x20 && next->value != 0x7f)
            clean += next->bytes;
    }
    return clean;
}

void appendText(Bytes& to, std::uint8_t dataSet, std::string_view text, std::size_t maximum,
    bool mayHaveLines = false)
{
    const std::string clean = cleaned(text, mayHaveLines);
    if (const std::string_view value = cutToBytes(clean, maximum); !value.empty())
        appendData(to, applicationRecord, dataSet, value);
}

void appendResource(Bytes& to, std::uint16_t id, const Bytes& data)
{
    constexpr std::string_view signature = "8BIM";
    to.insert(to.end(), signature.begin(), signature.end());
    appendNumber(to, id, 2);
    appendNumber(to, 0, 2); // no name
    appendNumber(to, static_cast<std::uint32_t>(data.size()), 4);
    to.insert(to.end(), data.begin(), data.end());
    if (data.size() % 2 != 0)
        to.push_back(0);
}

} // namespace

Bytes iptcRecord(const PictureMetadata& metadata)
{
    // In the order of the numbers, as the standard asks.
    Bytes values;
    appendText(values, 5, metadata.title, 64);
    for (const std::string& keyword : metadata.keywords)
        if (values.size() < maximumKeywordBytes)
            appendText(values, 25, keyword, 64);
    appendText(values, 65, metadata.software, 32);
    appendText(values, 80, metadata.creator, 32);
    appendText(values, 116, metadata.copyright, 128);
    appendText(values, 120, metadata.description, 2000, true);
    if (values.empty())
        return {};
    Bytes record;
    appendData(record, envelopeRecord, 0, "\0\4"sv); // version 4
    appendData(record, envelopeRecord, 90, "\x1b%G"sv); // UTF-8 follows
    appendData(record, applicationRecord, 0, "\0\4"sv);
    record.insert(record.end(), values.begin(), values.end());
    return record;
}

Bytes photoshopResources(const Bytes& iptc, double dotsPerInch)
{
    Bytes resources;
    if (dotsPerInch > 0) {
        Bytes resolution;
        for (int axis = 0; axis < 2; ++axis) {
            const double fixed = std::min(dotsPerInch, 32'767.0) * 65536; // 16.16 bits
            appendNumber(resolution, static_cast<std::uint32_t>(std::llround(fixed)), 4);
            appendNumber(resolution, 1, 2); // shown per inch
            appendNumber(resolution, 1, 2); // lengths are shown in inches
        }
        appendResource(resources, 0x03ed, resolution);
    }
    if (!iptc.empty())
        appendResource(resources, 0x0404, iptc);
    return resources;
}

} // namespace tilewright
