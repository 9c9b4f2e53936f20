/**
 * Two sessions joined in memory, each with its agent, over a stream that loses nothing and takes
 * no time. Time goes on only while both are silent, from deadline to deadline.
 */
#ifndef POSTROAD_TESTS_SUPPORT_SESSION_PAIR_H
#define POSTROAD_TESTS_SUPPORT_SESSION_PAIR_H

#include "postroad/wire/stream-session.h"

#include <cstddef>
#include <functional>

namespace ns3::postroad::test
{

/// One end of a pair.
struct PairEnd
{
    wire::StreamSession& session;
    /// Takes the session's events and answers them as its agent would.
    std::function<void(wire::TimePoint now)> serve;
};

/// Lets a client and a server speak until both have closed.
class SessionPair
{
  public:
    /// \param pieceSize the stream hands over at most this many octets at once
    SessionPair(PairEnd client, PairEnd server, std::size_t pieceSize);

    /// Runs the dialogue to its end; false when it got stuck, with a deadline on neither side.
    bool Run();

    /// How much virtual time went by.
    wire::TimePoint GetTime() const
    {
        return m_now;
    }

  private:
    bool Carry(PairEnd& from, PairEnd& to);
    bool ExpireNext();

    PairEnd m_client;
    PairEnd m_server;
    std::size_t m_pieceSize;
    wire::TimePoint m_now;
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SUPPORT_SESSION_PAIR_H
