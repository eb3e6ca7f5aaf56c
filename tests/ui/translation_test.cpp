#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

/// The translations are whole: every text of the window is in them, and none is unfinished.
class TranslationTest : public QObject {
    Q_OBJECT
private:
    struct Texts {
        QStringList sources; ///< "context: text"
        QStringList unfinished;
    };

    static Texts read(const QString& file)
    {
        QFile input(file);
        if (!input.open(QIODevice::ReadOnly))
            return {};
        Texts texts;
        QString context;
        QString source;
        QXmlStreamReader xml(&input);
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("source"))
                source = xml.readElementText();
            else if (xml.name() == QLatin1String("translation")) {
                texts.sources += context + QStringLiteral(": ") + source;
                const bool isFinished = xml.attributes().value(QLatin1String("type")).isEmpty();
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                if (!isFinished || text.isEmpty())
                    texts.unfinished += texts.sources.back();
            }
        }
        texts.sources.sort();
        return texts;
    }

    static void addLanguages()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("Russian") << QStringLiteral(SOURCE_ROOT "/translations/tilewright_ru.ts")
                                 << QStringList();
        QTest::newRow("English counts")
            << QStringLiteral(SOURCE_ROOT "/translations/tilewright_en.ts")
            << QStringList{QStringLiteral("-pluralonly")};
    }

private Q_SLOTS:
    void nothingIsUnfinished_data() { addLanguages(); }
    void nothingIsUnfinished()
    {
        QFETCH(QString, file);
        const Texts texts = read(file);
        QVERIFY(!texts.sources.isEmpty());
        QCOMPARE(texts.unfinished, QStringList());
    }

    void nothingIsMissingOrLeftOver_data() { addLanguages(); }
    void nothingIsMissingOrLeftOver()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, options);
        const QTemporaryDir folder;
        const QString fresh = folder.filePath(QStringLiteral("fresh_ru.ts"));
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE),
            options + QStringList{QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral(SOURCE_ROOT),
                QStringLiteral(SOURCE_ROOT "/ui"), QStringLiteral("-ts"), fresh});
        QVERIFY2(lupdate.waitForFinished(60000), qPrintable(lupdate.errorString()));
        QCOMPARE(lupdate.exitCode(), 0);
        QCOMPARE(read(file).sources, read(fresh).sources);
    }
};

QTEST_GUILESS_MAIN(TranslationTest)
#include "translation_test.moc"
