// `measure`: what is measured against what, with which calibration, and pictures of every kind.
#include <cmath>
#include <fstream>
#include <numeric>

#include <QTemporaryDir>
#include <QTest>

#include "app/commands/picture_meter.h"
#include "core/granule/granule_shader.h"
#include "core/mix/prompt_format.h"
#include "core/support/paths.h"
#include "support/picture_files.h"

using namespace tilewright;
namespace fs = std::filesystem;

namespace {

constexpr int side = 160;
constexpr const char* calibrated = "test granules";

const Palette& palette()
{
    static const Palette loaded = loadPalette("rubber-29", {}).value();
    return loaded;
}

GranuleSettings granules(std::uint64_t seed, int width = side, int height = side)
{
    GranuleSettings settings;
    settings.width = width;
    settings.height = height;
    settings.seed = seed;
    return settings;
}

Image granulePicture(const char* mix, std::uint64_t seed = 1, int width = side, int height = side)
{
    return renderGranules(
        granules(seed, width, height), parseMix(mix, palette()).value(), palette())
        .value();
}

test::FillRow rowsOf(const Image& image)
{
    return [&image](int y, std::uint8_t* row) {
        std::copy_n(image.pixel(0, y), static_cast<std::size_t>(image.width) * 3, row);
    };
}

/// Each sample of the picture's rows as `samples` turns its pixel into bytes.
template <typename Samples> test::FillRow rowsOf(const Image& image, Samples samples)
{
    return [&image, samples](int y, std::uint8_t* row) {
        for (int x = 0; x < image.width; ++x)
            row = samples(image.pixel(x, y), x, row);
    };
}

std::uint8_t* grey16(const std::uint8_t* pixel, int, std::uint8_t* out)
{
    for (int channel = 0; channel < 3; ++channel) {
        *out++ = pixel[channel];
        *out++ = pixel[channel];
    }
    return out;
}

std::uint8_t* inks(const std::uint8_t* pixel, int, std::uint8_t* out)
{
    for (int channel = 0; channel < 3; ++channel)
        *out++ = static_cast<std::uint8_t>(255 - pixel[channel]);
    *out++ = 0;
    return out;
}

const ColorFidelity* find(const Fidelity& fidelity, const char* color)
{
    for (const ColorFidelity& entry : fidelity.colors) {
        if (entry.color == color)
            return &entry;
    }
    return nullptr;
}

bool isSound(const Fidelity& fidelity)
{
    double sum = 0;
    for (const ColorFidelity& color : fidelity.colors)
        sum += color.measured;
    return std::abs(sum - 100) < 0.01 && fidelity.unexplained >= 0 && fidelity.unexplained <= 100;
}

void nothing(const char*) { }

} // namespace

class MeasureTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    fs::path at(const std::string& name) const
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }
    MeasureOptions options() const
    {
        MeasureOptions given;
        given.calibration = at("calibration.json");
        return given;
    }
    /// A tile whose picture is its bare guide.
    Tile tileOf(const char* mix, std::uint64_t seed) const
    {
        ModelProfile profile = ModelProfile::defaults();
        profile.width = profile.height = 256;
        Tile tile;
        tile.request = GenerationRequest::forMix(
            profile, at("model").string(), parseMix(mix, palette()).value());
        tile.request.seed = seed;
        tile.image = renderGranules(tile.request.granules(), *tile.request.mix, palette()).value();
        return tile;
    }
    Expected<PictureReading> read(const MeasureOptions& given, const fs::path& file) const
    {
        auto meter = PictureMeter::create(given);
        return meter ? meter->measure(file, &nothing) : tl::unexpected(meter.error());
    }

private Q_SLOTS:
    void initTestCase()
    {
        Calibration calibration(calibrated, palette().name());
        for (const GranuleColor& color : palette().colors()) {
            const auto mix = Mix::fromWeights({{color.name, 1}});
            for (const std::uint64_t seed : {70, 71})
                QVERIFY(calibration
                            .add(color.name,
                                renderGranules(granules(seed, 192, 192), *mix, palette()).value())
                            .has_value());
        }
        QVERIFY(calibration.save(at("calibration.json")).has_value());
    }

    void picturesOfEveryKind_data()
    {
        QTest::addColumn<std::function<void(const fs::path&)>>("write");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* name, const char* file,
                             const std::function<void(const fs::path&)>& write) {
            QTest::newRow(name) << write << QString::fromLatin1(file);
        };
        static const Image picture = granulePicture("70% red, 30% white", 3, side, side / 2);
        static const Image lying = granulePicture("70% red, 30% white", 3, side / 2, side);
        static const int width = picture.width, height = picture.height;
        row("png", "rgb.png",
            [](const fs::path& p) { test::writePngFile(p, width, height, rowsOf(picture)); });
        row("16 bit", "deep.png", [](const fs::path& p) {
            test::writePngFile(
                p, width, height, rowsOf(picture, &grey16), {PNG_COLOR_TYPE_RGB, 16});
        });
        row("jpeg", "photo.jpg",
            [](const fs::path& p) { test::writeJpegFile(p, width, height, rowsOf(picture)); });
        row("rotated", "rotated.jpg", [](const fs::path& p) {
            test::JpegForm form;
            form.exif = test::exifOf(6, true, true);
            test::writeJpegFile(p, lying.width, lying.height, rowsOf(lying), form);
        });
        row("CMYK", "inks.tif", [](const fs::path& p) {
            test::writeTiffFile(
                p, width, height, rowsOf(picture, &inks), {PHOTOMETRIC_SEPARATED, 4});
        });
        row("half transparent", "half.png", [](const fs::path& p) {
            // What cannot be seen is blue.
            test::writePngFile(p, side, side,
                [](int y, std::uint8_t* out) {
                    for (int x = 0; x < side; ++x) {
                        const bool isSeen = x < lying.width;
                        const std::uint8_t blue[] = {20, 30, 220};
                        out = std::copy_n(isSeen ? lying.pixel(x, y) : blue, 3, out);
                        *out++ = isSeen ? 255 : 0;
                    }
                },
                {PNG_COLOR_TYPE_RGB_ALPHA});
        });
    }
    void picturesOfEveryKind()
    {
        QFETCH(std::function<void(const fs::path&)>, write);
        QFETCH(QString, name);
        const fs::path file = at(name.toStdString());
        write(file);
        MeasureOptions given = options();
        given.mix = "70% red, 30% white";
        const auto reading = read(given, file);
        QVERIFY2(reading.has_value(), reading ? "" : reading.error().message.c_str());
        QCOMPARE(reading->against, Against::Mix);
        QVERIFY(isSound(reading->fidelity));
        QVERIFY2(reading->fidelity.meanError() < 4,
            qPrintable(QString::number(reading->fidelity.meanError())));
    }

    void strangePictures_data()
    {
        QTest::addColumn<std::function<void(const fs::path&)>>("write");
        QTest::addColumn<bool>("isPicture");
        const auto row = [](const char* name, bool isPicture,
                             const std::function<void(const fs::path&)>& write) {
            QTest::newRow(name) << write << isPicture;
        };
        const auto flat = [](int width, int height, std::uint8_t level, int type, int bits = 8) {
            return [=](const fs::path& p) {
                test::writePngFile(p, width, height,
                    [=](int, std::uint8_t* out) {
                        std::fill_n(out, static_cast<std::size_t>(width) * 4 * bits / 8, level);
                    },
                    {type, bits});
            };
        };
        row("one pixel", true, flat(1, 1, 90, PNG_COLOR_TYPE_RGB));
        row("two pixels", true, flat(2, 1, 90, PNG_COLOR_TYPE_RGB));
        row("grey", true, flat(40, 30, 128, PNG_COLOR_TYPE_GRAY));
        row("black", true, flat(40, 30, 0, PNG_COLOR_TYPE_RGB));
        row("100 megapixels", true, flat(10000, 10000, 0x55, PNG_COLOR_TYPE_GRAY, 1));
        row("transparent", false, flat(40, 30, 0, PNG_COLOR_TYPE_RGB_ALPHA));
        row("nothing there", false, [](const fs::path&) {});
        row("empty file", false, [](const fs::path& p) { std::ofstream stream(p); });
        row("text", false, [](const fs::path& p) { std::ofstream(p) << "no picture at all"; });
        row("folder", false, [](const fs::path& p) { fs::create_directory(p); });
        row("cut off", false, [](const fs::path& p) {
            test::writePngFile(p, side, side, rowsOf(granulePicture70()));
            fs::resize_file(p, fs::file_size(p) / 2);
        });
    }
    void strangePictures()
    {
        QFETCH(std::function<void(const fs::path&)>, write);
        QFETCH(bool, isPicture);
        const fs::path file = at(std::string("strange ") + QTest::currentDataTag() + ".png");
        write(file);
        for (const char* mix : {"", "70% red, 30% white"}) {
            MeasureOptions given = options();
            if (*mix)
                given.mix = mix;
            const auto reading = read(given, file);
            QCOMPARE(reading.has_value(), isPicture);
            if (isPicture) {
                QVERIFY(isSound(reading->fidelity));
                QVERIFY(!reading->fidelity.colors.empty());
                continue;
            }
            QCOMPARE(reading.error().kind, ErrorKind::BadData);
            QVERIFY2(reading.error().message.find(file.filename().string()) != std::string::npos,
                reading.error().message.c_str());
        }
    }

    void whiteGroundAloneIsAnAnswerOrASentence()
    {
        const fs::path file = at("white.png");
        test::writePngFile(file, 40, 30,
            [](int, std::uint8_t* row) { std::fill_n(row, 40 * 3, std::uint8_t{255}); });
        const auto reading = read(options(), file);
        if (reading)
            QVERIFY(isSound(reading->fidelity));
        else
            QVERIFY(reading.error().message.find("white.png") != std::string::npos);
    }

    void tileIsMeasuredAgainstItsOwnMix()
    {
        QVERIFY(saveTile(at("tile.png"), tileOf("60% blue, 40% yellow", 5)).has_value());
        const auto reading = read(options(), at("tile.png"));
        QVERIFY2(reading.has_value(), reading ? "" : reading.error().message.c_str());
        QCOMPARE(reading->against, Against::OwnMix);
        QCOMPARE(reading->calibration, std::string(calibrated));
        const Fidelity& fidelity = reading->fidelity;
        QCOMPARE(find(fidelity, "blue")->asked, std::optional<double>(60));
        QVERIFY2(fidelity.kept.value_or(0) > 95, "every granule of the guide itself is kept");
        QVERIFY(fidelity.meanErrorOfGranules().value_or(100) < 2);
        QVERIFY(fidelity.meanError() < 4);
    }

    void tileOfAnotherSizeIsReadWithoutItsGranules()
    {
        Tile tile = tileOf("60% blue, 40% yellow", 5);
        tile.request.width = 512; // as if it had been cut since
        QVERIFY(saveTile(at("cut.png"), tile).has_value());
        const auto reading = read(options(), at("cut.png"));
        QVERIFY(reading.has_value());
        QCOMPARE(reading->against, Against::OwnMix);
        QVERIFY(!reading->fidelity.kept);
    }

    void tileFromAPromptIsMeasuredAgainstWhatItSays()
    {
        Tile tile = tileOf("60% blue, 40% yellow", 5);
        tile.request.guide = Guide::None;
        tile.request.mix.reset();
        QVERIFY(saveTile(at("prompted.png"), tile).has_value());
        const auto said = read(options(), at("prompted.png"));
        QVERIFY(said.has_value());
        QCOMPARE(said->against, Against::OwnMix);
        tile.request.prompt = "something blue";
        QVERIFY(saveTile(at("vague.png"), tile).has_value());
        QCOMPARE(read(options(), at("vague.png")).value().against, Against::Palette);
    }

    void modelOfTheTileCalibrates()
    {
        fs::create_directory(at("model"));
        fs::copy_file(at("calibration.json"), at("model") / "calibration.json");
        QVERIFY(saveTile(at("ours.png"), tileOf("60% blue, 40% yellow", 6)).has_value());
        MeasureOptions given;
        QCOMPARE(read(given, at("ours.png")).value().calibration, std::string(calibrated));
        given.palette = "rubber-29";
        QVERIFY(read(given, at("ours.png")).value().calibration != calibrated);
        given.model = at("model").string();
        QCOMPARE(read(given, at("ours.png")).value().calibration, std::string(calibrated));

        // Damaged, it is done without.
        std::ofstream(at("model") / "calibration.json") << "{";
        const auto reading = read({}, at("ours.png"));
        QVERIFY(reading.has_value());
        QVERIFY(reading->calibration != calibrated);
        QVERIFY(reading->fidelity.meanError() < 4);
    }

    void colorsAreFound()
    {
        const fs::path file = at("found.png");
        const Image picture = granulePicture("50% red, 30% black, 20% yellow", 9, 256, 256);
        test::writePngFile(file, 256, 256, rowsOf(picture));
        const auto reading = read(options(), file);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->against, Against::Palette);
        QVERIFY(isSound(reading->fidelity));
        QVERIFY(reading->fidelity.colors.size() <= Mix::maximumColors);
        for (const auto& [name, share] :
            {std::pair{"red", 50.0}, std::pair{"black", 30.0}, std::pair{"yellow", 20.0}}) {
            const ColorFidelity* color = find(reading->fidelity, name);
            QVERIFY2(color, name);
            QVERIFY(!color->asked);
            QVERIFY2(std::abs(color->measured - share) < 6, name);
        }
        for (const int most : {1, 2}) {
            MeasureOptions given = options();
            given.colors = std::to_string(most);
            QCOMPARE(
                read(given, file).value().fidelity.colors.size(), static_cast<std::size_t>(most));
        }
    }

    void colorsGivenAreLookedForAlone()
    {
        const fs::path file = at("given.png");
        test::writePngFile(file, side, side, rowsOf(granulePicture70()));
        MeasureOptions given = options();
        given.colors = "White, RED,white";
        const auto reading = read(given, file);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->against, Against::Colors);
        QCOMPARE(reading->fidelity.colors.size(), std::size_t{2});
        QCOMPARE(reading->fidelity.colors[0].color, std::string("white"));
        QVERIFY(!reading->fidelity.colors[0].asked);
        QVERIFY(std::abs(find(reading->fidelity, "red")->measured - 70) < 5);
    }

    void tolerance()
    {
        const fs::path file = at("tolerance.png");
        test::writePngFile(file, side, side, rowsOf(granulePicture70()));
        MeasureOptions given = options();
        given.tolerance = 8;
        const auto unknown = read(given, file);
        QVERIFY(!unknown.has_value());
        QCOMPARE(unknown.error().kind, ErrorKind::Usage);
        given.mix = "70% red, 30% white";
        auto meter = PictureMeter::create(given);
        QVERIFY(meter->isTolerated(meter->measure(file, &nothing).value()));
        given.mix = "30% red, 70% white";
        meter = PictureMeter::create(given);
        QVERIFY(!meter->isTolerated(meter->measure(file, &nothing).value()));
    }

    void wrongOptions_data()
    {
        QTest::addColumn<std::function<void(MeasureOptions&)>>("spoil");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, int status, const char* word,
                             const std::function<void(MeasureOptions&)>& spoil) {
            QTest::newRow(name) << spoil << status << QString::fromLatin1(word);
        };
        row("mix and colours", 64, "exclude", [](MeasureOptions& o) {
            o.mix = "100% red";
            o.colors = "red";
        });
        row("unknown colour", 64, "black", [](MeasureOptions& o) { o.colors = "red, blakc"; });
        row("no name", 64, "\"\"", [](MeasureOptions& o) { o.colors = "red,"; });
        row("no colours", 64, "0", [](MeasureOptions& o) { o.colors = "0"; });
        row("too many", 64, "7", [](MeasureOptions& o) { o.colors = "7"; });
        row("wrong sum", 64, "90", [](MeasureOptions& o) { o.mix = "50% red, 40% black"; });
        row("tolerance", 64, "--tolerance", [](MeasureOptions& o) { o.tolerance = -1; });
        row("tolerance of colours", 64, "--mix", [](MeasureOptions& o) {
            o.tolerance = 1;
            o.colors = "red";
        });
        row("no calibration", 65, "gone.json",
            [](MeasureOptions& o) { o.calibration = "gone.json"; });
        row("no palette", 65, "gone", [](MeasureOptions& o) { o.palette = "gone"; });
        row("no model", 64, "gone", [](MeasureOptions& o) { o.model = "gone"; });
    }
    void wrongOptions()
    {
        QFETCH(std::function<void(MeasureOptions&)>, spoil);
        QFETCH(int, status);
        QFETCH(QString, word);
        MeasureOptions given = options();
        spoil(given);
        const auto meter = PictureMeter::create(given);
        QVERIFY(!meter.has_value());
        QCOMPARE(exitCode(meter.error().kind), status);
        QVERIFY2(meter.error().message.find(word.toStdString()) != std::string::npos,
            meter.error().message.c_str());
    }

private:
    static const Image& granulePicture70()
    {
        static const Image picture = granulePicture("70% red, 30% white");
        return picture;
    }
};

QTEST_GUILESS_MAIN(MeasureTest)
#include "measure_test.moc"
