// The mix that is being dialled, with undo.
#pragma once

#include <QObject>
#include <QUndoStack>
#include <optional>

#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright::ui {

/// Holds the one current mix. Every change is an undo step; the changes between beginGesture() and
/// the next one count as a single step and are each worked out from the mix at its beginning, so
/// that dragging a slider there and back restores every share.
class MixEditor : public QObject {
    Q_OBJECT
public:
    MixEditor(Palette palette, Mix initial, QObject* parent = nullptr);

    const Palette& palette() const { return m_palette; }
    const Mix& mix() const { return m_mix; }
    QUndoStack* undoStack() { return &m_undo; }

    /// A drag, or one press of a key, starts here.
    void beginGesture();
    void setShare(const std::string& color, int perMille);
    void setLocked(const std::string& color, bool locked);
    void addColor(const std::string& color);
    void removeColor(const std::string& color);
    void makeEven();
    /// "5:3:2": parts for the colours in their order, as many as there are colours; unlocks.
    void setParts(const QString& parts);
    void replaceMix(const Mix& mix);
    void takeFromPhoto(const Mix& mix);

Q_SIGNALS:
    void mixChanged(const tilewright::Mix& mix);
    /// An edit that cannot be done; `reason` is a sentence for the user.
    void refused(const QString& reason);

private:
    class Change;
    void push(const QString& text, Mix mix, int gesture = -1);
    void pushOrRefuse(const QString& text, const Expected<Mix>& mix);
    void assign(const Mix& mix);

    const Palette m_palette;
    Mix m_mix;
    Mix m_gestureStart;
    int m_gesture = 0;
    QUndoStack m_undo;
};

/// Weights from "5:3:2", "5 3 2", "5-3-2"; decimals with comma or dot. None when it is anything
/// else.
std::optional<std::vector<double>> parseParts(const QString& text);

} // namespace tilewright::ui
