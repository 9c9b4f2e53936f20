#include "postroad/trace/transcript.h"

#include "postroad/text/ascii.h"
#include "postroad/text/file-name.h"
#include "postroad/text/time-text.h"

#include <algorithm>

namespace ns3::postroad::trace
{

using event::EventKind;

namespace
{

/// What ends each line of a message.
constexpr std::string_view LINE_END = "\r\n";

/// The protocol whose messages are no text.
constexpr std::string_view WITHOUT_LINES = "DNS";

/// Files sort by their numbers up to this many digits.
constexpr std::size_t NUMBER_DIGITS = 3;

std::string
FormatNumber(std::size_t number)
{
    const auto digits = std::to_string(number);
    return std::string(NUMBER_DIGITS - std::min(NUMBER_DIGITS, digits.size()), '0') + digits;
}

void
AppendLine(std::string& out, bool isFromClient, std::string_view line)
{
    out += isFromClient ? "C: " : "S: ";
    out += line;
    out += '\n';
}

/// Appends each line of a message; its last line need not have an ending.
void
AppendContent(std::string& out, bool isFromClient, std::string_view content)
{
    while (!content.empty())
    {
        const auto end = std::min(content.find(LINE_END), content.size());
        AppendLine(out, isFromClient, content.substr(0, end));
        content.remove_prefix(std::min(end + LINE_END.size(), content.size()));
    }
}

} // namespace

void
TranscriptRecorder::OnEvent(const event::Event& event)
{
    m_hosts.OnEvent(event);
    if (event.connection && event.connection->protocol == WITHOUT_LINES)
    {
        return;
    }
    const bool isShown = m_side.Shows(event);
    if (event.kind == EventKind::CONNECTION_OPENED && event.connection)
    {
        FindDialogue(event).openings.push_back({GetEnd(event), event.time, {}});
    }
    else if (event.kind == EventKind::CONNECTION_CLOSED && event.connection)
    {
        const auto& reason = event.Get<event::ConnectionEnding>().reason;
        FindDialogue(event).closings.push_back({GetEnd(event), event.time, reason});
    }
    else if (isShown)
    {
        auto& dialogue = FindDialogue(event);
        dialogue.shown = GetEnd(event);
        const bool isLine =
            event.kind == EventKind::LINE_SENT || event.kind == EventKind::LINE_RECEIVED;
        const auto append = isLine ? AppendLine : AppendContent;
        append(dialogue.lines, IsFromClient(event), event.Get<event::DialogueText>().text);
    }
}

/// The dialogue that an event belongs to: a new one when no end has told of it, or when an end
/// opens it a second time (the same ports again).
TranscriptRecorder::Dialogue&
TranscriptRecorder::FindDialogue(const event::Event& event)
{
    const auto key = MakeConnectionKey(*event.connection);
    const auto [latest, isNew] = m_latest.try_emplace(key, m_dialogues.size());
    const auto wasOpenedHere = [this, &event, index = latest->second] {
        const auto& openings = m_dialogues[index].openings;
        return std::any_of(openings.begin(), openings.end(), [&event](const Moment& opening) {
            return opening.end == GetEnd(event);
        });
    };
    if (isNew || (event.kind == EventKind::CONNECTION_OPENED && wasOpenedHere()))
    {
        latest->second = m_dialogues.size();
        m_dialogues.push_back({event.connection, {}, {}, {}, {}});
    }
    return m_dialogues[latest->second];
}

std::vector<Transcript>
TranscriptRecorder::GetTranscripts() const
{
    std::vector<Transcript> transcripts;
    for (const auto& dialogue : m_dialogues)
    {
        transcripts.push_back(
            {MakeFileName(dialogue, transcripts.size() + 1), MakeHead(dialogue) + dialogue.lines});
    }
    return transcripts;
}

std::string
TranscriptRecorder::MakeFileName(const Dialogue& dialogue, std::size_t number) const
{
    const auto& connection = *dialogue.connection;
    return FormatNumber(number) + '-' + text::MakeFileNamePart(connection.protocol) + '-' +
           text::MakeFileNamePart(m_hosts.Find(connection.GetClient().address)) + '-' +
           text::MakeFileNamePart(m_hosts.Find(connection.GetServer().address)) + ".txt";
}

std::string
TranscriptRecorder::MakeHead(const Dialogue& dialogue) const
{
    const auto& connection = *dialogue.connection;
    const auto describeEnd = [](const std::string& host, const wire::Endpoint& endpoint) {
        return host + ' ' + Serialize(endpoint) + '\n';
    };
    // The moments of the end whose lines are shown; of the first end that told when there are none.
    const auto find = [&dialogue](const std::vector<Moment>& moments) {
        const auto shown =
            std::find_if(moments.begin(), moments.end(), [&dialogue](const Moment& moment) {
                return !dialogue.shown || moment.end == *dialogue.shown;
            });
        return shown == moments.end() ? nullptr : &*shown;
    };
    const auto* const opening = find(dialogue.openings);
    const auto* const closing = find(dialogue.closings);
    const auto teller = opening          ? opening->end.host
                        : dialogue.shown ? dialogue.shown->host
                                         : "no one";
    std::string head = "# " + connection.protocol + ", as " + teller + " saw it\n";
    head += "# client: " +
            describeEnd(m_hosts.Find(connection.GetClient().address), connection.GetClient());
    head += "# server: " +
            describeEnd(m_hosts.Find(connection.GetServer().address), connection.GetServer());
    head += "# opened: " + (opening ? text::FormatSeconds(opening->time) + " s" : "not told");
    head += "\n# closed: ";
    head += closing ? text::FormatSeconds(closing->time) + " s" : "still open when the run ended";
    head += closing && !closing->reason.empty() ? ", " + closing->reason : "";
    return head + '\n';
}

} // namespace ns3::postroad::trace
