#include "ui/library/rerun_check.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <utility>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
QString translate(const char* text)
{
    return QCoreApplication::translate("RerunCheck", text);
}

/// "made on cpu then, on cuda:0 now"
void addDifference(
    QStringList& list, const char* text, const std::string& before, const std::string& again)
{
    if (before != again)
        list += translate(text).arg(toQString(before), toQString(again));
}

QString circumstances(const Provenance& before, const Provenance& again)
{
    QStringList list;
    addDifference(list, QT_TRANSLATE_NOOP("RerunCheck", "made on %1 then, on %2 now"),
        before.device, again.device);
    addDifference(list, QT_TRANSLATE_NOOP("RerunCheck", "computed in %1 then, in %2 now"),
        before.precision, again.precision);
    addDifference(list, QT_TRANSLATE_NOOP("RerunCheck", "version %1 of the program then, %2 now"),
        before.version, again.version);
    addDifference(list, QT_TRANSLATE_NOOP("RerunCheck", "engine %1 then, %2 now"), before.engine,
        again.engine);
    addDifference(list, QT_TRANSLATE_NOOP("RerunCheck", "model %1 then, %2 now"), before.modelName,
        again.modelName);
    return list.join(QStringLiteral("; "));
}

void comparePixels(const QImage& before, const QImage& again, RerunResult& result)
{
    qint64 changed = 0;
    for (int y = 0; y < before.height(); ++y) {
        const auto* left = reinterpret_cast<const QRgb*>(before.constScanLine(y));
        const auto* right = reinterpret_cast<const QRgb*>(again.constScanLine(y));
        for (int x = 0; x < before.width(); ++x) {
            const int difference = std::max({std::abs(qRed(left[x]) - qRed(right[x])),
                std::abs(qGreen(left[x]) - qGreen(right[x])),
                std::abs(qBlue(left[x]) - qBlue(right[x]))});
            changed += difference > 0;
            result.largestDifference = std::max(result.largestDifference, difference);
        }
    }
    result.isSame = changed == 0;
    result.changedPercent
        = 100.0 * static_cast<double>(changed) / (double(before.width()) * before.height());
}
} // namespace

RerunResult compareRerun(const LoadedTile& before, const LoadedTile& again)
{
    RerunResult result;
    const QString other = circumstances(before.provenance, again.provenance);
    const QImage left = before.image.convertToFormat(QImage::Format_RGB32);
    const QImage right = again.image.convertToFormat(QImage::Format_RGB32);
    QString verdict;
    if (left.isNull() || left.size() != right.size()) {
        result.changedPercent = 100;
        result.largestDifference = 255;
        verdict = translate("Not the same: the pictures differ in size");
    } else {
        comparePixels(left, right, result);
        // Few pixels must not be rounded down to none.
        const double percent = std::max(result.changedPercent, 0.1);
        verdict = result.isSame
            ? translate("The same: every pixel is as it was")
            : translate("Not the same: %1 % of the pixels differ, by up to %2 of 255")
                  .arg(QLocale().toString(percent, 'f', 1))
                  .arg(result.largestDifference);
    }
    if (!other.isEmpty())
        result.sentence = translate("%1 (%2).").arg(verdict, other);
    else if (result.isSame)
        result.sentence = translate("%1.").arg(verdict);
    else
        result.sentence = translate("%1, although device, precision and version are as they were; "
                                    "the model's files may be others.")
                              .arg(verdict);
    return result;
}

RerunCheck::RerunCheck(QObject* parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

void RerunCheck::expect(const std::filesystem::path& file, const GenerationRequest& request)
{
    m_file = file;
    m_request = request;
}

bool RerunCheck::take(const TilePointer& tile)
{
    if (m_file.empty() || !tile || !(tile->request == m_request))
        return false;
    m_thread.start([this, tile, file = std::exchange(m_file, {})] {
        const Expected<Tile> before = loadTile(file);
        if (!before) {
            QMetaObject::invokeMethod(
                this,
                [this, message = toQString(before.error().message)] { Q_EMIT failed(message); },
                Qt::QueuedConnection);
            return;
        }
        const RerunResult result = compareRerun(*toLoadedTile(*before, file), *tile);
        QMetaObject::invokeMethod(
            this, [this, result] { Q_EMIT checked(result); }, Qt::QueuedConnection);
    });
    return true;
}

} // namespace tilewright::ui
