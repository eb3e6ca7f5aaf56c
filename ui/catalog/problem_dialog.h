// A list of what could not be done, to be read and copied.
#pragma once

#include <QDialog>
#include <QStringList>

namespace tilewright::ui {

class ProblemDialog : public QDialog {
    Q_OBJECT
public:
    ProblemDialog(const QString& title, const QStringList& problems, QWidget* parent = nullptr);
};

} // namespace tilewright::ui
