// The rows of any source, with 16 bits for each sample.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/image/row_source.h"

namespace tilewright {

/// Room for one row of a source; 8-bit samples are widened, 0…255 to 0…65535 without a rest.
class WideRow {
public:
    /// Samples of the next row. Valid until the next call. Errors: those of the source.
    Expected<std::span<const std::uint16_t>> read(RowSource& rows);

private:
    std::vector<std::uint16_t> m_samples;
    std::vector<std::uint8_t> m_bytes;
};

/// 8-bit samples as 16-bit ones; both rows have the same number of samples.
void widen(std::span<const std::uint8_t> from, std::span<std::uint16_t> to);

} // namespace tilewright
