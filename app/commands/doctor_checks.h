// What `doctor` looks at.
#pragma once

#include <string>
#include <vector>

namespace tilewright {

struct Finding {
    enum class State { Ok, Warning, Problem };
    State state = State::Ok;
    std::string subject;
    std::string text;
    std::string advice; ///< what to do; empty when all is well
};

using DoctorCheck = std::vector<Finding> (*)();

/// From quick to slow; the last makes a small tile with the starter model.
std::vector<DoctorCheck> doctorChecks();

} // namespace tilewright
