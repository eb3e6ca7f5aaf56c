// Ground around a picture.
#pragma once

#include "core/export/wide_row.h"
#include "core/image/row_source.h"

namespace tilewright {

/// Pixels of ground on each side.
struct Frame {
    std::uint32_t left = 0, top = 0, right = 0, bottom = 0;
    bool isTransparent = false; ///< else white

    static Frame around(std::uint32_t margin, bool isTransparent)
    {
        return {margin, margin, margin, margin, isTransparent};
    }
};

/// sRGB or grey with or without alpha, 8 or 16 bits in and 16 out. On a white ground the result has
/// no alpha: what shows through the content is white too. On a transparent one it has.
class FramedRows : public RowSource {
public:
    /// The content has to outlive this.
    FramedRows(RowSource& content, const Frame& frame);

    /// Errors: those of the content.
    Expected<void> readRow(std::uint8_t* row) override;

private:
    RowSource& m_content;
    Frame m_frame;
    WideRow m_contentRow;
    std::uint32_t m_nextRow = 0;
};

} // namespace tilewright
