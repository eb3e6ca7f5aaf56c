#include <QTemporaryDir>
#include <QtTest>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>
#include <set>

#include "inference/weights/safetensors.h"

using namespace tilewright;
using namespace tilewright::inference;

namespace {

const std::filesystem::path goldens = std::filesystem::path(TEST_DATA) / "goldens";

nlohmann::json readJson(const std::filesystem::path& path)
{
    std::ifstream stream(path);
    return nlohmann::json::parse(stream);
}

std::vector<std::byte> readBytes(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

/// A file of the given header and payload, with a right length field.
std::vector<std::byte> fileOf(std::string_view header, std::size_t payloadSize = 0)
{
    std::vector<std::byte> bytes(8 + header.size() + payloadSize);
    const std::uint64_t length = header.size();
    std::memcpy(bytes.data(), &length, sizeof length);
    std::memcpy(bytes.data() + 8, header.data(), header.size());
    return bytes;
}

std::string hexadecimal(std::span<const std::byte> bytes)
{
    return QByteArray(
        reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
        .toHex()
        .toStdString();
}

void addRowPerFile(const char* folder)
{
    QTest::addColumn<QString>("path");
    const auto expected = readJson(goldens / folder / "expected.json");
    for (const auto& [name, unused] : expected.items())
        QTest::newRow(name.c_str()) << QString::fromStdString((goldens / folder / name).string());
}

constexpr DType allDTypes[] = {DType::Bool, DType::U8, DType::I8, DType::F8E4M3, DType::F8E5M2,
    DType::I16, DType::U16, DType::F16, DType::BF16, DType::I32, DType::U32, DType::F32, DType::I64,
    DType::U64, DType::F64};

/// An open file that a test may spoil.
struct OpenCopy {
    QTemporaryDir folder;
    std::filesystem::path path = folder.filePath(QStringLiteral("copy.safetensors")).toStdString();
    SafetensorsFile file = [this] {
        std::filesystem::copy_file(goldens / "safetensors-good" / "unaligned.safetensors", path);
        std::filesystem::permissions(
            path, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
        return SafetensorsFile::open(path).value();
    }();
};

/// A tensor that owns its bytes, so that it can be made at random.
struct OwnedTensor {
    DType dtype = DType::U8;
    std::vector<std::int64_t> shape;
    std::vector<std::byte> bytes;
};

std::map<std::string, OwnedTensor> randomTensors()
{
    std::map<std::string, OwnedTensor> tensors;
    const auto names = *rc::gen::container<std::set<std::string>>(
        rc::gen::nonEmpty(rc::gen::string<std::string>()));
    for (std::string name : names) {
        for (char& c : name)
            c = static_cast<char>(c & 0x7f);
        OwnedTensor tensor;
        tensor.dtype
            = *rc::gen::elementOf(std::vector<DType>(std::begin(allDTypes), std::end(allDTypes)));
        const auto rank = *rc::gen::inRange<std::size_t>(0, 4);
        std::size_t size = sizeOf(tensor.dtype);
        for (std::size_t i = 0; i < rank; ++i) {
            tensor.shape.push_back(*rc::gen::inRange<std::int64_t>(0, 5));
            size *= static_cast<std::size_t>(tensor.shape.back());
        }
        const auto values = *rc::gen::container<std::vector<unsigned char>>(
            size, rc::gen::arbitrary<unsigned char>());
        const auto bytes = std::as_bytes(std::span(values));
        tensor.bytes.assign(bytes.begin(), bytes.end());
        tensors[name] = std::move(tensor);
    }
    return tensors;
}

} // namespace

class WeightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dtypesHaveTheirNames()
    {
        for (const DType dtype : allDTypes)
            QVERIFY(dtypeFromText(toText(dtype)) == dtype);
        QVERIFY(!dtypeFromText("f32"));
        QVERIFY(!dtypeFromText(""));
        QCOMPARE(sizeOf(DType::BF16), std::size_t{2});
        QCOMPARE(sizeOf(DType::F8E5M2), std::size_t{1});
        QCOMPARE(sizeOf(DType::I64), std::size_t{8});
    }

    void badFilesAreRejected_data() { addRowPerFile("safetensors-bad"); }

    void badFilesAreRejected()
    {
        QFETCH(QString, path);
        const std::filesystem::path file = path.toStdString();
        const auto mapped = SafetensorsFile::open(file);
        QVERIFY(!mapped);
        QVERIFY(mapped.error().kind == ErrorKind::BadData);
        const auto name = "safetensors-bad/" + file.filename().string();
        QVERIFY2(mapped.error().message.starts_with("The model file " + name + " is damaged: "),
            mapped.error().message.c_str());
        QVERIFY(mapped.error().detail.starts_with(file.string()));

        const auto inMemory = SafetensorsFile::fromBytes(readBytes(file), name);
        QVERIFY(!inMemory);
        QCOMPARE(inMemory.error().message, mapped.error().message);
    }

    void goodFilesAreAccepted_data() { addRowPerFile("safetensors-good"); }

    void goodFilesAreAccepted()
    {
        QFETCH(QString, path);
        const std::filesystem::path path_ = path.toStdString();
        const auto name = path_.filename().string();
        const auto expected = readJson(path_.parent_path() / "expected.json").at(name);
        const auto file = SafetensorsFile::open(path_);
        QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
        QCOMPARE(
            file->name(), "safetensors-good/" + name); // the parts of a model differ in the folder
        QCOMPARE(file->tensors().size(), expected.at("tensors").size());
        for (const auto& [tensor, description] : expected.at("tensors").items()) {
            const TensorInfo* info = file->find(tensor);
            QVERIFY(info);
            QCOMPARE(std::string(toText(info->dtype)), description.at("dtype").get<std::string>());
            QVERIFY(info->shape == description.at("shape").get<std::vector<std::int64_t>>());
            QCOMPARE(static_cast<std::size_t>(info->elementCount()) * sizeOf(info->dtype),
                file->bytes(*info).value().size());
            QCOMPARE(hexadecimal(file->bytes(*info).value()),
                expected.at("payload_hex").at(tensor).get<std::string>());
        }
        QVERIFY(!file->find("no such tensor"));
    }

    void metadataIsRead()
    {
        const auto file = SafetensorsFile::fromBytes(
            fileOf(R"({"__metadata__":{"format":"pt","автор":"Ж"}})"), "memory");
        QVERIFY(file.has_value());
        const std::map<std::string, std::string> expected{{"format", "pt"}, {"автор", "Ж"}};
        QCOMPARE(file->metadata(), expected);
    }

    void unknownFieldsAreSkippedAtAnyDepth()
    {
        const auto file = SafetensorsFile::fromBytes(
            fileOf(R"({"w":{"dtype":"U8","extra":{"a":[1,-2,3.5,{"b":null}],"c":true},"shape":[2],)"
                   R"("more":"text","data_offsets":[0,2],"last":[[],{}]}})",
                2),
            "memory");
        QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
        QCOMPARE(file->tensors().size(), std::size_t{1});
    }

    void headersAreRejected_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const QByteArray& header, const char* reason) {
            QTest::newRow(name) << header << QString::fromUtf8(reason);
        };
        row("byte order mark", "\xef\xbb\xbf{}", "not a JSON object");
        row("zero byte inside", QByteArray("{}\0{}", 5), "zero byte");
        row("negative zero", R"({"w":{"dtype":"U8","shape":[-0],"data_offsets":[0,0]}})",
            "“w” has the negative");
        row("number in an offset too large for 64 bits",
            R"({"w":{"dtype":"U8","shape":[0],"data_offsets":[0,99999999999999999999]}})",
            "99999999999999999999");
        row("list in a shape", R"({"w":{"dtype":"U8","shape":[[1]],"data_offsets":[0,1]}})",
            "“w” has a list");
        row("object in offsets", R"({"w":{"dtype":"U8","shape":[],"data_offsets":[{}]}})",
            "“w” has an object");
        row("empty offsets", R"({"w":{"dtype":"U8","shape":[0],"data_offsets":[]}})",
            "fewer than two");
        row("duplicate key in an unknown field",
            R"({"w":{"x":{"a":1,"a":2},"dtype":"U8","shape":[0],"data_offsets":[0,0]}})",
            "the name “a” comes twice");
        row("duplicate key by an escape", R"({"__metadata__":{"a":"","\u0061":""}})",
            "the name “a” comes twice");
        row("duplicate metadata", R"({"__metadata__":{},"__metadata__":{}})", "comes twice");
        row("metadata is a tensor",
            R"({"__metadata__":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}})",
            "“__metadata__” has a list");
        row("unknown field nested too deep",
            R"({"w":{"x":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}}", "deeper");
        row("long name is cut between characters",
            "{\"" + QString(200, QChar(0x416)).toUtf8() + "\":1}",
            QString(QString(60, QChar(0x416)) + QStringLiteral("…”")).toUtf8().constData());
        row("control character in a name", R"({"a\nb\u001b":1})", "“a?b?”");
    }

    void headersAreRejected()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, reason);
        const auto file = SafetensorsFile::fromBytes(
            fileOf({header.constData(), static_cast<std::size_t>(header.size())}), "memory");
        QVERIFY(!file);
        QVERIFY(file.error().kind == ErrorKind::BadData);
        const QString message = QString::fromStdString(file.error().message);
        QVERIFY2(message.contains(reason), qPrintable(message));
    }

    void everyTruncationIsRejected()
    {
        const auto whole = readBytes(goldens / "safetensors-good" / "reversed-order.safetensors");
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto file = SafetensorsFile::fromBytes(
                {whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)}, "cut");
            QVERIFY2(!file, qPrintable(QString::number(length)));
        }
    }

    void everyFlippedBitIsSurvived()
    {
        const auto whole = readBytes(goldens / "safetensors-good" / "metadata.safetensors");
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            auto damaged = whole;
            damaged[bit / 8] ^= static_cast<std::byte>(1u << (bit % 8));
            const auto file = SafetensorsFile::fromBytes(std::move(damaged), "flipped");
            if (!file)
                continue;
            for (const auto& [name, info] : file->tensors())
                QCOMPARE(file->bytes(info).value().size(), info.end - info.begin);
        }
    }

    void whatIsNoFileIsRejected()
    {
        const auto missing = SafetensorsFile::open(goldens / "no-such-file.safetensors");
        QVERIFY(!missing && missing.error().kind == ErrorKind::BadData);
        QVERIFY(missing.error().message.find("no-such-file.safetensors") != std::string::npos);
        const auto folder = SafetensorsFile::open(goldens);
        QVERIFY(!folder && folder.error().kind == ErrorKind::BadData);
    }

    void foreignTensorHasNoBytes()
    {
        const auto file = SafetensorsFile::fromBytes(fileOf("{}", 0), "empty");
        QVERIFY(file.has_value());
        QVERIFY(!file->bytes({DType::U8, {4}, 0, 4}));
        QVERIFY(!file->bytes({DType::U8, {4}, 4, 0}));
    }

    void copiesKeepTheFileOpen()
    {
        const std::filesystem::path path = goldens / "safetensors-good" / "unaligned.safetensors";
        std::optional<SafetensorsFile> copy;
        {
            const auto file = SafetensorsFile::open(path);
            QVERIFY(file.has_value());
            copy = *file;
        }
        QCOMPARE(
            hexadecimal(copy->bytes(*copy->find("w")).value()), std::string("0000803f00000040"));
    }

    void aRemovedFileIsReadToItsEnd()
    {
        const OpenCopy copy;
        std::filesystem::remove(copy.path);
        QCOMPARE(hexadecimal(copy.file.bytes(*copy.file.find("w")).value()),
            std::string("0000803f00000040"));
    }

    void aFileReplacedByRenamingIsReadToItsEnd()
    {
        const OpenCopy copy;
        const auto other = copy.path.parent_path() / "other";
        std::ofstream(other) << "something else";
        std::filesystem::rename(other, copy.path);
        QVERIFY(copy.file.bytes(*copy.file.find("w")));
    }

    void aFileCutShortIsAnError()
    {
        const OpenCopy copy;
        std::filesystem::resize_file(copy.path, 12);
        const auto bytes = copy.file.bytes(*copy.file.find("w"));
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::BadData);
        QVERIFY(bytes.error().message.find("copy.safetensors was changed") != std::string::npos);
    }

    void aFileWrittenOverIsAnError()
    {
        const OpenCopy copy;
        const auto before = std::filesystem::last_write_time(copy.path);
        {
            std::fstream out(copy.path, std::ios::in | std::ios::out | std::ios::binary);
            out.seekp(-1, std::ios::end);
            out.put('x');
        }
        std::filesystem::last_write_time(copy.path, before + std::chrono::milliseconds(5));
        const auto bytes = copy.file.bytes(*copy.file.find("w"));
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::BadData);
    }

    void whatIsWrittenIsRead()
    {
        QTemporaryDir folder;
        const std::filesystem::path path
            = folder.filePath(QStringLiteral("x.safetensors")).toStdString();
        QVERIFY(rc::check("written tensors are read and aligned", [&path] {
            const auto tensors = randomTensors();
            std::vector<TensorToWrite> toWrite;
            for (const auto& [name, tensor] : tensors)
                toWrite.push_back({name, tensor.dtype, tensor.shape, tensor.bytes});
            const std::map<std::string, std::string> metadata{
                {"seed", "1"}, {"mix", "50% “красный”"}};
            RC_ASSERT(writeSafetensors(path, toWrite, metadata).has_value());

            const auto file = SafetensorsFile::open(path);
            RC_ASSERT(file.has_value());
            RC_ASSERT(file->metadata() == metadata);
            RC_ASSERT(file->tensors().size() == tensors.size());
            for (const auto& [name, tensor] : tensors) {
                const TensorInfo* info = file->find(name);
                RC_ASSERT(info != nullptr);
                RC_ASSERT(info->dtype == tensor.dtype);
                RC_ASSERT(info->shape == tensor.shape);
                const auto bytes = file->bytes(*info).value();
                RC_ASSERT(std::equal(
                    bytes.begin(), bytes.end(), tensor.bytes.begin(), tensor.bytes.end()));
                RC_ASSERT(info->begin % sizeOf(info->dtype) == 0u);
            }
            // The header's length is padded, so what is aligned after it is aligned in the file.
            RC_ASSERT(std::to_integer<int>(readBytes(path).front()) % 8 == 0);
        }));
    }

    void equalContentGivesEqualFiles()
    {
        QTemporaryDir folder;
        const std::vector<std::byte> bytes(8, std::byte{7});
        const TensorToWrite a{"a", DType::U8, {2, 4}, bytes};
        const TensorToWrite b{"b", DType::F32, {2}, bytes};
        const std::filesystem::path root = folder.path().toStdString();
        QVERIFY(writeSafetensors(root / "ab", {a, b}).has_value());
        QVERIFY(writeSafetensors(root / "ba", {b, a}).has_value());
        QVERIFY(readBytes(root / "ab") == readBytes(root / "ba"));
        const auto file = SafetensorsFile::open(root / "ab");
        QVERIFY(file.has_value());
        QCOMPARE(file->find("b")->begin, std::uint64_t{0});
        QCOMPARE(file->find("a")->begin, std::uint64_t{8});
    }

    void mistakesOfTheCallerAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<qint64>>("shape");
        QTest::addColumn<int>("copies");
        QTest::newRow("wrong size") << QStringLiteral("w") << QList<qint64>{3} << 1;
        QTest::newRow("negative extent") << QStringLiteral("w") << QList<qint64>{-1, -8} << 1;
        QTest::newRow("overflow") << QStringLiteral("w")
                                  << QList<qint64>{qint64{1} << 40, qint64{1} << 40} << 1;
        QTest::newRow("twice") << QStringLiteral("w") << QList<qint64>{8} << 2;
        QTest::newRow("reserved name") << QStringLiteral("__metadata__") << QList<qint64>{8} << 1;
    }

    void mistakesOfTheCallerAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(QList<qint64>, shape);
        QFETCH(int, copies);
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "w.safetensors";
        const std::vector<std::byte> bytes(8);
        const TensorToWrite tensor{
            name.toStdString(), DType::U8, {shape.begin(), shape.end()}, bytes};
        const auto written = writeSafetensors(
            path, std::vector<TensorToWrite>(static_cast<std::size_t>(copies), tensor));
        QVERIFY(!written && written.error().kind == ErrorKind::Internal);
        QVERIFY(!std::filesystem::exists(path));
    }

    void namesThatAreNotUtf8AreRefused()
    {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "w.safetensors";
        const auto written = writeSafetensors(path, {{"\xff", DType::U8, {0}, {}}});
        QVERIFY(!written && written.error().kind == ErrorKind::Internal);
        const auto metadata = writeSafetensors(path, {}, {{"key", "\xc3"}});
        QVERIFY(!metadata && metadata.error().kind == ErrorKind::Internal);
    }

    void unwritableFolderIsAnError()
    {
        const auto written = writeSafetensors(goldens / "no-such-folder" / "w.safetensors", {});
        QVERIFY(!written && written.error().kind == ErrorKind::CannotWrite);
    }
};

QTEST_GUILESS_MAIN(WeightsTest)
#include "weights_test.moc"
