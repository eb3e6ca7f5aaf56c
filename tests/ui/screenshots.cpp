// Pictures of the window in its states, light and dark, for the documentation and for judging a
// change of its looks. Run with QT_QPA_PLATFORM=offscreen and, for sharp screens,
// QT_SCALE_FACTOR=2: FOLDER [LOCALE].
#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>
#include <atomic>
#include <thread>

#include "core/granule/granule_shader.h"
#include "core/support/paths.h"
#include "core/support/version.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/preview_renderer.h"
#include "ui/canvas/stage.h"
#include "ui/fidelity/tile_meter.h"
#include "ui/jobs/generation_controller.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/settings/guide_settings.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/application_setup.h"
#include "ui/shell/studio_window.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;

namespace {

/// Makes tiles that look like rubber without any model: the granule picture, emerging from grey.
class GranuleGenerator : public Generator {
public:
    GranuleGenerator(Palette palette, std::atomic<int>& stepToHold, std::atomic<bool>& isFailing)
        : m_palette(std::move(palette)), m_stepToHold(stepToHold), m_isFailing(isFailing)
    {
    }

    Expected<Tile> generate(
        const GenerationRequest& request, const Observer& observer, std::stop_token stop) override
    {
        observer(PhaseBegan{Phase::Load, 1});
        if (m_isFailing)
            return fail(ErrorKind::Retryable,
                "There is not enough memory for a tile of 1536 × 1536 pixels. Choose a smaller "
                "size, or close other programs and try again.",
                "DefaultCPUAllocator: can't allocate memory");
        const auto design = request.design();
        if (!design)
            return tl::unexpected(design.error());
        const auto picture = renderGranules(request.granules(), *design, m_palette);
        if (!picture)
            return tl::unexpected(picture.error());
        observer(PhaseBegan{Phase::Denoise, request.steps});
        for (int step = 1; step <= request.steps; ++step) {
            observer(Progress{Phase::Denoise, step, request.steps,
                faded(*picture, double(step) / request.steps)});
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
            while (step == m_stepToHold && !stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            if (stop.stop_requested())
                return fail(ErrorKind::Cancelled, "Cancelled.");
        }
        Provenance provenance;
        provenance.version = applicationVersion;
        provenance.device = "cpu";
        provenance.precision = "float32";
        provenance.modelName = "Granules";
        provenance.created = "2026-01-01T00:00:00Z";
        provenance.seconds = 2.4;
        Tile tile{*picture, request, provenance};
        tile.fidelity = measureTile(tile, m_palette).value();
        return tile;
    }

private:
    static Image faded(const Image& picture, double weight)
    {
        const int factor = 8; // latents are an eighth of the picture
        Image small(picture.width / factor, picture.height / factor);
        for (int y = 0; y < small.height; ++y)
            for (int x = 0; x < small.width; ++x)
                for (int c = 0; c < 3; ++c)
                    small.pixel(x, y)[c] = static_cast<std::uint8_t>(
                        picture.pixel(x * factor, y * factor)[c] * weight + 128 * (1 - weight));
        return small;
    }

    const Palette m_palette;
    std::atomic<int>& m_stepToHold;
    std::atomic<bool>& m_isFailing;
};

ModelProfile profileForPictures()
{
    ModelProfile profile = ModelProfile::defaults();
    profile.name = "Starter";
    profile.width = profile.height = 512;
    profile.millimetresPerPixel = 0.5;
    profile.guide = GuidePreset{.strength = 0.4, .steps = 20, .guidance = 1.0};
    return profile;
}

void waitUntil(const std::function<bool()>& isReached)
{
    if (!QTest::qWaitFor(isReached, 60000))
        qFatal("A state of the window was not reached within a minute.");
}

/// As a customer would send it: granules of colours that lie on no slider, off the scale of the
/// model.
QString photograph(const QString& folder, const Palette& palette)
{
    GranuleSettings settings;
    settings.width = 640;
    settings.height = 480;
    settings.seed = 31;
    const Mix mix = Mix::fromWeights({{"blue", 45}, {"sand", 35}, {"white", 20}}).value();
    const QString file = folder + QStringLiteral("/sample.png");
    toQImage(renderGranules(settings, mix, palette).value()).save(file);
    return file;
}

void takePictures(const QString& folder, const QString& suffix, const QSize& size)
{
    std::atomic<int> stepToHold = 0;
    std::atomic<bool> isFailing = false;
    const Palette palette = Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
    const QTemporaryDir tiles;
    const QTemporaryDir photos;
    const QString photo = photograph(photos.path(), palette);
    StudioWindow window({palette, profileForPictures(), "starter",
        [&] { return std::make_unique<GranuleGenerator>(palette, stepToHold, isFailing); },
        tiles.path().toStdString() + "/tiles", tiles.path().toStdString() + "/data",
        tiles.path().toStdString() + "/state",
        {[](const ModelChoice&, std::stop_token) -> Expected<ModelReport> { return ModelReport{}; },
            [] { return std::vector<DeviceOption>{}; }}});
    window.resize(size);
    window.show();
    const auto isIdle = [&window] { return !window.jobs().isBusy(); };
    const auto isDrawn = [&window] { return !window.previews().isBusy(); };
    for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
        window.setAppearance(appearance);
        const auto grab = [&](const QString& state) {
            QTest::qWait(300);
            const QString look
                = appearance == Appearance::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            window.grab().save(QStringLiteral("%1/%2-%3-%4.png").arg(folder, state, look, suffix));
        };
        window.settings()->seedField()->setSeed(1704233);
        waitUntil(isDrawn);
        grab(QStringLiteral("idle"));

        window.settings()->countBox()->setValue(4);
        window.generate();
        waitUntil(isIdle);
        grab(QStringLiteral("finished"));

        stepToHold = 13;
        window.generate();
        int steps = 0;
        const auto counting = QObject::connect(&window.jobs(), &GenerationController::statusChanged,
            [&steps](const JobStatus& status) { steps = status.done; });
        waitUntil([&steps] { return steps == 13; });
        QObject::disconnect(counting);
        grab(QStringLiteral("generating"));
        window.cancel();
        waitUntil(isIdle);
        stepToHold = 0;

        isFailing = true;
        window.settings()->countBox()->setValue(1);
        window.generate();
        waitUntil(isIdle);
        isFailing = false;
        grab(QStringLiteral("failed"));

        for (const char* color : {"sand", "dark green", "white-green"})
            window.editor().addColor(color);
        window.editor().setLocked("red", true);
        waitUntil(isDrawn);
        grab(QStringLiteral("six"));
        while (window.editor().undoStack()->canUndo())
            window.editor().undoStack()->undo();

        window.editor().setPatternKind(PatternKind::LinearGradient);
        window.editor().setPatternAngle(30);
        window.editor().showMix(1);
        window.settings()->guideSettings()->foldButton()->click();
        waitUntil(isDrawn);
        grab(QStringLiteral("pattern"));
        window.generate();
        waitUntil(isIdle);
        grab(QStringLiteral("gradient"));
        window.settings()->guideSettings()->setExpanded(false);
        while (window.editor().undoStack()->canUndo())
            window.editor().undoStack()->undo();

        window.openPicture(photo);
        waitUntil([&window] { return window.stage()->sample()->isVisible(); });
        waitUntil(isDrawn);
        grab(QStringLiteral("photo"));
        window.editor().undoStack()->undo();
    }
}

} // namespace

int main(int argc, char** argv)
{
    const QTemporaryDir home;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QString folder = arguments.value(1, QStringLiteral("."));
    const QLocale locale(arguments.value(2, QStringLiteral("en")));
    QDir().mkpath(folder);
    setUpApplication(application, locale);
    const QString suffix
        = QStringLiteral("%1-%2x").arg(locale.name().left(2)).arg(application.devicePixelRatio());
    for (const QSize& size : {QSize(1400, 875), QSize(1280, 800)}) {
        QSettings().clear();
        takePictures(folder, QStringLiteral("%1-%2").arg(size.width()).arg(suffix), size);
    }
    return 0;
}
