#include "postroad/view/text-table.h"

#include "postroad/text/utf8.h"

#include <algorithm>

namespace ns3::postroad::view
{

namespace
{

std::vector<std::size_t>
MeasureColumns(const std::vector<TextRow>& rows)
{
    std::vector<std::size_t> widths(rows.front().size());
    for (const auto& row : rows)
    {
        for (std::size_t i = 0; i < widths.size(); ++i)
        {
            widths[i] = std::max(widths[i], text::CountCharacters(row.at(i)));
        }
    }
    return widths;
}

std::string
FormatRow(const TextRow& row, const std::vector<std::size_t>& widths)
{
    std::string line;
    for (std::size_t i = 0; i < widths.size(); ++i)
    {
        line += row[i] + std::string(widths[i] - text::CountCharacters(row[i]), ' ') + "  ";
    }
    line.resize(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

} // namespace

std::string
FormatTable(const std::vector<TextRow>& rows)
{
    const auto widths = MeasureColumns(rows);
    TextRow rule;
    for (const auto width : widths)
    {
        rule.emplace_back(width, '-');
    }
    std::string text;
    for (const auto& row : rows)
    {
        text += FormatRow(row, widths);
        text += &row == &rows.front() ? FormatRow(rule, widths) : "";
    }
    return text;
}

} // namespace ns3::postroad::view
