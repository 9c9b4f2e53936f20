/*
 * The tables of docs/record.md are what the table of kinds says. With the environment variable
 * POSTROAD_WRITE_GOLDEN set, they are written instead of compared.
 */
#include "support/golden-file.h"

#include "postroad/event/event-kind.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace ns3::postroad::event
{
namespace
{

constexpr char DOCUMENT[] = "../docs/record.md";
constexpr std::string_view KINDS_HEAD = "| kind | what happened | fields |\n|---|---|---|\n";
constexpr std::string_view FIELDS_HEAD = "| field | type | meaning |\n|---|---|---|\n";

std::string
Quote(std::string_view name)
{
    return '`' + std::string(name) + '`';
}

std::string
MakeKindsTable()
{
    std::string table(KINDS_HEAD);
    for (const auto& info : GetEventKinds())
    {
        std::string fields;
        for (const auto& field : info.fields)
        {
            fields += (fields.empty() ? "" : ", ") + Quote(field.name) +
                      (field.isOptional ? " (optional)" : "");
        }
        table +=
            "| " + Quote(info.name) + " | " + std::string(info.meaning) + " | " + fields + " |\n";
    }
    return table;
}

std::string
MakeFieldsTable()
{
    std::string table(FIELDS_HEAD);
    std::map<std::string_view, FieldType> types;
    for (const auto& info : GetEventKinds())
    {
        for (const auto& field : info.fields)
        {
            const auto [known, isNew] = types.emplace(field.name, field.type);
            EXPECT_EQ(known->second, field.type) << "one name, two types: " << field.name;
            if (isNew)
            {
                table += "| " + Quote(field.name) + " | " + std::string(GetName(field.type)) +
                         " | " + std::string(field.meaning) + " |\n";
            }
        }
    }
    return table;
}

/// The text with another table in place of the one that begins with `head`.
std::string
ReplaceTable(std::string text, std::string_view head, const std::string& table)
{
    const auto begin = text.find(head);
    if (begin == std::string::npos)
    {
        ADD_FAILURE() << "docs/record.md has no table with the head " << head;
        return text;
    }
    const auto end = text.find("|\n\n", begin); // npos for a table that ends the document
    return text.replace(begin, end == std::string::npos ? end : end + 2 - begin, table);
}

TEST(RecordDocument, ListsEveryKindAndField)
{
    auto text = test::ReadTestFile(DOCUMENT);
    text = ReplaceTable(std::move(text), KINDS_HEAD, MakeKindsTable());
    text = ReplaceTable(std::move(text), FIELDS_HEAD, MakeFieldsTable());
    test::ExpectGolden(text, DOCUMENT);
}

} // namespace
} // namespace ns3::postroad::event
