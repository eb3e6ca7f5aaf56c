#include "app/support/checksum.h"

#include <array>
#include <fstream>
#include <memory>
#include <sstream>

#include <openssl/evp.h>
#include <spdlog/fmt/fmt.h>

#include "core/support/atomic_file.h"

namespace tilewright {

Expected<std::string> sha256OfFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
        EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    if (!stream || !context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
        return fail(ErrorKind::BadData, fmt::format("{} cannot be read.", file.string()));

    std::vector<char> buffer(std::size_t{1} << 18);
    while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()))
        || stream.gcount() > 0)
        EVP_DigestUpdate(context.get(), buffer.data(), static_cast<std::size_t>(stream.gcount()));
    if (stream.bad())
        return fail(ErrorKind::BadData, fmt::format("{} cannot be read.", file.string()));

    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &length);
    std::string hex;
    for (unsigned int i = 0; i < length; ++i)
        hex += fmt::format("{:02x}", digest[i]);
    return hex;
}

Expected<ChecksumReport> verifyChecksums(const std::filesystem::path& list)
{
    const auto text = readTextFile(list);
    if (!text)
        return tl::unexpected(text.error());
    ChecksumReport report;
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        // Two blanks, or a blank and the '*' of binary mode.
        constexpr std::size_t digits = 64, nameAt = digits + 2;
        if (line.empty())
            continue;
        if (line.size() <= nameAt || line[digits] != ' ')
            return fail(ErrorKind::BadData,
                fmt::format("{} is not a list of checksums.", list.string()), line);
        const std::string name = line.substr(nameAt);
        const std::filesystem::path file = list.parent_path() / name;
        ++report.files;
        std::error_code error;
        if (!std::filesystem::is_regular_file(file, error)) {
            report.missing.push_back(name);
            continue;
        }
        const auto sum = sha256OfFile(file);
        if (!sum || *sum != line.substr(0, digits))
            report.changed.push_back(name);
    }
    if (report.files == 0)
        return fail(ErrorKind::BadData, fmt::format("{} holds no checksum.", list.string()));
    return report;
}

} // namespace tilewright
