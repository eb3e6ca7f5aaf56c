// What the window remembers from one run to the next.
#pragma once

#include <QByteArray>
#include <QVariantMap>
#include <optional>

#include "core/mix/mix.h"
#include "core/mix/palette.h"
#include "ui/mixer/tile_draft.h"

namespace tilewright::ui {

/// The mixes, pattern and granules that were dialled; none if there were none or the palette lacks
/// one of the colours.
std::optional<TileDraft> savedDraft(const Palette& palette, const ModelProfile& profile);
/// Those of its colours that `modelPalette` lacks are kept with it; `dialled` has them all.
void saveDraft(const TileDraft& draft, const Palette& dialled, const Palette& modelPalette);
/// The palette with the colours that were kept with the draft.
Palette withSavedColors(const Palette& palette);

/// 50 % red, 30 % black, 20 % pearl; of a palette without these, even shares of its first colours.
Mix defaultMix(const Palette& palette);

/// The state of the settings panel.
QVariantMap savedSettings();
void saveSettings(const QVariantMap& settings);

/// Whether a part of a panel is unfolded; false when that was never said.
bool savedFold(const char* part);
void saveFold(const char* part, bool isUnfolded);

/// After how many steps a preview is shown; 0: never.
int savedPreviewInterval();
void savePreviewInterval(int steps);

/// What the catalogue is made of, and which of its pages is shown.
QVariantMap savedCatalog();
void saveCatalog(const QVariantMap& state);

QByteArray savedGeometry();
void saveGeometry(const QByteArray& geometry);

} // namespace tilewright::ui
