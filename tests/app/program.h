// Runs the built program in a folder of its own and tells how it ended.
#pragma once

#include <csignal>
#include <memory>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>
#include <vector>

#include "core/image/png.h"
#include "core/support/paths.h"

namespace tilewright {

inline constexpr int patience = 120'000; // milliseconds; a hang, not a measure of speed

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

/// Arguments as they are typed in a test.
inline QStringList texts(const std::vector<const char*>& arguments)
{
    QStringList all;
    for (const char* argument : arguments)
        all << QString::fromUtf8(argument);
    return all;
}

class Program {
public:
    /// A file beside the folder that the program runs in.
    QString given(const QString& name) const { return m_given.filePath(name); }
    QString path(const QString& name) const { return m_work.filePath(name); }
    QStringList files() const
    {
        return QDir(m_work.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    Image picture(const QString& name) const
    {
        const auto png = readPng(m_work.filePath(name).toStdString());
        return png ? png->image : Image();
    }

    void prepare(QProcess& process, const QStringList& arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        // No GPU and no display, whatever this machine has.
        environment.insert(QStringLiteral("CUDA_VISIBLE_DEVICES"), QString());
        for (const char* display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(display));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_work.path());
        process.setProgram(QStringLiteral(TILEWRIGHT_EXECUTABLE));
        process.setArguments(arguments);
        // A shell that starts the tests in the background lets them ignore Ctrl-C.
        process.setChildProcessModifier([] { std::signal(SIGINT, SIG_DFL); });
    }
    static Outcome finish(QProcess& process)
    {
        if (!process.waitForFinished(patience)) {
            process.kill();
            process.waitForFinished();
            return {-1, {}, QStringLiteral("did not end")};
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
    }
    Outcome run(const QStringList& arguments) const
    {
        QProcess process;
        prepare(process, arguments);
        process.start();
        return finish(process);
    }
    /// The starter model, all files linked but one, which is cut in half.
    QString truncatedModel() const
    {
        const QString source = QString::fromStdString(starterModelFolder().string());
        const QString target = given(QStringLiteral("truncated"));
        QDir(target).mkpath(QStringLiteral("unet"));
        for (const QString& entry :
            QDir(source).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            if (entry != QLatin1String("unet"))
                QFile::link(source + QLatin1Char('/') + entry, target + QLatin1Char('/') + entry);
        }
        for (const QString& entry : QDir(source + QLatin1String("/unet")).entryList(QDir::Files)) {
            const QString copy = target + QLatin1String("/unet/") + entry;
            QFile::copy(source + QLatin1String("/unet/") + entry, copy);
            QFile file(copy);
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            if (entry.endsWith(QLatin1String(".safetensors")))
                file.resize(file.size() / 2);
        }
        return target;
    }

private:
    QTemporaryDir m_work; ///< where the program runs
    QTemporaryDir m_given; ///< what it is given
};

/// One object a line; empty if any line is no JSON object.
inline QList<QJsonObject> jsonLines(const QString& text)
{
    QList<QJsonObject> lines;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8(), &error);
        if (error.error != QJsonParseError::NoError || !document.isObject())
            return {};
        lines.append(document.object());
    }
    return lines;
}

/// A safetensors file of zeros in float32.
inline void writeTensors(const QString& path, const QList<std::pair<QString, QList<int>>>& tensors)
{
    QJsonObject header;
    qint64 offset = 0;
    for (const auto& [name, shape] : tensors) {
        QJsonArray sizes;
        qint64 bytes = 4;
        for (const int size : shape) {
            sizes.append(size);
            bytes *= size;
        }
        header[name] = QJsonObject{{QStringLiteral("dtype"), QStringLiteral("F32")},
            {QStringLiteral("shape"), sizes},
            {QStringLiteral("data_offsets"), QJsonArray{offset, offset + bytes}}};
        offset += bytes;
    }
    const QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
    QByteArray length(8, '\0');
    qToLittleEndian<quint64>(static_cast<quint64>(json.size()), length.data());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write(length + json + QByteArray(offset, '\0'));
}

} // namespace tilewright
