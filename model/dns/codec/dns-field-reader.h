/**
 * Reads the fields of a record's line in a master file, left to right (RFC 1035 section 5.1).
 *
 * Like wire::ByteReader it keeps its first error: a parser reads field after field and asks once.
 * Errors say what was expected, with an example, for students write these lines by hand.
 *
 * A field in quotes may contain blanks. Left out: what makes a record span lines (parentheses), and
 * comments; dns-master-file.h turns both into blanks.
 */
#ifndef POSTROAD_DNS_CODEC_DNS_FIELD_READER_H
#define POSTROAD_DNS_CODEC_DNS_FIELD_READER_H

#include "postroad/dns/codec/dns-name.h"
#include "postroad/wire/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::dns
{

/// A field of the form key=value.
struct FieldPair
{
    std::string key;
    std::optional<std::string> value; ///< quotes and escapes resolved; none without '='
};

/// Cuts one line into fields at its blanks.
class FieldReader
{
  public:
    /// The longest character string, in octets (RFC 1035 section 3.3).
    static constexpr std::size_t STRING_LIMIT = 255;

    /// The text must outlive the reader. Names in it are completed with `origin`.
    FieldReader(std::string_view text, Name origin);

    /// The next field, which stays the next; empty at the end of the line.
    std::string_view Peek() const;

    /// Takes the next field; `expected` says what it should be: "an address such as 10.0.0.1".
    std::string_view ReadField(std::string_view expected);

    /// Takes a name.
    Name ReadName(std::string_view expected);

    /// Takes a character string of at most STRING_LIMIT octets, in quotes or not, and resolves its
    /// escapes (RFC 1035 section 5.1).
    std::string ReadString(std::string_view expected);

    /// Takes a text of any length, otherwise like a character string.
    std::string ReadText(std::string_view expected);

    /// Takes a number from 0 to `limit`.
    std::uint32_t ReadNumber(std::string_view expected, std::uint32_t limit);

    /// Takes a number from 0 to 255.
    std::uint8_t ReadU8(std::string_view expected);

    /// Takes a number from 0 to 65535.
    std::uint16_t ReadU16(std::string_view expected);

    /// Takes a time of at most `limit` seconds, with units or not (dns-period.h).
    std::uint32_t ReadPeriod(std::string_view expected, std::uint32_t limit);

    /// Takes the octets that all fields up to the end of the line tell in hexadecimal digits; at
    /// least one.
    std::string ReadHex(std::string_view expected);

    /// Takes the octets that all fields up to the end of the line together tell in base 64; at
    /// least one.
    std::string ReadBase64(std::string_view expected);

    /// Takes a field such as key, key=value or key="a value".
    FieldPair ReadPair(std::string_view expected);

    /// Asks for the end of the line.
    void ExpectEnd();

    /// Records that the field taken last is not what was expected, unless an error is there.
    void FailExpecting(std::string_view expected, wire::ErrorKind kind = wire::ErrorKind::SYNTAX);

    bool IsOk() const
    {
        return !m_error;
    }

    /// The first error; only when IsOk() is false.
    const wire::Error& GetError() const
    {
        return m_error.value();
    }

  private:
    std::string_view TakeField(std::size_t size, std::string_view expected);
    void Fail(wire::ErrorKind kind, std::string reason);

    std::string_view m_text;
    Name m_origin;
    std::size_t m_next{0};    ///< offset of the next field
    std::size_t m_begin{0};   ///< offset of the field taken last
    std::string_view m_field; ///< the field taken last
    std::optional<wire::Error> m_error;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_CODEC_DNS_FIELD_READER_H
