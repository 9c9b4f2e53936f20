/**
 * DNS messages over a byte stream, each behind two octets that tell its length (RFC 1035 section
 * 4.2.2, RFC 7766): one session for either side.
 *
 * A server sets an idle timeout and answers what comes, in any order; a client sends a query and
 * leaves the waiting to its resolver. What a peer sends that can be no message ends the stream.
 *
 * Left out: the timeout that a peer wishes for (RFC 7828).
 */
#ifndef POSTROAD_DNS_RECORD_DNS_MESSAGE_STREAM_H
#define POSTROAD_DNS_RECORD_DNS_MESSAGE_STREAM_H

#include "postroad/wire/session-outlet.h"

#include <cstdint>
#include <deque>
#include <string>
#include <variant>

namespace ns3::postroad::dns
{

/// A message came.
struct MessageArrived
{
    std::string octets; ///< without the length in front
};

/// The stream is over; the last event.
struct MessageStreamEnded
{
    std::string reason; ///< in words; empty when the peer has closed between two messages
};

using MessageStreamEvent = std::variant<MessageArrived, MessageStreamEnded>;

/// One end of a stream of messages.
class MessageStream : public wire::StreamSession
{
  public:
    /// How long a server waits for a query, unless told otherwise (RFC 7766 section 6.2.3: in the
    /// order of a few seconds).
    static constexpr wire::Duration DEFAULT_IDLE_TIMEOUT = std::chrono::seconds(10);

    /// While so many messages wait to be taken, no more octets are read.
    static constexpr std::size_t WAITING_LIMIT = 16;

    /// \param idleTimeout for how long nothing may come; none for no limit
    explicit MessageStream(std::optional<wire::Duration> idleTimeout);

    /// Sends a message of at most 65535 octets; a longer one is a std::logic_error.
    void SendMessage(std::string_view octets);

    /// Has the stream closed once all is written.
    void Close();

    /// The next thing that the agent must know; nothing when there is none.
    std::optional<MessageStreamEvent> NextEvent();

    void Start(wire::TimePoint now) override;
    void Receive(std::string_view bytes, wire::TimePoint now) override;
    void ReceiveEnd(wire::TimePoint now) override;
    void Abort(wire::TimePoint now) override;
    void Expire(wire::TimePoint now) override;
    void SecurityEstablished(const wire::Security& security, wire::TimePoint now) override;
    std::string SurrenderInput() override;
    bool WantsInput() const override;
    bool IsHeldBack() const override;
    std::string TakeOutput() override;
    bool HasOutput() const override;
    wire::NextAction GetNextAction() const override;
    std::optional<wire::TimePoint> GetDeadline() const override;
    void SetObserver(wire::SessionObserver* observer) override;

  private:
    void TakeMessages();
    void End(std::string reason);
    void Wait(wire::TimePoint now);

    std::optional<wire::Duration> m_idleTimeout;
    wire::SessionOutlet m_outlet;
    std::string m_input;
    std::uint64_t m_taken{0}; ///< octets of the input's stream that were read as messages
    bool m_hasEnded{false};
    std::deque<MessageStreamEvent> m_events;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RECORD_DNS_MESSAGE_STREAM_H
