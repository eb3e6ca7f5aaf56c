// What all kinds of picture files have in common while they are read: rows from top to bottom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/image/input_file.h"
#include "core/image/picture.h"
#include "core/image/row_source.h"
#include "core/support/error.h"

namespace tilewright {

/// Takes memory in proportion to the picture only when the first row is asked for, so that the
/// header can be checked before.
class RowReader : public RowSource {
public:
    /// 1…8 as in EXIF; known for certain after the last row.
    virtual int orientation() const = 0;
};

/// One for each kind of file; `file` has to outlive the reader and stands at its beginning.
Expected<std::unique_ptr<RowReader>> openJpeg(const InputFile& file);
Expected<std::unique_ptr<RowReader>> openPng(const InputFile& file);
Expected<std::unique_ptr<RowReader>> openTiff(const InputFile& file);
Expected<std::unique_ptr<RowReader>> openWebp(const InputFile& file);

/// Checks the header against the limits, then reads all rows. `file` is the reader's, for messages.
/// Errors: as readPicture().
Expected<Picture> assemble(const InputFile& file, RowReader& reader, const ReadLimits& limits);

/// The two errors of a reader. `detail` is what the library says.
tl::unexpected<Error> damaged(const InputFile& file, const std::string& detail);
tl::unexpected<Error> unsupported(
    const InputFile& file, const std::string& what, const std::string& advice);

} // namespace tilewright
