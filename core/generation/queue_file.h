// What is waiting to be made, kept on disk so that it outlives the program.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "core/generation/request.h"

namespace tilewright {

/// The requests of one queue as JSON. Written atomically by a thread of its own; what changes
/// while it writes is written once, in its last state. One program at a time keeps a queue file:
/// for any other that opens it, it stays empty and nothing is stored.
class QueueFile {
public:
    /// The folder is made when it is not there.
    explicit QueueFile(std::filesystem::path file);
    /// Writes what is not written yet.
    ~QueueFile();
    QueueFile(const QueueFile&) = delete;
    QueueFile& operator=(const QueueFile&) = delete;

    struct Content {
        std::vector<GenerationRequest> requests; ///< the next one first
        std::string notice; ///< a sentence when something could not be read; empty otherwise
    };
    /// What was stored last. Requests that cannot be read are left out; a file that cannot be read
    /// at all, or only in part, is set aside beside itself (FILE.damaged), and the notice says so.
    Content read() const;

    /// Returns at once; the disk follows. What cannot be written is logged: work goes on without.
    void store(std::vector<GenerationRequest> requests);
    /// Blocks until everything stored is on the disk.
    void flush();

    /// Whether another program keeps the file, or it cannot be written.
    bool isTaken() const { return m_lock < 0; }

private:
    void work(const std::stop_token& stop);
    void write(const std::vector<GenerationRequest>& requests) const;

    const std::filesystem::path m_file;
    int m_lock = -1; ///< descriptor of the locked file beside it; negative: not ours
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<std::vector<GenerationRequest>> m_pending;
    bool m_isWriting = false;
    std::jthread m_writer; // last member: joined before anything it uses goes
};

} // namespace tilewright
