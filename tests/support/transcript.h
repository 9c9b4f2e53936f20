/**
 * A golden session as a text file, in the C:/S: form of the RFCs.
 *
 *     # A comment.
 *     set host mail.b.net              an option for the adapter that makes the session (on top)
 *     S: 220 mail.b.net ESMTP          a line of the server, CRLF implied
 *     C: EHLO mail.a.net               a line of the client
 *     E: hello mail.a.net              an event that the session under test gives, in words
 *     A: accept                        what its agent does now, in words
 *     C> NOOP\n                        octets as they are, no CRLF added
 *     at 300s                          virtual time goes on, up to this moment of the session
 *     S: <close connection>            that side ends the stream
 *     C: <abort connection>            the stream is lost on the way from that side
 *
 * In a line's text "\r", "\n", "\\" and "\x00" stand for octets that a text file cannot show. A
 * line that begins with "<close" or "<abort" itself is written with "\x3c".
 *
 * The stream is open from the beginning, unless the first step is an abort: then it never opens.
 * Lines of one side that follow one another travel together, which is how pipelining is written.
 * Which words stand after "set", "E:" and "A:" is up to the protocol's adapter (test-subject.h).
 */
#ifndef POSTROAD_TESTS_SUPPORT_TRANSCRIPT_H
#define POSTROAD_TESTS_SUPPORT_TRANSCRIPT_H

#include "postroad/wire/time-point.h"

#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::test
{

/// The two sides of a dialogue.
enum class Side
{
    CLIENT,
    SERVER,
};

/// What a step of a transcript is.
enum class StepKind
{
    BYTES, ///< a side sends octets
    CLOSE, ///< a side ends its stream
    ABORT, ///< the stream is lost
    EVENT, ///< the session under test gives an event
    ACT,   ///< the agent of the session under test does something
    TIME,  ///< time goes on
};

/// One step.
struct Step
{
    StepKind kind{StepKind::BYTES}; ///< what happens
    Side side{Side::CLIENT};        ///< whose BYTES, CLOSE or ABORT
    std::string text;               ///< the octets, or the words of an EVENT or ACT
    wire::TimePoint time;           ///< for TIME
    int line{0};                    ///< where it stands in the file
};

/// The "set" lines.
using Options = std::map<std::string, std::string, std::less<>>;

/// A session as it shall go.
struct Transcript
{
    std::string path; ///< of the file
    std::string name; ///< of the file, without folder and extension, in CamelCase
    Options options;
    std::vector<Step> steps; ///< lines of one side that follow one another are one step
};

/// Reads a transcript; throws std::invalid_argument, naming path and line, for what is none.
Transcript ParseTranscript(std::string_view text, const std::string& path);

/// Reads all "*.txt" of a folder below tests/, in the order of their names; none is an error.
std::vector<Transcript> LoadTranscripts(const std::string& folder);

/// Names a parametrised test after its transcript.
struct TranscriptName
{
    template <typename Info>
    std::string operator()(const Info& info) const
    {
        return info.param.name;
    }
};

/// For GoogleTest's messages.
std::ostream& operator<<(std::ostream& os, const Transcript& transcript);

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SUPPORT_TRANSCRIPT_H
