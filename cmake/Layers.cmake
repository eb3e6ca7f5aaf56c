# A layer is a static library that sees its own headers and those of the layers it links, nothing else.
# All includes are written from the root ("core/mix/mix.h"), so each layer gets an include folder that holds
# one link, to itself; an include across the layers then fails to compile.
add_library(tilewright_options INTERFACE)
target_compile_options(tilewright_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
target_compile_definitions(tilewright_options INTERFACE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_FOREACH
    QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
if(TILEWRIGHT_SANITIZE)
    target_compile_options(tilewright_options INTERFACE -fsanitize=${TILEWRIGHT_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(tilewright_options INTERFACE -fsanitize=${TILEWRIGHT_SANITIZE})
endif()

function(tilewright_layer name)
    set(view "${PROJECT_BINARY_DIR}/layers/${name}")
    file(MAKE_DIRECTORY "${view}")
    file(CREATE_LINK "${PROJECT_SOURCE_DIR}/${name}" "${view}/${name}" SYMBOLIC)
    add_library(tilewright_${name} STATIC)
    target_include_directories(tilewright_${name} PUBLIC "${view}")
    target_link_libraries(tilewright_${name} PUBLIC tilewright_options ${ARGN})
endfunction()
