// libtiff on our own stream, with its messages kept off stderr.
#pragma once

#include <array>
#include <memory>
#include <tiffio.h>

#include "core/image/input_file.h"
#include "core/support/atomic_file.h"

namespace tilewright {

struct CloseTiff {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffHandle = std::unique_ptr<TIFF, CloseTiff>;
using TiffErrorText = std::array<char, 256>;

/// Null where the file is no TIFF. `error` takes the first error from now on, and has to outlive
/// the handle, as `file` has to; warnings (mostly about unknown tags) go to the log.
TiffHandle openTiffFile(const InputFile& file, TiffErrorText& error);

/// A new file; big: one that may pass 4 gigabytes. Null where not even the first bytes can be
/// written. `error` and `file` as above; what cannot be written is told by the file.
TiffHandle createTiffFile(AtomicFile& file, bool isBig, TiffErrorText& error);

} // namespace tilewright
