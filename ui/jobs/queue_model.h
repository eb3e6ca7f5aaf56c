// The jobs that have not ended as a list: the running one, then those that wait.
#pragma once

#include <QAbstractListModel>

#include "core/mix/palette.h"
#include "ui/jobs/generation_controller.h"

namespace tilewright::ui {

/// Rows that wait can be moved; a move takes place in the queue itself, and the model shows what
/// the queue made of it.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< JobId
        RunningRole, ///< bool
        DetailRole, ///< "seed 7, 1024 × 1024, 20 steps"
        SharesRole, ///< QVariantList of colour and share in per mille, in turn; may be empty
    };

    /// Both outlive the model.
    QueueModel(GenerationController& jobs, const Palette& palette, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    /// Rows as in every model: a row moves before `destination`. Only one at a time.
    bool moveRows(const QModelIndex& sourceParent, int source, int count,
        const QModelIndex& destinationParent, int destination) override;

    /// How many rows at the front run and stay where they are.
    int runningCount() const;

private:
    void followQueue();
    QString title(const GenerationRequest& request) const;
    QString detail(const GenerationRequest& request) const;
    QVariantList shares(const GenerationRequest& request) const;

    GenerationController& m_jobs;
    const Palette& m_palette;
    std::vector<QueueEntry> m_rows;
};

} // namespace tilewright::ui
