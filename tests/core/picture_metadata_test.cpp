#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <filesystem>
#include <rapidcheck.h>

#include "core/image/iptc.h"
#include "core/image/jpeg_segments.h"
#include "core/image/picture_writer.h"
#include "core/image/png.h"
#include "core/image/xmp.h"
#include "core/support/utf8.h"
#include "support/picture_rows.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

PictureMetadata everything()
{
    PictureMetadata metadata;
    metadata.title = "Плитка «Берег» <7> & \"co\"";
    metadata.description = "50 % red, 30 % black\n20 % pearl";
    metadata.creator = "Ирина Ковалёва";
    metadata.copyright = "© 2026 Gummi & Söhne";
    metadata.keywords = {"резина", "rubber tile", "a<b"};
    metadata.madeByModel = true;
    metadata.software = "Tilewright 1.0";
    metadata.provenance = {{"tilewright", R"({"prompt": "50% <red>", "note": "плитка"})"},
        {"parameters", "Steps: 20"}};
    return metadata;
}

/// The text of the first element of the name, or of the first list item in it.
QString textIn(const QByteArray& xml, const QString& name)
{
    QXmlStreamReader reader(xml);
    bool isInside = false;
    QString text;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.qualifiedName() == name)
            isInside = true;
        if (reader.isCharacters() && isInside)
            text += reader.text();
        if (reader.isEndElement() && reader.qualifiedName() == name)
            break;
    }
    return text;
}

bool isWellFormed(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

/// Text, marks of XML, characters that XML cannot hold, and bytes that are no UTF-8.
rc::Gen<std::string> anyText()
{
    const std::vector<std::string> parts{"a", " ", "\n", "\r", "\t", "<", ">", "&", "\"", "'",
        "]]>", "&amp;", "<!--", "\x01", "\x1b", std::string(1, '\0'), "\u0085", "\ufffe", "\uffff",
        "й", "e\u0301", "𝔸", "\xff", "\xc3", "\xed\xa0\x80", std::string(70, 'x')};
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts)), [](auto list) {
            std::string text;
            for (const auto& part : list)
                text += part;
            return text;
        });
}

struct DataSet {
    int record = 0, number = 0;
    std::string value;
};

std::vector<DataSet> dataSetsOf(const Bytes& iptc)
{
    std::vector<DataSet> sets;
    for (std::size_t at = 0; at + 5 <= iptc.size();) {
        const std::size_t size = iptc[at + 3] * 256u + iptc[at + 4];
        sets.push_back({iptc[at + 1], iptc[at + 2], {}});
        sets.back().value.assign(reinterpret_cast<const char*>(iptc.data()) + at + 5,
            std::min(size, iptc.size() - at - 5));
        at += 5 + size;
    }
    return sets;
}

bool isValidUtf8(const std::string& text)
{
    std::size_t bytes = 0;
    std::string_view rest = text;
    for (auto next = takeCodePoint(rest); next; next = takeCodePoint(rest))
        bytes += next->bytes.size();
    return bytes == text.size();
}

QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                : QByteArray();
}

} // namespace

class PictureMetadataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_file = fs::path(m_temporary->path().toStdString()) / "picture";
    }

    void nothingToSayIsNothing()
    {
        QVERIFY(xmpPacket({}).empty());
        QVERIFY(iptcRecord({}).empty());
        QVERIFY(photoshopResources({}, 0).empty());
        QVERIFY(metadataSegments({}, 0).empty());
    }

    void xmpHoldsAnyText()
    {
        QVERIFY(rc::check("the packet is well-formed and says what XML can say", [] {
            PictureMetadata metadata;
            metadata.title = *anyText();
            metadata.keywords = *rc::gen::container<std::vector<std::string>>(anyText());
            metadata.provenance["tilewright"] = *anyText();
            const std::string packet = xmpPacket(metadata);
            if (packet.empty())
                return;
            const auto xml = QByteArray::fromStdString(packet);
            RC_ASSERT(isWellFormed(xml));
            std::string expected;
            std::string_view rest = metadata.provenance["tilewright"];
            for (auto next = takeCodePoint(rest); next; next = takeCodePoint(rest))
                if (next->value == '\t' || next->value == '\n' || next->value == '\r'
                    || (next->value >= 0x20 && next->value != 0xfffe && next->value != 0xffff))
                    expected += next->bytes;
            RC_ASSERT(
                textIn(xml, QStringLiteral("tilewright:provenance")).toStdString() == expected);
        }));
    }

    void iptcIsCutAtItsLimits()
    {
        QVERIFY(rc::check("every value is valid UTF-8 and not too long", [] {
            PictureMetadata metadata;
            metadata.title = *anyText();
            metadata.description = *anyText();
            metadata.creator = *anyText();
            metadata.copyright = *anyText();
            metadata.software = *anyText();
            metadata.keywords = *rc::gen::container<std::vector<std::string>>(anyText());
            const std::map<int, std::size_t> limits{
                {0, 2}, {5, 64}, {25, 64}, {65, 32}, {80, 32}, {116, 128}, {120, 2000}};
            const Bytes record = iptcRecord(metadata);
            std::size_t size = 0;
            for (const DataSet& set : dataSetsOf(record)) {
                size += 5 + set.value.size();
                RC_ASSERT(isValidUtf8(set.value));
                if (set.record == 2)
                    RC_ASSERT(set.value.size() <= limits.at(set.number));
            }
            RC_ASSERT(size == record.size());
        }));
    }

    void iptcBeginsWithItsEncoding()
    {
        const auto sets = dataSetsOf(iptcRecord(everything()));
        QCOMPARE(sets[1].record, 1);
        QCOMPARE(sets[1].number, 90);
        QCOMPARE(sets[1].value, std::string("\x1b%G"));
        PictureMetadata longTitle;
        longTitle.title = "x" + QByteArray("й").repeated(100).toStdString();
        QCOMPARE(dataSetsOf(iptcRecord(longTitle)).back().value,
            "x" + QByteArray("й").repeated(31).toStdString());
    }

    void manyKeywordsStillFitIntoASegment()
    {
        PictureMetadata metadata = everything();
        metadata.keywords.assign(5000, std::string(64, 'k'));
        metadata.description = std::string(100'000, '<');
        for (const JpegSegment& segment : metadataSegments(metadata, 300))
            QVERIFY(segment.data.size() <= 65'533);
    }

    void programsReadIt_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("model");
        QTest::newRow("PNG") << int(PictureKind::Png) << int(ColorModel::Rgb);
        QTest::newRow("PNG grey") << int(PictureKind::Png) << int(ColorModel::Grey);
        QTest::newRow("JPEG") << int(PictureKind::Jpeg) << int(ColorModel::Rgb);
        QTest::newRow("JPEG CMYK") << int(PictureKind::Jpeg) << int(ColorModel::Cmyk);
        QTest::newRow("TIFF") << int(PictureKind::Tiff) << int(ColorModel::Rgb);
        QTest::newRow("TIFF CMYK") << int(PictureKind::Tiff) << int(ColorModel::Cmyk);
        QTest::newRow("WebP") << int(PictureKind::Webp) << int(ColorModel::Rgb);
    }

    void programsReadIt()
    {
        QFETCH(int, kind);
        QFETCH(int, model);
        const auto form = static_cast<PictureKind>(kind);
        const auto colors = static_cast<ColorModel>(model);
        SampleRows rows(40, 30, {colors, 8, false}, profileOf(colors));
        QVERIFY(write(rows, form, everything()));
        const QJsonObject read = exiftool();
        QVERIFY2(!read.contains(QStringLiteral("ExifTool:Warning"))
                && !read.contains(QStringLiteral("ExifTool:Error")),
            QJsonDocument(read).toJson());

        const auto text = [&](const char* tag) {
            return read[QLatin1String(tag)].toVariant().toString().toStdString();
        };
        const auto list
            = [&](const char* tag) { return read[QLatin1String(tag)].toVariant().toStringList(); };
        const PictureMetadata metadata = everything();
        const QStringList keywords{
            QStringLiteral("резина"), QStringLiteral("rubber tile"), QStringLiteral("a<b")};
        QCOMPARE(text("XMP-dc:Title"), metadata.title);
        QCOMPARE(text("XMP-dc:Description"), metadata.description);
        QCOMPARE(text("XMP-dc:Creator"), metadata.creator);
        QCOMPARE(text("XMP-dc:Rights"), metadata.copyright);
        QCOMPARE(list("XMP-dc:Subject"), keywords);
        QCOMPARE(text("XMP-xmp:CreatorTool"), metadata.software);
        QCOMPARE(text("XMP-iptcExt:DigitalSourceType"),
            std::string("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"));
        if (form == PictureKind::Jpeg || form == PictureKind::Tiff) {
            QCOMPARE(text("IPTC:CodedCharacterSet"), std::string("\x1b%G"));
            QCOMPARE(text("IPTC:ObjectName"), metadata.title);
            QCOMPARE(text("IPTC:Caption-Abstract"), metadata.description);
            QCOMPARE(text("IPTC:By-line"), metadata.creator);
            QCOMPARE(text("IPTC:CopyrightNotice"), metadata.copyright);
            QCOMPARE(list("IPTC:Keywords"), keywords);
            QCOMPARE(text("IPTC:OriginatingProgram"), metadata.software);
        }
        if (form == PictureKind::Png) {
            QCOMPARE(text("PNG:Title"), metadata.title);
            QCOMPARE(text("PNG:Parameters"), metadata.provenance.at("parameters"));
            QCOMPARE(readPng(m_file)->text.at("tilewright"), metadata.provenance.at("tilewright"));
        } else {
            QCOMPARE(text("XMP-tilewright:Provenance"), metadata.provenance.at("tilewright"));
        }
        if (form == PictureKind::Tiff) {
            QCOMPARE(text("IFD0:Software"), metadata.software);
            QCOMPARE(text("IFD0:Copyright"), metadata.copyright);
        }

        const char* resolution = form == PictureKind::Jpeg ? "JFIF:XResolution"
            : form == PictureKind::Tiff                    ? "IFD0:XResolution"
            : form == PictureKind::Webp                    ? "XMP-tiff:XResolution"
                                                           : "PNG-pHYs:PixelsPerUnitX";
        QCOMPARE(text(resolution), std::string(form == PictureKind::Png ? "11811" : "300"));
        if (form == PictureKind::Jpeg)
            QCOMPARE(text("Photoshop:XResolution"), std::string("300"));
        QVERIFY(!text("ICC-header:ColorSpaceData").empty());
    }

    void tiffinfoReadsIt()
    {
        SampleRows rows(40, 30, {ColorModel::Cmyk, 16, false}, profileOf(ColorModel::Cmyk));
        QVERIFY(write(rows, PictureKind::Tiff, everything()));
        const QByteArray info
            = outputOf(QStringLiteral("tiffinfo"), {QString::fromStdString(m_file.string())});
        for (const char* fact :
            {"Image Width: 40 Image Length: 30", "Resolution: 300, 300 pixels/inch",
                "Bits/Sample: 16", "Photometric Interpretation: separated", "Samples/Pixel: 4",
                "ICC Profile: <present>", "XMLPacket", "RichTIFFIPTC Data: <present>",
                "Software: Tilewright 1.0"})
            QVERIFY2(
                info.contains(fact), (QByteArray(fact) + " is missing in\n" + info).constData());
    }

    void longProvenanceOfAJpegIsWhole()
    {
        PictureMetadata metadata = everything();
        std::string& provenance = metadata.provenance["tilewright"];
        for (int i = 0; provenance.size() < 200'000; ++i)
            provenance += "гранулы <" + std::to_string(i) + ">";
        SampleRows rows(40, 30, {});
        QVERIFY(write(rows, PictureKind::Jpeg, metadata));
        const QJsonObject read = exiftool({QStringLiteral("-b")}); // else only its length
        QVERIFY(!read.contains(QStringLiteral("ExifTool:Warning")));
        QCOMPARE(
            read[QStringLiteral("XMP-tilewright:Provenance")].toString().toStdString(), provenance);
        QCOMPARE(read[QStringLiteral("XMP-dc:Title")].toString().toStdString(), metadata.title);
    }

    void longDescriptionOfAJpegIsWhole()
    {
        PictureMetadata metadata = everything();
        metadata.description = std::string(90'000, '&');
        SampleRows rows(40, 30, {});
        QVERIFY(write(rows, PictureKind::Jpeg, metadata));
        const QJsonObject read = exiftool();
        QCOMPARE(read[QStringLiteral("XMP-dc:Description")].toString().toStdString(),
            metadata.description);
        QCOMPARE(read[QStringLiteral("XMP-dc:Title")].toString().toStdString(), metadata.title);
        QVERIFY(read.contains(QStringLiteral("XMP-iptcExt:DigitalSourceType")));
    }

    void plainPicturesSayNothing()
    {
        for (const auto kind :
            {PictureKind::Png, PictureKind::Jpeg, PictureKind::Tiff, PictureKind::Webp}) {
            SampleRows rows(40, 30, {});
            QVERIFY(writePicture(m_file, rows, {.kind = kind, .dotsPerInch = 0, .metadata = {}}));
            const QJsonObject read = exiftool();
            for (const QString& tag : read.keys())
                QVERIFY2(!tag.startsWith(QStringLiteral("XMP"))
                        && !tag.startsWith(QStringLiteral("IPTC"))
                        && !tag.startsWith(QStringLiteral("Photoshop")),
                    qPrintable(tag));
        }
    }

private:
    Expected<void> write(SampleRows& rows, PictureKind kind, const PictureMetadata& metadata)
    {
        return writePicture(m_file, rows, {.kind = kind, .metadata = metadata});
    }

    QJsonObject exiftool(const QStringList& options = {})
    {
        const QStringList arguments{QStringLiteral("-j"), QStringLiteral("-G1"),
            QStringLiteral("-n"), QString::fromStdString(m_file.string())};
        const QByteArray json = outputOf(QStringLiteral("exiftool"), options + arguments);
        return QJsonDocument::fromJson(json).array().at(0).toObject();
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_file;
};

QTEST_GUILESS_MAIN(PictureMetadataTest)
#include "picture_metadata_test.moc"
