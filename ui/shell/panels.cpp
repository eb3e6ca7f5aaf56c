#include "ui/shell/panels.h"

#include <QSettings>
#include <QWidget>
#include <algorithm>

namespace tilewright::ui {
namespace {

constexpr std::array places{Panels::Left, Panels::Right, Panels::Bottom};

QString settingOf(Panels::Place place)
{
    constexpr std::array names{"panels/left", "panels/right", "panels/bottom"};
    return QLatin1String(names[place]);
}

bool isOfUse(Panels::Place place, Mode mode)
{
    switch (mode) {
    case Mode::Mix:
        return true;
    case Mode::Gallery:
        return place != Panels::Bottom;
    case Mode::Compare:
        return false; // it has a panel of its own, and needs the room
    case Mode::Catalog:
        return place == Panels::Left; // its pages have panels of their own
    }
    return true;
}

} // namespace

Panels::Panels(const std::array<QWidget*, count>& panels,
    const std::array<QAction*, count>& actions, QObject* parent)
    : QObject(parent), m_panels(panels), m_actions(actions)
{
    for (const Place place : places) {
        QAction* action = m_actions[place];
        action->setCheckable(true);
        action->setChecked(QSettings().value(settingOf(place), true).toBool());
        connect(action, &QAction::toggled, this,
            [this, place](bool isChosen) { choose(place, isChosen); });
    }
    show();
}

bool Panels::isChosen(Place place) const
{
    return m_actions[place]->isChecked();
}

void Panels::setMode(Mode mode)
{
    m_mode = mode;
    show();
}

void Panels::toggleAll()
{
    const bool isAnyShown = std::any_of(
        places.begin(), places.end(), [this](Place place) { return isChosen(place); });
    for (const Place place : places) {
        if (isAnyShown)
            m_beforeHiding[place] = isChosen(place);
        m_actions[place]->setChecked(!isAnyShown && m_beforeHiding[place]);
    }
}

void Panels::choose(Place place, bool isChosen)
{
    QSettings().setValue(settingOf(place), isChosen);
    show();
}

void Panels::show()
{
    for (const Place place : places) {
        m_actions[place]->setEnabled(isOfUse(place, m_mode));
        m_panels[place]->setVisible(isChosen(place) && isOfUse(place, m_mode));
    }
}

} // namespace tilewright::ui
