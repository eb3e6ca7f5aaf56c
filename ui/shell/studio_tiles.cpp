// The tiles that exist: library, gallery, compare, inspector, and what can be done with a tile.
#include <QAction>
#include <QFileInfo>
#include <QRandomGenerator>

#include "ui/canvas/stage.h"
#include "ui/compare/compare_view.h"
#include "ui/gallery/filter/filter_panel.h"
#include "ui/gallery/gallery.h"
#include "ui/gallery/seed_strip.h"
#include "ui/gallery/tile_actions.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/jobs/message_bar.h"
#include "ui/jobs/variations.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/studio_window.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr int likeThisCount = 4;
constexpr double likeThisStrength = 0.2; // seen at once, and still the same tile
} // namespace

void StudioWindow::connectLibrary()
{
    connect(&m_library, &TileLibrary::failed, this,
        [this](const QString& message, const QString& detail) {
            m_messages->showFailure(message, detail);
        });
    connect(&m_library, &TileLibrary::noticed, m_messages, &MessageBar::showNotice);
    connect(&m_library, &TileLibrary::modelNamesRead, m_filter, &FilterPanel::setModels);
    connect(&m_library, &TileLibrary::leftoversFound, this, [this](int count) {
        m_messages->showQuestion(
            tr("%n tile(s) were deleted when Tilewright was last closed in a hurry.", nullptr,
                count),
            {{tr("Put back"), [this] { m_library.restoreLeftovers(); }},
                {tr("Delete"), [this] { m_library.discardLeftovers(); }}});
    });
    // The library tells of a tile just before its job ends.
    connect(&m_library, &TileLibrary::tileAdded, this,
        [this](const TileRecord& record) { m_lastAdded = record; });
    connect(&m_library, &TileLibrary::fileFound, this,
        [this](const std::filesystem::path& file, const std::optional<TileRecord>& record) {
            for (auto wanted = m_toFlag.begin(); wanted != m_toFlag.end(); ++wanted) {
                if (wanted->first == file) {
                    if (record)
                        m_library.flag({record->id}, wanted->second);
                    m_toFlag.erase(wanted);
                    return;
                }
            }
        });

    connect(m_strip, &SeedStrip::tileWanted, this,
        [this](const QString& file) { m_loader.load({qStringToPath(file)}); });
    connect(&m_strip->model(), &LibraryModel::failed, this,
        [this](const QString& message) { m_messages->showFailure(message); });
    m_strip->setScope(SeedStrip::Scope::ThisMix);
    connect(m_strip, &SeedStrip::compareWanted, this, &StudioWindow::compareFiles);
    connect(&m_loader, &TileLoader::loaded, this, [this](const TilePointer& tile) {
        m_stage->setView(Stage::View::Photograph);
        showTile(tile);
    });
    connect(&m_loader, &TileLoader::failed, this,
        [this](const QString&, const QString& message) { m_messages->showFailure(message); });
}

void StudioWindow::connectGallery()
{
    for (QAction* action : m_gallery->actions()->all()) {
        // A key that already means something in every mode goes on to mean that.
        QList<QKeySequence> keys;
        for (const QKeySequence& key : action->shortcuts())
            if (!m_commands.isTaken(key))
                keys += key;
        m_commands.add(action->objectName(), action, keys, Mode::Gallery);
    }
    connect(m_commands.add(QStringLiteral("gallery.search"), tr("Search"),
                {QKeySequence(Qt::CTRL | Qt::Key_F)}, Mode::Gallery),
        &QAction::triggered, m_filter, &FilterPanel::focusSearch);
    // Seed histories first: every seed that was tried for a mix.
    TileQuery histories;
    histories.groupByMix = true;
    m_filter->setQuery(histories);
    connect(m_filter, &FilterPanel::queryChanged, m_gallery, &Gallery::setQuery);
    m_gallery->setQuery(m_filter->query());
    connect(m_gallery, &Gallery::clearFilterWanted, m_filter, &FilterPanel::clear);
    connect(m_gallery, &Gallery::tileShown, m_inspector, [this](const TilePointer& tile) {
        if (mode() == Mode::Gallery) {
            m_inspector->showTile(tile);
            m_inspector->setTileShown(true);
        }
    });
    connect(m_gallery, &Gallery::selectionChanged, m_inspector, &TileInspector::showSelection);
    connect(m_gallery, &Gallery::commandWanted, this, &StudioWindow::run);
    connect(m_gallery, &Gallery::compareWanted, this, &StudioWindow::compareFiles);
    connect(m_gallery, &Gallery::failed, this,
        [this](const QString& message) { m_messages->showFailure(message); });
}

void StudioWindow::connectCompare()
{
    for (QAction* action : m_compare->actions())
        m_commands.add(action->objectName(), action, action->shortcuts(), Mode::Compare);
    connect(m_compare, &CompareView::keepWanted, this, [this](const QString& file) {
        flagFiles({file}, Flag::Picked);
        m_compare->setMark(file, CompareMark::Kept);
    });
    connect(m_compare, &CompareView::rejectWanted, this, [this](const QStringList& files) {
        flagFiles(files, Flag::Rejected);
        for (const QString& file : files)
            m_compare->setMark(file, CompareMark::Rejected);
    });
}

void StudioWindow::connectInspector()
{
    connect(m_stage, &Stage::pictureChanged, m_inspector, &TileInspector::setTileShown);
    connect(m_inspector, &TileInspector::seedReused, this,
        [this](quint64 seed) { m_settings->keepSeed(seed); });
    connect(m_inspector, &TileInspector::mixReused, this, [this](const GenerationRequest& wanted) {
        m_editor.learnColors(wanted.colors);
        m_editor.replaceDraft(draftOf(wanted, m_context.profile));
    });
    connect(m_inspector, &TileInspector::allReused, this, [this](const GenerationRequest& wanted) {
        reuse(wanted);
        setMode(Mode::Mix);
    });
    connect(m_inspector, &TileInspector::commandWanted, this, &StudioWindow::run);
    connect(m_inspector, &TileInspector::measureWanted, &m_meter, &TileMeter::measure);
    connect(&m_meter, &TileMeter::measured, this, [this](const TilePointer& tile) {
        m_library.refresh(tile->file);
        m_compare->updateTile(tile);
        if (m_inspector->tile() && m_inspector->tile()->file == tile->file)
            m_inspector->showTile(tile);
    });
    connect(&m_meter, &TileMeter::failed, this,
        [this](const TilePointer& tile, const QString& message) {
            m_messages->showFailure(message);
            if (m_inspector->tile() == tile)
                m_inspector->showTile(tile);
        });
    connect(&m_meter, &TileMeter::notStored, m_messages, &MessageBar::showNotice);
    connect(m_inspector, &TileInspector::fileWanted, this,
        [this](const QString& file) { openFolder(QFileInfo(file).absolutePath()); });
    connect(&m_rerun, &RerunCheck::checked, m_inspector, &TileInspector::showRerun);
    connect(&m_rerun, &RerunCheck::failed, this,
        [this](const QString& message) { m_messages->showFailure(message); });
}

void StudioWindow::run(TileCommand command, const TilePointer& tile)
{
    GenerationRequest wanted = tile->request;
    const auto drawSeed = [] { return std::uint64_t(QRandomGenerator::global()->generate()); };
    switch (command) {
    case TileCommand::ReuseSettings:
        wanted.seed = m_settings->seedField()->seed();
        reuse(wanted);
        setMode(Mode::Mix);
        break;
    case TileCommand::ReuseSeed:
        m_settings->keepSeed(wanted.seed);
        setMode(Mode::Mix);
        break;
    case TileCommand::ReuseAll:
        reuse(wanted);
        setMode(Mode::Mix);
        break;
    case TileCommand::VarySeed:
        wanted.seed = drawSeed();
        wanted.variation.reset();
        m_jobs.submit({wanted});
        break;
    case TileCommand::MoreLikeThis:
        m_jobs.submit(variationsOf(wanted, likeThisCount, likeThisStrength, drawSeed));
        break;
    case TileCommand::RunAgain:
        m_rerun.expect(tile->file, wanted);
        m_jobs.submit({wanted});
        break;
    }
}

void StudioWindow::compareFiles(const QStringList& files)
{
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files)
        paths.push_back(qStringToPath(file));
    m_compare->setFiles(paths);
    setMode(Mode::Compare);
}

void StudioWindow::flagFiles(const QStringList& files, Flag flag)
{
    for (const QString& file : files) {
        m_toFlag.emplace_back(qStringToPath(file), flag);
        m_library.lookUp(m_toFlag.back().first);
    }
}

void StudioWindow::reuse(const GenerationRequest& wanted)
{
    if (!wanted.mix)
        return;
    m_editor.learnColors(wanted.colors);
    m_editor.undoStack()->beginMacro(tr("reuse of a tile"));
    m_editor.replaceDraft(draftOf(wanted, m_context.profile));
    m_settings->setRequest(wanted);
    m_editor.undoStack()->endMacro();
}

void StudioWindow::takeTile(const TilePointer& tile)
{
    m_rerun.take(tile);
    if (m_stage->view() == Stage::View::Photograph) {
        m_loader.cancel();
        showTile(tile);
        if (m_lastAdded.file == tile->file)
            m_strip->select(m_lastAdded.id);
    }
}

} // namespace tilewright::ui
