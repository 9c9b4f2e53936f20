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
 * A session may have something to write without having been fed: after a late answer, or because a
 * server speaks first (a notice in the middle of IMAP's IDLE). After ReceiveEnd() it may still
 * write: each direction of a stream is closed by itself. How the input is cut, into lines, counted
 * octets or messages, is the session's business.
 *
 * The interface has no state, so that a session can be wrapped: TLS is a session around a session.
 * The inner one asks for it by NextAction::START_TLS, which may come without a call of the wrapper,
 * after a late answer: a wrapper looks for it when its output is taken and before it gives input.
 * It then takes over what goes over the stream, has unread input surrendered, and tells
 * SecurityEstablished(); what the inner session says in between, because its deadline has passed,
 * is dropped, and the stream closes. The driver knows nothing of it. Byte ranges that the observer
 * is told are those of the stream on the wire: a wrapper maps the inner ones. What is sent was
 * written when the observer is told of it, so a wrapper may take and frame it there and then.
 *
 * Drivers: net/stream-connection (simulated sockets) and tests (memory). What sessions have in
 * common they own as a SessionOutlet (session-outlet.h).
 */
#ifndef POSTROAD_WIRE_STREAM_SESSION_H
#define POSTROAD_WIRE_STREAM_SESSION_H

#include "postroad/wire/session-observer.h"
#include "postroad/wire/time-point.h"

#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::wire
{

/// What is to be done with the stream once the output has been written.
enum class NextAction
{
    CONTINUE,  ///< go on reading
    START_TLS, ///< asked of a wrapper: secure the stream, then go on; no driver ever sees it
    CLOSE,     ///< write what is left, then close
};

/// What a wrapper has negotiated for the stream, as Received fields and records tell it.
struct Security
{
    std::string protocol;    ///< "TLSv1.3"
    std::string cipherSuite; ///< "TLS_AES_256_GCM_SHA384"
    std::string peerName;    ///< the name that the peer has proved; empty when it proved none

    bool operator==(const Security&) const = default;
};

/// One end of one protocol dialogue over one byte stream.
class StreamSession
{
  public:
    StreamSession() = default;
    StreamSession(const StreamSession&) = delete;
    StreamSession& operator=(const StreamSession&) = delete;
    virtual ~StreamSession() = default;

    /// The stream is open in both directions. Called once, before anything else but
    /// SecurityEstablished().
    virtual void Start(TimePoint now) = 0;

    /// Bytes came from the peer, cut anywhere. None come after ReceiveEnd(); see IsHeldBack().
    virtual void Receive(std::string_view bytes, TimePoint now) = 0;

    /// The peer will send no more; what it has sent was received. Writing may still be possible.
    virtual void ReceiveEnd(TimePoint now) = 0;

    /// The stream is gone in both directions: reset, timed out, host down.
    virtual void Abort(TimePoint now) = 0;

    /// Time has passed. Does nothing unless the deadline is reached.
    virtual void Expire(TimePoint now) = 0;

    /// The stream is secure from here on, in both directions: the answer to START_TLS, or, before
    /// Start(), the news that it was secure from the beginning. A session that asked goes on.
    virtual void SecurityEstablished(const Security& security, TimePoint now) = 0;

    /// Gives up the input that has come and was not read yet: what a peer has sent in the clear
    /// behind the command that starts TLS must not be taken for what it says under TLS (RFC 3207
    /// section 5).
    virtual std::string SurrenderInput() = 0;

    /// False while the session has as much unread input as it will hold: the driver stops reading
    /// and lets the stream's own flow control slow the peer down.
    virtual bool WantsInput() const = 0;

    /// True while input that has come waits because too much output was not taken. The driver then
    /// takes it and calls Receive() again, with nothing when nothing more has come.
    virtual bool IsHeldBack() const = 0;

    /// The bytes to write since the last call; empty when there are none.
    virtual std::string TakeOutput() = 0;

    virtual bool HasOutput() const = 0;

    virtual NextAction GetNextAction() const = 0;

    /// The moment at which the driver is to call Expire(); none while nothing is being waited for.
    virtual std::optional<TimePoint> GetDeadline() const = 0;

    /// Reports to `observer` from now on; nullptr for none. The observer must outlive the session.
    virtual void SetObserver(SessionObserver* observer) = 0;
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_STREAM_SESSION_H
