/**
 * The client of a transcript, as a session: says the client's lines, each when the server's answer
 * to those before has come, and writes down what was said.
 */
#ifndef POSTROAD_TESTS_GATEWAY_TRANSCRIPT_CLIENT_H
#define POSTROAD_TESTS_GATEWAY_TRANSCRIPT_CLIENT_H

#include "support/outlet-session.h"
#include "support/transcript.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace ns3::postroad::test
{

/// What is said in a transcript: the octets of each side, and who ends the stream.
std::string WriteDialogue(const Transcript& transcript);

/// One run of one transcript.
class TranscriptClient final : public OutletSession
{
  public:
    explicit TranscriptClient(const Transcript& transcript);

    void Start(wire::TimePoint now) override;
    void Receive(std::string_view bytes, wire::TimePoint now) override;
    void ReceiveEnd(wire::TimePoint now) override;
    void Abort(wire::TimePoint now) override;
    void Expire(wire::TimePoint now) override;

    /// What was said so far, in the form of WriteDialogue().
    std::string GetDialogue() const
    {
        return m_dialogue;
    }

  private:
    void Advance();
    bool Play(const Step& step);

    const Transcript& m_transcript;
    std::size_t m_next{0};
    std::string m_input; ///< what came and no step has taken yet
    bool m_isInputOver{false};
    std::string m_dialogue;
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_GATEWAY_TRANSCRIPT_CLIENT_H
