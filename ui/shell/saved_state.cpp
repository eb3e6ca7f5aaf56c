#include "ui/shell/saved_state.h"

#include <QSettings>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr auto draftKey = "draft";
constexpr auto granuleKey = "granuleMillimetres";
constexpr auto settingsKey = "settings";
constexpr auto previewKey = "previewInterval";
constexpr auto catalogKey = "catalog/state";
constexpr auto geometryKey = "geometry";

QString foldKey(const char* part)
{
    return QStringLiteral("unfolded/") + QLatin1String(part);
}

/// Discarded where none was stored, or it is damaged.
nlohmann::json storedDraft()
{
    const std::string text = QSettings().value(QLatin1String(draftKey)).toString().toStdString();
    return nlohmann::json::parse(text, nullptr, false);
}
} // namespace

std::optional<TileDraft> savedDraft(const Palette& palette, const ModelProfile& profile)
{
    const nlohmann::json json = storedDraft();
    if (!json.is_object())
        return std::nullopt;
    auto request = requestFromJson(json);
    if (!request || !request->mix || !request->check())
        return std::nullopt;
    // Without a key: as the model shows its granules.
    if (!json.contains(granuleKey))
        request->granuleMillimetres = profile.granuleMillimetres;
    TileDraft draft = draftOf(*request, profile);
    for (const Mix& mix : draft.mixes)
        for (const MixShare& share : mix.shares())
            if (!palette.find(share.color))
                return std::nullopt;
    return draft;
}

Palette withSavedColors(const Palette& palette)
{
    const nlohmann::json json = storedDraft();
    if (!json.is_object())
        return palette;
    const auto request = requestFromJson(json);
    return request ? palette.with(request->colors).value_or(palette) : palette;
}

void saveDraft(const TileDraft& draft, const Palette& dialled, const Palette& modelPalette)
{
    GenerationRequest request;
    request.mix = draft.mixes.front();
    request.pattern = draft.laidPattern();
    request.fractions = draft.fractions;
    request.setColors(dialled, modelPalette);
    if (draft.granuleMillimetres)
        request.granuleMillimetres = *draft.granuleMillimetres;
    const nlohmann::json whole = toJson(request);
    nlohmann::json json;
    for (const char* key : {"mix", "pattern", "fractions", "colors"})
        if (whole.contains(key))
            json[key] = whole[key];
    if (draft.granuleMillimetres)
        json[granuleKey] = whole[granuleKey];
    QSettings().setValue(QLatin1String(draftKey), toQString(json.dump()));
}

Mix defaultMix(const Palette& palette)
{
    std::vector<std::pair<std::string, double>> weights;
    for (const auto& [name, percent] :
        {std::pair("red", 50.0), std::pair("black", 30.0), std::pair("pearl", 20.0)})
        if (palette.find(name))
            weights.emplace_back(palette.find(name)->name, percent);
    if (weights.size() < 3) {
        weights.clear();
        const std::size_t count = std::min<std::size_t>(3, palette.colors().size());
        for (std::size_t i = 0; i < count; ++i)
            weights.emplace_back(palette.colors()[i].name, 1.0);
    }
    return Mix::fromWeights(weights).value();
}

QVariantMap savedSettings()
{
    return QSettings().value(QLatin1String(settingsKey)).toMap();
}

void saveSettings(const QVariantMap& settings)
{
    QSettings().setValue(QLatin1String(settingsKey), settings);
}

bool savedFold(const char* part)
{
    return QSettings().value(foldKey(part)).toBool();
}

void saveFold(const char* part, bool isUnfolded)
{
    QSettings().setValue(foldKey(part), isUnfolded);
}

int savedPreviewInterval()
{
    return QSettings().value(QLatin1String(previewKey), 1).toInt();
}

void savePreviewInterval(int steps)
{
    QSettings().setValue(QLatin1String(previewKey), steps);
}

QVariantMap savedCatalog()
{
    return QSettings().value(QLatin1String(catalogKey)).toMap();
}

void saveCatalog(const QVariantMap& state)
{
    QSettings().setValue(QLatin1String(catalogKey), state);
}

QByteArray savedGeometry()
{
    return QSettings().value(QLatin1String(geometryKey)).toByteArray();
}

void saveGeometry(const QByteArray& geometry)
{
    QSettings().setValue(QLatin1String(geometryKey), geometry);
}

} // namespace tilewright::ui
