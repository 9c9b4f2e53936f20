#include "postroad/dns/record/dns-column-line.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::size_t TAB_WIDTH = 8;

} // namespace

LineColumns
MakeLineColumns(bool hasTtl, bool hasClass)
{
    const std::size_t shift = TAB_WIDTH * ((hasTtl ? 0 : 1) + (hasClass ? 0 : 1));
    LineColumns columns;
    columns.recordClass = std::max(columns.ttl, columns.recordClass - shift);
    columns.type -= shift;
    columns.data -= shift;
    return columns;
}

void
ColumnLine::Append(std::string_view text)
{
    m_text += text;
    m_column += text.size();
}

void
ColumnLine::AppendAt(std::size_t column, std::string_view text)
{
    column = std::max(column, m_column + 1);
    const std::size_t tabs = column / TAB_WIDTH - m_column / TAB_WIDTH;
    m_text.append(tabs, '\t');
    m_text.append(column - (tabs > 0 ? column / TAB_WIDTH * TAB_WIDTH : m_column), ' ');
    m_column = column;
    Append(text);
}

std::string
ColumnLine::TakeText()
{
    return std::move(m_text);
}

} // namespace ns3::postroad::dns
