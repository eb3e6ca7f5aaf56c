#include "ui/catalog/problem_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/support/labels.h"

namespace tilewright::ui {

ProblemDialog::ProblemDialog(const QString& title, const QStringList& problems, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    auto* list = new QListWidget(this);
    list->setProperty("kind", QStringLiteral("choices"));
    list->setAccessibleName(title);
    list->setWordWrap(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->addItems(problems);
    list->setCurrentRow(0);
    auto* copy = new QPushButton(tr("Copy the list"), this);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(headingLabel(title, this));
    column->addWidget(list, 1);
    column->addLayout(buttons);
    resize(560, 320);
    connect(copy, &QPushButton::clicked, this,
        [problems] { QGuiApplication::clipboard()->setText(problems.join(QLatin1Char('\n'))); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace tilewright::ui
