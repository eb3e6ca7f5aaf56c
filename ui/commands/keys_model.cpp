#include "ui/commands/keys_model.h"

namespace tilewright::ui {

KeysModel::KeysModel(Commands& commands, QObject* parent)
    : QAbstractItemModel(parent), m_commands(commands)
{
    const std::pair<std::optional<Mode>, QString> sections[]{{std::nullopt, tr("Everywhere")},
        {Mode::Mix, tr("Mix")}, {Mode::Gallery, tr("Gallery")}, {Mode::Compare, tr("Compare")},
        {Mode::Catalog, tr("Catalogue")}};
    for (const auto& [mode, title] : sections) {
        Section section{title, {}};
        for (std::size_t i = 0; i < commands.all().size(); ++i)
            if (commands.all()[i].mode == mode)
                section.commands.push_back(i);
        if (!section.commands.empty())
            m_sections.push_back(std::move(section));
    }
    connect(&commands, &Commands::keysChanged, this, [this](const QString& id) {
        const QModelIndex changed = indexOf(id);
        Q_EMIT dataChanged(changed, changed.siblingAtColumn(1));
    });
}

// Of a heading the internal id is 0, of a command the number of its section, counted from 1.
QModelIndex KeysModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex KeysModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int KeysModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_sections.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_sections[std::size_t(parent.row())].commands.size());
}

int KeysModel::columnCount(const QModelIndex&) const
{
    return 2;
}

const Command* KeysModel::commandAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    const Section& section = m_sections[index.internalId() - 1];
    return &m_commands.all()[section.commands[std::size_t(index.row())]];
}

QVariant KeysModel::data(const QModelIndex& index, int role) const
{
    const Command* command = commandAt(index);
    if (!command) {
        const bool isTitle = index.isValid() && index.column() == 0 && role == Qt::DisplayRole;
        return isTitle ? m_sections[std::size_t(index.row())].title : QVariant();
    }
    QStringList keys;
    for (const QKeySequence& key : command->action->shortcuts())
        keys += key.toString(QKeySequence::NativeText);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? command->text() : keys.join(QStringLiteral(", "));
    case Qt::AccessibleTextRole:
        return keys.isEmpty()
            ? tr("%1, no key").arg(command->text())
            : tr("%1, key %2").arg(command->text(), keys.join(QStringLiteral(", ")));
    case IdRole:
        return command->id;
    case KeysRole:
        return keys;
    case ChangedRole:
        return !m_commands.hasDefaultKeys(command->id);
    default:
        return {};
    }
}

Qt::ItemFlags KeysModel::flags(const QModelIndex& index) const
{
    if (!commandAt(index))
        return index.isValid() ? Qt::ItemIsEnabled : Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == 1 ? flags | Qt::ItemIsEditable : flags;
}

QModelIndex KeysModel::indexOf(const QString& id) const
{
    for (std::size_t section = 0; section < m_sections.size(); ++section) {
        const auto& commands = m_sections[section].commands;
        for (std::size_t row = 0; row < commands.size(); ++row)
            if (m_commands.all()[commands[row]].id == id)
                return createIndex(int(row), 0, quintptr(section) + 1);
    }
    return {};
}

} // namespace tilewright::ui
