#include <QtTest>
#include <rapidcheck.h>

#include "core/support/utf8.h"

using namespace tilewright;

namespace {

/// Characters of every length, with accents and joined ones, all valid.
rc::Gen<std::string> anyText()
{
    const std::vector<std::string> parts{
        "a", "й", "e\u0301", "\u0301", "한", "𝔸", "👩‍🎨", "🇩🇪", "\n"};
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts)), [](auto list) {
            std::string text;
            for (const auto& part : list)
                text += part;
            return text;
        });
}

std::string kept(std::string_view text)
{
    std::string bytes;
    for (auto next = takeCodePoint(text); next; next = takeCodePoint(text))
        bytes += next->bytes;
    return bytes;
}

} // namespace

class Utf8Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codePointsAreTaken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("valid");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("all lengths") << QByteArray("aй한𝔸") << QByteArray("aй한𝔸");
        QTest::newRow("stray") << QByteArray("a\xff\x80z") << QByteArray("az");
        QTest::newRow("cut off") << QByteArray("a\xe2\x82") << QByteArray("a");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80z") << QByteArray("z");
        QTest::newRow("too long a form") << QByteArray("\xc0\xafz") << QByteArray("z");
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\0b", 3);
    }

    void codePointsAreTaken()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, valid);
        QCOMPARE(QByteArray::fromStdString(kept(text.toStdString())), valid);
    }

    void valuesAreThoseOfUnicode()
    {
        std::string_view text = "й𝔸";
        QCOMPARE(takeCodePoint(text)->value, U'й');
        QCOMPARE(takeCodePoint(text)->value, U'𝔸');
        QVERIFY(!takeCodePoint(text));
    }

    void invisibleOnesAreKnown()
    {
        for (const char32_t c : U"\u0001\u007f\u0085\u200b\u202e\u2028\u2029\ufeff\ue000")
            QVERIFY(isInvisible(c)); // the NUL at the end too
        for (const char32_t c : std::u32string_view(U"a 1-й한\u0301𝔸"))
            QVERIFY(!isInvisible(c));
    }

    void formsOfOneTextAreEqual()
    {
        QCOMPARE(composed("e\u0301"), std::string("\u00e9"));
        QCOMPARE(caseFolded("ПЛИТКА É"), caseFolded("плитка e\u0301"));
        QCOMPARE(caseFolded("Straße"), caseFolded("STRASSE"));
        QCOMPARE(composed("\xff"), std::string("\xff"));
    }

    void cutsBetweenCharacters_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("maximum");
        QTest::addColumn<QByteArray>("cut");
        QTest::newRow("fits") << QByteArray("йй") << 4 << QByteArray("йй");
        QTest::newRow("inside a letter") << QByteArray("йй") << 3 << QByteArray("й");
        QTest::newRow("before an accent") << QByteArray("ae\u0301") << 2 << QByteArray("a");
        QTest::newRow("inside a joined sign") << QByteArray("a👩‍🎨") << 8 << QByteArray("a");
        QTest::newRow("only accents") << QByteArray("e\u0301\u0301") << 3 << QByteArray("e\u0301");
        QTest::newRow("nothing fits") << QByteArray("한") << 2 << QByteArray();
        QTest::newRow("no room") << QByteArray("a") << 0 << QByteArray();
    }

    void cutsBetweenCharacters()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, maximum);
        QFETCH(QByteArray, cut);
        const std::string whole = text.toStdString();
        QCOMPARE(QByteArray::fromStdString(
                     std::string(cutToBytes(whole, static_cast<std::size_t>(maximum)))),
            cut);
    }

    void cutsAreValidAndNotTooLong()
    {
        QVERIFY(rc::check("a cut is a valid start, within the limit, and stays", [] {
            const std::string text = *anyText();
            const auto maximum = *rc::gen::inRange<std::size_t>(0, 60);
            const std::string_view cut = cutToBytes(text, maximum);
            RC_ASSERT(cut.size() <= maximum);
            RC_ASSERT(text.starts_with(cut));
            RC_ASSERT(kept(cut) == cut);
            RC_ASSERT(cutToBytes(cut, maximum) == cut);
        }));
    }
};

QTEST_GUILESS_MAIN(Utf8Test)
#include "utf8_test.moc"
