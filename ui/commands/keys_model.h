// The commands and their keys as a list under headings, for the sheet of keys.
#pragma once

#include <QAbstractItemModel>

#include "ui/commands/commands.h"

namespace tilewright::ui {

/// Two levels: headings (all modes, then each mode), below them the commands. Columns: what it
/// does, its keys as text.
class KeysModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< QString; empty for headings
        KeysRole, ///< QStringList in the desktop's notation
        ChangedRole, ///< bool: not the keys it came with
    };

    explicit KeysModel(Commands& commands, QObject* parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QModelIndex indexOf(const QString& id) const;

private:
    struct Section {
        QString title;
        std::vector<std::size_t> commands; ///< indices
    };
    const Command* commandAt(const QModelIndex& index) const;

    Commands& m_commands;
    std::vector<Section> m_sections;
};

} // namespace tilewright::ui
