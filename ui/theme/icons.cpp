#include "ui/theme/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
QImage drawTinted(const QString& name, const QColor& color, const QSize& pixels)
{
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(QStringLiteral(":/tilewright/icons/%1.svg").arg(name)).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    return image;
}

class TintedIconEngine : public QIconEngine {
public:
    TintedIconEngine(QString name, QString checkedName)
        : m_name(std::move(name)), m_checkedName(std::move(checkedName))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QSize pixels = rect.size() * painter->device()->devicePixelRatioF();
        painter->drawImage(rect, drawTinted(nameFor(state), colorFor(mode, state), pixels));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return QPixmap::fromImage(drawTinted(nameFor(state), colorFor(mode, state), size));
    }

    QIconEngine* clone() const override { return new TintedIconEngine(m_name, m_checkedName); }

private:
    const QString& nameFor(QIcon::State state) const
    {
        return state == QIcon::On && !m_checkedName.isEmpty() ? m_checkedName : m_name;
    }

    static QColor colorFor(QIcon::Mode mode, QIcon::State state)
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Active || state == QIcon::On)
            return palette.color(QPalette::ButtonText);
        return palette.color(role::mutedText);
    }

    const QString m_name;
    const QString m_checkedName;
};
} // namespace

QIcon themedIcon(const QString& name, const QString& checkedName)
{
    return QIcon(new TintedIconEngine(name, checkedName));
}

QPixmap iconPixmap(const QString& name, const QColor& color, int side, qreal devicePixelRatio)
{
    const QSize pixels = QSize(side, side) * devicePixelRatio;
    QPixmap pixmap = QPixmap::fromImage(drawTinted(name, color, pixels));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace tilewright::ui
