// A picture in memory as a source of rows.
#pragma once

#include <algorithm>

#include "core/image/image.h"
#include "core/image/row_source.h"

namespace tilewright {

/// The picture must outlive it.
class ImageRows : public RowSource {
public:
    explicit ImageRows(const Image& image) : m_image(image)
    {
        m_header.width = static_cast<std::uint32_t>(image.width);
        m_header.height = static_cast<std::uint32_t>(image.height);
    }

    Expected<void> readRow(std::uint8_t* row) override
    {
        std::copy_n(m_image.pixel(0, m_next++), static_cast<std::size_t>(m_image.width) * 3, row);
        return {};
    }

private:
    const Image& m_image;
    int m_next = 0;
};

} // namespace tilewright
