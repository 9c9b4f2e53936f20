/**
 * Builds the octets of a binary message, big-endian: the other half of ByteReader.
 */
#ifndef POSTROAD_WIRE_BYTE_WRITER_H
#define POSTROAD_WIRE_BYTE_WRITER_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace ns3::postroad::wire
{

/// Writes one message from front to back.
class ByteWriter
{
  public:
    void WriteU8(std::uint8_t value)
    {
        m_octets += static_cast<char>(value);
    }

    void WriteU16(std::uint16_t value)
    {
        WriteU8(static_cast<std::uint8_t>(value >> 8));
        WriteU8(static_cast<std::uint8_t>(value));
    }

    void WriteU32(std::uint32_t value)
    {
        WriteU16(static_cast<std::uint16_t>(value >> 16));
        WriteU16(static_cast<std::uint16_t>(value));
    }

    void Write(std::string_view octets)
    {
        m_octets += octets;
    }

    /// Replaces two octets that were written before: a count or a length that is known only now.
    /// An offset outside of what was written throws std::out_of_range.
    void OverwriteU16(std::size_t offset, std::uint16_t value)
    {
        m_octets.at(offset + 1) = static_cast<char>(value);
        m_octets.at(offset) = static_cast<char>(value >> 8);
    }

    /// The octets written so far, which is also the offset of the next one.
    std::size_t GetSize() const
    {
        return m_octets.size();
    }

    /// Gives the message away and begins an empty one.
    std::string TakeOctets()
    {
        return std::exchange(m_octets, {});
    }

  private:
    std::string m_octets;
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_BYTE_WRITER_H
