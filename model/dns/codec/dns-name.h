/**
 * A domain name: a path of labels from a node up to the root (RFC 1034 section 3.1, RFC 1035
 * section 2.3.4, RFC 4343).
 *
 * Names are always absolute. The case of letters is kept and never matters. The order is the one of
 * RFC 4034 section 6.1: label by label from the root, so that all names below a node follow it.
 *
 * Left out: the names of international domains; they pass through as the ASCII they are coded in.
 */
#ifndef POSTROAD_DNS_CODEC_DNS_NAME_H
#define POSTROAD_DNS_CODEC_DNS_NAME_H

#include "postroad/wire/result.h"

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::dns
{

/// One domain name.
class Name
{
  public:
    /// The longest label, in octets.
    static constexpr std::size_t LABEL_LIMIT = 63;

    /// The longest name in its wire form, in octets: each label with its length octet, and the
    /// root.
    static constexpr std::size_t NAME_LIMIT = 255;

    /// The root.
    Name() = default;

    /// The name of these labels, the one nearest to the root last; an error if a limit is passed or
    /// a label is empty.
    static wire::Result<Name> FromLabels(std::vector<std::string> labels);

    /// Reads the text form, taken as absolute whether or not it ends with a dot: "mail.a.net.".
    static wire::Result<Name> Parse(std::string_view text);

    /// Reads the text form of a zone's record: absolute when it ends with a dot, otherwise to be
    /// completed with `origin`, for which "@" alone stands.
    static wire::Result<Name> Parse(std::string_view text, const Name& origin);

    /// The labels, the one nearest to the root last; none for the root.
    const std::vector<std::string>& GetLabels() const
    {
        return m_labels;
    }

    bool IsRoot() const
    {
        return m_labels.empty();
    }

    /// True for `ancestor` itself and for all names below it.
    bool IsAtOrBelow(const Name& ancestor) const;

    /// The ancestor, or the name itself, that consists of the last `count` labels. A count above
    /// the number of labels throws std::logic_error.
    Name GetAncestor(std::size_t count) const;

    /// The text form with its final dot: "mail.a.net."; the root is ".".
    std::string ToString() const;

    /// The text form without the final dot, as mail and people write it: "mail.a.net".
    std::string ToHostName() const;

    bool operator==(const Name& other) const;
    std::weak_ordering operator<=>(const Name& other) const;

  private:
    std::vector<std::string> m_labels;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_CODEC_DNS_NAME_H
