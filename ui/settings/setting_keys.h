// Under which names the settings of the panel are remembered, beside the followed numbers.
#pragma once

#include <QString>

namespace tilewright::ui::key {

inline const QString guided = QStringLiteral("guided");
inline const QString seamless = QStringLiteral("seamless");
inline const QString size = QStringLiteral("size");
inline const QString more = QStringLiteral("more");
inline const QString count = QStringLiteral("count");
inline const QString seed = QStringLiteral("seed");
inline const QString lock = QStringLiteral("seedLocked");

} // namespace tilewright::ui::key
