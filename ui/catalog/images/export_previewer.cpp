#include "ui/catalog/images/export_previewer.h"

#include <cstring>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
class ImageRows : public RowSource {
public:
    explicit ImageRows(const Image& image) : m_image(image)
    {
        m_header.width = static_cast<std::uint32_t>(image.width);
        m_header.height = static_cast<std::uint32_t>(image.height);
    }
    Expected<void> readRow(std::uint8_t* row) override
    {
        std::memcpy(row, m_image.pixel(0, m_row++), std::size_t(m_image.width) * 3);
        return {};
    }

private:
    const Image& m_image;
    int m_row = 0;
};
} // namespace

Expected<std::optional<InkUse>> inkUseOf(const Image& image, const OutputColor& color)
{
    if (color.space != ColorSpace::Profile)
        return std::nullopt;
    const auto converter = ColorConverter::create(color);
    if (!converter)
        return tl::unexpected(converter.error());
    if ((*converter)->model() != ColorModel::Cmyk)
        return std::nullopt;
    ImageRows rows(image);
    const auto inks = (*converter)->convert(rows, 8);
    std::vector<std::uint8_t> row(std::size_t(image.width) * inks->header().format.bytes());
    for (int y = 0; y < image.height; ++y)
        if (const auto read = inks->readRow(row.data()); !read)
            return tl::unexpected(read.error());
    return inks->inkUse();
}

ExportPreviewer::ExportPreviewer(Render render, QObject* parent)
    : QObject(parent), m_render(std::move(render))
{
    m_thread.setMaxThreadCount(1);
}

ExportPreviewer::~ExportPreviewer()
{
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
}

void ExportPreviewer::request(const Article& article, const ImageExport& settings, int longestSide)
{
    ++m_latest;
    {
        const std::lock_guard lock(m_mutex);
        const bool isScheduled = m_waiting.has_value();
        m_waiting = Request{m_latest, article, settings, longestSide};
        if (isScheduled)
            return;
    }
    m_thread.start([this] { renderWaiting(); });
}

void ExportPreviewer::cancel()
{
    m_delivered = ++m_latest;
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
}

void ExportPreviewer::renderWaiting()
{
    std::optional<Request> request;
    {
        const std::lock_guard lock(m_mutex);
        request.swap(m_waiting);
    }
    if (!request)
        return;
    std::optional<InkUse> ink;
    auto image = m_render(request->article, request->settings, request->longestSide);
    if (image)
        if (const auto used = inkUseOf(*image, request->settings.color))
            ink = *used; // what is wrong with a profile the preview has told already
    QMetaObject::invokeMethod(
        this,
        [this, id = request->id, picture = image ? toQImage(*image) : QImage(), ink,
            error = image ? QString() : toQString(image.error().message)] {
            if (id != m_latest)
                return;
            m_delivered = id;
            if (error.isEmpty())
                Q_EMIT rendered(picture, ink);
            else
                Q_EMIT failed(error);
        },
        Qt::QueuedConnection);
}

} // namespace tilewright::ui
