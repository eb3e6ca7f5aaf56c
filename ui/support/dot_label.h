// A small round dot in a colour of the theme.
#pragma once

#include <QPalette>
#include <QWidget>

namespace tilewright::ui {

class DotLabel : public QWidget {
    Q_OBJECT
public:
    static constexpr int diameter = 8;

    explicit DotLabel(QPalette::ColorRole role, QWidget* parent = nullptr);

private:
    void paintEvent(QPaintEvent* event) override;

    const QPalette::ColorRole m_role;
};

} // namespace tilewright::ui
