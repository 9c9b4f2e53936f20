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

/// A line that is filled up to columns with tabs, or with one blank where a column is passed.
class ColumnLine
{
  public:
    /// The columns at which the TTL, the class, the type and the data begin.
    static constexpr std::size_t TTL = 24;
    static constexpr std::size_t CLASS = 32;
    static constexpr std::size_t TYPE = 40;
    static constexpr std::size_t DATA = 48;

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
