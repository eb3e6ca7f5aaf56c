// `palette calibrate` from a model that draws plain colours, and from photographs.
#include <fstream>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "app/commands/calibrate.h"
#include "core/granule/granule_shader.h"
#include "support/fake_generator.h"
#include "support/picture_files.h"

using namespace tilewright;
namespace fs = std::filesystem;

namespace {

const Palette& palette()
{
    static const Palette loaded = loadPalette("rubber-29", {}).value();
    return loaded;
}

CalibrateOptions starterOptions()
{
    CalibrateOptions options;
    options.model = starterModelFolder().string();
    options.size = "64";
    return options;
}

Image picture(const GenerationRequest& request)
{
    return renderGranules(request.granules(), *request.mix, palette()).value();
}

/// A model that shows the granules as they are drawn.
class GranuleGenerator final : public Generator {
public:
    Expected<Tile> generate(
        const GenerationRequest& request, const Observer& observer, std::stop_token) override
    {
        observer(PhaseBegan{Phase::Load});
        observer(PhaseBegan{Phase::Denoise, 1});
        Tile tile;
        tile.image = picture(request);
        tile.request = request;
        return tile;
    }
};

void writeFlat(const fs::path& file, Srgb color)
{
    const auto fill = [color](int, std::uint8_t* row) {
        for (int x = 0; x < 32; ++x)
            for (const std::uint8_t level : {color.r, color.g, color.b})
                *row++ = level;
    };
    if (file.extension() == ".png")
        test::writePngFile(file, 32, 32, fill);
    else
        test::writeJpegFile(file, 32, 32, fill);
}

double shareOf(const Calibration::Look& look, Srgb color)
{
    return look.pixels.counts()[ColorHistogram::binOf(color)] / look.pixels.total();
}

void quiet(const std::string&, int, int) { }

} // namespace

class CalibrateTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    fs::path at(const std::string& name) const
    {
        return fs::path(m_folder->path().toStdString()) / name;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyColorIsPlannedAlone()
    {
        CalibrateOptions options = starterOptions();
        options.count = 3;
        options.seed = "70";
        const auto plan = planCalibration(options);
        QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
        QCOMPARE(plan->requests.size(), palette().colors().size() * 3);
        const auto profile = ModelProfile::load(starterModelFolder()).value();
        std::set<std::uint64_t> seeds;
        for (std::size_t i = 0; i < plan->requests.size(); ++i) {
            const GenerationRequest& request = plan->requests[i];
            QCOMPARE(request.mix->size(), std::size_t{1});
            QCOMPARE(request.mix->shares().front().color, palette().colors()[i / 3].name);
            QCOMPARE(request.guide, Guide::Mix);
            QCOMPARE(request.strength, profile.guide->strength);
            QCOMPARE(request.attempts, 1);
            QCOMPARE(request.width, 64);
            seeds.insert(request.seed);
        }
        QCOMPARE(seeds.size(), plan->requests.size());
        QCOMPARE(*seeds.begin(), std::uint64_t{70});
        QVERIFY(plan->source.find("seeds 70 to 156") != std::string::npos);
    }

    void wrongOptions_data()
    {
        QTest::addColumn<std::function<void(CalibrateOptions&)>>("spoil");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const char* word,
                             const std::function<void(CalibrateOptions&)>& spoil) {
            QTest::newRow(name) << spoil << QString::fromLatin1(word);
        };
        row("model", "nowhere", [](CalibrateOptions& o) { o.model = "nowhere"; });
        row("seed", "x1", [](CalibrateOptions& o) { o.seed = "x1"; });
        row("seed runs over", "18446744073709551615",
            [](CalibrateOptions& o) { o.seed = "18446744073709551615"; });
        row("size", "big", [](CalibrateOptions& o) { o.size = "big"; });
        row("tiny", "width", [](CalibrateOptions& o) { o.size = "32"; });
        row("device", "gpu", [](CalibrateOptions& o) { o.device = "gpu"; });
    }
    void wrongOptions()
    {
        QFETCH(std::function<void(CalibrateOptions&)>, spoil);
        QFETCH(QString, word);
        CalibrateOptions options = starterOptions();
        spoil(options);
        const auto plan = planCalibration(options);
        QVERIFY(!plan.has_value());
        QCOMPARE(plan.error().kind, ErrorKind::Usage);
        QVERIFY2(plan.error().message.find(word.toStdString()) != std::string::npos,
            plan.error().message.c_str());
    }

    void modelShowsEveryColor()
    {
        const auto plan = planCalibration(starterOptions()).value();
        GranuleGenerator generator;
        std::vector<std::string> told;
        int lastUnits = 0;
        const auto calibration = calibrateByModel(plan, generator,
            [&](const std::string& what, int done, int units) {
                QVERIFY(done < units);
                lastUnits = units;
                told.push_back(what);
            },
            {});
        QVERIFY2(calibration.has_value(), calibration ? "" : calibration.error().message.c_str());
        QCOMPARE(calibration->looks().size(), palette().colors().size());
        QCOMPARE(calibration->palette(), palette().name());
        QCOMPARE(lastUnits, 58);
        Calibration byHand("by hand", palette().name());
        for (const GenerationRequest& request : plan.requests)
            QVERIFY(byHand.add(request.mix->shares().front().color, picture(request)).has_value());
        for (const GranuleColor& color : palette().colors()) {
            QVERIFY(std::find(told.begin(), told.end(), "Calibrating " + color.name) != told.end());
            const Calibration::Look* look = calibration->find(color.name);
            QVERIFY(look);
            QCOMPARE(look->pixels.counts(), byHand.find(color.name)->pixels.counts());
        }
    }

    void stoppedOrFailedGivesNothing()
    {
        const auto plan = planCalibration(starterOptions()).value();
        std::stop_source stop;
        test::FakeGenerator generator;
        const auto stopped = calibrateByModel(
            plan, generator,
            [&](const std::string&, int done, int) {
                if (done == 4)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);

        test::FakeGeneratorOptions failing;
        failing.hook = [](const GenerationRequest& request, Phase, int) {
            return request.mix->shares().front().color == "pink"
                ? std::optional<Error>(Error{ErrorKind::Retryable, "Out of memory.", ""})
                : std::nullopt;
        };
        test::FakeGenerator failingGenerator(failing);
        const auto failed = calibrateByModel(plan, failingGenerator, &quiet, {});
        QVERIFY(!failed.has_value());
        QCOMPARE(failed.error().kind, ErrorKind::Retryable);
    }

    void photographsAreNamedByCode()
    {
        const Srgb red{200, 60, 50}, black{30, 30, 30}, other{10, 200, 10};
        writeFlat(at("RED.png"), red);
        writeFlat(at("red_top.png"), red);
        writeFlat(at("Black 2.jpg"), black);
        writeFlat(at("REDDISH.png"), other);
        writeFlat(at("holiday.jpg"), other);
        std::ofstream(at("PINK.jpg")) << "no picture";
        std::ofstream(at("notes.txt")) << "x";
        fs::create_directory(at("BLUE"));
        const auto photos = calibrateByPhotos(at(""), palette(), &quiet, {});
        QVERIFY2(photos.has_value(), photos ? "" : photos.error().message.c_str());
        QCOMPARE(photos->pictures, 3);
        const Calibration::Look* look = photos->calibration.find("red");
        QVERIFY(look);
        // As heavy together as two pictures, beside the granules that it starts from.
        QVERIFY(shareOf(*look, red) > 0.6);
        QCOMPARE(photos->missing.size(), palette().colors().size() - 2);
        QVERIFY(std::find(photos->missing.begin(), photos->missing.end(), "pink")
            != photos->missing.end());
        QCOMPARE(photos->passedOver.size(), std::size_t{5});
        for (const char* name : {"REDDISH.png", "holiday.jpg", "PINK.jpg", "notes.txt", "BLUE"}) {
            QVERIFY2(std::any_of(photos->passedOver.begin(), photos->passedOver.end(),
                         [&](const std::string& reason) {
                             return reason.find(name) != std::string::npos;
                         }),
                name);
        }
    }

    void folderWithoutPhotographs()
    {
        std::ofstream(at("notes.txt")) << "x";
        const auto none = calibrateByPhotos(at(""), palette(), &quiet, {});
        QVERIFY(!none.has_value());
        QCOMPARE(none.error().kind, ErrorKind::BadData);
        QVERIFY(none.error().message.find("RED.jpg") != std::string::npos);
        const auto missing = calibrateByPhotos(at("gone"), palette(), &quiet, {});
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().kind, ErrorKind::Usage);
        QVERIFY(missing.error().message.find("gone") != std::string::npos);
    }

    void photographsCanBeStopped()
    {
        writeFlat(at("RED.png"), {200, 60, 50});
        std::stop_source stop;
        stop.request_stop();
        const auto photos = calibrateByPhotos(at(""), palette(), &quiet, stop.get_token());
        QVERIFY(!photos.has_value());
        QCOMPARE(photos.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(CalibrateTest)
#include "calibrate_test.moc"
