#include <nlohmann/json.hpp>

#include "core/floor/floor_picture.h"
#include "core/floor/floor_plan.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

/// Lists of numbers, which JsonFields leaves to its users.
template <typename T> bool readList(const nlohmann::json& list, std::vector<T>& values)
{
    if (!list.is_array())
        return false;
    values.clear();
    for (const auto& value : list) {
        const bool isRight = std::is_integral_v<T> ? value.is_number_integer() : value.is_number();
        if (!isRight)
            return false;
        if (std::is_integral_v<T> && (value < -1'000'000 || value > 1'000'000))
            return false;
        values.push_back(value.template get<T>());
    }
    return true;
}

template <typename T>
void readNumbers(
    const nlohmann::json& json, JsonFields& fields, const char* key, std::vector<T>& values)
{
    if (fields.has(key) && !readList(json[key], values))
        fields.complain(key, "must be a list of numbers.");
}

void readPainted(const nlohmann::json& json, JsonFields& fields, FloorPlan& plan)
{
    if (!fields.has("painted"))
        return;
    const auto& rows = json["painted"];
    bool isRight = rows.is_array();
    plan.painted.clear();
    for (std::size_t row = 0; isRight && row < rows.size(); ++row)
        isRight = readList(rows[row], plan.painted.emplace_back());
    if (!isRight)
        fields.complain("painted", "must be a list of rows, each a list of whole numbers.");
}

} // namespace

nlohmann::json toJson(const FloorPlan& plan)
{
    return {{"roomLengthMetres", plan.roomLengthMetres}, {"roomWidthMetres", plan.roomWidthMetres},
        {"tileLengthMillimetres", plan.tileLengthMillimetres},
        {"tileWidthMillimetres", plan.tileWidthMillimetres}, {"bond", toText(plan.bond)},
        {"pattern", toText(plan.pattern)}, {"recipeCount", plan.recipeCount},
        {"shares", plan.shares}, {"borderTiles", plan.borderTiles},
        {"stripeTiles", plan.stripeTiles}, {"isCentred", plan.isCentred},
        {"isTurned", plan.isTurned}, {"seed", plan.seed}, {"variants", plan.variants},
        {"painted", plan.painted}};
}

Expected<FloorPlan> floorPlanFromJson(const nlohmann::json& json)
{
    if (!json.is_object())
        return fail(ErrorKind::Usage, "A floor plan must be a JSON object.");
    FloorPlan plan;
    std::string problem;
    JsonFields fields(json, problem);
    fields.read("roomLengthMetres", plan.roomLengthMetres);
    fields.read("roomWidthMetres", plan.roomWidthMetres);
    fields.read("tileLengthMillimetres", plan.tileLengthMillimetres);
    fields.read("tileWidthMillimetres", plan.tileWidthMillimetres);
    fields.read("bond", plan.bond, parseFloorBond);
    fields.read("pattern", plan.pattern, parseFloorPattern);
    fields.read("recipeCount", plan.recipeCount);
    readNumbers(json, fields, "shares", plan.shares);
    fields.read("borderTiles", plan.borderTiles);
    fields.read("stripeTiles", plan.stripeTiles);
    fields.read("isCentred", plan.isCentred);
    fields.read("isTurned", plan.isTurned);
    fields.read("seed", plan.seed);
    readNumbers(json, fields, "variants", plan.variants);
    readPainted(json, fields, plan);
    if (!problem.empty())
        return fail(ErrorKind::Usage, "The floor plan cannot be used: " + problem);
    if (const auto checked = plan.check(); !checked)
        return tl::unexpected(checked.error());
    return plan;
}

nlohmann::ordered_json toJson(const FloorLayout& layout)
{
    nlohmann::ordered_json json;
    json["plan"] = toJson(layout.plan);
    json["rows"] = layout.rows;
    json["columns"] = layout.columns;
    json["counts"] = nlohmann::ordered_json::array();
    for (const FloorCount& count : layout.counts)
        json["counts"].push_back(
            {{"whole", count.whole}, {"cut", count.cut}, {"tilesForCuts", count.tilesForCuts},
                {"needed", count.needed()}, {"squareMetres", count.squareMetres}});
    json["cells"] = nlohmann::ordered_json::array();
    for (const FloorCell& cell : layout.cells)
        json["cells"].push_back({{"row", cell.row}, {"column", cell.column}, {"x", cell.visibleX},
            {"y", cell.visibleY}, {"length", cell.visibleLength}, {"width", cell.visibleWidth},
            {"recipe", cell.recipe}, {"variant", cell.variant}, {"quarterTurns", cell.quarterTurns},
            {"isCut", cell.isCut}});
    return json;
}

nlohmann::json toJson(const FloorPictureSettings& settings)
{
    return {{"view", toText(settings.view)}, {"longestSide", settings.longestSide},
        {"showsSeams", settings.showsSeams}, {"eyeHeightMetres", settings.eyeHeightMetres},
        {"fieldOfViewDegrees", settings.fieldOfViewDegrees}, {"hasLight", settings.hasLight}};
}

Expected<FloorPictureSettings> floorPictureFromJson(const nlohmann::json& json)
{
    if (!json.is_object())
        return fail(ErrorKind::Usage, "Settings of a floor's picture must be a JSON object.");
    FloorPictureSettings settings;
    std::string problem;
    JsonFields fields(json, problem);
    fields.read("view", settings.view, parseFloorView);
    fields.read("longestSide", settings.longestSide);
    fields.read("showsSeams", settings.showsSeams);
    fields.read("eyeHeightMetres", settings.eyeHeightMetres);
    fields.read("fieldOfViewDegrees", settings.fieldOfViewDegrees);
    fields.read("hasLight", settings.hasLight);
    if (!problem.empty())
        return fail(ErrorKind::Usage, "The picture's settings cannot be used: " + problem);
    if (const auto checked = settings.check(); !checked)
        return tl::unexpected(checked.error());
    return settings;
}

} // namespace tilewright
