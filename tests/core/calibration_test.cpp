// Calibrations on disk, and what they are good for with real photographs.
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/image/picture.h"
#include "core/measure/nearest_color.h"
#include "core/measure/share_estimator.h"
#include "core/measure/tile_area.h"
#include "core/support/atomic_file.h"
#include "support/measuring.h"

using namespace tilewright;
using tilewright::test::bundledPalette;
using tilewright::test::Errors;
using tilewright::test::granules;
namespace fs = std::filesystem;

namespace {

struct Reference {
    std::string file;
    std::vector<std::string> codes;
    std::vector<double> percent;
};

/// The mixes, or the single colours, of photos.csv.
std::vector<Reference> references(const fs::path& folder, const std::string& kind)
{
    std::ifstream lines(folder / "photos.csv");
    std::vector<Reference> result;
    for (std::string line; std::getline(lines, line);) {
        const std::size_t quote = line.rfind('"');
        if (quote == std::string::npos || line.find("," + kind + ",") == std::string::npos)
            continue;
        std::stringstream rest(line.substr(quote + 2));
        std::string captioned, corrected;
        std::getline(rest, captioned, ',');
        std::getline(rest, corrected, ',');
        Reference reference{line.substr(0, line.find(',')), {}, {}};
        std::stringstream mix(corrected);
        std::string code;
        for (double percent = 0; mix >> code >> percent;) {
            reference.codes.push_back(code);
            reference.percent.push_back(percent);
        }
        result.push_back(reference);
    }
    return result;
}

} // namespace

class CalibrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void calibrationSurvivesItsFile();
    void picturesOfOneColorWeighTheSame();
    void damagedCalibrationsAreRefused_data();
    void damagedCalibrationsAreRefused();
    void photographs();
};

void CalibrationTest::calibrationSurvivesItsFile()
{
    const QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "looks.json";
    QVERIFY(granules().save(file).has_value());
    const auto loaded = Calibration::load(file);
    QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
    QCOMPARE(loaded->source(), granules().source());
    QCOMPARE(loaded->palette(), granules().palette());
    QCOMPARE(loaded->looks().size(), granules().looks().size());
    for (std::size_t i = 0; i < loaded->looks().size(); ++i) {
        QCOMPARE(loaded->looks()[i].color, granules().looks()[i].color);
        QVERIFY(loaded->looks()[i].likelihood == granules().looks()[i].likelihood);
    }
    QVERIFY(!granules().save("/nowhere/looks.json").has_value());
}

void CalibrationTest::picturesOfOneColorWeighTheSame()
{
    const auto solid = [](int side, std::uint8_t level) {
        Image picture(side, side);
        std::fill(picture.rgb.begin(), picture.rgb.end(), level);
        return picture;
    };
    Calibration calibration("two pictures", "test");
    QVERIFY(calibration.add("gray", solid(10, 60)).has_value());
    QVERIFY(calibration.add("gray", solid(100, 120)).has_value());
    QCOMPARE(calibration.looks().size(), std::size_t(1));
    const auto& pixels = calibration.looks()[0].pixels;
    QCOMPARE(pixels.counts()[ColorHistogram::binOf(Srgb{60, 60, 60})],
        pixels.counts()[ColorHistogram::binOf(Srgb{120, 120, 120})]);
    QVERIFY(!calibration.add("gray", Image()).has_value());
    QVERIFY(!calibration.add("gray", solid(50, 255)).has_value());
}

void CalibrationTest::damagedCalibrationsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto whole = [](const char* version, const char* bins, const char* colors) {
        return QByteArray(R"({"version": )") + version
            + R"(, "source": "x", "palette": "y", "bins": )" + bins + R"(, "colors": )" + colors
            + "}";
    };
    const char* const bins = "[20, 40, 40]";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("later version") << whole("7", bins, R"([{"color": "a", "pixels": [5, 1]}])");
    QTest::newRow("other bins") << whole("1", "[1, 2, 3]", R"([{"color": "a", "pixels": [5, 1]}])");
    QTest::newRow("no bins") << whole("1", "null", R"([{"color": "a", "pixels": [5, 1]}])");
    QTest::newRow("no colours") << whole("1", bins, "[]");
    QTest::newRow("no name") << whole("1", bins, R"([{"pixels": [5, 1]}])");
    QTest::newRow("twice") << whole(
        "1", bins, R"([{"color": "a", "pixels": [5, 1]}, {"color": "a", "pixels": [5, 1]}])");
    QTest::newRow("no pixels") << whole("1", bins, R"([{"color": "a", "pixels": []}])");
    QTest::newRow("odd") << whole("1", bins, R"([{"color": "a", "pixels": [5, 1, 2]}])");
    QTest::newRow("beyond") << whole("1", bins, R"([{"color": "a", "pixels": [32000, 1]}])");
    QTest::newRow("overflow") << whole(
        "1", bins, R"([{"color": "a", "pixels": [5, 1, 18446744073709551615, 1]}])");
    QTest::newRow("standing") << whole("1", bins, R"([{"color": "a", "pixels": [5, 1, 0, 1]}])");
    QTest::newRow("none") << whole("1", bins, R"([{"color": "a", "pixels": [5, 0]}])");
    QTest::newRow("negative") << whole("1", bins, R"([{"color": "a", "pixels": [5, -1]}])");
    QTest::newRow("huge") << whole(
        "1", bins, R"([{"color": "a", "pixels": [5, 18446744073709551615]}])");
    QTest::newRow("fraction") << whole("1", bins, R"([{"color": "a", "pixels": [5, 0.5]}])");
    QTest::newRow("text") << whole("1", bins, R"([{"color": "a", "pixels": "many"}])");
}

void CalibrationTest::damagedCalibrationsAreRefused()
{
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "looks.json";
    QVERIFY(writeFileAtomically(file, std::string_view(text.constData(), size_t(text.size())))
                .has_value());
    const auto loaded = Calibration::load(file);
    QVERIFY(!loaded.has_value());
    QCOMPARE(loaded.error().kind, ErrorKind::BadData);
    QVERIFY(loaded.error().message.find("looks.json") != std::string::npos);
}

void CalibrationTest::photographs()
{
    const fs::path folder = qEnvironmentVariable("TILEWRIGHT_REFERENCE").toStdString();
    if (folder.empty())
        QSKIP("TILEWRIGHT_REFERENCE names no folder of reference photographs");
    const Palette& palette = bundledPalette();
    Calibration calibration = Calibration::forPhotographs("reference photographs", palette);
    for (const Reference& reference : references(folder, "mono")) {
        const Picture picture = readPicture(folder / "photos" / reference.file).value();
        const std::string& name = palette.find(reference.codes[0])->name;
        QVERIFY(calibration.add(name, picture.image, picture.coverage).has_value());
    }
    Errors mixture, uncalibrated, nearest;
    for (const Reference& reference : references(folder, "poly")) {
        const Picture picture = readPicture(folder / "photos" / reference.file).value();
        std::vector<std::string> names;
        std::vector<GranuleColor> colors;
        for (const std::string& code : reference.codes) {
            colors.push_back(*palette.find(code));
            names.push_back(colors.back().name);
        }
        const auto shares = [&](const Calibration& looks) {
            return estimateShares(picture.image, picture.coverage, looks, names).value().shares;
        };
        mixture.add(shares(calibration), reference.percent);
        uncalibrated.add(shares(granules()), reference.percent);
        nearest.add(
            nearestShares(picture.image, tileArea(picture.image), colors), reference.percent);
    }
    QCOMPARE(mixture.count, 73);
    qInfo("calibrated: mean %.2f, worst %.2f points; granules' looks: %.2f, %.2f; nearest colour: "
          "%.2f, %.2f",
        mixture.mean(), mixture.worst, uncalibrated.mean(), uncalibrated.worst, nearest.mean(),
        nearest.worst);
    QVERIFY(mixture.mean() <= 1.2);
    QVERIFY(mixture.worst <= 5);
    QVERIFY(uncalibrated.mean() <= 1.2);
    QVERIFY(uncalibrated.worst <= 5);
}

QTEST_GUILESS_MAIN(CalibrationTest)
#include "calibration_test.moc"
