// What was found in a model: its parts, and what is wrong with them.
#pragma once

#include <QWidget>

#include "core/generation/model_report.h"

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace tilewright::ui {

class ModelSummary : public QWidget {
    Q_OBJECT
public:
    explicit ModelSummary(QWidget* parent = nullptr);

    void showReport(const ModelReport& report);
    /// Nothing is known but this.
    void showFailure(const QString& message);
    void showNothing();
    void setBusy(bool isBusy);

    QStringList findings() const; ///< as they are shown
    QLabel* heading() { return m_heading; }
    QPushButton* stopButton() { return m_stop; }

Q_SIGNALS:
    void stopRequested();

private:
    void clear();
    void addFinding(const QString& text, bool isBlocking);
    void addPart(const PartReport& part, int row);

    QLabel* m_heading;
    QLabel* m_total;
    QWidget* m_busy;
    QPushButton* m_stop;
    QVBoxLayout* m_findings;
    QWidget* m_parts = nullptr;
};

} // namespace tilewright::ui
