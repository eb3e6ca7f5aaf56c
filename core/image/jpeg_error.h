// How libjpeg tells what went wrong.
#pragma once

#include <array>
#include <csetjmp>
#include <cstdio>
#include <jpeglib.h>

#include <jerror.h> // its numbers depend on what jpeglib.h defines

namespace tilewright {

/// libjpeg reports errors through exit(), unless they leave by longjmp, which must not jump over
/// destructors. So libjpeg is called only in functions that hold no object with one, each of which
/// begins with setjmp(errors.jump).
struct JpegErrors {
    jpeg_error_mgr base{}; ///< first, so that libjpeg's pointer to it is one to this
    std::jmp_buf jump{};
    std::array<char, JMSG_LENGTH_MAX> text{};
    int code = 0; ///< libjpeg's number of the error

    JpegErrors()
    {
        jpeg_std_error(&base);
        base.error_exit = leave;
        base.output_message = [](j_common_ptr) {};
    }

    [[noreturn]] static void leave(j_common_ptr info)
    {
        auto& errors = *reinterpret_cast<JpegErrors*>(info->err);
        errors.code = errors.base.msg_code;
        errors.base.format_message(info, errors.text.data());
        std::longjmp(errors.jump, 1);
    }
};

} // namespace tilewright
