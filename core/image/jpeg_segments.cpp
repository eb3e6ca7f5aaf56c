#include "core/image/jpeg_segments.h"

#include <array>
#include <openssl/evp.h>
#include <spdlog/fmt/fmt.h>
#include <string_view>
#include <utility>

#include "core/image/iptc.h"
#include "core/image/xmp.h"

namespace tilewright {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longestPacket = 65'502; // by the specification, after its signature
constexpr std::size_t longestPart = 65'400; // of an extended packet, after signature and numbers

JpegSegment segment(int number, std::string_view signature, std::string_view data)
{
    JpegSegment result{number, {}};
    result.data.reserve(signature.size() + data.size());
    result.data.insert(result.data.end(), signature.begin(), signature.end());
    result.data.insert(result.data.end(), data.begin(), data.end());
    return result;
}

/// By which the extended packet is known; not for secrecy.
std::string md5(std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_md5(), nullptr);
    std::string hexadecimal;
    for (unsigned i = 0; i < size; ++i)
        hexadecimal += fmt::format("{:02X}", digest[i]);
    return hexadecimal;
}

std::string bigEndian(std::size_t number)
{
    std::string bytes;
    for (int i = 3; i >= 0; --i)
        bytes += static_cast<char>(number >> 8 * i & 0xff);
    return bytes;
}

void appendXmp(std::vector<JpegSegment>& segments, const PictureMetadata& metadata)
{
    constexpr auto signature = "http://ns.adobe.com/xap/1.0/\0"sv;
    constexpr auto extensionSignature = "http://ns.adobe.com/xmp/extension/\0"sv;
    const std::string whole = xmpPacket(metadata);
    if (whole.size() <= longestPacket) {
        if (!whole.empty())
            segments.push_back(segment(1, signature, whole));
        return;
    }
    PictureMetadata standard = metadata, extended;
    extended.provenance = std::exchange(standard.provenance, {});
    constexpr std::size_t lengthOfReference = 100;
    if (xmpPacket(standard).size() + lengthOfReference > longestPacket) {
        extended = metadata;
        standard = {};
        standard.madeByModel = std::exchange(extended.madeByModel, false);
    }
    const std::string extension = xmpPacket(extended);
    const std::string digest = md5(extension);
    segments.push_back(segment(1, signature, xmpPacket(standard, {.extension = digest})));
    for (std::size_t start = 0; start < extension.size(); start += longestPart)
        segments.push_back(segment(1, extensionSignature,
            digest + bigEndian(extension.size()) + bigEndian(start)
                + extension.substr(start, longestPart)));
}

} // namespace

std::vector<JpegSegment> metadataSegments(const PictureMetadata& metadata, double dotsPerInch)
{
    std::vector<JpegSegment> segments;
    appendXmp(segments, metadata);
    const auto resources = photoshopResources(iptcRecord(metadata), dotsPerInch);
    if (!resources.empty())
        segments.push_back(segment(13, "Photoshop 3.0\0"sv,
            {reinterpret_cast<const char*>(resources.data()), resources.size()}));
    return segments;
}

} // namespace tilewright
