#include "core/generation/event.h"

namespace tilewright {

std::string_view toText(Phase phase)
{
    switch (phase) {
    case Phase::Load:
        return "load";
    case Phase::Encode:
        return "encode";
    case Phase::Denoise:
        return "denoise";
    case Phase::Decode:
        return "decode";
    case Phase::Measure:
        return "measure";
    case Phase::Save:
        return "save";
    }
    return "";
}

} // namespace tilewright
