// What is inside a model and its adapters, as far as it can be told without loading the numbers.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "core/generation/model_choice.h"
#include "core/support/error.h"

namespace tilewright {

struct PartReport {
    std::string name; ///< "unet", "vae", "text_encoder", "tokenizer", …
    std::string className; ///< as model_index.json says
    std::map<std::string, std::string>
        facts; ///< a few that tell its shape: "channels" -> "320, 640, 1280"
    std::int64_t parameters = 0;
    std::int64_t bytes = 0; ///< on disk
    std::vector<std::string> dtypes;
    std::vector<std::string> missing; ///< tensors that the config asks for and no file holds
    std::vector<std::string> misshapen; ///< tensors of another shape than the config asks for
    std::vector<std::string> unexpected; ///< tensors that nothing asks for
    std::string problem; ///< a sentence when the part cannot be used at all; empty otherwise

    bool isUsable() const { return problem.empty() && missing.empty() && misshapen.empty(); }
};

struct LoraReport {
    std::string file;
    std::string format; ///< "kohya", "PEFT", "diffusers (old)"
    int modules = 0;
    int rank = 0; ///< largest
    std::int64_t parameters = 0;
    std::vector<std::string> matched; ///< module paths of the base model; empty without a base
    std::vector<std::string> unmatched; ///< names as in the file
    std::string problem; ///< a sentence when the file cannot be used at all; empty otherwise

    bool isUsable() const { return problem.empty() && !matched.empty(); }
};

struct EmbeddingReport {
    std::string file;
    int vectors = 0; ///< per text encoder; as many tokens
    std::int64_t firstWidth = 0; ///< numbers of a vector for the first text encoder
    std::int64_t secondWidth = 0; ///< the same for the second
    std::vector<std::string> tokens; ///< words of the prompt that stand for the vectors
    std::string problem; ///< a sentence when the file cannot be used with the model
};

/// What the memory estimate needs to know of the networks.
struct WorkingShape {
    std::int64_t vaeParameters = 0;
    bool vaeNeedsFloat32 = false; ///< where the rest is float16
    std::int64_t denoiseValues = 0; ///< alive at once per latent pixel, of one picture
    std::int64_t encodeValues = 0; ///< alive at once per picture pixel of the guide
    std::int64_t decodeValues = 0; ///< alive at once per picture pixel that is decoded
    std::int64_t decodePixels = 0; ///< decoded at once at most, in a tile
    int factor = 8; ///< picture pixels per latent pixel and axis
};

/// Something that the designer should know, as a sentence.
struct ModelFinding {
    bool isBlocking = false; ///< nothing can be generated until it is mended
    std::string sentence;
    bool operator==(const ModelFinding&) const = default;
};

struct ModelReport {
    std::string pipelineClass;
    std::vector<PartReport> parts;
    std::vector<LoraReport> loras; ///< in the order of the choice
    std::vector<EmbeddingReport> embeddings; ///< the same
    std::vector<std::string> strayTokens; ///< of the prompt, that no embedding gives a meaning
    WorkingShape working;

    bool complete() const; ///< no tensor missing, misshapen or broken
    std::int64_t parameters() const;
    std::int64_t bytes() const; ///< on disk
    std::vector<std::string> dtypes() const; ///< of all parts, each once
    std::size_t loraModules() const;
    std::size_t matchedModules() const;
    /// Blocking ones first; empty when all is well.
    std::vector<ModelFinding> findings() const;
};

struct MemoryEstimate {
    std::uint64_t weights = 0; ///< bytes
    std::uint64_t working = 0; ///< bytes: the largest of the phases, and the program itself
    std::uint64_t total() const { return weights + working; }
};

/// What a picture of this size takes at most, in a precision that is settled (never Auto). Within
/// about a third; for a warning, not for a decision.
MemoryEstimate estimateMemory(
    const ModelReport& report, Precision precision, int width, int height);

/// Words of a prompt in angle brackets: "<s0>", "<s1>".
std::vector<std::string> placeholderTokens(const std::string& prompt);

/// Looks into a model. Reads headers and configurations only; may still take seconds on a slow
/// disk. Callable from any thread. Errors: BadData when there is no model, Cancelled.
using ModelInspector = std::function<Expected<ModelReport>(const ModelChoice&, std::stop_token)>;

/// The processors there are, with the memory that is free now. Callable from any thread; the first
/// call may take a second.
using DeviceLister = std::function<std::vector<DeviceOption>()>;

} // namespace tilewright
