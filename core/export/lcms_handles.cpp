#include "core/export/lcms_handles.h"

#include <new>
#include <spdlog/spdlog.h>

namespace tilewright {

LcmsContext::LcmsContext() : m_context(cmsCreateContext(nullptr, &m_lastError))
{
    if (!m_context)
        throw std::bad_alloc();
    cmsSetLogErrorHandlerTHR(m_context, [](cmsContext context, cmsUInt32Number, const char* text) {
        spdlog::debug("lcms: {}", text);
        *static_cast<std::string*>(cmsGetContextUserData(context)) = text;
    });
}

} // namespace tilewright
