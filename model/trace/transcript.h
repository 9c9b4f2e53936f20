/**
 * Dialogues as text files in the form of the RFCs: "C: " and "S: " before each line.
 *
 * One file a connection that was opened, in the order of opening, told from one end's record only
 * (dialogue-side.h). Messages stand as on the wire, dots stuffed and the ending dot included, so a
 * transcript agrees with what tshark follows. Some lines of head, each with "# " before it, say
 * who spoke, when, and how it ended. A connection for DNS has no lines: dns-transcript.h tells its
 * questions and answers.
 */
#ifndef POSTROAD_TRACE_TRANSCRIPT_H
#define POSTROAD_TRACE_TRANSCRIPT_H

#include "postroad/trace/dialogue-side.h"
#include "postroad/trace/host-names.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::trace
{

/// A text and the name of the file that it goes into.
struct Transcript
{
    std::string fileName; ///< "001-smtp-alice.a.net-mail.a.net.txt"
    std::string text;     ///< lines that end in LF
};

/// Collects the dialogues of a run.
class TranscriptRecorder final : public event::EventSink
{
  public:
    void OnEvent(const event::Event& event) override;

    /// All transcripts so far, in the order in which their connections were opened.
    std::vector<Transcript> GetTranscripts() const;

  private:
    /// When an end of a connection was opened or closed, and why.
    struct Moment
    {
        ConnectionEnd end;
        wire::TimePoint time;
        std::string reason;
    };

    /// What is known of one connection.
    struct Dialogue
    {
        std::shared_ptr<const event::Connection> connection;
        std::vector<Moment> openings;
        std::vector<Moment> closings;
        std::optional<ConnectionEnd> shown; ///< whose record the lines are from, if there are any
        std::string lines;
    };

    Dialogue& FindDialogue(const event::Event& event);
    std::string MakeFileName(const Dialogue& dialogue, std::size_t number) const;
    std::string MakeHead(const Dialogue& dialogue) const;

    HostNames m_hosts;
    DialogueSide m_side;
    std::vector<Dialogue> m_dialogues;
    std::map<std::string, std::size_t> m_latest; ///< index of the last one by both endpoints
};

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_TRANSCRIPT_H
