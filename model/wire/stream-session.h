/**
 * The contract between a protocol engine and whatever carries its bytes.
 *
 * A session does no I/O. The driver feeds it bytes and the present time; the session gives back
 * bytes to write, the next action on the stream and the next deadline. Each protocol adds its own
 * typed events, which the agent takes with NextEvent() after every call and may answer later.
 *
 *     session.Receive(bytes, now);
 *     while (auto event = session.NextEvent()) { ... answer it ... }
 *     stream.Write(session.TakeOutput());
 *     timer.Set(session.GetDeadline());
 *     if (session.GetNextAction() == NextAction::CLOSE) { ... }
 *
 * Drivers: app/stream-connection (simulated sockets), gateway (host sockets), tests (memory).
 */
#ifndef POSTROAD_WIRE_STREAM_SESSION_H
#define POSTROAD_WIRE_STREAM_SESSION_H

#include "postroad/wire/session-observer.h"
#include "postroad/wire/time-point.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::wire
{

/// What the driver is to do with the stream once the output has been written.
enum class NextAction
{
    CONTINUE,  ///< go on reading
    START_TLS, ///< hand the stream to TLS, then go on
    CLOSE,     ///< write what is left, then close
};

/// One end of one protocol dialogue over one byte stream.
class StreamSession
{
  public:
    StreamSession() = default;
    StreamSession(const StreamSession&) = delete;
    StreamSession& operator=(const StreamSession&) = delete;
    virtual ~StreamSession() = default;

    /// The stream is open in both directions. Called once, before anything else.
    virtual void Start(TimePoint now) = 0;

    /// Bytes came from the peer, cut anywhere. None come after ReceiveEnd(); see IsHeldBack().
    virtual void Receive(std::string_view bytes, TimePoint now) = 0;

    /// The peer will send no more; what it has sent was received. Writing may still be possible.
    virtual void ReceiveEnd(TimePoint now) = 0;

    /// The stream is gone in both directions: reset, timed out, host down.
    virtual void Abort(TimePoint now) = 0;

    /// Time has passed. Does nothing unless the deadline is reached.
    virtual void Expire(TimePoint now) = 0;

    /// False while the session has as much unread input as it will hold: the driver stops reading
    /// and lets the stream's own flow control slow the peer down.
    virtual bool WantsInput() const = 0;

    /// The bytes to write since the last call; empty when there are none.
    std::string TakeOutput();

    bool HasOutput() const
    {
        return !m_output.empty();
    }

    /// True while input that has come waits because too much output was not taken. The driver then
    /// takes it and calls Receive() again, with nothing when nothing more has come.
    virtual bool IsHeldBack() const
    {
        return false;
    }

    NextAction GetNextAction() const
    {
        return m_nextAction;
    }

    /// The moment at which the driver is to call Expire(); none while nothing is being waited for.
    std::optional<TimePoint> GetDeadline() const
    {
        return m_deadline;
    }

    /// Reports to `observer` from now on; nullptr for none. The observer must outlive the session.
    void SetObserver(SessionObserver* observer)
    {
        m_observer = observer;
    }

  protected:
    /// The octets that were not taken yet.
    std::size_t GetOutputSize() const
    {
        return m_output.size();
    }

    /// Sends a line of the dialogue; the CRLF is added here.
    void SendLine(std::string_view line);

    /// Sends a message or another multi-line body, as it shall stand on the wire.
    void SendContent(std::string_view content);

    void SetNextAction(NextAction action)
    {
        m_nextAction = action;
    }

    void SetDeadline(std::optional<TimePoint> deadline)
    {
        m_deadline = deadline;
    }

    /// The observer, or nullptr.
    SessionObserver* GetObserver() const
    {
        return m_observer;
    }

  private:
    ByteRange Write(std::string_view bytes);

    std::string m_output;
    std::uint64_t m_written{0};
    NextAction m_nextAction{NextAction::CONTINUE};
    std::optional<TimePoint> m_deadline;
    SessionObserver* m_observer{nullptr};
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_STREAM_SESSION_H
