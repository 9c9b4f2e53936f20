/**
 * A cursor over the octets of a binary message, big-endian, whose first error sticks.
 *
 * A parser reads field after field and asks once at the end whether all of it was there. After an
 * error every read gives zero or nothing, and never looks outside the message.
 */
#ifndef POSTROAD_WIRE_BYTE_READER_H
#define POSTROAD_WIRE_BYTE_READER_H

#include "postroad/wire/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::wire
{

/// Reads one message from front to back.
class ByteReader
{
  public:
    explicit ByteReader(std::string_view message, std::size_t offset = 0)
        : m_message(message)
        , m_offset(offset)
    {
    }

    std::uint8_t ReadU8()
    {
        const auto octets = Read(1);
        return octets.empty() ? 0 : Octet(octets[0]);
    }

    std::uint16_t ReadU16()
    {
        const auto octets = Read(2);
        return octets.empty()
                   ? 0
                   : static_cast<std::uint16_t>(Octet(octets[0]) << 8 | Octet(octets[1]));
    }

    std::uint32_t ReadU32()
    {
        const std::uint32_t high = ReadU16();
        return high << 16 | ReadU16();
    }

    /// The next `count` octets; empty, with the error set, when they are not all there.
    std::string_view Read(std::size_t count)
    {
        if (m_error || count > GetRemaining())
        {
            Fail(ErrorKind::TRUNCATED, "the message ends too early");
            return {};
        }
        const auto octets = m_message.substr(m_offset, count);
        m_offset += count;
        return octets;
    }

    /// Records an error, unless one is there already.
    void Fail(ErrorKind kind, std::string reason)
    {
        if (!m_error)
        {
            m_error = Error{kind, m_offset, std::move(reason)};
        }
    }

    bool IsOk() const
    {
        return !m_error;
    }

    /// The first error; only when IsOk() is false.
    const Error& GetError() const
    {
        return m_error.value();
    }

    std::size_t GetOffset() const
    {
        return m_offset;
    }

    std::size_t GetRemaining() const
    {
        return m_offset < m_message.size() ? m_message.size() - m_offset : 0;
    }

    /// The whole message, for fields that point back into it.
    std::string_view GetMessage() const
    {
        return m_message;
    }

  private:
    static std::uint8_t Octet(char c)
    {
        return static_cast<std::uint8_t>(c);
    }

    std::string_view m_message;
    std::size_t m_offset;
    std::optional<Error> m_error;
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_BYTE_READER_H
