// The seeds of the mix that is dialled, side by side; or the newest tiles of all.
#pragma once

#include <QListView>
#include <QWidget>
#include <vector>

#include "ui/library/library_model.h"

class QLabel;
class QPushButton;
class QStackedLayout;

namespace tilewright::ui {

class TileCellDelegate;

class SeedStrip : public QWidget {
    Q_OBJECT
public:
    enum class Scope { ThisMix, All };
    static constexpr int pictureSide = 88;

    /// The library must outlive it.
    SeedStrip(TileLibrary& library, const Palette& palette, QWidget* parent = nullptr);

    /// The mix that is dialled now, as a key of the library; see mixKey().
    void setMixKey(const std::string& mixKey);
    void setScope(Scope scope);
    Scope scope() const { return m_scope; }
    /// Selects a tile without asking for it; one that is not listed selects none.
    void select(TileId tile);

    LibraryModel& model() { return m_model; }
    QListView* list() { return m_list; }
    QPushButton* thisMixButton() { return m_thisMix; }
    QPushButton* allButton() { return m_all; }
    QString caption() const; ///< what stands where there are none; empty if there are some

Q_SIGNALS:
    void tileWanted(const QString& file);
    void scopeChanged(tilewright::ui::SeedStrip::Scope scope);
    /// Compare the seeds of this mix.
    void compareWanted(const QStringList& files);

private:
    void ask();
    void tellSeen();
    void showState();
    bool eventFilter(QObject* watched, QEvent* event) override;

    LibraryModel m_model;
    Scope m_scope = Scope::ThisMix;
    std::string m_mixKey;
    TileId m_selected = 0;
    bool m_isSelecting = false;
    QTimer m_settle; ///< a slider on its way does not ask for every mix that it passes
    QListView* m_list;
    TileCellDelegate* m_delegate;
    QPushButton* m_thisMix;
    QPushButton* m_all;
    QPushButton* m_compare;
    QLabel* m_count;
    QLabel* m_caption;
};

} // namespace tilewright::ui
