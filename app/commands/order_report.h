// Orders on the command line: how layers and areas are typed, and how an order is told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/order/granule_order.h"

namespace tilewright {

/// "10mm", "40mm:26kg:SBR black 2–6 mm", "Base:40mm:RED": a name maybe, a thickness, then maybe
/// kg/m² and a material. Errors: Usage.
Expected<OrderLayer> parseLayer(std::string_view text);
/// "12,8,4.5", or with decimal commas "12;8;4,5". Errors: Usage.
Expected<std::vector<double>> parseAreas(std::string_view text);
/// "24.5", "24,5", maybe with "m2" or "m²" behind. Errors: Usage.
Expected<double> parseArea(std::string_view text);

/// A table for the terminal with a line of totals, and what has no price. Colours in Russian if
/// `language` is "ru".
std::string describe(const GranuleOrder& order, const std::string& language);

} // namespace tilewright
