#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <nlohmann/json.hpp>

#include "inference/tokenizer/tokenizer.h"
#include "inference/tokenizer/unicode.h"

using namespace tilewright;
using namespace tilewright::inference;

namespace {

namespace fs = std::filesystem;
using Ids = std::vector<int>;
using nlohmann::json;

const fs::path goldens = fs::path(TEST_DATA) / "goldens";
constexpr int startOfText = 49406;
constexpr int endOfText = 49407;

json readJson(const fs::path& path)
{
    std::ifstream stream(path);
    return json::parse(stream);
}

void write(const fs::path& path, std::string_view text)
{
    std::ofstream(path, std::ios::binary) << text;
}

std::string read(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(stream)), {});
}

std::unique_ptr<Tokenizer> load(const fs::path& folder)
{
    auto tokenizer = Tokenizer::load(folder);
    if (!tokenizer) {
        qCritical("%s", tokenizer.error().message.c_str());
        return nullptr;
    }
    return std::move(*tokenizer);
}

QByteArray shown(const Ids& ids)
{
    return QByteArray::fromStdString(json(ids).dump());
}

/// A copy of a tokenizer folder that a test may spoil.
class FolderCopy {
public:
    explicit FolderCopy(const fs::path& original)
    {
        for (const auto& entry : fs::directory_iterator(original)) {
            fs::copy_file(entry.path(), path() / entry.path().filename());
            fs::permissions(
                path() / entry.path().filename(), fs::perms::owner_write, fs::perm_options::add);
        }
    }
    fs::path path() const { return m_folder.path().toStdString(); }

    void changeJson(const char* file, const std::function<void(json&)>& change) const
    {
        json content = readJson(path() / file);
        change(content);
        write(path() / file, content.dump());
    }

private:
    QTemporaryDir m_folder;
};

/// SDXL's second tokenizer: the same vocabulary, padded with “!”.
FolderCopy secondClipFolder()
{
    FolderCopy folder(goldens / "clip-vocab");
    for (const char* file : {"tokenizer_config.json", "special_tokens_map.json"})
        folder.changeJson(file, [](json& content) { content["pad_token"] = "!"; });
    return folder;
}

const fs::path clipFolder = goldens / "clip-vocab";
const fs::path t5Folder = goldens / "models" / "pixart-tiny" / "tokenizer";

} // namespace

class TokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_clip = load(clipFolder);
        m_clipWithTokens = load(clipFolder);
        const FolderCopy second = secondClipFolder();
        m_clip2 = load(second.path());
        m_clip2WithTokens = load(second.path());
        m_t5 = load(t5Folder);
        QVERIFY(m_clip && m_clipWithTokens && m_clip2 && m_clip2WithTokens && m_t5);
        for (Tokenizer* tokenizer : {m_clipWithTokens.get(), m_clip2WithTokens.get()}) {
            QCOMPARE(tokenizer->addToken("<s0>"), 49408);
            QCOMPARE(tokenizer->addToken("<s1>"), 49409);
        }
    }

    void clipMatchesTheReference_data() { addGoldenRows("tokenizer-clip.json"); }

    void clipMatchesTheReference()
    {
        QFETCH(QByteArray, row);
        const json golden = json::parse(row.toStdString());
        const auto text = golden.at("text").get<std::string>();
        const auto ids = golden.at("ids").get<Ids>();
        const auto ids2 = golden.at("ids_2").get<Ids>();
        QCOMPARE(shown(m_clip->encode(text)), shown(ids));
        QCOMPARE(shown(m_clip2->encode(text)), shown(ids2));
        QCOMPARE(shown(m_clipWithTokens->encode(text)), shown(golden.value("ids_ti", ids)));
        QCOMPARE(shown(m_clip2WithTokens->encode(text)), shown(golden.value("ids_2_ti", ids2)));

        Ids padded = golden.value("ids_max77", ids);
        QVERIFY(padded.size() <= 77);
        padded.resize(77, endOfText);
        QCOMPARE(shown(m_clip->encodePadded(text)), shown(padded));
        Ids padded2 = ids2;
        if (padded2.size() > 77)
            padded2.erase(padded2.begin() + 76, padded2.end() - 1);
        padded2.resize(77, 0);
        QCOMPARE(shown(m_clip2->encodePadded(text)), shown(padded2));
    }

    void sentencepieceMatchesTheReference_data() { addGoldenRows("tokenizer-spiece.json"); }

    void sentencepieceMatchesTheReference()
    {
        QFETCH(QByteArray, row);
        const json golden = json::parse(row.toStdString());
        const auto text = golden.at("text").get<std::string>();
        Ids expected = golden.at("ids").get<Ids>();
        expected.push_back(1);
        expected = golden.value("ids_transformers", expected);
        QCOMPARE(shown(m_t5->encode(text)), shown(expected));
        expected.resize(300, 0);
        QCOMPARE(shown(m_t5->encodePadded(text)), shown(expected));
    }

    void sizesComeFromTheFolder()
    {
        QCOMPARE(m_clip->maximumLength(), 77);
        QCOMPARE(m_clip->vocabularySize(), 49408);
        QCOMPARE(m_clipWithTokens->vocabularySize(), 49410);
        QCOMPARE(m_t5->maximumLength(), 300);
        QCOMPARE(m_t5->vocabularySize(), 606);
    }

    void rowsAreCutBeforeTheEndToken()
    {
        std::string text;
        for (int i = 0; i < 400; ++i)
            text += "tile ";
        const Ids clip = m_clip->encodePadded(text);
        QCOMPARE(clip.size(), std::size_t{77});
        QCOMPARE(clip.front(), startOfText);
        QCOMPARE(clip.at(75), clip.at(1));
        QCOMPARE(clip.back(), endOfText);
        const Ids t5 = m_t5->encodePadded(text);
        QCOMPARE(t5.size(), std::size_t{300});
        QVERIFY(t5.at(298) != 1);
        QCOMPARE(t5.back(), 1);
    }

    void addedTokensKeepTheirIds()
    {
        const auto tokenizer = load(clipFolder);
        QCOMPARE(tokenizer->addToken("<a>"), 49408);
        QCOMPARE(tokenizer->addToken("<a>"), 49408);
        QCOMPARE(tokenizer->addToken("<a>b"), 49409);
        QCOMPARE(tokenizer->vocabularySize(), 49410);
        QCOMPARE(tokenizer->addToken("tile</w>"), 8227);
        QCOMPARE(tokenizer->vocabularySize(), 49410);
        // The longest token wins.
        QCOMPARE(
            shown(tokenizer->encode("<a>b<a>")), shown({startOfText, 49409, 49408, endOfText}));
        QCOMPARE(tokenizer->addToken("<Плитка>"), 49410);
        QCOMPARE(shown(tokenizer->encode("<плиткА>")), shown({startOfText, 49410, endOfText}));
        tokenizer->addToken("");
        QCOMPARE(shown(tokenizer->encode("")), shown({startOfText, endOfText}));
    }

    void sentencepieceAddsTokensAboveTheSentinels()
    {
        const auto tokenizer = load(t5Folder);
        const Ids tile = tokenizer->encode("tile");
        QCOMPARE(tokenizer->addToken("<s0>"), 606);
        QCOMPARE(tokenizer->addToken("<s0>"), 606);
        QCOMPARE(tokenizer->vocabularySize(), 607);
        // The text after an added token begins a word again, and blanks beside it count for
        // nothing.
        Ids expected{606};
        expected.insert(expected.end(), tile.begin(), tile.end());
        QCOMPARE(shown(tokenizer->encode("<s0>tile")), shown(expected));
        QCOMPARE(shown(tokenizer->encode(" <s0>  tile ")), shown(expected));
        QCOMPARE(
            shown(tokenizer->encode("<extra_id_99><extra_id_0></s>")), shown({506, 605, 1, 1}));
        QVERIFY(tokenizer->encode("<S0>").front() != 606);
        tokenizer->addToken("");
        QCOMPARE(shown(tokenizer->encode("")), shown({1}));
    }

    void badUtf8BecomesTheReplacementCharacter_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("lone continuation") << QByteArray("a\x80z");
        QTest::newRow("byte that is never used") << QByteArray("a\xffz");
        QTest::newRow("overlong") << QByteArray("a\xc0\xafz");
        QTest::newRow("surrogate") << QByteArray("a\xed\xa0\x80z");
        QTest::newRow("above U+10FFFF") << QByteArray("a\xf4\x90\x80\x80z");
        QTest::newRow("cut at the end") << QByteArray("az\xf0\x9f\x98");
    }

    void badUtf8BecomesTheReplacementCharacter()
    {
        QFETCH(QByteArray, bytes);
        std::string expected;
        for (const char byte : bytes)
            expected += static_cast<signed char>(byte) < 0 ? std::string("\xef\xbf\xbd")
                                                           : std::string(1, byte);
        const std::string text = bytes.toStdString();
        QCOMPARE(replaceInvalidUtf8(text), expected);
        QCOMPARE(shown(m_clip->encode(text)), shown(m_clip->encode(expected)));
        QCOMPARE(shown(m_t5->encode(text)), shown(m_t5->encode(expected)));
    }

    void everyByteIsSurvived()
    {
        std::string text;
        for (int high = 0; high < 256; ++high) {
            for (int low = 0; low < 256; ++low) {
                text += static_cast<char>(high);
                text += static_cast<char>(low);
            }
        }
        for (const Tokenizer* tokenizer : {m_clip.get(), m_t5.get()}) {
            for (const int id : tokenizer->encode(text))
                QVERIFY(id >= 0 && id < tokenizer->vocabularySize());
        }
    }

    void absurdLengthsMeanNone_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("length");
        QTest::newRow("transformers' infinity")
            << QByteArray("1000000000000000019884624838656") << 77;
        QTest::newRow("null") << QByteArray("null") << 77;
        QTest::newRow("sensible") << QByteArray("20") << 20;
        QTest::newRow("zero") << QByteArray("0") << -1;
        QTest::newRow("negative") << QByteArray("-5") << -1;
    }

    void absurdLengthsMeanNone()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, length);
        for (const fs::path& original : {clipFolder, t5Folder}) {
            const FolderCopy folder(original);
            folder.changeJson("tokenizer_config.json", [&](json& content) {
                content["model_max_length"] = json::parse(value.toStdString());
            });
            const auto tokenizer = Tokenizer::load(folder.path());
            QCOMPARE(tokenizer.has_value(), length > 0);
            if (tokenizer)
                QCOMPARE((*tokenizer)->encodePadded("a").size(), static_cast<std::size_t>(length));
        }
    }

    void foldersWithoutConfigsHaveTheDefaults()
    {
        const FolderCopy clip(clipFolder);
        fs::remove(clip.path() / "tokenizer_config.json");
        fs::remove(clip.path() / "special_tokens_map.json");
        const auto tokenizer = load(clip.path());
        QVERIFY(tokenizer);
        QCOMPARE(shown(tokenizer->encodePadded("a tile!")), shown(m_clip->encodePadded("a tile!")));

        const FolderCopy t5(t5Folder);
        fs::remove(t5.path() / "tokenizer_config.json");
        const auto sentencepiece = load(t5.path());
        QVERIFY(sentencepiece);
        QCOMPARE(sentencepiece->maximumLength(), 77);
        QCOMPARE(shown(sentencepiece->encode("a </s> b")), shown(m_t5->encode("a </s> b")));
    }

    void addedTokensOfTheFolderAreKnown()
    {
        const FolderCopy folder(clipFolder);
        write(folder.path() / "added_tokens.json", R"({"<s1>": 49409, "<s0>": 49408})");
        const auto tokenizer = load(folder.path());
        QVERIFY(tokenizer);
        QCOMPARE(tokenizer->vocabularySize(), 49410);
        QCOMPARE(
            shown(tokenizer->encode("<S0><s1>")), shown({startOfText, 49408, 49409, endOfText}));
        QCOMPARE(tokenizer->addToken("<s1>"), 49409);
        QCOMPARE(tokenizer->addToken("<s2>"), 49410);
    }

    void newerConfigsListTheirAddedTokens()
    {
        // As transformers saves SDXL's second tokenizer since version 4.34.
        const FolderCopy folder = secondClipFolder();
        folder.changeJson("tokenizer_config.json", [](json& content) {
            const auto token = [](const char* text, bool normalised) {
                return json{{"content", text}, {"normalized", normalised}, {"special", true}};
            };
            content["added_tokens_decoder"]
                = {{"0", token("!", false)}, {"49406", token("<|startoftext|>", true)},
                    {"49407", token("<|endoftext|>", true)}, {"49408", token("<S0>", false)}};
            content["bos_token"] = "<|startoftext|>";
            content["eos_token"] = "<|endoftext|>";
        });
        const auto tokenizer = load(folder.path());
        QVERIFY(tokenizer);
        QCOMPARE(shown(tokenizer->encode("a!b<|ENDOFTEXT|><S0><s0>")),
            shown({startOfText, 320, 0, 321, endOfText, 49408, 283, 338, 271, 285, endOfText}));
    }

    void brokenFoldersAreErrors_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        const QString clip = QString::fromStdString(clipFolder.string());
        const QString t5 = QString::fromStdString(t5Folder.string());
        const auto row = [](const char* name, const QString& folder, const char* file,
                             const QByteArray& content) {
            QTest::newRow(name) << folder << QString::fromLatin1(file) << content;
        };
        row("vocabulary is empty", clip, "vocab.json", "");
        row("vocabulary is no JSON", clip, "vocab.json", "{\"a\": 0,");
        row("vocabulary is a list", clip, "vocab.json", "[1, 2]");
        row("vocabulary without tokens", clip, "vocab.json", "{}");
        row("id is a text", clip, "vocab.json", R"({"a": "0"})");
        row("id is negative", clip, "vocab.json", R"({"a": -1})");
        row("id leaves a gap", clip, "vocab.json", R"({"a": 0, "b": 2})");
        row("id comes twice", clip, "vocab.json", R"({"a": 0, "b": 0})");
        row("vocabulary lacks what is merged", clip, "vocab.json",
            R"({"<|startoftext|>": 0, "<|endoftext|>": 1})");
        row("vocabulary is not UTF-8", clip, "vocab.json", "{\"\xff\": 0}");
        row("merge of one", clip, "merges.txt", "#version: 0.2\nab\n");
        row("merge of three", clip, "merges.txt", "#version: 0.2\na b c\n");
        row("merge of unknown tokens", clip, "merges.txt", "qqqq zzzz\n");
        row("config is cut", clip, "tokenizer_config.json", "{\"pad_token\": ");
        row("config is a list", clip, "tokenizer_config.json", "[]");
        row("padding is a number", clip, "special_tokens_map.json", R"({"pad_token": 0})");
        row("end token without content", clip, "special_tokens_map.json", R"({"eos_token": {}})");
        row("end token is unknown", clip, "special_tokens_map.json", R"({"eos_token": "<stop>"})");
        row("additional tokens are a text", clip, "special_tokens_map.json",
            R"({"additional_special_tokens": "<a>"})");
        row("added token leaves a gap", clip, "added_tokens.json", R"({"<s0>": 49500})");
        row("added token without id", clip, "added_tokens.json", R"({"<s0>": "1"})");
        row("listed token without id", clip, "tokenizer_config.json",
            R"({"added_tokens_decoder": {"x": {"content": "<s0>"}}})");
        row("listed token at the place of another", t5, "tokenizer_config.json",
            R"({"extra_ids": 0, "added_tokens_decoder": {"3": {"content": "<s0>"}}})");
        row("sentencepiece model is empty", t5, "spiece.model", "");
        row("sentencepiece model is text", t5, "spiece.model", "not a model");
        row("padding is no piece", t5, "tokenizer_config.json", R"({"pad_token": "<blank>"})");
        row("too many extra ids", t5, "tokenizer_config.json", R"({"extra_ids": 4000000000})");
        row("negative extra ids", t5, "tokenizer_config.json", R"({"extra_ids": -1})");
    }

    void brokenFoldersAreErrors()
    {
        QFETCH(QString, folder);
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        const FolderCopy copy(folder.toStdString());
        write(copy.path() / file.toStdString(), content.toStdString());
        const auto tokenizer = Tokenizer::load(copy.path());
        QVERIFY(!tokenizer);
        QVERIFY(tokenizer.error().kind == ErrorKind::BadData);
        QVERIFY(!tokenizer.error().message.empty());
    }

    void cutSentencepieceModelsAreSurvived()
    {
        const FolderCopy folder(t5Folder);
        const std::string whole = read(t5Folder / "spiece.model");
        for (std::size_t part = 1; part < 40; ++part) {
            write(folder.path() / "spiece.model", whole.substr(0, whole.size() * part / 40));
            if (const auto tokenizer = Tokenizer::load(folder.path()))
                QVERIFY(!(*tokenizer)->encode("a tile").empty());
            else
                QVERIFY(tokenizer.error().kind == ErrorKind::BadData);
        }
    }

    void emptyFolderIsAnError()
    {
        QTemporaryDir folder;
        for (const fs::path& path : {fs::path(folder.path().toStdString()), fs::path("/no/such")}) {
            const auto tokenizer = Tokenizer::load(path);
            QVERIFY(!tokenizer && tokenizer.error().kind == ErrorKind::BadData);
            QVERIFY(tokenizer.error().message.find("spiece.model") != std::string::npos);
        }
    }

    void byteWithoutTokenIsUnknown()
    {
        QTemporaryDir folder;
        const fs::path path = folder.path().toStdString();
        write(path / "vocab.json",
            R"({"a": 0, "b</w>": 1, "ab</w>": 2, "<|startoftext|>": 3, "<|endoftext|>": 4})");
        write(path / "merges.txt", "#version: 0.2\r\na b</w>\r\n");
        const auto tokenizer = load(path);
        QVERIFY(tokenizer);
        QCOMPARE(shown(tokenizer->encode("ab aab ac")), shown({3, 2, 0, 2, 0, 4, 4}));
    }

    void unicodeHelpers()
    {
        QCOMPARE(composed("e\xcc\x81"), std::string("é"));
        QCOMPARE(composed(""), std::string());
        QCOMPARE(lowered("ΟΔΟΣ İ ẞ Ǆ"), std::string("οδοσ i\xcc\x87 ß ǆ"));
        QCOMPARE(withSingleBlanks("\t a\u2003\u00a0\u0085b\u200b "), std::string(" a b\u200b "));
        QVERIFY(classOf(U'Ж') == CharacterClass::Letter);
        QVERIFY(classOf(U'½') == CharacterClass::Number);
        QVERIFY(classOf(U'\u3000') == CharacterClass::WhiteSpace);
        QVERIFY(classOf(U'\u001c') == CharacterClass::Other);
        QVERIFY(classOf(U'\u0301') == CharacterClass::Other);
    }

private:
    static void addGoldenRows(const char* file)
    {
        QTest::addColumn<QByteArray>("row");
        const json golden = readJson(goldens / file);
        int number = 0;
        for (const json& row : golden.at("rows"))
            QTest::addRow("%d", number++) << QByteArray::fromStdString(row.dump());
        QVERIFY(number >= 100);
    }

    std::unique_ptr<Tokenizer> m_clip;
    std::unique_ptr<Tokenizer> m_clipWithTokens;
    std::unique_ptr<Tokenizer> m_clip2;
    std::unique_ptr<Tokenizer> m_clip2WithTokens;
    std::unique_ptr<Tokenizer> m_t5;
};

QTEST_GUILESS_MAIN(TokenizerTest)
#include "tokenizer_test.moc"
