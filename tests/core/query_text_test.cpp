#include <QtTest>

#include "core/library/query_text.h"
#include "core/library/query_words.h"
#include "support/arbitrary_query.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

constexpr Day friday{std::chrono::year(2026), std::chrono::May, std::chrono::day(1)};

ParsedQuery parsed(std::string_view text)
{
    return parseQuery(text, bundledPalette(), {}, friday);
}

/// On another day, so that no range is named "today".
constexpr Day longAgo{std::chrono::year(2001), std::chrono::January, std::chrono::day(1)};

/// The canonical text, by which rows are compared.
std::string canonical(std::string_view text)
{
    return toText(parsed(text).query, bundledPalette(), longAgo);
}

} // namespace

class QueryTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("means");
        const auto row = [](const char* typed, const char* means) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(means);
        };
        row("", "");
        row(" , ;\n", "");
        row("red 40-60", "red 40-60");
        row("red 40–60 %", "red 40-60");
        row("RED: 40% - 60%", "red 40-60");
        row("red 60..40", "red 40-60");
        row("40-60% red", "red 40-60");
        row("red from 40 to 60", "red 40-60");
        row("red40-60", "red 40-60");
        row("red 12,5-20", "red 12.5-20");
        row("red > 30", "red 30.1+");
        row("red > 40.2", "red 40.3+");
        row("red >= 30", "red 30+");
        row("red 40+", "red 40+");
        row("red at least 40 %", "red 40+");
        row("red < 30", "red 0-29.9");
        row("red up to 30", "red 0-30");
        row("at most 30 red", "red 0-30");
        row("red ≤ 30", "red 0-30");
        row("50% red, 50% black", "red 50, black 50");
        row("red", "red");
        row("no black", "no black");
        row("without dark green", "no dark green");
        row("DKGREEN 10-20", "dark green 10-20");
        row("white-green 10-20", "white-green 10-20");
        row("White Green 10-20", "white-green 10-20");
        row("red 20, red 30", "red 30");
        row("красный 40-60", "red 40-60");
        row("Жёлтый от 40 до 60 %", "yellow 40-60");
        row("желтого больше 30", "yellow 30.1+");
        row("без чёрного", "no black");
        row("БЕЗ ЧЁРНОГО", "no black");
        row("тёмно-зелёный до 20", "dark green 0-20");
        row("синего не менее 20", "blue 20+");
        row("rating 3+", "rating 3+");
        row("rating 3", "rating 3+");
        row("rating>=3", "rating 3+");
        row("rating > 3", "rating 4+");
        row("Rating: 3", "rating 3+");
        row("★★★", "rating 3+");
        row("★★★ and up", "rating 3+");
        row("4 stars", "rating 4+");
        row("4+ stars", "rating 4+");
        row("рейтинг 3+", "rating 3+");
        row("3 звезды", "rating 3+");
        row("seed 1704233", "seed 1704233");
        row("seed 1 704 233", "seed 1704233");
        row("seed 18446744073709551615", "seed 18446744073709551615");
        row("зерно 12", "seed 12");
        row("сид 12", "seed 12");
        row("picked", "picked");
        row("отмеченные", "picked");
        row("Rejected", "rejected");
        row("Отклонённые", "rejected");
        row("unflagged", "unflagged");
        row("not rejected", "not rejected");
        row("без отклонённых", "not rejected");
        row("label green", "label green");
        row("green label", "label green");
        row("метка синяя", "label blue");
        row("Жёлтая метка", "label yellow");
        row("no label", "no label");
        row("model starter", "model starter");
        row("model SDXL 1.0 + rubber-tile v4", "model SDXL 1.0 + rubber-tile v4");
        row("модель \"a, b\"", "model \"a, b\"");
        row("within 2 points", "within 2 points");
        row("within 1.5", "within 1.5 points");
        row("в пределах 2 пунктов", "within 2 points");
        row("since 2026-04-01", "since 2026-04-01");
        row("with 1.4.2026", "with 1.4.2026");
        row("с 1.4.2026", "since 2026-04-01");
        row("since 2026-04, until 2026-04", "since 2026-04-01, until 2026-04-30");
        row("before 2026-03-01", "until 2026-02-28");
        row("after 2026-02-28", "since 2026-03-01");
        row("по 31.05.2026", "until 2026-05-31");
        row("today", "since 2026-05-01, until 2026-05-01");
        row("сегодня", "since 2026-05-01, until 2026-05-01");
        row("since yesterday", "since 2026-04-30");
        row("this week", "since 2026-04-27, until 2026-05-03");
        row("this month", "since 2026-05-01, until 2026-05-31");
        row("2026-02", "since 2026-02-01, until 2026-02-28");
        row("oldest first", "oldest first");
        row("сначала лучшие", "best first");
        row("truest first", "truest first");
        row("closest in colour to \"50% red, 50% black\"",
            "closest in colour to \"50% red, 50% black\"");
        row("ближайшие по долям", "closest in shares");
        row("grouped by mix", "grouped by mix");
        row("mix \"50% red, 50% black\"", "mix \"50% black, 50% red\"");
        row("ember", "ember");
        row("ember, harbour", "ember harbour");
        row("red tile", "red tile");
        row("tile-12.png", "tile-12.png");
        row("\"red 40-60\"", "\"red 40-60\"");
        row("\"a \"\"b\"\", c\"", "\"a \"\"b\"\", c\"");
        row("дворик", "дворик");
        row("red 40-60, rating 3+, seed 1704233, ember",
            "red 40-60, seed 1704233, rating 3+, ember");
    }

    void reads()
    {
        QFETCH(QString, typed);
        QFETCH(QString, means);
        QCOMPARE(QString::fromStdString(canonical(typed.toStdString())), means);
        QVERIFY(parsed(typed.toStdString()).notes.empty());
    }

    void tellsWhatLacks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QueryProblem>("problem");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* typed, QueryProblem problem, const char* text = "") {
            QTest::newRow(typed) << QString::fromUtf8(typed) << problem << QString::fromUtf8(text);
        };
        row("rating 7", QueryProblem::Rating);
        row("rating", QueryProblem::Rating);
        row("rating > 5", QueryProblem::Rating);
        row("rating -1", QueryProblem::Rating);
        row("★★★★★★", QueryProblem::Rating);
        row("seed abc", QueryProblem::Seed);
        row("seed 18446744073709551616", QueryProblem::Seed);
        row("label pink", QueryProblem::Label);
        row("since 2026-02-30", QueryProblem::Date);
        row("until", QueryProblem::Date);
        row("within reason", QueryProblem::Points);
        row("model", QueryProblem::Model);
        row("mix \"50% red\"", QueryProblem::Mix);
        row("closest in colour to \"nothing\"", QueryProblem::Mix);
        row("red 40-120", QueryProblem::Share);
        row("red 101+", QueryProblem::Share);
        row("reed 40-60", QueryProblem::Color, "reed 40-60");
    }

    void tellsWhatLacks()
    {
        QFETCH(QString, typed);
        QFETCH(QueryProblem, problem);
        QFETCH(QString, text);
        const ParsedQuery result = parsed(typed.toStdString());
        TileQuery expected;
        expected.text = text.toStdString();
        QCOMPARE(result.query, expected);
        QCOMPARE(result.notes.size(), std::size_t{1});
        QCOMPARE(result.notes.front().problem, problem);
        QCOMPARE(result.notes.front().part, typed.toStdString());
        QVERIFY(QString::fromStdString(toText(result.notes.front())).startsWith(typed));
    }

    void anUnknownColorIsToldWithTheNearest()
    {
        const auto notes = parsed("reed 40-60").notes;
        QCOMPARE(notes.size(), std::size_t{1});
        const auto& names = notes.front().suggestions;
        QVERIFY(std::find(names.begin(), names.end(), "red") != names.end());
    }

    void everyPaletteColorIsFoundByItsNames()
    {
        for (const GranuleColor& color : bundledPalette().colors())
            for (const std::string& name : {color.name, color.code, color.nameRu}) {
                const auto shares = parsed(name + " 40-60").query.shares;
                QCOMPARE(shares.size(), std::size_t{1});
                QCOMPARE(shares.front().color, color.name);
            }
    }

    void addsToWhatWasThere()
    {
        TileQuery base;
        base.shares = {{"red", 10, 20}, {"black", 30, 40}};
        base.minimumRating = 2;
        base.text = "tile";
        const TileQuery query = parseQuery("red 50, ember", bundledPalette(), base, friday).query;
        QCOMPARE(query.shares, (std::vector<ShareRange>{{"red", 50, 50}, {"black", 30, 40}}));
        QCOMPARE(query.minimumRating, 2);
        QCOMPARE(query.text, std::string("tile ember"));
    }

    void namesDaysThatAreNow()
    {
        for (const char* text : {"today", "this week", "this month"})
            QCOMPARE(toText(parsed(text).query, bundledPalette(), friday), std::string(text));
    }

    void textThatLooksLikeAConditionIsQuoted()
    {
        for (const char* text : {"red 40-60", "reed 40-60", "picked", "rating 7", "a, b"}) {
            TileQuery query;
            query.text = text;
            QCOMPARE(toText(query, bundledPalette(), friday), '"' + std::string(text) + '"');
        }
    }

    void readsItsOwnText()
    {
        QVERIFY(rc::check("parse(toText(query)) is the query", [] {
            const TileQuery query = arbitraryQuery();
            const std::string text = toText(query, bundledPalette(), friday);
            const ParsedQuery again = parsed(text);
            RC_LOG() << text << '\n';
            RC_ASSERT(again.query == query);
            RC_ASSERT(again.notes.empty());
        }));
    }

    void anyTextIsReadAndWritten()
    {
        QVERIFY(rc::check("whatever is typed can be told again", [] {
            const auto bytes = *rc::gen::container<std::string>(
                rc::gen::oneOf(rc::gen::elementOf(std::string(" ,\"-+%<>=.0123456789rednomixÐÑ\n")),
                    rc::gen::arbitrary<char>()));
            const auto word = *rc::gen::element<std::string>(
                "", "rating ", "since ", "red ", "model ", "mix \"", "без ");
            const TileQuery query = parsed(word + bytes).query;
            RC_ASSERT(parsed(toText(query, bundledPalette(), friday)).query == query);
        }));
    }
};

QTEST_GUILESS_MAIN(QueryTextTest)
#include "query_text_test.moc"
