/**
 * What a StreamConnection works for: one session, and whoever answers its events.
 *
 * An agent derives from this for each kind of dialogue it holds (one SMTP delivery, one POP3
 * login). The connection calls these from events of its own, never from inside a call to it and
 * never from inside ns-3's socket; each of them may destroy the connection.
 */
#ifndef POSTROAD_NET_STREAM_DIALOGUE_H
#define POSTROAD_NET_STREAM_DIALOGUE_H

#include "postroad/net/socket-status.h"
#include "postroad/wire/stream-session.h"

namespace ns3::postroad
{

class StreamConnection;

/// One end of one dialogue over one connection.
class StreamDialogue
{
  public:
    StreamDialogue() = default;
    StreamDialogue(const StreamDialogue&) = delete;
    StreamDialogue& operator=(const StreamDialogue&) = delete;
    virtual ~StreamDialogue() = default;

    /// The session whose bytes the connection carries: the same one each time.
    virtual wire::StreamSession& GetSession() = 0;

    /// The connection is open and knows both its ends; the session starts next.
    virtual void OnOpened([[maybe_unused]] StreamConnection& connection)
    {
    }

    /// The session was called: take its events and answer them, or answer later and then call
    /// StreamConnection::Pump(). What it has to send is sent afterwards.
    virtual void OnProgress() = 0;

    /// The connection was open and is no more. The session knows; nothing comes after this.
    virtual void OnClosed(SocketStatus status) = 0;

    /// The connection never opened and the session never started. Nothing comes after this.
    virtual void OnFailed(SocketStatus status) = 0;
};

} // namespace ns3::postroad

#endif // POSTROAD_NET_STREAM_DIALOGUE_H
