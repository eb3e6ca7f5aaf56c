// What the tests of the window have in common.
#pragma once

#include <QSettings>
#include <QTemporaryDir>

#include "core/mix/palette.h"
#include "core/support/paths.h"
#include "support/fake_generator.h"
#include "ui/shell/studio_window.h"

namespace tilewright::test {

inline Palette rubberPalette()
{
    return Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
}

inline Mix mixOf(std::vector<std::pair<std::string, double>> weights)
{
    return Mix::fromWeights(weights).value();
}

inline Mix redBlackPearl()
{
    return mixOf({{"red", 50}, {"black", 30}, {"pearl", 20}});
}

/// A profile whose tiles are small, so that tests are quick.
inline ModelProfile smallProfile()
{
    ModelProfile profile = ModelProfile::defaults();
    profile.name = "Small";
    profile.width = profile.height = 256;
    profile.guide = GuidePreset{.strength = 0.4, .steps = 6, .guidance = 1.0};
    return profile;
}

/// Settings and tiles of one test, gone with it.
class StudioFixture {
public:
    StudioFixture()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QSettings().clear();
    }

    std::filesystem::path tileFolder() const { return m_tiles.path().toStdString() + "/tiles"; }

    ui::StudioContext context(FakeGeneratorOptions options = {}) const
    {
        return {rubberPalette(), smallProfile(), "small", fakeGeneratorFactory(std::move(options)),
            tileFolder(), m_tiles.path().toStdString() + "/data",
            m_tiles.path().toStdString() + "/state",
            {[](const ModelChoice&, std::stop_token) -> Expected<ModelReport> {
                 return ModelReport{};
             },
                [] { return std::vector<DeviceOption>{}; }}};
    }

private:
    QTemporaryDir m_settings;
    QTemporaryDir m_tiles;
};

} // namespace tilewright::test
