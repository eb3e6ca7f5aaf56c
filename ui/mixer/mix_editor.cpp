#include "ui/mixer/mix_editor.h"

#include <QRegularExpression>
#include <QUndoCommand>
#include <algorithm>
#include <utility>

#include "ui/support/color_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {

class MixEditor::Change : public QUndoCommand {
public:
    Change(MixEditor& editor, const QString& text, Mix after, int gesture)
        : QUndoCommand(text)
        , m_editor(editor)
        , m_before(editor.m_mix)
        , m_after(std::move(after))
        , m_gesture(gesture)
    {
    }

    void undo() override
    {
        m_editor.assign(m_before);
        m_editor.beginGesture();
        m_wasUndone = true;
    }

    void redo() override
    {
        m_editor.assign(m_after);
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
    const Mix m_before;
    Mix m_after;
    const int m_gesture;
    bool m_wasUndone = false;
};

MixEditor::MixEditor(Palette palette, Mix initial, QObject* parent)
    : QObject(parent)
    , m_palette(std::move(palette))
    , m_mix(std::move(initial))
    , m_gestureStart(m_mix)
{
}

void MixEditor::beginGesture()
{
    ++m_gesture;
    m_gestureStart = m_mix;
}

void MixEditor::setShare(const std::string& color, int perMille)
{
    push(tr("share of %1").arg(displayName(m_palette, color)),
        m_gestureStart.withShare(color, perMille), m_gesture);
}

void MixEditor::setLocked(const std::string& color, bool locked)
{
    const QString name = displayName(m_palette, color);
    push(locked ? tr("lock %1").arg(name) : tr("unlock %1").arg(name),
        m_mix.withLock(color, locked));
}

void MixEditor::addColor(const std::string& color)
{
    pushOrRefuse(tr("add %1").arg(displayName(m_palette, color)), m_mix.withColor(color));
}

void MixEditor::removeColor(const std::string& color)
{
    pushOrRefuse(tr("remove %1").arg(displayName(m_palette, color)), m_mix.withoutColor(color));
}

void MixEditor::makeEven()
{
    push(tr("even shares"), m_mix.evened());
}

void MixEditor::setParts(const QString& text)
{
    const auto parts = parseParts(text);
    if (!parts || parts->size() != m_mix.size()) {
        Q_EMIT refused(
            tr("“%1” does not give one part for each of the %2 colours. Write them in the "
               "order of the list, as in 5:3:2.")
                .arg(text)
                .arg(m_mix.size()));
        return;
    }
    std::vector<std::pair<std::string, double>> weights;
    for (std::size_t i = 0; i < parts->size(); ++i)
        weights.emplace_back(m_mix.shares()[i].color, (*parts)[i]);
    pushOrRefuse(tr("parts %1").arg(text), Mix::fromWeights(weights));
}

void MixEditor::replaceMix(const Mix& mix)
{
    push(tr("another mix"), mix);
}

void MixEditor::takeFromPhoto(const Mix& mix)
{
    push(tr("mix from a photo"), mix);
}

void MixEditor::push(const QString& text, Mix mix, int gesture)
{
    if (mix == m_mix)
        return;
    m_undo.push(new Change(*this, text, std::move(mix), gesture));
    if (gesture < 0)
        beginGesture();
}

void MixEditor::pushOrRefuse(const QString& text, const Expected<Mix>& mix)
{
    if (mix)
        push(text, *mix);
    else
        Q_EMIT refused(toQString(mix.error().message));
}

void MixEditor::assign(const Mix& mix)
{
    m_mix = mix;
    Q_EMIT mixChanged(m_mix);
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
