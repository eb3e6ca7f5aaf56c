#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <rapidcheck.h>

#include "core/image/png.h"
#include "core/support/atomic_file.h"

using namespace tilewright;
namespace fs = std::filesystem;

namespace {

const fs::path pictures = fs::path(TEST_DATA) / "png";

Image imageOf(int width, int height, std::vector<std::uint8_t> rgb)
{
    Image image(width, height);
    image.rgb = std::move(rgb);
    return image;
}

PngPicture sample()
{
    PngPicture picture{Image(5, 3), {}};
    for (std::size_t i = 0; i < picture.image.rgb.size(); ++i)
        picture.image.rgb[i] = static_cast<std::uint8_t>(i * 37);
    return picture;
}

} // namespace

class ImageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_file = fs::path(m_temporary->path().toStdString()) / "tile.png";
    }

    void readsEveryForm_data()
    {
        using Bytes = std::vector<std::uint8_t>;
        const Bytes colors{255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 128, 128, 128};
        const auto greys = [](const Bytes& levels) {
            Bytes rgb;
            for (const std::uint8_t level : levels)
                rgb.insert(rgb.end(), 3, level);
            return rgb;
        };
        QTest::addColumn<QString>("file");
        QTest::addColumn<Bytes>("rgb");
        for (const char* name : {"rgb8", "rgb16", "rgba8", "rgb8-interlaced", "palette4", "text"})
            QTest::newRow(name) << QString::fromLatin1(name) << colors;
        QTest::newRow("palette with transparency") << QStringLiteral("palette8-transparent")
                                                   << Bytes{255, 255, 255, 127, 255, 127, 0, 0, 255,
                                                          0, 0, 0, 255, 255, 255, 128, 128, 128};
        QTest::newRow("grey, 1 bit") << QStringLiteral("grey1") << greys({255, 0, 255, 0, 255, 0});
        QTest::newRow("grey, 16 bits") << QStringLiteral("grey16") << greys({0, 128, 255, 1, 2, 3});
        QTest::newRow("grey with alpha")
            << QStringLiteral("grey8-alpha") << greys({0, 127, 255, 128, 255, 255});
    }

    void readsEveryForm()
    {
        QFETCH(QString, file);
        QFETCH(std::vector<std::uint8_t>, rgb);
        const auto picture = readPng(pictures / (file.toStdString() + ".png"));
        QVERIFY2(picture, picture ? "" : picture.error().message.c_str());
        QCOMPARE(picture->image, imageOf(3, 2, rgb));
    }

    void readsTextOfEveryKind()
    {
        const auto picture = readPng(pictures / "text.png");
        QVERIFY(picture);
        const std::map<std::string, std::string> expected{
            {"Comment", "café"}, {"parameters", "Steps: 20"}, {"Title", "Плитка"}};
        QCOMPARE(picture->text, expected);
    }

    void refusesWhatIsNoPicture_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto& entry : fs::directory_iterator(pictures))
            if (entry.path().filename().string().starts_with("bad-"))
                QTest::newRow(entry.path().stem().c_str())
                    << QString::fromStdString(entry.path().string());
    }

    void refusesWhatIsNoPicture()
    {
        QFETCH(QString, file);
        const auto picture = readPng(file.toStdString());
        QVERIFY(!picture);
        QCOMPARE(picture.error().kind, ErrorKind::BadData);
        QVERIFY(picture.error().message.find(file.toStdString()) != std::string::npos);
    }

    void textBombDoesNotUnfold()
    {
        const auto picture = readPng(pictures / "text-bomb.png");
        if (picture)
            QVERIFY(!picture->text.contains("bomb"));
        else
            QCOMPARE(picture.error().kind, ErrorKind::BadData);
    }

    void truncatedAnywhereIsAnError()
    {
        QVERIFY(writePng(m_file, sample()));
        const auto whole = readTextFile(m_file);
        QVERIFY(whole);
        for (std::size_t length = 0; length < whole->size(); ++length) {
            std::ofstream(m_file, std::ios::binary) << whole->substr(0, length);
            const auto picture = readPng(m_file);
            QVERIFY2(!picture, std::to_string(length).c_str());
            QCOMPARE(picture.error().kind, ErrorKind::BadData);
        }
    }

    void damagedAnywhereIsSurvived()
    {
        PngPicture picture = sample();
        picture.text = {{"parameters", "Steps: 20"}, {"Title", "Плитка"}};
        QVERIFY(writePng(m_file, picture));
        const auto whole = readTextFile(m_file);
        QVERIFY(whole);
        for (std::size_t i = 0; i < whole->size(); ++i) {
            for (const char flipped : {'\x01', '\x80', '\xff'}) {
                std::string damaged = *whole;
                damaged[i] = static_cast<char>(damaged[i] ^ flipped);
                std::ofstream(m_file, std::ios::binary) << damaged;
                const auto read = readPng(m_file);
                if (!read)
                    QCOMPARE(read.error().kind, ErrorKind::BadData);
            }
        }
    }

    void roundTrips()
    {
        const fs::path file = m_file;
        QVERIFY(rc::check("a picture comes back as it was written", [&] {
            PngPicture picture{Image(*rc::gen::inRange(1, 20), *rc::gen::inRange(1, 20)), {}};
            picture.image.rgb = *rc::gen::container<std::vector<std::uint8_t>>(
                picture.image.rgb.size(), rc::gen::arbitrary<std::uint8_t>());
            const auto text = *rc::gen::container<std::string>(rc::gen::inRange(' ', '\x7f'));
            picture.text = {{"parameters", text + "\nSteps: 1"}, {"tilewright", "плитка " + text}};
            RC_ASSERT(writePng(file, picture).has_value());
            const auto read = readPng(file);
            RC_ASSERT(read.has_value());
            RC_ASSERT(read->image == picture.image);
            RC_ASSERT(read->text == picture.text);
        }));
    }

    void chunksAreTheOnesReadersLookFor()
    {
        PngPicture picture = sample();
        picture.text = {{"parameters", "ASCII"}, {"tilewright", "Плитка"}};
        QVERIFY(writePng(m_file, picture));
        const auto bytes = readTextFile(m_file);
        QVERIFY(bytes);
        QVERIFY(bytes->find("sRGB") != std::string::npos);
        QVERIFY(bytes->find(std::string("tEXtparameters\0ASCII", 20)) != std::string::npos);
        QVERIFY(bytes->find("iTXttilewright") != std::string::npos);
    }

    void nulIsLeftOutOfText()
    {
        PngPicture picture = sample();
        picture.text["Comment"] = std::string("a\0b", 3);
        QVERIFY(writePng(m_file, picture));
        QCOMPARE(readPng(m_file)->text["Comment"], std::string("ab"));
    }

    void refusesWhatCannotBeWritten()
    {
        PngPicture inconsistent = sample();
        inconsistent.image.rgb.pop_back();
        PngPicture nameless = sample();
        nameless.text[""] = "text";
        PngPicture longName = sample();
        longName.text[std::string(80, 'k')] = "text";
        for (const PngPicture& picture : {PngPicture{}, inconsistent, nameless, longName}) {
            const auto written = writePng(m_file, picture);
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::CannotWrite);
            QVERIFY(!fs::exists(m_file));
        }
        const auto nowhere = writePng(m_file.parent_path() / "missing" / "a.png", sample());
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().kind, ErrorKind::CannotWrite);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_file;
};

QTEST_GUILESS_MAIN(ImageTest)
#include "image_test.moc"
