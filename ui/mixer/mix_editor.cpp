#include "ui/mixer/mix_editor.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUndoCommand>
#include <algorithm>
#include <numeric>
#include <utility>

#include "core/mix/prompt_format.h"
#include "core/mix/random_mix.h"

#include "ui/support/color_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

constexpr int longestText = 2000; ///< characters; a longer text is no mix

/// Those of `others` that `palette` does not have by name, fit to stand beside its colours.
std::vector<GranuleColor> missingFrom(
    const Palette& palette, const std::vector<GranuleColor>& others)
{
    std::vector<GranuleColor> missing;
    for (GranuleColor color : others) {
        if (palette.find(color.name))
            continue;
        if (palette.find(color.code))
            color.code = color.name;
        missing.push_back(std::move(color));
    }
    return missing;
}

} // namespace

class MixEditor::Change : public QUndoCommand {
public:
    Change(MixEditor& editor, const QString& text, TileDraft after, std::size_t shown, int gesture)
        : QUndoCommand(text)
        , m_editor(editor)
        , m_before(editor.m_draft)
        , m_after(std::move(after))
        , m_shownBefore(editor.m_shown)
        , m_shownAfter(shown)
        , m_gesture(gesture)
    {
    }

    void undo() override
    {
        m_editor.assign(m_before, m_shownBefore);
        m_editor.beginGesture();
        m_wasUndone = true;
    }

    void redo() override
    {
        m_editor.assign(m_after, m_shownAfter);
        if (m_wasUndone)
            m_editor.beginGesture();
    }
    int id() const override { return m_gesture; }

    bool mergeWith(const QUndoCommand* next) override
    {
        m_after = static_cast<const Change*>(next)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    MixEditor& m_editor;
    const TileDraft m_before;
    TileDraft m_after;
    const std::size_t m_shownBefore;
    const std::size_t m_shownAfter;
    const int m_gesture;
    bool m_wasUndone = false;
};

MixEditor::MixEditor(Palette palette, TileDraft initial, QObject* parent)
    : QObject(parent)
    , m_palette(std::move(palette))
    , m_offered(m_palette)
    , m_readText([](const std::string& text, const Palette& colors) {
        return PromptFormat().parse(text, colors);
    })
    , m_draft(std::move(initial))
    , m_design(TileDesign::create(m_draft.mixes.front(), m_draft.laidPattern()))
    , m_gestureStart(mix())
{
}

void MixEditor::setPalette(const Palette& offered)
{
    m_offered = offered;
    m_palette = offered.with(missingFrom(offered, m_palette.colors())).value_or(offered);
    Q_EMIT paletteChanged();
}

void MixEditor::learnColors(const std::vector<GranuleColor>& colors)
{
    const std::vector<GranuleColor> missing = missingFrom(m_palette, colors);
    const auto palette = m_palette.with(missing);
    if (missing.empty() || !palette)
        return;
    m_palette = *palette;
    Q_EMIT paletteChanged();
}

void MixEditor::showMix(std::size_t index)
{
    if (index == m_shown || index >= m_draft.mixCount())
        return;
    m_shown = index;
    beginGesture();
    Q_EMIT mixesChanged();
    Q_EMIT mixChanged(mix());
}

void MixEditor::beginGesture()
{
    ++m_gesture;
    m_gestureStart = mix();
}

void MixEditor::setShare(const std::string& color, int perMille)
{
    pushMix(tr("share of %1").arg(displayName(m_palette, color)),
        m_gestureStart.withShare(color, perMille), m_gesture);
}

void MixEditor::setLocked(const std::string& color, bool locked)
{
    const QString name = displayName(m_palette, color);
    pushMix(locked ? tr("lock %1").arg(name) : tr("unlock %1").arg(name),
        mix().withLock(color, locked));
}

void MixEditor::addColor(const std::string& color)
{
    pushMix(tr("add %1").arg(displayName(m_palette, color)), mix().withColor(color));
}

void MixEditor::removeColor(const std::string& color)
{
    pushMix(tr("remove %1").arg(displayName(m_palette, color)), mix().withoutColor(color));
}

void MixEditor::makeEven()
{
    pushMix(tr("even shares"), mix().evened());
}

void MixEditor::setParts(const QString& text)
{
    const auto parts = parseParts(text);
    if (!parts || parts->size() != mix().size()) {
        Q_EMIT refused(
            tr("“%1” does not give one part for each of the %2 colours. Write them in the "
               "order of the list, as in 5:3:2.")
                .arg(text)
                .arg(mix().size()));
        return;
    }
    std::vector<std::pair<std::string, double>> weights;
    for (std::size_t i = 0; i < parts->size(); ++i)
        weights.emplace_back(mix().shares()[i].color, (*parts)[i]);
    pushMix(tr("parts %1").arg(text), Mix::fromWeights(weights));
}

void MixEditor::giveEvenShare(const std::string& color)
{
    const int even = Mix::total / static_cast<int>(mix().size());
    pushMix(
        tr("even share of %1").arg(displayName(m_palette, color)), mix().withShare(color, even));
}

void MixEditor::moveColor(const std::string& color, std::size_t index)
{
    std::vector<std::size_t> order(mix().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto moved = std::find_if(order.begin(), order.end(),
        [&](std::size_t i) { return mix().shares()[i].color == color; });
    if (moved == order.end() || index >= order.size())
        return;
    const auto target = order.begin() + static_cast<std::ptrdiff_t>(index);
    if (target < moved)
        std::rotate(target, moved, moved + 1);
    else
        std::rotate(moved, moved + 1, target + 1);
    pushMix(tr("order of the colours"), mix().reordered(order), m_gesture);
}

void MixEditor::shuffle()
{
    pushMix(tr("shuffle"), shuffledMix(mix(), QRandomGenerator::global()->generate64()));
}

void MixEditor::surprise()
{
    pushMix(
        tr("surprise"), surpriseMix(mix(), m_offered, QRandomGenerator::global()->generate64()));
}

void MixEditor::takeText(const QString& text)
{
    const QString words = text.simplified();
    if (words.isEmpty() || words.size() > longestText) {
        Q_EMIT refused(words.isEmpty()
                ? tr("There is no text to take a mix from. Copy one such as “50% red, 30% black, "
                     "20% pearl”.")
                : tr("This text is too long to be a mix. Copy one such as “50% red, 30% black, "
                     "20% pearl”."));
        return;
    }
    pushMix(tr("mix from a text"), m_readText(words.toStdString(), m_palette));
}

void MixEditor::replaceMix(const Mix& mix)
{
    pushMix(tr("another mix"), mix);
}

void MixEditor::takeFromPhoto(const Mix& mix)
{
    pushMix(tr("mix from a photo"), mix);
}

void MixEditor::setPatternKind(PatternKind kind)
{
    TileDraft draft = m_draft;
    draft.pattern.kind = kind;
    push(tr("pattern"), std::move(draft), m_shown);
}

void MixEditor::setPatternSize(double millimetres)
{
    TileDraft draft = m_draft;
    draft.pattern.sizeMillimetres = millimetres;
    push(tr("size of the pattern"), std::move(draft), m_shown);
}

void MixEditor::setPatternAngle(double degrees)
{
    TileDraft draft = m_draft;
    draft.pattern.angleDegrees = degrees;
    push(tr("angle of the pattern"), std::move(draft), m_shown);
}

void MixEditor::setMask(const std::filesystem::path& file)
{
    const auto regions = MaskRegions::load(file);
    if (!regions) {
        Q_EMIT refused(toQString(regions.error().message));
        return;
    }
    TileDraft draft = m_draft;
    draft.pattern.kind = PatternKind::Mask;
    draft.pattern.mask = file.string();
    draft.wantedMixes = regions->count();
    push(tr("mask"), std::move(draft), m_shown);
}

void MixEditor::setGranuleSize(std::optional<double> millimetres)
{
    TileDraft draft = m_draft;
    draft.granuleMillimetres = millimetres;
    draft.fractions.clear();
    push(tr("size of the granules"), std::move(draft), m_shown);
}

void MixEditor::addMix()
{
    const std::size_t count = m_draft.mixCount();
    if (!takesSeveralMixes(m_draft.pattern.kind) || count == Pattern::maximumMixes)
        return;
    TileDraft draft = m_draft;
    draft.wantedMixes = count + 1;
    push(tr("one more mix"), std::move(draft), count);
}

void MixEditor::removeMix()
{
    const std::size_t count = m_draft.mixCount();
    if (!takesSeveralMixes(m_draft.pattern.kind) || count == 1)
        return;
    TileDraft draft = m_draft;
    draft.wantedMixes = count - 1;
    draft.mixes.erase(draft.mixes.begin() + static_cast<std::ptrdiff_t>(m_shown));
    push(tr("one mix less"), std::move(draft), std::min(m_shown, count - 2));
}

void MixEditor::replaceDraft(const TileDraft& draft)
{
    push(tr("another mix"), draft, 0);
}

void MixEditor::pushMix(const QString& text, const Expected<Mix>& changed, int gesture)
{
    if (!changed) {
        Q_EMIT refused(toQString(changed.error().message));
        return;
    }
    TileDraft draft = m_draft;
    draft.mixes[m_shown] = *changed;
    push(text, std::move(draft), m_shown, gesture);
}

void MixEditor::push(const QString& text, TileDraft draft, std::size_t shown, int gesture)
{
    draft.completeMixes(m_offered);
    if (draft == m_draft)
        return;
    shown = std::min(shown, draft.mixCount() - 1);
    m_undo.push(new Change(*this, text, std::move(draft), shown, gesture));
    if (gesture < 0)
        beginGesture();
}

void MixEditor::assign(const TileDraft& draft, std::size_t shown)
{
    const Mix shownBefore = mix();
    const TileDraft before = std::exchange(m_draft, draft);
    const bool isOtherMix = std::exchange(m_shown, shown) != shown || shownBefore != mix();
    updateDesign(before);
    Q_EMIT mixesChanged();
    if (isOtherMix)
        Q_EMIT mixChanged(mix());
    Q_EMIT draftChanged();
}

void MixEditor::updateDesign(const TileDraft& before)
{
    // A moving slider must not read the mask again.
    if (m_design && before.pattern == m_draft.pattern && before.mixCount() == m_draft.mixCount()) {
        for (std::size_t i = 0; i < m_draft.mixCount(); ++i)
            if (before.mixes[i] != m_draft.mixes[i])
                m_design = m_design->withMix(i, m_draft.mixes[i]);
        return;
    }
    m_design = TileDesign::create(m_draft.mixes.front(), m_draft.laidPattern());
}

std::optional<std::vector<double>> parseParts(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s:;/+\\-]+"));
    std::vector<double> parts;
    for (QString part : text.trimmed().split(separators, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const double weight = part.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
        if (!isNumber || !(weight >= 0 && weight <= 1e6)) // also not a number
            return std::nullopt;
        parts.push_back(weight);
    }
    const bool isAnyPositive
        = std::any_of(parts.begin(), parts.end(), [](double weight) { return weight > 0; });
    return isAnyPositive ? std::optional(parts) : std::nullopt;
}

} // namespace tilewright::ui
