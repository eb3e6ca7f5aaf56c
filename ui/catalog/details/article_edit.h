// What is said of one article or of several at once.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/catalog/catalog.h"

namespace tilewright::ui {

/// Absent: left as it is in each article. An empty text takes back what was said.
struct ArticleEdit {
    std::optional<std::string> code; ///< of the first; the others count on from its last digits
    std::optional<std::string> name;
    std::optional<std::string> note;
    bool changesProduct = false;
    std::optional<Product> product; ///< with changesProduct; none: that of the catalogue
};

/// "GR-101", "GR-102", …; one that does not end in digits gets "-1", "-2", …, unless there is only
/// one.
std::vector<std::string> countedCodes(const std::string& first, std::size_t count);
/// The article among `others` that has one of the codes; null: none. Blind to case.
const Article* articleWithCode(const std::vector<std::string>& codes,
    const std::vector<Article>& all, const std::vector<std::size_t>& edited);
/// The details with the edit done to these articles.
CatalogDetails withEdit(const CatalogDetails& details, const std::vector<Article>& all,
    const std::vector<std::size_t>& edited, const ArticleEdit& edit);

} // namespace tilewright::ui
