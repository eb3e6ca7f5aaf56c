#include "app/commands/floor_seeds.h"

#include <algorithm>
#include <iostream>

#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include "app/commands/render_run.h"
#include "core/generation/tile.h"
#include "inference/pipeline/torch_generator.h"

namespace tilewright {
namespace {

/// A folder of its own for files on their way into the library; gone with it.
class PassingFolder {
public:
    explicit PassingFolder(const std::filesystem::path& library)
        : m_path(library / ".tilewright" / fmt::format("floor-{}", ::getpid()))
    {
    }
    ~PassingFolder()
    {
        std::error_code error;
        std::filesystem::remove_all(m_path, error);
    }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;

    Expected<std::filesystem::path> make() const
    {
        std::error_code error;
        std::filesystem::create_directories(m_path, error);
        if (error)
            return fail(ErrorKind::CannotWrite,
                fmt::format("The library {} cannot be written.", m_path.parent_path().string()),
                error.message());
        return m_path;
    }

private:
    const std::filesystem::path m_path;
};

/// The recipe's request with a seed that none of its pictures has; the next ones neither.
Expected<RenderPlan> planFor(
    const FloorRecipe& recipe, int count, const std::filesystem::path& folder)
{
    const auto tile = loadTileText(recipe.article().tile.file);
    if (!tile)
        return tl::unexpected(tile.error());
    RenderPlan plan;
    plan.first = tile->request;
    plan.first.variation.reset();
    for (const Article& picture : recipe.pictures)
        plan.first.seed = std::max(plan.first.seed, picture.tile.seed);
    ++plan.first.seed;
    plan.count = count;
    plan.output = folder / "{seed}.png";
    return plan;
}

} // namespace

Expected<std::vector<TileId>> renderSeeds(const std::vector<FloorRecipe>& recipes, int count,
    const LibraryOptions& library, Interrupt& interrupt)
{
    const auto opened = library.open();
    if (!opened)
        return tl::unexpected(opened.error());
    const PassingFolder passing((*opened)->folder());
    const auto folder = passing.make();
    if (!folder)
        return tl::unexpected(folder.error());
    std::vector<TileId> made;
    for (const FloorRecipe& recipe : recipes) {
        const auto plan = planFor(recipe, count, *folder);
        if (!plan)
            return tl::unexpected(plan.error());
        const auto reporter
            = makePersonReporter({std::cerr, std::cerr}, {plan->count, plan->first.seed});
        const auto status = runRender(
            *plan, [] { return inference::makeTorchGenerator({}); }, *reporter, interrupt.token(),
            interrupt.writing());
        if (!status)
            return tl::unexpected(status.error());
        for (int i = 0; i < count; ++i) {
            const auto file
                = outputFile(plan->output, plan->first.seed + static_cast<std::uint64_t>(i));
            std::error_code error;
            if (!std::filesystem::exists(file, error))
                continue;
            const std::scoped_lock lock(interrupt.writing());
            const auto record = (*opened)->import(file);
            if (!record)
                return tl::unexpected(record.error());
            made.push_back(record->id);
            std::filesystem::remove(file, error);
        }
        if (interrupt.token().stop_requested())
            return fail(ErrorKind::Cancelled, "Cancelled.");
        if (*status != 0)
            return fail(ErrorKind::Internal,
                fmt::format(
                    "Not all pictures of {} could be made.", articleName(recipe.article(), "en")));
    }
    return made;
}

} // namespace tilewright
