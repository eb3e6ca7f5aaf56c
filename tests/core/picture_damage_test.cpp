#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <rapidcheck.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/image/picture.h"
#include "support/picture_files.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

const fs::path pictures = fs::path(TEST_DATA) / "pictures";

std::string contents(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

void store(const fs::path& path, std::string_view bytes)
{
    fs::remove(path); // some file systems wait for the disk when a file is replaced in place
    std::ofstream(path, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::vector<fs::path> pictureFiles()
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(pictures))
        if (entry.path().extension() != ".sh")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

FillRow black(int width)
{
    return [=](int, std::uint8_t* row) { std::fill_n(row, width * 3, std::uint8_t{0}); };
}

/// A picture that is all there, or an error that says what is wrong.
bool isSound(const Expected<Picture>& picture)
{
    if (!picture)
        return picture.error().kind == ErrorKind::BadData && !picture.error().message.empty();
    const Image& image = picture->image;
    const auto pixels
        = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    return image.width > 0 && image.height > 0 && image.rgb.size() == pixels * 3
        && (picture->coverage.empty() || picture->coverage.size() == pixels);
}

} // namespace

class PictureDamageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_file = fs::path(m_temporary->path().toStdString()) / "picture";
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        const QString noPicture = QStringLiteral("is no picture that can be read");
        const auto row = [&](const char* name, std::string_view bytes, const QString& sentence) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<int>(bytes.size()))
                                << sentence;
        };
        using namespace std::string_view_literals;
        row("empty", "", QStringLiteral("the file is empty"));
        row("one byte", "\xff", noPicture);
        row("text", "50% red, 30% black, 20% pearl\n", noPicture);
        row("zeros", std::string(1000, '\0'), noPicture);
        row("RIFF, but sound", "RIFF\x24\0\0\0WAVEfmt "sv, noPicture);
        row("HEIC",
            "\0\0\0\x18"
            "ftypheic\0\0\0\0"sv,
            QStringLiteral("it is a HEIC picture"));
        row("GIF", "GIF89a\1\0\1\0", QStringLiteral("it is a GIF picture"));
        row("Photoshop", "8BPS\0\1", QStringLiteral("it is a Photoshop document"));
        row("PDF", "%PDF-1.4\n", QStringLiteral("it is a PDF document"));
        const QString damaged = QStringLiteral("damaged or cut off");
        row("only the start of a JPEG", "\xff\xd8\xff\xe0"sv, damaged);
        row("only the start of a PNG", "\x89PNG\r\n\x1a\n"sv, damaged);
        row("only the start of a TIFF", "II*\0\xff\xff\xff\xff"sv, damaged);
        row("TIFF without a directory", "II*\0\0\0\0\0"sv, damaged);
        row("only the start of a WebP", "RIFF\xff\xff\xff\xffWEBP"sv, damaged);
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        store(m_file, bytes.toStdString());
        expectError(sentence);
    }

    void saysWhyAPathCannotBeRead()
    {
        expectError(QStringLiteral("there is no such file"));
        fs::create_directory(m_file);
        expectError(QStringLiteral("this is a folder"));
        fs::remove(m_file);
        QCOMPARE(::mkfifo(m_file.c_str(), 0600), 0);
        expectError(QStringLiteral("not an ordinary file"));
        fs::remove(m_file);
        fs::create_symlink(m_file, m_file);
        expectError(QStringLiteral("Cannot read"));
    }

    void saysThatPermissionIsMissing()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        store(m_file, "secret");
        fs::permissions(m_file, fs::perms::none);
        expectError(QStringLiteral("Permission denied"));
    }

    void nameDoesNotMatter()
    {
        fs::copy_file(pictures / "rgb444.jpg", m_file.replace_extension(".png"));
        QVERIFY(readPicture(m_file));
    }

    void refusesKindsThatItCannotMeasure()
    {
        const FillRow zeros = [](int, std::uint8_t* row) { std::fill_n(row, 4, std::uint8_t{0}); };
        writeTiffFile(m_file, 1, 2, zeros,
            {.photometric = PHOTOMETRIC_MINISBLACK,
                .samples = 1,
                .bits = 32,
                .sampleFormat = SAMPLEFORMAT_IEEEFP});
        expectError(QStringLiteral("1 numbers of 32 bits per pixel with a decimal point"));
        writeTiffFile(m_file, 1, 2, zeros, {.photometric = PHOTOMETRIC_CIELAB});
        expectError(QStringLiteral("its colour model (number 8) is not known"));
    }

    void refusesGiants()
    {
        writePngFile(m_file, 1'000'001, 1, black(1'000'001));
        expectError(QStringLiteral("it is too large with 1000001 × 1 pixels"));
        writePngFile(m_file, 20, 10, black(20));
        QVERIFY(readPicture(m_file, {.pixels = 200}));
        const auto tooLarge = readPicture(m_file, {.pixels = 199});
        QVERIFY(!tooLarge);
        QVERIFY(tooLarge.error().message.find("20 × 10") != std::string::npos);
        // A header that promises 4.2 gigapixels, in a file of a few hundred bytes.
        std::string jpeg = contents(pictures / "rgb444.jpg");
        const std::size_t frame = jpeg.find("\xff\xc0");
        QVERIFY(frame != std::string::npos);
        jpeg.replace(frame + 5, 4, "\xff\xdc\xff\xdc");
        store(m_file, jpeg);
        expectError(QStringLiteral("65500 × 65500"));
    }

    void promisedPixelsTakeNoMemory()
    {
        // 30000 × 30000 pixels are promised, and hardly any there.
        std::string jpeg = contents(pictures / "rgb444.jpg");
        jpeg.replace(jpeg.find("\xff\xc0") + 5, 4, "\x75\x30\x75\x30");
        store(m_file, jpeg);
        expectError(QStringLiteral("damaged or cut off"));
        std::string progressive = contents(pictures / "progressive.jpg");
        progressive.replace(progressive.find("\xff\xc2") + 5, 4, "\x75\x30\x75\x30");
        store(m_file, progressive);
        expectError(QStringLiteral("progressive JPEG"));
    }

    void pictureCutOffIsAnError_data()
    {
        QTest::addColumn<QString>("file");
        for (const fs::path& path : pictureFiles())
            QTest::newRow(path.filename().c_str()) << QString::fromStdString(path.string());
    }

    void pictureCutOffIsAnError()
    {
        QFETCH(QString, file);
        const std::string whole = contents(file.toStdString());
        const std::size_t step = whole.size() / 500 + 1;
        for (std::size_t length = 0; length < whole.size(); length += step) {
            store(m_file, whole.substr(0, length));
            const auto picture = readPicture(m_file);
            // A TIFF file may end with tags that the picture does not need.
            const bool mayBeWhole = file.endsWith(QLatin1String("tif"));
            QVERIFY2(isSound(picture) && (!picture || mayBeWhole), std::to_string(length).c_str());
        }
    }

    void damageIsSurvived()
    {
        const fs::path file = m_file;
        const std::vector<fs::path> files = pictureFiles();
        std::vector<std::string> wholes;
        for (const fs::path& path : files)
            wholes.push_back(contents(path));
        QVERIFY(rc::check("flipped bytes give a picture or an error", [&] {
            std::string bytes = *rc::gen::elementOf(wholes);
            const int flips = *rc::gen::inRange(1, 6);
            for (int i = 0; i < flips; ++i)
                bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())]
                    = *rc::gen::arbitrary<char>();
            store(file, bytes);
            RC_ASSERT(isSound(readPicture(file)));
        }));
        // Every byte of every header.
        for (const std::string& whole : wholes) {
            for (std::size_t i = 0; i < std::min<std::size_t>(whole.size(), 400); ++i) {
                for (const char flipped : {'\x01', '\x80', '\xff'}) {
                    std::string bytes = whole;
                    bytes[i] = static_cast<char>(bytes[i] ^ flipped);
                    store(file, bytes);
                    QVERIFY2(isSound(readPicture(file)), std::to_string(i).c_str());
                }
            }
        }
    }

    void hundredMegapixels_data()
    {
        QTest::addColumn<bool>("isPng");
        QTest::newRow("PNG") << true;
        QTest::newRow("JPEG") << false;
    }

    void hundredMegapixels()
    {
        QFETCH(bool, isPng);
        const FillRow halves = [](int y, std::uint8_t* row) {
            const std::uint8_t level = y < 4000 ? 40 : 200;
            std::fill_n(row, 12500 * 3, level);
        };
        if (isPng)
            writePngFile(m_file, 12500, 8000, halves);
        else
            writeJpegFile(m_file, 12500, 8000, halves);
        const auto picture = readPicture(m_file);
        QVERIFY2(picture, picture ? "" : picture.error().message.c_str());
        QCOMPARE(picture->scale, 4);
        QCOMPARE(picture->image.width, 3125);
        QCOMPARE(picture->image.height, 2000);
        QCOMPARE(picture->image.rgb.size(), std::size_t{3125 * 2000 * 3});
        QVERIFY(picture->coverage.empty());
        QCOMPARE(int{*picture->image.pixel(3124, 999)}, 40);
        QCOMPARE(int{*picture->image.pixel(0, 1000)}, 200);
    }

private:
    void expectError(const QString& sentence) const
    {
        const auto picture = readPicture(m_file);
        QVERIFY(!picture);
        QCOMPARE(picture.error().kind, ErrorKind::BadData);
        const QString message = QString::fromStdString(picture.error().message);
        QVERIFY2(message.contains(sentence), qPrintable(message));
        QVERIFY2(message.contains(QString::fromStdString(m_file.string())), qPrintable(message));
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_file;
};

QTEST_GUILESS_MAIN(PictureDamageTest)
#include "picture_damage_test.moc"
