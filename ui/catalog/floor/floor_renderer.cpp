#include "ui/catalog/floor/floor_renderer.h"

#include <algorithm>
#include <spdlog/fmt/fmt.h>

#include "core/catalog/tile_picture.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

constexpr int keptSide = 1024; // pixels; larger pictures are read again
constexpr std::size_t mostBytes = std::size_t{256} << 20;

} // namespace

FloorRenderer::FloorRenderer(QObject* parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

FloorRenderer::~FloorRenderer()
{
    cancel();
}

void FloorRenderer::cancel()
{
    ++m_latest;
    m_stop.request_stop();
    m_isBusy = false;
}

void FloorRenderer::request(const FloorOrder& order)
{
    cancel();
    m_stop = {};
    m_isBusy = true;
    m_thread.start([this, id = m_latest.load(), order, stop = m_stop.get_token()] {
        render(id, order, stop);
    });
}

void FloorRenderer::render(quint64 id, const FloorOrder& order, const std::stop_token& stop)
{
    const TilePictureSource tiles = [&](int recipe, int variant, int pixels) {
        return pictureOf((*order.recipes)[static_cast<std::size_t>(recipe)]
                             .pictures[static_cast<std::size_t>(variant)],
            pixels);
    };
    for (const bool isFull : {false, true}) {
        FloorPictureSettings settings = order.settings;
        if (!isFull && settings.longestSide <= quickSide)
            continue;
        if (!isFull)
            settings.longestSide = quickSide;
        const auto image = drawFloor(*order.layout, tiles, settings, {}, stop);
        if (stop.stop_requested())
            return;
        if (!image) {
            QMetaObject::invokeMethod(this, [this, id, error = image.error()] {
                if (id != m_latest)
                    return;
                m_isBusy = false;
                Q_EMIT failed(QString::fromStdString(error.message));
            });
            return;
        }
        QMetaObject::invokeMethod(this, [this, id, order, isFull, picture = toQImage(*image)] {
            if (id != m_latest)
                return;
            m_isBusy = !isFull;
            Q_EMIT rendered(picture, order, isFull);
        });
    }
}

Expected<Image> FloorRenderer::pictureOf(const Article& article, int pixels)
{
    if (pixels > keptSide)
        return productPicture(article, pixels);
    const Product& product = article.product;
    const std::string key
        = fmt::format("{} {} {} {} {}", article.tile.file.string(), product.lengthMillimetres,
            product.widthMillimetres, article.millimetresPerPixel, article.isSeamless);
    auto known = m_pictures.find(key);
    if (known == m_pictures.end()) {
        auto picture = productPicture(article, keptSide);
        if (!picture)
            return picture;
        if (m_pictureBytes + picture->rgb.size() > mostBytes) {
            m_pictures.clear();
            m_pictureBytes = 0;
        }
        m_pictureBytes += picture->rgb.size();
        known = m_pictures.emplace(key, std::move(*picture)).first;
    }
    const Image& kept = known->second;
    if (std::max(kept.width, kept.height) <= pixels)
        return kept;
    return productPicture(kept, 0, product.lengthMillimetres, product.widthMillimetres, pixels);
}

} // namespace tilewright::ui
