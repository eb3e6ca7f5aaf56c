// What several tiles have in common, and how far they are apart.
#pragma once

#include <QWidget>
#include <vector>

#include "core/library/tile_record.h"

class QGridLayout;

namespace tilewright::ui {

class SelectionSummary : public QWidget {
    Q_OBJECT
public:
    explicit SelectionSummary(QWidget* parent = nullptr);

    void showTiles(const std::vector<TileRecord>& tiles);
    /// Text of a fact by its caption; empty if absent.
    QString fact(const QString& caption) const;

private:
    void addFact(const QString& caption, const QString& value);

    QWidget* m_facts = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace tilewright::ui
