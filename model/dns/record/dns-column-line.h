/**
 * A line in the columns of the tool dig, which are also those of our master files.
 */
#ifndef POSTROAD_DNS_RECORD_DNS_COLUMN_LINE_H
#define POSTROAD_DNS_RECORD_DNS_COLUMN_LINE_H

#include <cstddef>
#include <string>
#include <string_view>

namespace ns3::postroad::dns
{

/// Where the parts of a record's line begin: each a multiple of eight.
struct LineColumns
{
    std::size_t ttl{24};
    std::size_t recordClass{32};
    std::size_t type{40};
    std::size_t data{48};
};

/// The columns of lines with or without a TTL and a class: what follows moves to the left by one
/// for each that is left out.
LineColumns MakeLineColumns(bool hasTtl, bool hasClass);

/// A line that is filled up to columns with tabs, or with one blank where a column is passed.
class ColumnLine
{
  public:
    /// Adds a text right behind what is there.
    void Append(std::string_view text);

    /// Adds a text at a column, a multiple of eight.
    void AppendAt(std::size_t column, std::string_view text);

    std::string TakeText();

  private:
    std::string m_text;
    std::size_t m_column{0};
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RECORD_DNS_COLUMN_LINE_H
