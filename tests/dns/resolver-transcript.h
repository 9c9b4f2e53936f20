/**
 * Plays the text of a resolver's dialogue with name servers, in virtual time, after the replay
 * files of Unbound. A file reads
 *
 *     # what it shows
 *     SERVERS 10.0.0.53 10.0.1.53          configuration: the servers,
 *     TIMEOUT 5s                           the time for each try,
 *     ROUNDS 2                             how often the list is gone through,
 *     TCP                                  and that the driver can do TCP
 *     at 0s                                time passes
 *     ASK b.net. MX                        in: the agent asks
 *     SENT 10.0.0.53 1 b.net. MX           out: a query with id 1; ids count from 1; TCP may follow
 *     RECEIVED 10.0.0.53 1 NOERROR b.net. MX TC      in: an answer; AA, TC, TCP may be left out
 *       answer b.net. 300 IN MX 10 mail.b.net.       its records; "-" stands for the question
 *     RESULT b.net. MX ANSWERED            out: the look-up is over
 *       b.net. 300 IN MX 10 mail.b.net.    with these aliases and records
 *     RESULT b.net. MX TIMED_OUT no answer from ...  or for this reason
 *
 * All that comes out must be told, at once and in order; nothing else may come out.
 */
#ifndef POSTROAD_TESTS_DNS_RESOLVER_TRANSCRIPT_H
#define POSTROAD_TESTS_DNS_RESOLVER_TRANSCRIPT_H

#include "postroad/dns/resolver/dns-stub-resolver.h"

#include <filesystem>

namespace ns3::postroad::dns
{

/// One step of a transcript: a line, and the indented lines that belong to it.
struct TranscriptStep
{
    std::string title;              ///< file and line, for messages
    std::string keyword;            ///< the first word
    std::vector<std::string> words; ///< the other words
    std::vector<std::string> body;  ///< the indented lines
};

using Transcript = std::vector<TranscriptStep>;

Transcript LoadTranscript(const std::filesystem::path& path);

/// "5s" or "300ms".
wire::Duration ParseDuration(const std::string& text);

Question ParseQuestion(const std::string& name, const std::string& type);

/// The words from `begin` on, with single blanks.
std::string JoinWords(const std::vector<std::string>& words, std::size_t begin = 0);

/// The files of a folder, in the order of their names.
std::vector<std::filesystem::path> FindTextFiles(const std::filesystem::path& folder);

/// Every transcript of this folder.
std::vector<std::filesystem::path> FindTranscripts();

/// True for a step that goes into the resolver, false for one that comes out of it.
bool IsInput(const TranscriptStep& step);

/// The message of a RECEIVED step.
Message MakeReceived(const TranscriptStep& step);

/// Expects that a look-up has ended as a RESULT step tells.
void ExpectEnded(const LookupEnded& ended, const TranscriptStep& step);

/// Lets time pass up to a moment, with each deadline of a resolver on the way.
template <typename Resolver>
void
AdvanceTo(wire::TimePoint time, Resolver& resolver, wire::TimePoint& now)
{
    while (resolver.GetDeadline().value_or(time) < time)
    {
        now = *resolver.GetDeadline();
        resolver.Expire(now);
    }
    now = time;
    resolver.Expire(now);
}

/// Lets time pass, without an answer, until a resolver waits for nothing any more; false when it
/// tries for ever.
template <typename Resolver>
bool
LetTimePass(Resolver& resolver, wire::TimePoint& now)
{
    constexpr int TRY_LIMIT = 1000;
    for (int tries = 0; resolver.GetDeadline() && tries < TRY_LIMIT; ++tries)
    {
        now = *resolver.GetDeadline();
        resolver.Expire(now);
    }
    return !resolver.GetDeadline();
}

/// A resolver and the moment it is in.
class TranscriptPlayer
{
  public:
    /// Takes the configuration out of the transcript.
    explicit TranscriptPlayer(const Transcript& transcript);

    /// Plays a step: does what goes in, and expects what comes out.
    void Play(const TranscriptStep& step);

    /// Does what goes in, with the octets of a RECEIVED step given; looks at nothing.
    void PlayInput(const TranscriptStep& step, std::string_view octets);

    /// Expects that all that came out was told.
    void ExpectNothingLeft();

    /// Lets time pass, without an answer, until nothing is waited for any more.
    void LetAllTimePass();

    /// The look-ups asked and not told to have ended, counted over what came out so far; all that
    /// came out is dropped.
    int CountOpenLookups();

  private:
    void ExpectSent(const TranscriptStep& step);
    void ExpectResult(const TranscriptStep& step);
    std::optional<LookupEnded> NextResult();

    StubResolver m_resolver;
    wire::TimePoint m_now;
    int m_openLookups{0};
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_TESTS_DNS_RESOLVER_TRANSCRIPT_H
