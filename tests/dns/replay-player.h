/**
 * Plays the text of an iterative resolver's dialogue with the name servers of a small Internet, in
 * virtual time, after the replay files of Unbound. It reads as resolver-transcript.h tells, but for
 *
 *     HINTS                                configuration: what is known of the root
 *       . 3600 NS ns.root.
 *       ns.root. 3600 A 10.0.0.1
 *     SENT 10.0.0.1 1 b.net. MX            out: a query with id 1; TCP and NOEDNS may follow
 *     RECEIVED 10.0.0.1 1 NOERROR b.net. MX AA   in: an answer; AA, TC and TCP may be left out
 *       additional mail.b.net. 300 A 10.0.2.1    its records may also be additional ones
 *     REFUSED 10.0.0.1 1 TCP               in: the query cannot be sent
 *     HIT b.net. MX                        out: the cache knows this
 *
 * Query 1 leaves from port 1001, query 2 from 1002.
 */
#ifndef POSTROAD_TESTS_DNS_REPLAY_PLAYER_H
#define POSTROAD_TESTS_DNS_REPLAY_PLAYER_H

#include "dns/resolver-transcript.h"

#include "postroad/dns/resolver/dns-iterative-resolver.h"

namespace ns3::postroad::dns
{

/// Every replay file of this folder.
std::vector<std::filesystem::path> FindReplays();

/// True for a step that goes into the resolver.
bool IsReplayInput(const TranscriptStep& step);

/// An iterative resolver and the moment it is in.
class ReplayPlayer
{
  public:
    /// Takes the configuration out of the replay.
    explicit ReplayPlayer(const Transcript& replay);

    /// Plays a step: does what goes in, and expects what comes out.
    void Play(const TranscriptStep& step);

    /// Does what goes in, with the octets of a RECEIVED step given; looks at nothing.
    void PlayInput(const TranscriptStep& step, std::string_view octets);

    /// Expects that all that came out was told.
    void ExpectNothingLeft();

    /// Lets time pass, without an answer, until nothing is waited for any more.
    void LetAllTimePass();

    /// The look-ups asked and not told to have ended; all that came out is dropped.
    int CountOpenLookups();

  private:
    void ExpectSent(const TranscriptStep& step);
    void ExpectHit(const TranscriptStep& step);
    void ExpectResult(const TranscriptStep& step);
    std::optional<IterativeResolverEvent> NextEvent();

    IterativeResolver m_resolver;
    wire::TimePoint m_now;
    int m_openLookups{0};
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_TESTS_DNS_REPLAY_PLAYER_H
