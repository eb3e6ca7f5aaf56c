// What lcms hands out, given back by itself.
#pragma once

#include <lcms2.h>
#include <memory>
#include <string>
#include <type_traits>

namespace tilewright {

/// A context of its own keeps what lcms reports apart from other threads. It outlives all that is
/// made in it.
class LcmsContext {
public:
    LcmsContext();
    LcmsContext(const LcmsContext&) = delete;
    LcmsContext& operator=(const LcmsContext&) = delete;
    ~LcmsContext() { cmsDeleteContext(m_context); }

    cmsContext get() const { return m_context; }
    const std::string& lastError() const { return m_lastError; } ///< in the words of lcms

private:
    std::string m_lastError;
    cmsContext m_context;
};

template <auto close> struct CloseLcms {
    template <typename T> void operator()(T* handle) const { close(handle); }
};
template <typename T, auto close>
using LcmsHandle = std::unique_ptr<std::remove_pointer_t<T>, CloseLcms<close>>;

using LcmsProfile = LcmsHandle<cmsHPROFILE, cmsCloseProfile>;
using LcmsTransform = LcmsHandle<cmsHTRANSFORM, cmsDeleteTransform>;
using LcmsCurve = LcmsHandle<cmsToneCurve*, cmsFreeToneCurve>;
using LcmsText = LcmsHandle<cmsMLU*, cmsMLUfree>;

} // namespace tilewright
