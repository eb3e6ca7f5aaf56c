#include "core/generation/queue_file.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>
#include <spdlog/spdlog.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int formatVersion = 1;

/// A descriptor that holds the lock until it is closed (also by a crash), or a negative number.
int lockBeside(const fs::path& file)
{
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    const fs::path lock = file.string() + ".lock";
    const int descriptor = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return descriptor;
    if (descriptor >= 0)
        ::close(descriptor);
    return -1;
}

/// The list of requests in the text, or the sentence that says why there is none.
Expected<json> requestList(const std::string& text)
{
    auto parsed = parseJson(text, "The queue");
    if (!parsed)
        return parsed;
    if (!parsed->is_object() || !parsed->contains("requests") || !(*parsed)["requests"].is_array())
        return fail(ErrorKind::BadData, "The queue holds no list of requests.");
    return (*parsed)["requests"];
}

} // namespace

QueueFile::QueueFile(fs::path file) : m_file(std::move(file)), m_lock(lockBeside(m_file))
{
    if (isTaken()) {
        spdlog::warn("{} is kept by another program or cannot be written; this queue will not "
                     "outlive the program",
            m_file.string());
        return;
    }
    m_writer = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

QueueFile::~QueueFile()
{
    if (isTaken())
        return;
    m_writer.request_stop();
    m_writer.join();
    ::close(m_lock);
}

QueueFile::Content QueueFile::read() const
{
    Content content;
    std::error_code error;
    if (isTaken() || !fs::exists(m_file, error))
        return content;
    std::string problem;
    std::size_t unread = 0;
    const auto list = readTextFile(m_file).and_then(requestList);
    if (!list) {
        problem = list.error().message;
    } else {
        for (const json& element : *list) {
            auto request = requestFromJson(element);
            const auto checked
                = request ? request->check() : Expected<void>(tl::unexpected(request.error()));
            if (checked) {
                content.requests.push_back(std::move(*request));
            } else {
                problem = checked.error().message;
                ++unread;
            }
        }
    }
    if (problem.empty())
        return content;

    const fs::path aside = m_file.string() + ".damaged";
    fs::copy_file(m_file, aside, fs::copy_options::overwrite_existing, error);
    spdlog::warn("{} set aside as {}: {}", m_file.string(), aside.string(), problem);
    content.notice = list
        ? fmt::format("{} of {} waiting tiles could not be read and are left out. "
                      "A copy is kept as {}.",
            unread, list->size(), aside.string())
        : fmt::format("What was waiting when the program closed could not be "
                      "read. A copy is kept as {}.",
            aside.string());
    return content;
}

void QueueFile::store(std::vector<GenerationRequest> requests)
{
    if (isTaken())
        return;
    const std::scoped_lock lock(m_mutex);
    m_pending = std::move(requests);
    m_changed.notify_all();
}

void QueueFile::flush()
{
    if (isTaken())
        return;
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_pending && !m_isWriting; });
}

void QueueFile::work(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    // Also after the stop until nothing is left to write.
    while (m_changed.wait(lock, stop, [this] { return m_pending.has_value(); })) {
        const std::vector<GenerationRequest> requests
            = std::exchange(m_pending, std::nullopt).value();
        m_isWriting = true;
        lock.unlock();
        write(requests);
        lock.lock();
        m_isWriting = false;
        m_changed.notify_all();
    }
}

void QueueFile::write(const std::vector<GenerationRequest>& requests) const
{
    json list = json::array();
    for (const GenerationRequest& request : requests)
        list.push_back(toJson(request));
    const json content = {{"version", formatVersion}, {"requests", std::move(list)}};
    if (const auto written = writeFileAtomically(m_file, dumpJson(content)); !written)
        spdlog::warn("the queue is not kept: {}", written.error().message);
}

} // namespace tilewright
