#include "ui/gallery/filter/query_notes.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/support/color_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {

QString displayNote(const QueryNote& note, const Palette& palette)
{
    const QString part = toQString(note.part);
    switch (note.problem) {
    case QueryProblem::Rating:
        return QCoreApplication::translate(
            "QueryNotes", "%1: ratings go from 0 to 5, as in rating 3+")
            .arg(part);
    case QueryProblem::Seed:
        return QCoreApplication::translate(
            "QueryNotes", "%1: a seed is a whole number, as in seed 1704233")
            .arg(part);
    case QueryProblem::Label:
        return QCoreApplication::translate(
            "QueryNotes", "%1: labels are red, yellow, green and blue")
            .arg(part);
    case QueryProblem::Date:
        return QCoreApplication::translate("QueryNotes", "%1: write a day as in since 2026-05-01")
            .arg(part);
    case QueryProblem::Points:
        return QCoreApplication::translate(
            "QueryNotes", "%1: write a number, as in within 2 points")
            .arg(part);
    case QueryProblem::Model:
        return QCoreApplication::translate("QueryNotes", "%1: the name of a model is missing")
            .arg(part);
    case QueryProblem::Mix:
        return QCoreApplication::translate(
            "QueryNotes", "%1: write a mix in quotes, as in mix \"50% red, 50% black\"")
            .arg(part);
    case QueryProblem::Share:
        return QCoreApplication::translate("QueryNotes", "%1: shares go from 0 to 100 %").arg(part);
    case QueryProblem::Color:
        break;
    }
    QStringList nearest;
    for (const std::string& name : note.suggestions)
        nearest += displayName(palette, name);
    return QCoreApplication::translate(
        "QueryNotes", "%1: no such colour; the nearest are %2. Looked for in the texts.")
        .arg(part, nearest.join(QStringLiteral(", ")));
}

std::vector<QueryExample> queryExamples()
{
    return {
        {QCoreApplication::translate("QueryExamples", "red 40-60"),
            QCoreApplication::translate("QueryExamples", "40 to 60 % red")},
        {QCoreApplication::translate("QueryExamples", "red > 30"),
            QCoreApplication::translate("QueryExamples", "more than 30 % red")},
        {QCoreApplication::translate("QueryExamples", "red 40+"),
            QCoreApplication::translate("QueryExamples", "40 % red or more")},
        {QCoreApplication::translate("QueryExamples", "no black"),
            QCoreApplication::translate("QueryExamples", "not a granule of black")},
        {QCoreApplication::translate("QueryExamples", "rating 3+"),
            QCoreApplication::translate("QueryExamples", "three stars and up; ★★★ does it, too")},
        {QCoreApplication::translate("QueryExamples", "picked"),
            QCoreApplication::translate(
                "QueryExamples", "also: rejected, unflagged, not rejected")},
        {QCoreApplication::translate("QueryExamples", "label green"),
            QCoreApplication::translate("QueryExamples", "red, yellow, green, blue; no label")},
        {QCoreApplication::translate("QueryExamples", "within 2 points"),
            QCoreApplication::translate("QueryExamples", "measured so near to the mix")},
        {QCoreApplication::translate("QueryExamples", "seed 1704233"),
            QCoreApplication::translate("QueryExamples", "made with this seed")},
        {QCoreApplication::translate("QueryExamples", "model starter"),
            QCoreApplication::translate("QueryExamples", "made by this model")},
        {QCoreApplication::translate("QueryExamples", "since 2026-05-01"),
            QCoreApplication::translate("QueryExamples", "also: until, today, this week, 2026-05")},
        {QCoreApplication::translate("QueryExamples", "best first"),
            QCoreApplication::translate("QueryExamples", "also: newest, oldest, truest first")},
        {QCoreApplication::translate("QueryExamples", "\"rubber tile\""),
            QCoreApplication::translate(
                "QueryExamples", "text as it is; other words need no quotes")},
    };
}

} // namespace tilewright::ui
