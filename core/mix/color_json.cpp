#include "core/mix/color_json.h"

#include <spdlog/fmt/fmt.h>

namespace tilewright {

nlohmann::json toJson(const GranuleColor& color)
{
    return {
        {"code", color.code},
        {"name", color.name},
        {"nameRu", color.nameRu},
        {"srgb", toHex(color.srgb)},
        {"lab", {{"L", color.lab.L}, {"a", color.lab.a}, {"b", color.lab.b}}},
        {"lightness10", color.lightness10},
        {"lightness90", color.lightness90},
        {"chromaSpread", color.chromaSpread},
    };
}

GranuleColor readColor(JsonFields& fields)
{
    std::string code, name, hex;
    fields.read("code", code);
    fields.read("name", name);
    fields.read("srgb", hex);
    const std::optional<Srgb> srgb = srgbFromHex(hex);
    if (!srgb)
        fields.complain("srgb", fmt::format("it must be a colour like #d25144, not \"{}\"", hex));
    Lab lab = toLab(srgb.value_or(Srgb()));
    fields.readObject("lab", [&](JsonFields& object) {
        object.read("L", lab.L);
        object.read("a", lab.a);
        object.read("b", lab.b);
    });
    GranuleColor color = GranuleColor::of(name, srgb.value_or(Srgb()), lab);
    color.code = std::move(code);
    fields.read("nameRu", color.nameRu);
    fields.read("lightness10", color.lightness10);
    fields.read("lightness90", color.lightness90);
    fields.read("chromaSpread", color.chromaSpread);
    return color;
}

} // namespace tilewright
