// Opens a picture from outside, off the window's thread: a tile of this program as it is, anything
// else as a photograph whose mix is measured.
#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

#include "core/image/picture.h"
#include "core/measure/fidelity.h"
#include "core/mix/mix.h"
#include "ui/support/loaded_tile.h"

namespace tilewright::ui {

struct MeasuredPhoto {
    std::filesystem::path file;
    QImage image;
    Mix mix; ///< its colours, largest share first
    double unexplained = 0; ///< percent of the area that looks like no colour of the palette
};

using PhotoPointer = std::shared_ptr<const MeasuredPhoto>;

/// Only the picture that was asked for last is delivered.
class PhotoReader : public QObject {
    Q_OBJECT
public:
    /// Which colours are in a picture, and how much of each. Called on the reading thread, one call
    /// at a time.
    using Measure = std::function<Expected<Fidelity>(const Picture&)>;

    explicit PhotoReader(Measure measure, QObject* parent = nullptr);

    void read(const std::filesystem::path& file);
    /// For pictures that are read from now on.
    void setMeasure(Measure measure);

Q_SIGNALS:
    void tileOpened(const tilewright::ui::TilePointer& tile);
    void photoMeasured(const tilewright::ui::PhotoPointer& photo);
    void failed(const QString& message);

private:
    static Expected<MeasuredPhoto> measured(
        const std::filesystem::path& file, const Measure& measure);

    std::shared_ptr<Measure> m_measure;
    std::atomic<quint64> m_latest{0};
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

/// Upright and sRGB; what the picture does not cover is transparent.
QImage toQImage(const Picture& picture);

} // namespace tilewright::ui
