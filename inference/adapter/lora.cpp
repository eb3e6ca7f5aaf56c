#include "inference/adapter/lora.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <array>
#include <optional>
#include <spdlog/fmt/fmt.h>

#include "inference/weights/original_names.h"
#include "inference/weights/tensor_io.h"

namespace tilewright::inference {

namespace {

enum class Role { Down, Up, Alpha };

struct Ending {
    std::string_view text;
    Role role;
    std::string_view format;
};

constexpr std::array endings{
    Ending{".lora_down.weight", Role::Down, "kohya"},
    Ending{".lora_up.weight", Role::Up, "kohya"},
    Ending{".alpha", Role::Alpha, "kohya"},
    Ending{".lora_A.weight", Role::Down, "PEFT"},
    Ending{".lora_B.weight", Role::Up, "PEFT"},
    Ending{".lora_A.default.weight", Role::Down, "PEFT"},
    Ending{".lora_B.default.weight", Role::Up, "PEFT"},
    Ending{".lora.down.weight", Role::Down, "diffusers (old)"},
    Ending{".lora.up.weight", Role::Up, "diffusers (old)"},
    Ending{"_lora.down.weight", Role::Down, "diffusers (old)"},
    Ending{"_lora.up.weight", Role::Up, "diffusers (old)"},
};

/// Marks of adapters that are not plain low-rank products.
constexpr std::array foreignMarks{".dora_scale", ".lora_mid.weight", ".hada_w1_a", ".lokr_w1",
    ".lokr_w2", ".oft_blocks", ".lora_magnitude_vector"};

struct Prefix {
    std::string_view text, part;
};

constexpr std::array prefixes{
    Prefix{"lora_unet_", "unet"},
    Prefix{"lora_te1_", "text_encoder"},
    Prefix{"lora_te2_", "text_encoder_2"},
    Prefix{"lora_te_", "text_encoder"},
    Prefix{"unet.", "unet"},
    Prefix{"text_encoder_2.", "text_encoder_2"},
    Prefix{"text_encoder.", "text_encoder"},
    Prefix{"base_model.model.", "unet"},
};

/// Path with '_' for '.', without what attention processors once put into it.
std::string flattened(std::string path)
{
    constexpr std::string_view processor = ".processor";
    if (const auto at = path.find(".processor."); at != std::string::npos) {
        path.erase(at, processor.size());
        if (path.ends_with("to_out"))
            path += ".0";
    }
    std::replace(path.begin(), path.end(), '.', '_');
    return path;
}

} // namespace

LoraModule LoraModule::named(const std::string& nameInFile)
{
    LoraModule module;
    module.nameInFile = nameInFile;
    module.part = "unet";
    std::string_view path = nameInFile;
    for (const auto& prefix : prefixes) {
        if (path.starts_with(prefix.text)) {
            module.part = prefix.part;
            path.remove_prefix(prefix.text.size());
            break;
        }
    }
    module.key = flattened(std::string(path));
    return module;
}

at::Tensor LoraModule::delta() const
{
    const double factor = alpha / static_cast<double>(rank());
    if (down.dim() == 2)
        return at::mm(up, down) * factor;
    // The product of a convolution to `rank` channels and a 1x1 convolution.
    return at::conv2d(down.permute({1, 0, 2, 3}), up).permute({1, 0, 2, 3}) * factor;
}

Expected<LoraFile> LoraFile::open(const std::filesystem::path& path)
{
    return read(path, Contents::Numbers);
}

Expected<LoraFile> LoraFile::describe(const std::filesystem::path& path)
{
    return read(path, Contents::Shapes);
}

Expected<LoraFile> LoraFile::read(const std::filesystem::path& path, Contents contents)
{
    auto file = SafetensorsFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    LoraFile lora;
    lora.m_name = path.filename().string();
    std::map<std::string, LoraModule> modules;
    for (const auto& [name, info] : file->tensors()) {
        for (const std::string_view mark : foreignMarks) {
            if (name.find(mark) != std::string::npos)
                return fail(ErrorKind::BadData,
                    fmt::format("{} is a kind of adapter that Tilewright cannot apply (it holds "
                                "{}). Train or "
                                "convert it as a plain LoRA.",
                        lora.m_name, mark.substr(1)),
                    name);
        }
        const auto ending = std::find_if(endings.begin(), endings.end(),
            [&](const Ending& e) { return std::string_view(name).ends_with(e.text); });
        if (ending == endings.end())
            continue;
        const std::string module = name.substr(0, name.size() - ending->text.size());
        if (ending->role != Role::Alpha)
            lora.m_format = ending->format;
        LoraModule& entry = modules.try_emplace(module, LoraModule::named(module)).first->second;
        at::Tensor value = at::empty(info.shape, at::TensorOptions(at::kMeta).dtype(at::kFloat));
        if (contents == Contents::Numbers) {
            const auto stored = readTensor(*file, info);
            if (!stored)
                return tl::unexpected(stored.error());
            value = stored->to(at::kFloat);
        }
        switch (ending->role) {
        case Role::Down:
            entry.down = value;
            break;
        case Role::Up:
            entry.up = value;
            break;
        case Role::Alpha:
            if (value.numel() == 1 && !value.is_meta())
                entry.alpha = value.item<double>();
            break;
        }
    }
    for (auto& [name, module] : modules) {
        const bool whole = module.down.defined() && module.up.defined()
            && module.down.dim() == module.up.dim()
            && (module.down.dim() == 2 || module.down.dim() == 4)
            && module.down.size(0) == module.up.size(1) && module.rank() > 0
            && (module.down.dim() == 2 || (module.up.size(2) == 1 && module.up.size(3) == 1));
        if (!whole)
            return fail(ErrorKind::BadData,
                fmt::format(
                    "The LoRA {} is damaged: a pair of its tensors does not fit.", lora.m_name),
                name);
        if (contents == Contents::Numbers
            && (!at::isfinite(module.down).all().item<bool>()
                || !at::isfinite(module.up).all().item<bool>()))
            return fail(ErrorKind::BadData,
                fmt::format(
                    "The LoRA {} holds values that are no numbers; its training went wrong.",
                    lora.m_name),
                name);
        if (module.alpha == 0)
            module.alpha = static_cast<double>(module.rank());
        lora.m_modules.push_back(std::move(module));
    }
    if (lora.m_modules.empty())
        return fail(ErrorKind::BadData,
            fmt::format("{} holds no LoRA that can be recognised.", lora.m_name));
    return lora;
}

LoraMatch match(
    const std::vector<LoraModule>& modules, const std::map<std::string, const ParameterSet*>& parts)
{
    std::map<std::string, std::map<std::string, const Parameter*>> layers;
    constexpr std::string_view weight = ".weight";
    for (const auto& [part, parameters] : parts) {
        const OriginalUNetNames original(*parameters);
        for (const auto& parameter : parameters->all()) {
            if (!std::string_view(parameter.name).ends_with(weight))
                continue;
            const std::string path
                = parameter.name.substr(0, parameter.name.size() - weight.size());
            layers[part][flattened(path)] = &parameter;
            if (part == "unet") {
                if (const auto name = original.of(path))
                    layers[part][flattened(*name)] = &parameter;
            }
        }
    }
    LoraMatch result;
    for (const auto& module : modules) {
        const auto& known = layers[module.part];
        const auto it = known.find(module.key);
        // A weight of another shape belongs to another model: applying it would fail or, worse,
        // broadcast.
        const bool fits = it != known.end()
            && it->second->shape.size() == static_cast<std::size_t>(module.down.dim())
            && it->second->shape[0] == module.up.size(0)
            && std::equal(it->second->shape.begin() + 1, it->second->shape.end(),
                module.down.sizes().begin() + 1, module.down.sizes().end());
        if (fits)
            result.matched.push_back({&module, module.part, it->second->name});
        else
            result.unmatched.push_back(module.nameInFile);
    }
    return result;
}

} // namespace tilewright::inference
