// Whether a tile that was made again is the same one.
#pragma once

#include <QObject>
#include <QThreadPool>

#include "ui/support/loaded_tile.h"

namespace tilewright::ui {

struct RerunResult {
    bool isSame = false; ///< every pixel, bit for bit
    double changedPercent = 0; ///< of the pixels
    int largestDifference = 0; ///< of a channel, 0…255
    QString sentence; ///< for the designer, with what else differs: device, precision, version
};

/// The same request made `before` and `again`.
RerunResult compareRerun(const LoadedTile& before, const LoadedTile& again);

/// Waits for a tile to be made again, and compares it with the file, off the window's thread.
class RerunCheck : public QObject {
    Q_OBJECT
public:
    explicit RerunCheck(QObject* parent = nullptr);

    /// The tile of `file` is about to be made again with this request.
    void expect(const std::filesystem::path& file, const GenerationRequest& request);
    /// A tile was made. Whether it is the expected one; then checked() or failed() follows.
    bool take(const TilePointer& tile);
    /// It will not be made after all.
    void forget() { m_file.clear(); }
    bool isExpecting() const { return !m_file.empty(); }

Q_SIGNALS:
    void checked(const tilewright::ui::RerunResult& result);
    void failed(const QString& message);

private:
    std::filesystem::path m_file; ///< empty: none is expected
    GenerationRequest m_request;
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
