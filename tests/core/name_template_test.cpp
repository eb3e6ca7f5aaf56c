#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <rapidcheck.h>
#include <set>

#include "core/export/name_template.h"
#include "core/support/utf8.h"

using namespace tilewright;
namespace fs = std::filesystem;

namespace {

const std::map<std::string, std::string> fields{{"code", "RT-7"}, {"seed", "42"}, {"name", ""}};

/// Letters, all that file systems refuse, and bytes that are no UTF-8.
rc::Gen<std::string> anyName()
{
    const std::vector<std::string> parts{"a", "Z", "7", "_", " ", ".", "..", "/", "\\", ":", "*",
        "?", "\"", "<", ">", "|", "\n", "\t", "\x7f", std::string(1, '\0'), "con", "NUL", "Com1",
        "lpt\u00b2", "e\u0301", "\u0301", "\u00e9", "плитка", "Й", "и\u0306", "\u200b", "\u202e",
        "\u2028", "\u212a", "\u1e9e", "𝔸", "👩‍🎨", "\xff", "\xc3", "\xed\xa0\x80", "{", "}",
        std::string(200, 'x'), std::string(60, '.')};
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts)), [](auto list) {
            std::string name;
            for (const auto& part : list)
                name += part;
            return name;
        });
}

bool isValidEverywhere(const std::string& name)
{
    std::size_t bytes = 0;
    std::string_view rest = name;
    for (auto next = takeCodePoint(rest); next; next = takeCodePoint(rest)) {
        if (isInvisible(next->value))
            return false;
        bytes += next->bytes.size();
    }
    return !name.empty() && name.size() <= 180 && bytes == name.size()
        && name.find_first_of("<>:\"/\\|?*") == std::string::npos && name.front() != ' '
        && name.front() != '.' && name.back() != ' ' && name.back() != '.'
        && composed(name) == name;
}

void touch(const fs::path& file)
{
    std::ofstream(file) << "content";
}

} // namespace

class NameTemplateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
    }

    void putsFieldsIn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("none") << QStringLiteral("плитка") << QStringLiteral("плитка");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("two") << QStringLiteral("{code}_{seed}") << QStringLiteral("RT-7_42");
        QTest::newRow("twice") << QStringLiteral("{seed}{seed}") << QStringLiteral("4242");
        QTest::newRow("empty field") << QStringLiteral("a{name}b") << QStringLiteral("ab");
        QTest::newRow("braces") << QStringLiteral("{{{seed}}}") << QStringLiteral("{42}");
        QTest::newRow("only braces") << QStringLiteral("{{seed}}") << QStringLiteral("{seed}");
    }

    void putsFieldsIn()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        const auto expanded = expandName(text.toStdString(), fields);
        QVERIFY2(expanded, expanded ? "" : expanded.error().message.c_str());
        QCOMPARE(*expanded, name.toStdString());
    }

    void refusesTemplate_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("unknown") << QStringLiteral("{colour}") << QStringLiteral("{colour}");
        QTest::newRow("without a name") << QStringLiteral("{}") << QStringLiteral("{}");
        QTest::newRow("open") << QStringLiteral("a{code") << QStringLiteral("\"{{\"");
        QTest::newRow("open at the end") << QStringLiteral("a{") << QStringLiteral("\"{{\"");
        QTest::newRow("open in a field") << QStringLiteral("{co{de}") << QStringLiteral("\"{{\"");
        QTest::newRow("closed") << QStringLiteral("code}") << QStringLiteral("\"}}\"");
        QTest::newRow("case") << QStringLiteral("{Code}") << QStringLiteral("{Code}");
    }

    void refusesTemplate()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const auto expanded = expandName(text.toStdString(), fields);
        QVERIFY(!expanded);
        QCOMPARE(expanded.error().kind, ErrorKind::Usage);
        const QString message = QString::fromStdString(expanded.error().message);
        QVERIFY2(message.contains(text) && message.contains(why)
                && message.contains(QStringLiteral("{code}, {name}, {seed}")),
            qPrintable(message));
    }

    void bracesOfValuesStay()
    {
        QCOMPARE(*expandName("{a}", {{"a", "{b} {{"}, {"b", "no"}}), std::string("{b} {{"));
    }

    void makesNamesSafe_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("safe");
        const auto row = [](const char* title, QByteArray name, QByteArray safe) {
            QTest::newRow(title) << name << safe;
        };
        row("plain", "RT-7_50% red, 50% black_42", "RT-7_50% red, 50% black_42");
        row("Cyrillic", "Плитка «Берег»", "Плитка «Берег»");
        row("signs", "a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j");
        row("controls", QByteArray("a\0b\x01\x1f\x7f", 6), "ab");
        row("lines", "a\nb\tc", "a b c");
        row("direction", "a\u202egpj.exe", "agpj.exe");
        row("no UTF-8", "a\xff\xc3z", "az");
        row("parent", "..", "unnamed");
        row("empty", "", "unnamed");
        row("hidden", ".htaccess", "htaccess");
        row("end", "name. . ", "name");
        row("reserved", "CON", "_CON");
        row("reserved with ending", "nul.tar.gz", "_nul.tar.gz");
        row("reserved with blanks", "aux .b", "_aux .b");
        row("reserved port", "Com7", "_Com7");
        row("reserved port, raised digit", "LPT\u00b9", "_LPT\u00b9");
        row("not reserved", "console", "console");
        row("not reserved port", "COM10", "COM10");
        row("decomposed", "Ту\u0438\u0306", "Ту\u0439");
        row("composes once invisible signs are gone", "e\u200b\u0301", "\u00e9");
        row("long", QByteArray(300, 'x'), QByteArray(180, 'x'));
        row("long Cyrillic", QByteArray("x") + QByteArray("й").repeated(100),
            QByteArray("x") + QByteArray("й").repeated(89));
        row("long with accents", QByteArray(178, 'x') + "q\u0323\u0307y", QByteArray(178, 'x'));
        row("long, reserved", "con." + QByteArray(300, 'x'), "_con." + QByteArray(175, 'x'));
        row("cut before a blank", QByteArray(179, 'x') + "  y", QByteArray(179, 'x'));
    }

    void makesNamesSafe()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, safe);
        QCOMPARE(QByteArray::fromStdString(safeFileName(name.toStdString())), safe);
    }

    void safeNamesAreValidAndStay()
    {
        QVERIFY(rc::check("a safe name is valid everywhere and safe again", [] {
            const std::string name = *anyName();
            const std::string safe = safeFileName(name);
            RC_ASSERT(isValidEverywhere(safe));
            RC_ASSERT(safeFileName(safe) == safe);
        }));
    }

    void safeNamesCanBeWritten()
    {
        const fs::path folder = m_folder;
        QVERIFY(rc::check("a file of the name can be made", [&] {
            const fs::path file = folder / (safeFileName(*anyName()) + ".tif");
            touch(file);
            RC_ASSERT(fs::is_regular_file(file));
            RC_ASSERT(file.parent_path() == folder);
        }));
    }

    void namesOfOneRunAreDistinct()
    {
        const fs::path folder = m_folder;
        QVERIFY(rc::check("no file twice, whatever the policy and the folder", [&] {
            const auto policy
                = *rc::gen::element(Collision::Number, Collision::Replace, Collision::Skip);
            const auto known = *rc::gen::container<std::vector<std::string>>(anyName());
            for (const auto& name : known)
                touch(folder / (safeFileName(name) + ".png"));
            auto names = *rc::gen::container<std::vector<std::string>>(anyName());
            names.insert(names.end(), known.begin(), known.end());
            names.insert(names.end(), known.begin(), known.end());
            FileNames files(folder, ".png", policy);
            std::set<std::string> seen;
            for (const auto& name : names) {
                const auto file = files.next(name);
                if (!file) {
                    RC_ASSERT(policy == Collision::Skip);
                    continue;
                }
                RC_ASSERT(file->parent_path() == folder);
                RC_ASSERT(file->extension() == ".png");
                RC_ASSERT(seen.insert(caseFolded(file->filename().string())).second);
                if (policy != Collision::Replace)
                    RC_ASSERT(!fs::exists(*file));
            }
        }));
    }

    void policies_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("number") << int(Collision::Number)
                                << QStringList{QStringLiteral("Tile_2.jpg"),
                                       QStringLiteral("new.jpg"), QStringLiteral("tile_4.jpg"),
                                       QStringLiteral("NEW_2.jpg")};
        QTest::newRow("replace") << int(Collision::Replace)
                                 << QStringList{QStringLiteral("TILE.JPG"),
                                        QStringLiteral("new.jpg"), QStringLiteral("tile_2.jpg"),
                                        QStringLiteral("NEW_2.jpg")};
        QTest::newRow("skip") << int(Collision::Skip)
                              << QStringList{QString(), QStringLiteral("new.jpg"),
                                     QStringLiteral("tile_2.jpg"), QStringLiteral("NEW_2.jpg")};
    }

    void policies()
    {
        QFETCH(int, policy);
        QFETCH(QStringList, expected);
        touch(m_folder / "TILE.JPG");
        touch(m_folder / "tile_3.jpg");
        FileNames files(m_folder, ".jpg", static_cast<Collision>(policy));
        QStringList names;
        for (const char* name : {"Tile", "new", "tile", "NEW"}) {
            const auto file = files.next(name);
            names << (file ? QString::fromStdString(file->filename().string()) : QString());
        }
        QCOMPARE(names, expected);
    }

    void secondRunMeetsTheSameNames()
    {
        for (const auto policy : {Collision::Replace, Collision::Skip}) {
            for (int run = 0; run < 2; ++run) {
                FileNames files(m_folder, ".webp", policy);
                for (const char* expected : {"a.webp", "a_2.webp", "a_3.webp"}) {
                    const auto file = files.next("a");
                    QCOMPARE(file.has_value(), run == 0 || policy == Collision::Replace);
                    if (file) {
                        QCOMPARE(file->filename().string(), std::string(expected));
                        touch(*file);
                    }
                }
            }
            for (const char* name : {"a.webp", "a_2.webp", "a_3.webp"})
                QVERIFY(fs::remove(m_folder / name));
        }
    }

    void exactNameCountsBeforeOneOfOtherCase()
    {
        touch(m_folder / "tile.png");
        touch(m_folder / "Tile.png");
        for (const char* name : {"tile", "Tile"})
            QCOMPARE(FileNames(m_folder, ".png", Collision::Replace).next(name)->stem().string(),
                std::string(name));
    }

    void foldersOfTheNameAreLeftAlone()
    {
        fs::create_directory(m_folder / "a.png");
        for (const auto policy : {Collision::Number, Collision::Replace, Collision::Skip})
            QCOMPARE(FileNames(m_folder, ".png", policy).next("a")->filename().string(),
                std::string("a_2.png"));
    }

    void filesWrittenInTheMeantimeCount()
    {
        FileNames files(m_folder, ".png", Collision::Number);
        touch(m_folder / "a.png");
        QCOMPARE(files.next("a")->filename().string(), std::string("a_2.png"));
    }

    void missingFolderHasNoFiles()
    {
        FileNames files(m_folder / "missing", ".png", Collision::Skip);
        QCOMPARE(*files.next("a"), m_folder / "missing" / "a.png");
    }

    void manyOfOneName()
    {
        FileNames files(m_folder, ".png", Collision::Number);
        std::set<fs::path> seen;
        for (int i = 0; i < 10'000; ++i)
            seen.insert(*files.next("a"));
        QCOMPARE(seen.size(), std::size_t{10'000});
        QVERIFY(seen.contains(m_folder / "a_10000.png"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(NameTemplateTest)
#include "name_template_test.moc"
