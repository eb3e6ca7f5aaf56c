#include "core/image/xmp.h"

#include <cmath>
#include <spdlog/fmt/fmt.h>

#include "core/support/utf8.h"

namespace tilewright {
namespace {

/// What an XML 1.0 document can hold at all.
bool isXmlCharacter(char32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
}

std::string escaped(std::string_view text)
{
    std::string xml;
    for (auto next = takeCodePoint(text); next; next = takeCodePoint(text)) {
        switch (next->value) {
        case '&':
            xml += "&amp;";
            break;
        case '<':
            xml += "&lt;";
            break;
        case '>':
            xml += "&gt;";
            break;
        case '\r': // bare, a reader would make it a line feed
            xml += "&#xD;";
            break;
        default:
            if (isXmlCharacter(next->value))
                xml += next->bytes;
        }
    }
    return xml;
}

class Properties {
public:
    void addText(std::string_view name, std::string_view value)
    {
        if (!value.empty())
            m_xml += fmt::format("   <{0}>{1}</{0}>\n", name, escaped(value));
    }

    /// In the only language that we know it in.
    void addTextInLanguages(std::string_view name, std::string_view value)
    {
        if (!value.empty())
            addContainer(name, "Alt",
                fmt::format("<rdf:li xml:lang=\"x-default\">{}</rdf:li>", escaped(value)));
    }

    void addList(
        std::string_view name, std::string_view container, const std::vector<std::string>& values)
    {
        std::string items;
        for (const std::string& value : values)
            if (!value.empty())
                items += fmt::format("<rdf:li>{}</rdf:li>", escaped(value));
        if (!items.empty())
            addContainer(name, container, items);
    }

    const std::string& xml() const { return m_xml; }

private:
    void addContainer(std::string_view name, std::string_view container, std::string_view items)
    {
        m_xml += fmt::format("   <{0}><rdf:{1}>{2}</rdf:{1}></{0}>\n", name, container, items);
    }

    std::string m_xml;
};

} // namespace

std::string xmpPacket(const PictureMetadata& metadata, const XmpOptions& options)
{
    Properties properties;
    properties.addTextInLanguages("dc:title", metadata.title);
    properties.addTextInLanguages("dc:description", metadata.description);
    properties.addList("dc:creator", "Seq", {metadata.creator});
    properties.addTextInLanguages("dc:rights", metadata.copyright);
    properties.addList("dc:subject", "Bag", metadata.keywords);
    properties.addText("xmp:CreatorTool", metadata.software);
    if (metadata.madeByModel)
        properties.addText("Iptc4xmpExt:DigitalSourceType",
            "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
    if (options.dotsPerInch > 0) {
        // As a fraction, which is how XMP spells what TIFF and EXIF store as one.
        const std::string resolution
            = fmt::format("{}/100", std::llround(options.dotsPerInch * 100));
        properties.addText("tiff:XResolution", resolution);
        properties.addText("tiff:YResolution", resolution);
        properties.addText("tiff:ResolutionUnit", "2"); // inch
    }
    if (const auto own = metadata.provenance.find("tilewright"); own != metadata.provenance.end())
        properties.addText("tilewright:provenance", own->second);
    properties.addText("xmpNote:HasExtendedXMP", options.extension);
    if (properties.xml().empty())
        return {};
    return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "  <rdf:Description rdf:about=\"\"\n"
           "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
           "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
           "    xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\"\n"
           "    xmlns:tiff=\"http://ns.adobe.com/tiff/1.0/\"\n"
           "    xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\"\n"
           "    xmlns:tilewright=\"urn:tilewright:xmp:1.0/\">\n"
        + properties.xml()
        + "  </rdf:Description>\n"
          " </rdf:RDF>\n"
          "</x:xmpmeta>\n"
          "<?xpacket end=\"w\"?>";
}

} // namespace tilewright
