/**
 * What a session shows of itself while it works: the lines of the dialogue, and its own moves.
 *
 * The drivers turn this into the event record, the tests into transcripts. A session runs the same
 * with and without an observer.
 */
#ifndef POSTROAD_WIRE_SESSION_OBSERVER_H
#define POSTROAD_WIRE_SESSION_OBSERVER_H

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ns3::postroad::wire
{

/// Which way bytes went, seen from the session that reports them.
enum class Direction
{
    SENT,
    RECEIVED,
};

/// A run of octets in one direction of a byte stream, counted from the first octet of the stream.
struct ByteRange
{
    std::uint64_t begin{0}; ///< the first octet
    std::uint64_t end{0};   ///< one past the last octet

    bool operator==(const ByteRange&) const = default;
};

/// Told of each line, each message and each transition, in the order in which they happen.
class SessionObserver
{
  public:
    virtual ~SessionObserver() = default;

    /**
     * A line of the dialogue passed.
     * \param direction which way
     * \param range the line in that direction's stream, CRLF included
     * \param line the line without its CRLF
     */
    virtual void OnLine(Direction direction, const ByteRange& range, std::string_view line) = 0;

    /**
     * A message, or another multi-line body, passed as a whole.
     * \param direction which way
     * \param range its octets in that direction's stream
     * \param content the octets as they stand on the wire, transparency dots and the line that
     *        ends them included
     */
    virtual void
    OnContent(Direction direction, const ByteRange& range, std::string_view content) = 0;

    /**
     * The peer broke a rule of the protocol, and the session let it pass.
     * \param range where in what the peer sent
     * \param what the rule, in words
     */
    virtual void
    OnBrokenRule([[maybe_unused]] const ByteRange& range, [[maybe_unused]] std::string_view what)
    {
    }

    /**
     * The session took a row of its transition table.
     * \param row the index of the row in the protocol's table
     */
    virtual void OnTransition([[maybe_unused]] std::size_t row)
    {
    }

    /**
     * The same in words, for whoever does not know the table.
     * \param from the name of the state that the session was in
     * \param to the name of the state that it is in, which may be the same
     */
    virtual void
    OnStateChange([[maybe_unused]] std::string_view from, [[maybe_unused]] std::string_view to)
    {
    }
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_SESSION_OBSERVER_H
