#include "ui/compare/compared_settings.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <functional>

#include "ui/pattern/pattern_names.h"
#include "ui/settings/setting_names.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

/// Where a tile has no such setting.
QString absent()
{
    return QStringLiteral("\u2013");
}

/// So many decimals, or all there are if it has more.
QString number(double value, int decimals)
{
    const double scaled = value * std::pow(10, decimals);
    const bool isRound = std::abs(scaled - std::round(scaled)) < 1e-9 * (1 + std::abs(scaled));
    return isRound ? QLocale().toString(value, 'f', decimals)
                   : QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

template <typename T, typename Name> QString joined(const std::vector<T>& items, Name name)
{
    QStringList names;
    for (const T& item : items)
        names += name(item);
    return names.isEmpty() ? absent() : names.join(QStringLiteral(", "));
}

QString displayLora(const LoraChoice& lora)
{
    return QStringLiteral("%1 × %2").arg(toQString(lora.file), number(lora.scale, 1));
}

QString displayEmbedding(const EmbeddingChoice& embedding)
{
    QString text = toQString(embedding.file);
    for (const std::string& token : embedding.tokens)
        text += QLatin1Char(' ') + toQString(token);
    return text;
}

QString displayColor(const GranuleColor& color)
{
    return QStringLiteral("%1 %2").arg(toQString(color.name), toQString(toHex(color.srgb)));
}

class Collector {
public:
    explicit Collector(const std::vector<TilePointer>& tiles) : m_tiles(tiles) { }

    /// `same` has a place for the value, or none.
    template <typename Value>
    void add(const QString& name, Value value, const QString& same = QString())
    {
        ComparedSetting setting{name, {}, {}};
        for (const TilePointer& tile : m_tiles)
            setting.values += value(*tile);
        if (!same.isEmpty() && !m_tiles.empty() && setting.values.front() != absent())
            setting.same
                = same.contains(QLatin1String("%1")) ? same.arg(setting.values.front()) : same;
        settings.push_back(std::move(setting));
    }

    /// Of those that only a guided tile has.
    template <typename Value>
    void addGuided(const QString& name, Value value, const QString& same = QString())
    {
        add(
            name,
            [&](const LoadedTile& tile) {
                return tile.request.guide == Guide::Mix ? value(tile.request) : absent();
            },
            same);
    }

    std::vector<ComparedSetting> settings;

private:
    const std::vector<TilePointer>& m_tiles;
};

/// A row for each colour: shares side by side are read at a glance.
void addMix(Collector& collector, const std::vector<TilePointer>& tiles, const Palette& palette)
{
    std::vector<std::string> colors;
    QStringList orders;
    for (const TilePointer& tile : tiles) {
        QString order;
        if (tile->request.mix)
            for (const MixShare& share : tile->request.mix->shares()) {
                if (std::find(colors.begin(), colors.end(), share.color) == colors.end())
                    colors.push_back(share.color);
                order += displayName(palette, share.color) + QStringLiteral(", ");
            }
        orders += order;
    }
    const auto sharesOf = [](const LoadedTile& tile) {
        std::vector<std::pair<std::string, int>> shares;
        if (tile.request.mix)
            for (const MixShare& share : tile.request.mix->shares())
                shares.emplace_back(share.color, share.perMille);
        return shares;
    };
    const bool isSame = std::all_of(tiles.begin(), tiles.end(),
        [&](const TilePointer& tile) { return sharesOf(*tile) == sharesOf(*tiles.front()); });
    if (isSame) {
        collector.add(
            QCoreApplication::translate("ComparedSettings", "Mix"),
            [&](const LoadedTile& tile) {
                return tile.request.mix ? displayMix(palette, *tile.request.mix) : absent();
            },
            QCoreApplication::translate("ComparedSettings", "mix"));
        return;
    }
    for (const std::string& color : colors)
        collector.add(displayName(palette, color), [&color](const LoadedTile& tile) {
            const MixShare* share = tile.request.mix ? tile.request.mix->find(color) : nullptr;
            return share ? QCoreApplication::translate("ComparedSettings", "%1 %")
                               .arg(displayPercent(share->perMille))
                         : absent();
        });
    collector.add(QCoreApplication::translate("ComparedSettings", "Order of colours"),
        [](const LoadedTile& tile) {
            return tile.request.mix ? joined(tile.request.mix->shares(),
                       [](const MixShare& share) { return toQString(share.color); })
                                    : absent();
        });
}

void addPattern(Collector& collector, const Palette& palette)
{
    const auto ofPattern = [](auto value) {
        return [value](const LoadedTile& tile) {
            return tile.request.mix ? value(tile.request) : absent();
        };
    };
    collector.add(QCoreApplication::translate("ComparedSettings", "Pattern"),
        ofPattern(
            [](const GenerationRequest& request) { return displayName(request.pattern.kind); }),
        QCoreApplication::translate("ComparedSettings", "pattern"));
    collector.add(QCoreApplication::translate("ComparedSettings", "Pattern size"),
        ofPattern([](const GenerationRequest& request) {
            return hasSize(request.pattern.kind)
                ? QCoreApplication::translate("ComparedSettings", "%1 mm")
                      .arg(number(request.pattern.sizeMillimetres, 0))
                : absent();
        }));
    collector.add(QCoreApplication::translate("ComparedSettings", "Pattern angle"),
        ofPattern([](const GenerationRequest& request) {
            return hasAngle(request.pattern.kind)
                ? QCoreApplication::translate("ComparedSettings", "%1°")
                      .arg(number(request.pattern.angleDegrees, 0))
                : absent();
        }));
    collector.add(QCoreApplication::translate("ComparedSettings", "Further mixes"),
        ofPattern([&](const GenerationRequest& request) {
            return joined(
                request.pattern.mixes, [&](const Mix& mix) { return displayMix(palette, mix); });
        }));
    collector.add(QCoreApplication::translate("ComparedSettings", "Mask"),
        ofPattern([](const GenerationRequest& request) {
            return request.pattern.mask.empty() ? absent() : toQString(request.pattern.mask);
        }));
    collector.add(QCoreApplication::translate("ComparedSettings", "Granules"),
        ofPattern(displayGranules), QCoreApplication::translate("ComparedSettings", "granules %1"));
    collector.add(QCoreApplication::translate("ComparedSettings", "Scale"),
        ofPattern([](const GenerationRequest& request) {
            return QCoreApplication::translate("ComparedSettings", "%1 mm per pixel")
                .arg(number(request.millimetresPerPixel, 2));
        }));
    collector.add(QCoreApplication::translate("ComparedSettings", "Own colours"),
        [](const LoadedTile& tile) { return joined(tile.request.colors, displayColor); });
}

void addModel(Collector& collector)
{
    collector.add(
        QCoreApplication::translate("ComparedSettings", "Model"),
        [](const LoadedTile& tile) {
            return tile.provenance.modelName.empty() ? toQString(tile.request.model)
                                                     : toQString(tile.provenance.modelName);
        },
        QCoreApplication::translate("ComparedSettings", "model"));
    collector.add(QCoreApplication::translate("ComparedSettings", "Model file"),
        [](const LoadedTile& tile) { return toQString(tile.request.model); });
    collector.add(QCoreApplication::translate("ComparedSettings", "LoRA"),
        [](const LoadedTile& tile) { return joined(tile.request.loras, displayLora); });
    collector.add(QCoreApplication::translate("ComparedSettings", "Embeddings"),
        [](const LoadedTile& tile) { return joined(tile.request.embeddings, displayEmbedding); });
}

void addSampling(Collector& collector)
{
    collector.add(
        QCoreApplication::translate("ComparedSettings", "Steps"),
        [](const LoadedTile& tile) { return QString::number(tile.request.steps); },
        QCoreApplication::translate("ComparedSettings", "%1 steps"));
    collector.add(
        QCoreApplication::translate("ComparedSettings", "Guidance"),
        [](const LoadedTile& tile) { return number(tile.request.guidance, 1); },
        QCoreApplication::translate("ComparedSettings", "guidance %1"));
    collector.add(QCoreApplication::translate("ComparedSettings", "Guidance rescale"),
        [](const LoadedTile& tile) { return number(tile.request.guidanceRescale, 2); });
    collector.add(
        QCoreApplication::translate("ComparedSettings", "Sampler"),
        [](const LoadedTile& tile) { return displayName(tile.request.scheduler); },
        QStringLiteral("%1"));
    collector.addGuided(
        QCoreApplication::translate("ComparedSettings", "Guided"),
        [](const GenerationRequest& request) { return number(request.strength, 2); },
        QCoreApplication::translate("ComparedSettings", "guided %1"));
    collector.addGuided(QCoreApplication::translate("ComparedSettings", "Hold"),
        [](const GenerationRequest& request) { return number(request.hold, 2); });
    collector.addGuided(QCoreApplication::translate("ComparedSettings", "Colour back"),
        [](const GenerationRequest& request) { return number(request.retint, 2); });
    collector.addGuided(QCoreApplication::translate("ComparedSettings", "Tolerance"),
        [](const GenerationRequest& request) { return number(request.tolerance, 1); });
    collector.addGuided(QCoreApplication::translate("ComparedSettings", "Attempts at most"),
        [](const GenerationRequest& request) { return QString::number(request.attempts); });
    collector.add(QCoreApplication::translate("ComparedSettings", "Attempts made"),
        [](const LoadedTile& tile) { return QString::number(tile.provenance.attempts); });
    collector.add(QCoreApplication::translate("ComparedSettings", "CLIP skip"),
        [](const LoadedTile& tile) { return QString::number(tile.request.clipSkip); });
    collector.add(QCoreApplication::translate("ComparedSettings", "Seamless"),
        [](const LoadedTile& tile) { return displayName(tile.request.seamless); });
    collector.add(
        QCoreApplication::translate("ComparedSettings", "Size"),
        [](const LoadedTile& tile) {
            return QCoreApplication::translate("ComparedSettings", "%1 × %2")
                .arg(tile.request.width)
                .arg(tile.request.height);
        },
        QStringLiteral("%1"));
}

void addWords(Collector& collector)
{
    collector.add(QCoreApplication::translate("ComparedSettings", "Prompt"),
        [](const LoadedTile& tile) { return toQString(tile.request.prompt); });
    collector.add(
        QCoreApplication::translate("ComparedSettings", "Negative"), [](const LoadedTile& tile) {
            return tile.request.negative
                ? QStringLiteral("\u201c%1\u201d").arg(toQString(*tile.request.negative))
                : absent();
        });
}

void addProvenance(Collector& collector)
{
    collector.add(QCoreApplication::translate("ComparedSettings", "Device asked"),
        [](const LoadedTile& tile) { return toQString(toText(tile.request.device)); });
    collector.add(QCoreApplication::translate("ComparedSettings", "Precision asked"),
        [](const LoadedTile& tile) { return toQString(toText(tile.request.precision)); });
    collector.add(
        QCoreApplication::translate("ComparedSettings", "Made on"), [](const LoadedTile& tile) {
            return QCoreApplication::translate("ComparedSettings", "%1, %2")
                .arg(toQString(tile.provenance.device), toQString(tile.provenance.precision));
        });
    collector.add(QCoreApplication::translate("ComparedSettings", "Engine"),
        [](const LoadedTile& tile) { return toQString(tile.provenance.engine); });
    collector.add(QCoreApplication::translate("ComparedSettings", "Version"),
        [](const LoadedTile& tile) { return toQString(tile.provenance.version); });
    collector.add(
        QCoreApplication::translate("ComparedSettings", "Draft"), [](const LoadedTile& tile) {
            return tile.provenance.draft ? QCoreApplication::translate("ComparedSettings", "yes")
                                         : QCoreApplication::translate("ComparedSettings", "no");
        });
}

} // namespace

std::vector<ComparedSetting> comparedSettings(
    const std::vector<TilePointer>& tiles, const Palette& palette)
{
    Collector collector(tiles);
    collector.add(
        QCoreApplication::translate("ComparedSettings", "Seed"),
        [](const LoadedTile& tile) { return QString::number(tile.request.seed); },
        QCoreApplication::translate("ComparedSettings", "seed %1"));
    collector.add(
        QCoreApplication::translate("ComparedSettings", "Variation"), [](const LoadedTile& tile) {
            return tile.request.variation
                ? QCoreApplication::translate("ComparedSettings", "%1 of %2")
                      .arg(number(tile.request.variation->strength, 2))
                      .arg(tile.request.variation->seed)
                : absent();
        });
    addMix(collector, tiles, palette);
    addPattern(collector, palette);
    addModel(collector);
    addSampling(collector);
    addWords(collector);
    addProvenance(collector);
    return std::move(collector.settings);
}

bool isEqual(const ComparedSetting& setting)
{
    return std::all_of(setting.values.begin(), setting.values.end(),
        [&](const QString& value) { return value == setting.values.front(); });
}

} // namespace tilewright::ui
