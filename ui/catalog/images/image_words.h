// What is planned and what came of it, in words.
#pragma once

#include <QString>

#include "core/export/image_export.h"
#include "ui/catalog/background_task.h"

namespace tilewright::ui {

/// "1,024 × 1,024 px, 86.7 × 86.7 mm at 300 dpi"
QString sizeInWords(const PlannedSize& size, const ImageExport& settings);
QString inkWarning(const InkUse& ink, const OutputColor& color);
TaskResult resultInWords(const ExportReport& report, const std::vector<Article>& articles,
    const ImageExport& settings, const std::filesystem::path& folder);

} // namespace tilewright::ui
