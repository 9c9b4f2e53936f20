/**
 * Cuts the text of a master file into entries (RFC 1035 section 5.1): lines, joined where
 * parentheses say so.
 *
 * Comments, parentheses and the line ends between them are turned into blanks, one for each octet,
 * so each octet of an entry keeps its place in the file, and an error its line and column.
 */
#ifndef POSTROAD_DNS_ZONE_DNS_MASTER_TEXT_H
#define POSTROAD_DNS_ZONE_DNS_MASTER_TEXT_H

#include "postroad/wire/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::dns
{

/// Walks over the entries of one text.
class MasterText
{
  public:
    explicit MasterText(std::string_view text);

    /// The next entry that is not blank, without its line end; none at the end and at an error.
    std::optional<std::string_view> NextEntry();

    /// The same place of the entry taken last, as "line:column", both counted from 1.
    std::string GetPlace(std::size_t offsetInEntry) const;

    /// The line on which the entry taken last begins, counted from 1.
    std::size_t GetLine() const;

    /// What is wrong with a parenthesis or a quote, its offset counted from the beginning of the
    /// entry.
    const std::optional<wire::Error>& GetError() const
    {
        return m_error;
    }

  private:
    std::size_t FindEntryEnd();
    std::size_t FindLine(std::size_t offset) const;
    void SkipCharacter(std::size_t& offset) const;
    void BlankComment(std::size_t& offset);
    bool SkipString(std::size_t& offset);
    bool HandleParenthesis(char c, std::size_t offset);
    void Fail(std::size_t offset, std::string reason);

    std::string m_text;
    std::vector<std::size_t> m_lineBegins{0};
    std::size_t m_begin{0};                   ///< of the entry taken last
    std::size_t m_next{0};                    ///< of the entry after it
    std::optional<std::size_t> m_parenthesis; ///< the one that is open
    std::optional<wire::Error> m_error;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_ZONE_DNS_MASTER_TEXT_H
