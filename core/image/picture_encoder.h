// What all kinds of picture files have in common while they are written: rows from top to bottom.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/image/picture_writer.h"
#include "core/support/atomic_file.h"

namespace tilewright {

/// Errors of the file are kept by the file; what else goes wrong is told by error().
/// All functions may throw std::bad_alloc.
class PictureEncoder {
public:
    virtual ~PictureEncoder() = default;

    /// What comes before the first row.
    virtual bool start() = 0;
    /// `row` as RowSource gives it; its content is lost.
    virtual bool writeRow(std::uint8_t* row) = 0;
    /// What comes after the last row. `goesOn` gets 0…1 and says false to stop, upon which this
    /// gives false.
    virtual bool finish(const std::function<bool(double)>& goesOn) = 0;

    /// What the library says, for the log.
    virtual std::string error() const = 0;
    /// How much of the time goes into the rows; the rest into finish().
    virtual double shareOfRows() const { return 1; }
};

/// One for each kind of file; all three have to outlive the encoder.
std::unique_ptr<PictureEncoder> makeJpegEncoder(
    AtomicFile& file, const PictureHeader& header, const WriteOptions& options);
std::unique_ptr<PictureEncoder> makePngEncoder(
    AtomicFile& file, const PictureHeader& header, const WriteOptions& options);
std::unique_ptr<PictureEncoder> makeTiffEncoder(
    AtomicFile& file, const PictureHeader& header, const WriteOptions& options);
std::unique_ptr<PictureEncoder> makeWebpEncoder(
    AtomicFile& file, const PictureHeader& header, const WriteOptions& options);

} // namespace tilewright
