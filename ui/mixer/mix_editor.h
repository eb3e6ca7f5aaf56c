// The tile that is being dialled, with undo: its mixes, its pattern, its granules.
#pragma once

#include <QObject>
#include <QUndoStack>
#include <functional>
#include <optional>

#include "core/granule/tile_design.h"
#include "core/mix/mix.h"
#include "core/mix/palette.h"
#include "ui/mixer/tile_draft.h"

namespace tilewright::ui {

/// Holds the one current draft. Of its mixes one is shown: the one that the sliders edit. Every
/// change is an undo step; the changes between beginGesture() and the next one count as a single
/// step and are each worked out from the mix at its beginning, so that dragging a slider there and
/// back restores every share. Undo shows the mix that it changes.
class MixEditor : public QObject {
    Q_OBJECT
public:
    /// How a text becomes a mix of a palette's colours.
    using TextReader = std::function<Expected<Mix>(const std::string&, const Palette&)>;

    MixEditor(Palette palette, TileDraft initial, QObject* parent = nullptr);

    /// Every colour that a mix of this session may hold: those that are offered and those that
    /// were, so that undo finds what it brings back.
    const Palette& palette() const { return m_palette; }
    /// The colours to choose from.
    const Palette& offered() const { return m_offered; }
    void setPalette(const Palette& offered);
    /// Colours that came with a tile or a draft; of a name that is known already the colour stays
    /// as it is.
    void learnColors(const std::vector<GranuleColor>& colors);
    /// Until it is set, texts are read in the usual prompt format.
    void setTextReader(TextReader reader) { m_readText = std::move(reader); }

    const TileDraft& draft() const { return m_draft; }
    /// What the draft comes to. An error when there is no mask yet, or one that cannot be used; it
    /// is a sentence for the designer.
    const Expected<TileDesign>& design() const { return m_design; }
    /// The mix that is shown.
    const Mix& mix() const { return m_draft.mixes[m_shown]; }
    std::size_t shownMix() const { return m_shown; }
    QUndoStack* undoStack() { return &m_undo; }

    /// Which mix the sliders edit; no undo step. `index` below draft().mixCount().
    void showMix(std::size_t index);

    // Of the mix that is shown:
    /// A drag, or one press of a key, starts here.
    void beginGesture();
    void setShare(const std::string& color, int perMille);
    void setLocked(const std::string& color, bool locked);
    void addColor(const std::string& color);
    void removeColor(const std::string& color);
    void makeEven();
    /// "5:3:2": parts for the colours in their order, as many as there are colours; unlocks.
    void setParts(const QString& parts);
    /// One part in as many as there are colours; the others share the rest as they stand.
    void giveEvenShare(const std::string& color);
    /// Puts a colour at another place in the list.
    void moveColor(const std::string& color, std::size_t index);
    /// Other shares for the same colours, by chance; locked ones stay.
    void shuffle();
    /// Other colours too; locked ones stay.
    void surprise();
    /// A mix, or a whole prompt, as text; refused when it is neither.
    void takeText(const QString& text);
    void replaceMix(const Mix& mix);
    void takeFromPhoto(const Mix& mix);

    // Of the tile:
    void setPatternKind(PatternKind kind);
    void setPatternSize(double millimetres);
    void setPatternAngle(double degrees);
    /// Lays the regions of a picture, each with a mix of its own; refused when it cannot be read.
    void setMask(const std::filesystem::path& file);
    /// Without a value: as the model shows them. Ends a grading.
    void setGranuleSize(std::optional<double> millimetres);
    /// Only where the pattern leaves the number of mixes open; the new one is shown.
    void addMix();
    /// Takes away the mix that is shown; the last one stays.
    void removeMix();
    void replaceDraft(const TileDraft& draft);

Q_SIGNALS:
    /// The mix that is shown: it was edited, or it is another one now.
    void mixChanged(const tilewright::Mix& mix);
    /// Something of the draft, which may be the mix that is shown.
    void draftChanged();
    /// Which mix is shown, or how many there are.
    void mixesChanged();
    /// What is offered, or how a colour looks.
    void paletteChanged();
    /// An edit that cannot be done; `reason` is a sentence for the user.
    void refused(const QString& reason);

private:
    class Change;
    void push(const QString& text, TileDraft draft, std::size_t shown, int gesture = -1);
    void pushMix(const QString& text, const Expected<Mix>& mix, int gesture = -1);
    void assign(const TileDraft& draft, std::size_t shown);
    void updateDesign(const TileDraft& before);

    Palette m_palette;
    Palette m_offered;
    TextReader m_readText;
    TileDraft m_draft;
    Expected<TileDesign> m_design;
    std::size_t m_shown = 0;
    Mix m_gestureStart;
    int m_gesture = 0;
    QUndoStack m_undo;
};

/// Weights from "5:3:2", "5 3 2", "5-3-2"; decimals with comma or dot. None when it is anything
/// else.
std::optional<std::vector<double>> parseParts(const QString& text);

} // namespace tilewright::ui
