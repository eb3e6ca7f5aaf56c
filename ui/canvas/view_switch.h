// Says which of two pictures the canvas shows, and turns to the other one.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace tilewright::ui {

/// "Preview | Photograph", and beside it what is known about the picture that is seen.
class ViewSwitch : public QFrame {
    Q_OBJECT
public:
    explicit ViewSwitch(QWidget* parent = nullptr);

    /// The photograph cannot be chosen before there is one.
    void setState(bool isPhotograph, bool hasPhotograph, const QString& caption);
    QPushButton* previewButton() { return m_preview; }
    QPushButton* photographButton() { return m_photograph; }

Q_SIGNALS:
    void photographWanted(bool isPhotograph);

private:
    QPushButton* m_preview;
    QPushButton* m_photograph;
    QLabel* m_caption;
};

} // namespace tilewright::ui
