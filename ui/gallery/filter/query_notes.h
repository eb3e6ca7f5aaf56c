// What a typed query lacks, in the studio's words, and what can be typed.
#pragma once

#include <QString>
#include <vector>

#include "core/library/query_text.h"

namespace tilewright::ui {

QString displayNote(const QueryNote& note, const Palette& palette);

struct QueryExample {
    QString text; ///< can be typed
    QString meaning;
};
std::vector<QueryExample> queryExamples();

} // namespace tilewright::ui
