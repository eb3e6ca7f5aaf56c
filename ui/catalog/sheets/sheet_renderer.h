// Makes documents and draws their pages on a thread of its own.
#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <functional>
#include <vector>

#include "ui/sheets/sheet_document.h"

namespace tilewright::ui {

/// Only the document that was asked for last is delivered, and only pages of it.
class SheetRenderer : public QObject {
    Q_OBJECT
public:
    using Maker = std::function<Expected<SheetDocumentPointer>()>;

    explicit SheetRenderer(QObject* parent = nullptr);
    ~SheetRenderer() override;

    /// `maker` is called on the thread.
    void make(Maker maker);
    /// Pages of the document that was made last, the most wanted first, their longest side in
    /// pixels. Replaces what was wanted before and is not drawn yet.
    void want(std::vector<int> pages, int longestSide);
    /// Forgets what was asked for.
    void cancel();
    bool isMaking() const { return m_isMaking; }

Q_SIGNALS:
    void made(const tilewright::ui::SheetDocumentPointer& document);
    void failed(const QString& message);
    void rendered(int page, const QImage& image);

private:
    void drawNext();

    SheetDocumentPointer m_document;
    std::atomic<quint64> m_run{0};
    std::vector<int> m_wanted; ///< the most wanted last
    int m_longestSide = 0;
    bool m_isMaking = false;
    bool m_isDrawing = false;
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
