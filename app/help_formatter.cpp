#include "app/help_formatter.h"

#include <sstream>

namespace tilewright {
namespace {

constexpr std::size_t optionColumns = 34, textColumns = 66;

class HelpFormatter final : public CLI::Formatter {
public:
    HelpFormatter() { column_width(optionColumns); }

    std::string make_option_desc(const CLI::Option* option) const override
    {
        return wrap(option->get_description());
    }

    std::string make_option_opts(const CLI::Option* option) const override
    {
        // What excludes what is said in the descriptions, where it fits.
        const std::string text = Formatter::make_option_opts(option);
        return text.substr(0, text.find(" " + get_label("Excludes") + ":"));
    }

private:
    /// CLI11 indents what follows a line break.
    static std::string wrap(const std::string& text)
    {
        std::istringstream words(text);
        std::string wrapped;
        std::size_t column = 0;
        for (std::string word; words >> word; column += word.size()) {
            if (column > 0 && column + 1 + word.size() > textColumns) {
                wrapped += '\n';
                column = 0;
            } else if (column > 0) {
                wrapped += ' ';
                ++column;
            }
            wrapped += word;
        }
        return wrapped;
    }
};

} // namespace

std::shared_ptr<CLI::FormatterBase> makeHelpFormatter()
{
    return std::make_shared<HelpFormatter>();
}

} // namespace tilewright
