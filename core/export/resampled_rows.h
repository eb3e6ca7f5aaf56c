// A picture at another size, row by row.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/export/wide_row.h"
#include "core/image/image.h"
#include "core/image/row_source.h"

namespace tilewright {

/// How a picture goes on beyond its edges.
enum class Edges {
    Mirror,
    Wrap, ///< it repeats, as a seamless texture does
};

struct Resampling {
    /// A part of the result, in its pixels; may reach beyond it on any side, where the picture
    /// goes on as `edges` says.
    struct Window {
        int left = 0, top = 0;
        std::uint32_t width = 0, height = 0;
    };

    std::uint32_t width = 0, height = 0; ///< pixels that the whole picture becomes, at least 1
    Edges edges = Edges::Mirror;
    std::optional<Window> window = std::nullopt; ///< none: all of the result and no more

    /// The whole and `bleed` pixels more of it on each side.
    static Resampling withBleed(
        std::uint32_t width, std::uint32_t height, Edges edges, std::uint32_t bleed);
};

/// Lanczos filter of three lobes, widened when it scales down, the same along both axes. Making a
/// picture smaller averages its light, as distance does; making it larger works on the encoded
/// values. A picture of the same size is the same to the last bit. sRGB or grey, with or without
/// alpha, 8 or 16 bits in and 16 out; colours count by their alpha.
class ResampledRows : public RowSource {
public:
    /// The image has to outlive this. Memory: some rows of the result.
    ResampledRows(const Image& image, const Resampling& resampling);
    /// The rows have to outlive this. Memory: some rows of the result, as many as the window
    /// reaches beyond an edge; all of them if it has to begin with the last rows of the source, as
    /// at the upper edge with Edges::Wrap.
    ResampledRows(RowSource& rows, const Resampling& resampling);

    /// Errors: those of the source; Retryable (not enough memory).
    Expected<void> readRow(std::uint8_t* row) override;

private:
    /// The filter along one axis: each sample of the result is a weighted sum of `taps` samples.
    struct Axis {
        int taps = 0;
        std::vector<int> first; ///< per sample of the result, may lie outside of the source
        std::vector<float> weights; ///< `taps` per sample of the result; their sum is 1
    };

    static Axis makeAxis(
        std::uint32_t sourceSize, std::uint32_t size, int from, std::uint32_t count);
    void plan(const PictureHeader& source, const Resampling& resampling);
    std::size_t rowsToKeep() const;
    Expected<const float*> scaledRow(std::uint32_t sourceRow);
    void loadLine(std::span<const std::uint16_t> samples);
    void scaleLine(float* scaled) const;
    void store(std::uint16_t* row) const;

    const Image* m_image = nullptr;
    RowSource* m_rows = nullptr;
    std::uint32_t m_sourceWidth = 0, m_sourceHeight = 0;
    Edges m_edges = Edges::Mirror;
    bool m_isLinear = false;
    Axis m_horizontal, m_vertical;
    int m_lineStart = 0; ///< column of the source at which m_line begins

    WideRow m_wideRow;
    std::vector<float> m_line; ///< a row of the source, with what lies beyond its edges
    std::vector<float> m_band; ///< rows of the source, scaled along them
    std::vector<std::int64_t> m_bandRows; ///< which they are; -1: none
    std::vector<float> m_sum;
    std::uint32_t m_nextSourceRow = 0;
    std::uint32_t m_nextRow = 0;
};

} // namespace tilewright
