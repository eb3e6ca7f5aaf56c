// One undo step of the settings.
#pragma once

#include <QPointer>
#include <QUndoCommand>
#include <QVariantMap>

namespace tilewright::ui {

class SettingsPanel;

/// Holds only the settings that changed, so that undoing it leaves all others as they are.
class SettingsChange : public QUndoCommand {
public:
    /// Steps of one gesture (from 0) become one. The panel shows `after` already.
    SettingsChange(SettingsPanel& panel, const QString& text, QVariantMap before, QVariantMap after,
        int gesture);

    void undo() override;
    void redo() override;
    /// Below -1: those from 0 are the mix editor's, which stands in the same stack.
    int id() const override { return -2 - m_gesture; }
    bool mergeWith(const QUndoCommand* next) override;

private:
    const QPointer<SettingsPanel> m_panel;
    QVariantMap m_before;
    QVariantMap m_after;
    const int m_gesture;
    bool m_isShown = true;
};

} // namespace tilewright::ui
