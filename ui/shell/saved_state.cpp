#include "ui/shell/saved_state.h"

#include <QSettings>
#include <QStringList>
#include <algorithm>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr auto mixKey = "mix";
constexpr auto settingsKey = "settings";
constexpr auto geometryKey = "geometry";
} // namespace

std::optional<Mix> savedMix(const Palette& palette)
{
    // One entry a colour: "red/500" or "red/500/locked".
    std::vector<MixShare> shares;
    for (const QString& entry : QSettings().value(QLatin1String(mixKey)).toStringList()) {
        const QStringList parts = entry.split(QLatin1Char('/'));
        if (parts.size() < 2 || !palette.find(parts[0].toStdString()))
            return std::nullopt;
        shares.push_back({parts[0].toStdString(), parts[1].toInt(), parts.size() > 2});
    }
    const Expected<Mix> mix = Mix::create(std::move(shares));
    return mix ? std::optional(*mix) : std::nullopt;
}

void saveMix(const Mix& mix)
{
    QStringList entries;
    for (const MixShare& share : mix.shares())
        entries += QStringLiteral("%1/%2%3")
                       .arg(toQString(share.color))
                       .arg(share.perMille)
                       .arg(share.locked ? QStringLiteral("/locked") : QString());
    QSettings().setValue(QLatin1String(mixKey), entries);
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

QByteArray savedGeometry()
{
    return QSettings().value(QLatin1String(geometryKey)).toByteArray();
}

void saveGeometry(const QByteArray& geometry)
{
    QSettings().setValue(QLatin1String(geometryKey), geometry);
}

} // namespace tilewright::ui
