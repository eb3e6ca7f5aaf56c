// What is dialled, kept from moment to moment and from run to run.
#include <QDateTime>
#include <QLocale>

#include "ui/gallery/seed_strip.h"
#include "ui/jobs/message_bar.h"
#include "ui/mixer/draft_saver.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/saved_state.h"
#include "ui/shell/studio_window.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {

/// A session that did not end in order is offered once, unless what it left is on the sliders
/// already.
void StudioWindow::beginDrafts()
{
    const std::filesystem::path folder = m_context.stateFolder / "drafts";
    const std::vector<SavedDraft> crashed = DraftStore::crashedDrafts(folder);
    auto store = DraftStore::begin(folder);
    if (store) {
        m_drafts = new DraftSaver(
            std::move(*store), [this] { return request(); }, this);
        connect(m_drafts, &DraftSaver::failed, m_messages, &MessageBar::showNotice);
    } else {
        m_messages->showNotice(toQString(store.error().message));
    }

    const auto isHere = [this](const SavedDraft& draft) {
        GenerationRequest saved = draft.request;
        saved.seed = request().seed;
        return saved == request();
    };
    if (crashed.empty() || !crashed.front().request.mix || isHere(crashed.front())) {
        DraftStore::discardCrashed(folder);
        return;
    }
    const QDateTime saved
        = QDateTime::fromString(toQString(crashed.front().saved), Qt::ISODate).toLocalTime();
    m_messages->showQuestion(tr("Tilewright was not closed properly. Restore the mix of %1?")
                                 .arg(QLocale().toString(saved, QLocale::ShortFormat)),
        {{tr("Restore"),
             [this, folder, draft = crashed.front().request] {
                 restoreDraft(draft);
                 DraftStore::discardCrashed(folder);
             }},
            {tr("Discard"), [folder] { DraftStore::discardCrashed(folder); }}});
}

void StudioWindow::restoreDraft(const GenerationRequest& draft)
{
    m_editor.learnColors(draft.colors);
    for (const MixShare& share : draft.mix->shares()) {
        if (!m_editor.palette().find(share.color)) {
            m_messages->showFailure(tr("The mix has a colour that is not in the palette: %1.")
                                        .arg(toQString(share.color)));
            return;
        }
    }
    reuse(draft);
}

void StudioWindow::saveState()
{
    saveDraft(m_editor.draft(), m_editor.palette(), m_context.palette);
    saveSettings(m_settings->state());
}

void StudioWindow::showHistory()
{
    m_strip->setMixKey(mixKey(request()));
}

/// A mix by colours and recipes, or inside a whole prompt.
Expected<Mix> StudioWindow::readMix(const std::string& text, const Palette& palette) const
{
    const auto expanded = m_recipes.book().expand(text, palette);
    if (expanded)
        return expanded->mix;
    auto parsed = m_context.profile.prompt.parse(text, palette);
    if (!parsed)
        return tl::unexpected(expanded.error());
    return parsed;
}

} // namespace tilewright::ui
