// The commands of the gallery with their keys.
#pragma once

#include <QAction>
#include <QObject>
#include <vector>

#include "core/library/tile_record.h"
#include "ui/support/tile_command.h"

class QKeyEvent;
class QMenu;
class QWidget;

namespace tilewright::ui {

/// Every action has an object name that a key can be stored under ("gallery.rate3"), and belongs to
/// the widget given. Keys are taken by the widgets that this watches before the window's own get
/// them, so that P picks a tile here and does something else elsewhere.
class TileActions : public QObject {
    Q_OBJECT
public:
    explicit TileActions(QWidget* owner);

    std::vector<QAction*> all() const { return m_all; }
    QAction* find(const QString& objectName) const; ///< null if there is none
    void watch(QWidget* widget);
    /// For the tiles that are selected.
    void fillMenu(QMenu& menu, int selected) const;

    QAction* loupe;
    QAction* back; ///< out of the loupe
    QAction* trash;
    QAction* copy;
    QAction* copySeed;
    QAction* copyPrompt;
    QAction* showInFolder;
    QAction* compare;
    QAction* addToCatalog;
    QAction* selectAll;
    QAction* selectNone;
    QAction* zoomIn;
    QAction* zoomOut;

Q_SIGNALS:
    void rated(int rating);
    void flagged(tilewright::Flag flag);
    void labelled(int label);
    void commanded(tilewright::ui::TileCommand command);

private:
    QAction* add(const char* name, const QString& text, const QList<QKeySequence>& keys);
    void addMarks();
    void addCommands();
    QAction* actionFor(const QKeyEvent& event) const;
    bool eventFilter(QObject* watched, QEvent* event) override;

    QWidget* m_owner;
    std::vector<QAction*> m_all;
    QList<QAction*> m_ratings;
    QList<QAction*> m_flags;
    QList<QAction*> m_labels;
    QList<QAction*> m_commands;
};

} // namespace tilewright::ui
