#include <spdlog/fmt/fmt.h>

#include "core/mix/prompt_format.h"
#include "fidelity/report.h"

namespace tilewright::fidelity {
namespace {

std::string optionalNumber(const std::optional<double>& value)
{
    return value ? fmt::format("{:.2f}", *value) : std::string();
}

} // namespace

std::string fidelityCsv(const Results& results)
{
    std::string text
        = "series,mix,colors,seed,strength,hold,retint,mixture_error,cross_check_error,"
          "nearest_error,granules_error,kept_percent,unexplained_percent,"
          "field_mixture_error,field_nearest_error,fine_detail_points,psnr_db,attempts,seconds\n";
    for (const TileRecord& record : results.records) {
        const GenerationRequest& request = record.request;
        const Fidelity& fidelity = record.reading.fidelity;
        const bool isGuided = request.guide == Guide::Mix;
        text += fmt::format("{},\"{}\",{},{},", toText(record.series), formatMix(*request.mix),
            request.mix->size(), request.seed);
        text += isGuided
            ? fmt::format("{:g},{:g},{:g},", request.strength, request.hold, request.retint)
            : std::string(",,,");
        text += fmt::format("{:.2f},{:.2f},{:.2f},{},{},{:.2f},", mixtureError(record.reading),
            record.reading.crossCheck, nearestError(record.reading),
            optionalNumber(fidelity.meanErrorOfGranules()), optionalNumber(fidelity.kept),
            fidelity.unexplained);
        text += record.field ? fmt::format(
                    "{:.2f},{:.2f},", mixtureError(*record.field), nearestError(*record.field))
                             : std::string(",,");
        text += fmt::format("{},{},{},{:.2f}\n", optionalNumber(record.fineDetail),
            optionalNumber(record.signalToNoise), record.attempts, record.seconds);
    }
    return text;
}

} // namespace tilewright::fidelity
