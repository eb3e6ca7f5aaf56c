#include "core/generation/draft_store.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>
#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;

constexpr auto markerName = "session";
constexpr char hiddenSign = '.';

fs::path draftFile(const fs::path& session, int generation)
{
    return session / (generation == 0 ? "draft.json" : fmt::format("draft.{}.json", generation));
}

/// The marker, open and locked; below 0 when another process has it, or on an error.
int lockMarker(const fs::path& session, int flags)
{
    const int file = ::open((session / markerName).c_str(), flags | O_CLOEXEC, 0666);
    if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return -1;
    }
    return file;
}

std::optional<SavedDraft> readDraft(const fs::path& file)
{
    const auto text = readTextFile(file);
    const auto json = text ? parseJson(*text, "The draft") : tl::unexpected(text.error());
    if (!json || !json->is_object() || !json->contains("request"))
        return std::nullopt;
    auto request = requestFromJson((*json)["request"]);
    if (!request || !request->mix || !request->check())
        return std::nullopt;
    SavedDraft draft{std::move(*request), {}, file.parent_path()};
    std::string problem;
    JsonFields(*json, problem).read("saved", draft.saved);
    return draft;
}

/// Calls `visit` with each session whose process is gone, while it is locked here.
void visitCrashed(const fs::path& folder, const std::function<void(const fs::path&)>& visit)
{
    std::error_code error;
    std::vector<fs::path> sessions;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        if (!entry->path().filename().string().starts_with(hiddenSign))
            sessions.push_back(entry->path());
    for (const fs::path& session : sessions) {
        const int marker = lockMarker(session, O_RDWR);
        if (marker < 0)
            continue;
        visit(session);
        ::close(marker);
    }
}

} // namespace

DraftStore::DraftStore(fs::path session, int marker)
    : m_session(std::move(session)), m_marker(marker)
{
}

DraftStore::DraftStore(DraftStore&& other) noexcept
    : m_session(std::exchange(other.m_session, {}))
    , m_marker(std::exchange(other.m_marker, -1))
    , m_last(std::move(other.m_last))
{
}

DraftStore& DraftStore::operator=(DraftStore&& other) noexcept
{
    std::swap(m_session, other.m_session);
    std::swap(m_marker, other.m_marker);
    std::swap(m_last, other.m_last);
    return *this;
}

DraftStore::~DraftStore()
{
    if (m_marker >= 0)
        ::close(m_marker);
}

Expected<DraftStore> DraftStore::begin(const fs::path& folder)
{
    std::random_device random;
    const std::string name = fmt::format("{}-{:08x}", ::getpid(), random());
    // Under its name only once it is locked, lest another session takes it for one that crashed.
    const fs::path unlocked = folder / (hiddenSign + name);
    const fs::path session = folder / name;
    std::error_code error;
    fs::create_directories(unlocked, error);
    const int marker = error ? -1 : lockMarker(unlocked, O_RDWR | O_CREAT);
    if (marker >= 0)
        fs::rename(unlocked, session, error);
    if (error && marker >= 0)
        ::close(marker);
    if (marker < 0 || error)
        return fail(ErrorKind::CannotWrite,
            fmt::format("Drafts cannot be kept in {}: {}. Until that folder can be written, a "
                        "crash loses the mix.",
                folder.string(), error ? error.message() : std::generic_category().message(errno)));
    // For people who look into the folder; the lock is what counts.
    const std::string pid = fmt::format("{}\n", ::getpid());
    (void)!::write(marker, pid.data(), pid.size());
    return DraftStore(session, marker);
}

Expected<void> DraftStore::save(const GenerationRequest& request)
{
    if (m_session.empty())
        return {};
    const nlohmann::json json = toJson(request);
    std::string text = dumpJson(json);
    if (text == m_last)
        return {};
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    const std::string whole = dumpJson(
        {{"saved", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now))}, {"request", json}});
    // On the disk before the older ones move on: a full disk must not push them out.
    const fs::path fresh = m_session / "draft.new.json";
    if (const auto written = writeFileAtomically(fresh, whole); !written)
        return written;
    std::error_code error;
    for (int i = generations - 1; i > 0; --i)
        fs::rename(draftFile(m_session, i - 1), draftFile(m_session, i), error); // may not be there
    fs::rename(fresh, draftFile(m_session, 0), error);
    if (error)
        return fail(ErrorKind::CannotWrite,
            fmt::format(
                "The draft cannot be kept in {}: {}.", m_session.string(), error.message()));
    m_last = std::move(text);
    return {};
}

void DraftStore::end()
{
    if (m_session.empty())
        return;
    std::error_code error;
    fs::remove_all(std::exchange(m_session, {}), error);
    ::close(std::exchange(m_marker, -1));
}

std::vector<SavedDraft> DraftStore::crashedDrafts(const fs::path& folder)
{
    std::vector<SavedDraft> drafts;
    visitCrashed(folder, [&](const fs::path& session) {
        for (int i = 0; i < generations; ++i) {
            if (auto draft = readDraft(draftFile(session, i))) {
                drafts.push_back(std::move(*draft));
                return;
            }
        }
    });
    std::stable_sort(drafts.begin(), drafts.end(),
        [](const SavedDraft& a, const SavedDraft& b) { return a.saved > b.saved; });
    return drafts;
}

void DraftStore::discardCrashed(const fs::path& folder)
{
    visitCrashed(folder, [](const fs::path& session) {
        std::error_code error;
        fs::remove_all(session, error);
    });
}

} // namespace tilewright
