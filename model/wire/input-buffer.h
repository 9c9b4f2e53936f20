/**
 * The bytes of a peer that were not looked at yet, given out as lines or as counted octets.
 *
 * A line ends at LF; whether CR stood before it, and whether a CR stands anywhere else, is told
 * with the line, for the protocols differ in what they do about it. A line longer than the limit
 * is swallowed up to its end and given out once, cut short: the buffer never holds more of it.
 */
#ifndef POSTROAD_WIRE_INPUT_BUFFER_H
#define POSTROAD_WIRE_INPUT_BUFFER_H

#include "postroad/wire/session-observer.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::wire
{

/// What is wrong with the ending or the length of a line.
enum class LineFault
{
    NONE,
    BARE_LF,  ///< it ends with LF alone
    BARE_CR,  ///< a CR stands in it that no LF follows
    TOO_LONG, ///< it passed the limit; its text is cut there
};

/// A line of input.
struct Line
{
    std::string_view text;            ///< without its line ending; valid until the next call
    ByteRange range;                  ///< in the stream, line ending included
    LineFault fault{LineFault::NONE}; ///< the first fault found
    bool hasCrLf{true};               ///< it ends with CRLF, whatever its fault
};

/// A first-in first-out buffer of one direction of a stream.
class InputBuffer
{
  public:
    /// Adds what has come. Views given out before are no longer valid.
    void Append(std::string_view bytes);

    /**
     * Takes the next line, if all of it is there.
     * \param limit the longest line allowed, in octets, its CRLF included
     */
    std::optional<Line> NextLine(std::size_t limit);

    /// Takes at most `count` octets, as many as are there. The view is valid until the next call.
    std::string_view TakeOctets(std::size_t count);

    /// The octets that were not taken yet.
    std::size_t GetSize() const
    {
        return m_bytes.size() - m_begin;
    }

    /// The place in the stream of the next octet to be taken.
    std::uint64_t GetOffset() const
    {
        return m_offset;
    }

    /// Forgets everything that was not taken.
    void Clear();

  private:
    void Discard(std::size_t count);
    Line MakeLine(std::size_t length, std::size_t limit);

    std::string m_bytes;
    std::size_t m_begin{0};       ///< the first octet of m_bytes that was not taken
    std::size_t m_searched{0};    ///< octets after m_begin known to hold no LF
    std::uint64_t m_offset{0};    ///< stream offset of m_bytes[m_begin]
    std::string m_longLine;       ///< the kept beginning of a line that passed the limit
    std::uint64_t m_longBegin{0}; ///< where that line began
    bool m_inLongLine{false};
    bool m_longEndsInCr{false}; ///< CR is the last octet of that line that came so far
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_INPUT_BUFFER_H
