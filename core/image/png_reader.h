// PNG files, row by row.
#pragma once

#include <map>
#include <memory>
#include <png.h>
#include <string>
#include <vector>

#include "core/image/png_error.h"
#include "core/image/row_reader.h"

namespace tilewright {

class PngReader : public RowReader {
public:
    /// Errors: BadData.
    static Expected<std::unique_ptr<PngReader>> open(const InputFile& file);
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;
    ~PngReader() override { png_destroy_read_struct(&m_png, &m_info, nullptr); }

    Expected<void> readRow(std::uint8_t* row) override;
    int orientation() const override;

    /// As PngPicture::text; complete after the last row.
    std::map<std::string, std::string> text() const;

private:
    explicit PngReader(const InputFile& file);

    bool readHeader();
    void fillHeader();
    bool decodeRow(std::uint8_t* row);
    bool decodeAll(png_bytepp rows);
    bool readEnd();
    Expected<void> readInterlaced();

    const InputFile& m_file;
    PngErrorText m_error{};
    png_structp m_png;
    png_infop m_info;
    bool m_isInterlaced = false;
    std::uint32_t m_nextRow = 0;
    std::vector<std::uint8_t> m_interlaced; ///< the whole picture; empty unless it is interlaced
};

} // namespace tilewright
