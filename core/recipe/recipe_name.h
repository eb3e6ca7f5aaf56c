// What a recipe may be called, and when two names are the same.
#pragma once

#include <string>
#include <string_view>

#include "core/mix/palette.h"

namespace tilewright {

/// Names are compared in this form: Unicode's case folding, composed, single blanks, none at the
/// ends. Bytes that are no UTF-8 stay as they are.
std::string foldedName(std::string_view name);
/// foldedName() without its blanks, as in a compound written as one word.
std::string gluedName(std::string_view name);

/// UTF-8 without control characters and marks that change how the rest is shown.
bool isShowable(std::string_view text);

/// The name as it is kept: composed, single blanks, none at the ends. Errors: Usage, when it is
/// empty, longer than 60 characters, begins with a digit or holds a sign that the text of a mix
/// needs (, ; : % + =).
Expected<std::string> checkedRecipeName(std::string_view name);

/// By caption name, code or Russian name, whatever the case; null if unknown.
const GranuleColor* findColor(const Palette& palette, std::string_view name);

} // namespace tilewright
