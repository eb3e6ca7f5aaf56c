// One of the tiles that are compared.
#pragma once

#include <QWidget>

#include "ui/support/loaded_tile.h"

class QLabel;
class QStackedLayout;
class QToolButton;

namespace tilewright::ui {

class Canvas;

enum class CompareMark { None, Kept, Rejected };

/// The picture, and below it the seed, how true it is, and what was decided. A tile that cannot be
/// read has a sentence in place of its picture.
class ComparePane : public QWidget {
    Q_OBJECT
public:
    explicit ComparePane(QWidget* parent = nullptr);

    void showLoading(const std::filesystem::path& file);
    void showTile(const TilePointer& tile);
    void showFailure(const QString& message);
    void setNumber(int number);
    void setActive(bool isActive);
    void setLocked(bool isLocked);
    void setMark(CompareMark mark);

    /// None while it loads, and where it could not be read.
    const TilePointer& tile() const { return m_tile; }
    const std::filesystem::path& file() const { return m_file; }
    /// "2: seed 1704231"
    QString name() const;
    bool isActive() const { return m_isActive; }
    bool isLocked() const;
    CompareMark mark() const { return m_mark; }
    Canvas* canvas() { return m_canvas; }
    /// What stands in place of the picture.
    QLabel* message() { return m_message; }
    QLabel* fidelityLabel() { return m_fidelity; }
    QToolButton* lockButton() { return m_lock; }
    QToolButton* removeButton() { return m_remove; }
    /// Takes the focus.
    void focus(Qt::FocusReason reason);

Q_SIGNALS:
    void activated(); ///< clicked, or got the focus
    void lockToggled(bool isLocked);
    void removeWanted();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void showCaption();
    void showInPlace(QWidget* widget);

    TilePointer m_tile;
    std::filesystem::path m_file;
    int m_number = 1;
    bool m_isActive = false;
    CompareMark m_mark = CompareMark::None;
    QStackedLayout* m_stack;
    Canvas* m_canvas;
    QLabel* m_message;
    QLabel* m_caption;
    QLabel* m_markLabel;
    QLabel* m_fidelity;
    QToolButton* m_lock;
    QToolButton* m_remove;
};

} // namespace tilewright::ui
