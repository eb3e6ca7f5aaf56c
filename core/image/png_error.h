// How libpng tells what went wrong.
#pragma once

#include <array>
#include <png.h>

namespace tilewright {

/// libpng reports errors with longjmp, which must not jump over destructors. So libpng is called
/// only in functions that hold no object with one; what they work on lives in the object.
using PngErrorText = std::array<char, 160>;

[[noreturn]] void onPngError(png_structp png, png_const_charp message);
void onPngWarning(png_structp png, png_const_charp message);

} // namespace tilewright
