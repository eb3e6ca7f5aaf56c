// One page of the catalogue mode: images, sheets, order, floor or data.
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "core/catalog/catalog.h"

namespace tilewright::ui {

/// Immutable and shared, so that tasks on other threads keep what they began with.
using CatalogPointer = std::shared_ptr<const Catalog>;

/// What is made of the articles, its settings, and a preview of it.
class CatalogPage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Null: the catalogue is being read, or there is none.
    virtual void setCatalog(const CatalogPointer& catalog) = 0;
    /// The articles that are chosen in the list, by index, the current one first; empty: all.
    virtual void setChosen(const std::vector<std::size_t>& articles) = 0;
    /// The model's palette changed, or the user's own colours.
    virtual void setPalette(const Palette& palette) = 0;

Q_SIGNALS:
    /// A sentence for the message bar.
    void failed(const QString& message);
};

} // namespace tilewright::ui
