// The work in progress, kept so that a crash loses no more than the last moment of it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/generation/request.h"
#include "core/support/error.h"

namespace tilewright {

struct SavedDraft {
    GenerationRequest request;
    std::string saved; ///< UTC, ISO 8601: "2026-11-21T14:32:05Z"
    std::filesystem::path session; ///< folder of the session that left it
};

/// Each session has a folder of its own under one that all share, with its last three drafts,
/// draft.json, draft.1.json and draft.2.json, and a marker that it holds locked while it runs. A
/// session that ends in order takes its folder away, so what is found unlocked was left by a crash,
/// a power cut or a kill. Several sessions may run at a time.
class DraftStore {
public:
    static constexpr int generations = 3;

    /// Begins a session in a new folder under `folder`, with the identity of this process in its
    /// marker. Errors: CannotWrite.
    static Expected<DraftStore> begin(const std::filesystem::path& folder);
    DraftStore(DraftStore&& other) noexcept;
    DraftStore& operator=(DraftStore&& other) noexcept;
    DraftStore(const DraftStore&) = delete;
    /// Without end() the session counts as crashed from then on.
    ~DraftStore();

    /// The new draft becomes the first generation, in one step; the others move on by one. A draft
    /// that equals the last one is not saved again. Errors: CannotWrite.
    Expected<void> save(const GenerationRequest& request);
    /// The session ends in order: its drafts go.
    void end();

    /// The newest draft that can be read of each session that did not end in order, newest first.
    static std::vector<SavedDraft> crashedDrafts(const std::filesystem::path& folder);
    /// Takes away what crashed sessions left, whether it could be read or not.
    static void discardCrashed(const std::filesystem::path& folder);

    const std::filesystem::path& session() const { return m_session; }

private:
    DraftStore(std::filesystem::path session, int marker);

    std::filesystem::path m_session; ///< empty: ended, or moved from
    int m_marker = -1; ///< file descriptor, locked
    std::string m_last; ///< the request that was saved last, as text
};

} // namespace tilewright
