#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <rapidcheck.h>
#include <sys/stat.h>

#include "core/export/output_color.h"
#include "core/support/paths.h"
#include "support/picture_files.h"
#include "support/row_sources.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

const fs::path coated = resourceFolder() / "profiles" / "FOGRA39L_coated.icc";

Bytes contentsOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void store(const fs::path& file, const Bytes& bytes)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
}

/// A profile that has another sign of four letters at a place of its header.
Bytes withSign(Bytes profile, std::size_t place, const char* sign)
{
    std::copy_n(sign, 4, profile.begin() + static_cast<std::ptrdiff_t>(place));
    return profile;
}

constexpr std::size_t classPlace = 12, colorPlace = 16, betweenPlace = 20;

/// Grey, of ICC version 4, with a description in English and in Russian.
Bytes bilingualProfile()
{
    cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
    cmsSetProfileVersion(profile, 4.3);
    cmsSetDeviceClass(profile, cmsSigOutputClass);
    cmsSetColorSpace(profile, cmsSigGrayData);
    cmsSetPCS(profile, cmsSigXYZData);
    cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
    cmsToneCurve* curve = cmsBuildGamma(nullptr, 2);
    cmsWriteTag(profile, cmsSigGrayTRCTag, curve);
    cmsFreeToneCurve(curve);
    cmsMLU* words = cmsMLUalloc(nullptr, 2);
    cmsMLUsetASCII(words, "en", "US", "Newspaper");
    cmsMLUsetWide(words, "ru", "RU", L"  \u0413\u0430\u0437\u0435\u0442\u0430\n");
    cmsWriteTag(profile, cmsSigProfileDescriptionTag, words);
    cmsMLUfree(words);
    return bytesOf(profile);
}

const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};

OutputColor outputTo(const fs::path& file)
{
    return {.space = ColorSpace::Profile, .profile = file};
}

} // namespace

class OutputProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
        m_file = m_folder / "Press 7.icc";
        qputenv("XDG_DATA_HOME", (m_folder / "home").c_str());
        qputenv("XDG_DATA_DIRS",
            ((m_folder / "one").string() + ":relative::" + (m_folder / "two").string()).c_str());
        qputenv("LC_ALL", "en_US.UTF-8");
    }

    void profileThatCannotBeUsedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const Bytes& bytes, const char* reason) {
            QTest::newRow(name) << QByteArray(
                reinterpret_cast<const char*>(bytes.data()), int(bytes.size()))
                                << QString::fromUtf8(reason);
        };
        const Bytes rgb = rgbProfile(primaries), press = contentsOf(coated);
        row("empty", {}, "is no ICC profile");
        row("text", Bytes(4000, 'x'), "is no ICC profile");
        row("header only", Bytes(press.begin(), press.begin() + 128), "is cut off");
        row("less than a header", Bytes(press.begin(), press.begin() + 127), "is no ICC profile");
        row("half", Bytes(press.begin(), press.begin() + 100'000), "is cut off: 100000 of its");
        row("one byte short", Bytes(press.begin(), press.end() - 1), "is cut off");
        row("no size", withSign(press, 0, "\0\0\0\0"), "is no ICC profile or is damaged");
        row("camera", withSign(rgb, classPlace, "scnr"), "a camera or a scanner");
        row("device link", withSign(press, classPlace, "link"), "links one device");
        row("abstract", withSign(press, classPlace, "abst"), "describes no device");
        row("named colours", withSign(press, classPlace, "nmcl"), "named colours");
        row("unknown class", withSign(press, classPlace, "abcd"), "is damaged");
        row("Lab", withSign(press, colorPlace, "Lab "), "other colours than RGB, grey or CMYK");
        row("six inks", withSign(press, colorPlace, "6CLR"),
            "other colours than RGB, grey or CMYK");
        row("between", withSign(press, betweenPlace, "RGB "), "does not say how its colours look");
        row("one way", greyInksProfile(), "not how to make them");
        row("inks without tables", withSign(rgb, colorPlace, "CMYK"), "");
        row("tables of other colours", withSign(press, colorPlace, "RGB "), "");
    }

    void profileThatCannotBeUsedIsRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, reason);
        store(m_file, Bytes(content.begin(), content.end()));
        const auto converter = ColorConverter::create(outputTo(m_file));
        QVERIFY(!converter);
        QCOMPARE(converter.error().kind, ErrorKind::BadData);
        const QString message = QString::fromStdString(converter.error().message);
        QVERIFY2(message.contains(QLatin1String("Press 7.icc")), qPrintable(message));
        QVERIFY2(message.contains(reason), qPrintable(message));
        QVERIFY2(
            message.contains(QLatin1String("hoose ")) || message.contains(QLatin1String("choose ")),
            qPrintable(message));
    }

    void missingProfileIsTold()
    {
        for (const fs::path& file : {m_folder / "no such.icc", m_folder}) {
            const auto converter = ColorConverter::create(outputTo(file));
            QCOMPARE(converter.error().kind, ErrorKind::BadData);
            QVERIFY(converter.error().message.find(file.string()) != std::string::npos);
        }
        QCOMPARE(ColorConverter::create(outputTo({})).error().kind, ErrorKind::BadData);
    }

    void whatFollowsTheProfileIsNotEmbedded()
    {
        const Bytes press = contentsOf(coated);
        Bytes longer = press;
        longer.insert(longer.end(), 1000, 7);
        store(m_file, longer);
        const auto converter = ColorConverter::create(outputTo(m_file));
        QVERIFY(converter);
        QCOMPARE((*converter)->profile(), press);
    }

    void damageIsToldOrHarmless()
    {
        const Bytes press = contentsOf(coated), rgb = rgbProfile(primaries);
        const Bytes grey = bilingualProfile();
        rc::check([&] {
            Bytes bytes = *rc::gen::element(press, rgb, grey);
            const auto flips = *rc::gen::inRange(1, 40);
            for (int i = 0; i < flips; ++i) {
                // The header and the table of tags are where damage leads astray.
                const auto end = *rc::gen::element<std::size_t>(400, 400, bytes.size());
                const auto place = *rc::gen::inRange<std::size_t>(0, std::min(end, bytes.size()));
                bytes[place] = *rc::gen::arbitrary<std::uint8_t>();
            }
            store(m_file, bytes);
            const auto converter = ColorConverter::create(outputTo(m_file));
            if (!converter) {
                RC_ASSERT(converter.error().kind == ErrorKind::BadData);
                return;
            }
            FunctionRows rows(50, 2, {ColorModel::Rgb, 16, false},
                [](std::uint32_t x, std::uint32_t y, std::size_t i) {
                    return static_cast<int>((x * 1301 + y * 7001 + i * 20011) & 65535u);
                });
            const auto result = (*converter)->convert(rows, 8);
            RC_ASSERT(readAll(*result).has_value());
            RC_ASSERT((*converter)->softProof(Image(4, 4)).width == 4);
        });
    }

    void profilesAreFoundEverywhere()
    {
        const Bytes press = contentsOf(coated), rgb = rgbProfile(primaries);
        store(m_folder / "home/color/icc/mine.icc", press);
        store(m_folder / "one/color/icc/deep/er/screen.icm", rgb);
        store(m_folder / "two/color/icc/paper", bilingualProfile());
        store(m_folder / "two/color/elsewhere.icc", press);
        store(m_folder / "two/color/icc/camera.icc", withSign(rgb, classPlace, "scnr"));
        const auto found = names();
        QVERIFY(found.contains(m_folder / "home/color/icc/mine.icc"));
        QVERIFY(found.contains(m_folder / "one/color/icc/deep/er/screen.icm"));
        QCOMPARE(found.at(m_folder / "two/color/icc/paper"), std::string("Newspaper"));
        QVERIFY(found.contains(coated));
        QCOMPARE(found.size(), std::size_t{4});

        // For print first, by name within.
        const auto profiles = installedProfiles();
        QCOMPARE(profiles[0].name, profiles[1].name);
        QCOMPARE(profiles[0].model, ColorModel::Cmyk);
        QCOMPARE(profiles[2].name, std::string("Newspaper"));
        QCOMPARE(profiles[2].model, ColorModel::Grey);
        QCOMPARE(profiles[3].model, ColorModel::Rgb);
    }

    void namesAreInTheUsersLanguage()
    {
        const fs::path file = m_folder / "one/color/icc/paper.icc";
        store(file, bilingualProfile());
        qputenv("LC_ALL", "ru_RU.UTF-8");
        QCOMPARE(names().at(file), std::string("\xd0\x93\xd0\xb0\xd0\xb7\xd0\xb5\xd1\x82\xd0\xb0"));
        qputenv("LC_ALL", "C");
        QCOMPARE(names().at(file), std::string("Newspaper"));
    }

    void nothingInTheFoldersLeadsAstray()
    {
        const Bytes press = contentsOf(coated);
        const fs::path folder = m_folder / "one/color/icc";
        store(folder / "first.icc", press);
        store(folder / "text.icc", Bytes(100, 'x'));
        store(folder / "empty.icc", {});
        store(folder / "cut.icc", Bytes(press.begin(), press.begin() + 140));
        store(folder / "half.icc", Bytes(press.begin(), press.begin() + 100'000));
        store(folder / "header.icc", Bytes(press.begin(), press.begin() + 128));
        store(folder / "below/second.icc", press);
        fs::create_directory_symlink(folder, folder / "below" / "up");
        fs::create_directory_symlink(folder / "below", folder / "again");
        fs::create_symlink(folder / "round", folder / "round");
        fs::create_symlink(folder / "nowhere", folder / "gone.icc");
        fs::create_symlink(folder / "first.icc", folder / "same.icc");
        fs::create_directories(folder / "folder.icc");
        QCOMPARE(::mkfifo((folder / "pipe.icc").c_str(), 0600), 0);
        fs::create_directory_symlink(m_folder / "one", m_folder / "two");
        const auto found = names();
        QCOMPARE(found.size(), std::size_t{3});
        QVERIFY(found.contains(coated));

        // Much that is no profile, and one that is larger than any is.
        for (int i = 0; i < 300; ++i)
            store(folder / "many" / std::to_string(i), Bytes(200, std::uint8_t(i)));
        fs::copy_file(coated, folder / "large.icc");
        fs::resize_file(folder / "large.icc", std::uintmax_t{3} << 30);
        QCOMPARE(names().size(), std::size_t{3});
    }

private:
    static std::map<fs::path, std::string> names()
    {
        std::map<fs::path, std::string> found;
        for (const KnownProfile& profile : installedProfiles())
            found[profile.file] = profile.name;
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder, m_file;
};

QTEST_GUILESS_MAIN(OutputProfileTest)
#include "output_profile_test.moc"
