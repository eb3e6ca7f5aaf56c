// What the window remembers from one run to the next.
#pragma once

#include <QByteArray>
#include <QVariantMap>
#include <optional>

#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright::ui {

/// The mix that was on the sliders; none if there was none or the palette lacks one of its colours.
std::optional<Mix> savedMix(const Palette& palette);
void saveMix(const Mix& mix);

/// 50 % red, 30 % black, 20 % pearl; of a palette without these, even shares of its first colours.
Mix defaultMix(const Palette& palette);

/// The state of the settings panel.
QVariantMap savedSettings();
void saveSettings(const QVariantMap& settings);

QByteArray savedGeometry();
void saveGeometry(const QByteArray& geometry);

} // namespace tilewright::ui
