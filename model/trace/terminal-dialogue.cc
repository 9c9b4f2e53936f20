#include "postroad/trace/terminal-dialogue.h"

#include "postroad/mail/domain-name.h"
#include "postroad/text/time-text.h"
#include "postroad/text/utf8.h"
#include "postroad/trace/event-words.h"

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::trace
{

using event::Event;
using event::EventKind;

namespace
{

/// What ends each line of a message.
constexpr std::string_view LINE_END = "\r\n";

/// Room for the time: five days to the microsecond.
constexpr std::size_t TIME_WIDTH = 13;

// What is written in which colour, as ECMA-48's "select graphic rendition".
constexpr std::string_view CLIENT = "\x1b[36m";
constexpr std::string_view SERVER = "\x1b[32m";
constexpr std::string_view LOOKUP = "\x1b[35m";
constexpr std::string_view MILESTONE = "\x1b[1m";
constexpr std::string_view FAILURE = "\x1b[31m";
constexpr std::string_view CONNECTION = "\x1b[2m";
constexpr std::string_view PLAIN = "\x1b[0m";

std::string
PadLeft(std::string_view text, std::size_t width)
{
    return std::string(width - std::min(width, text.size()), ' ') + std::string(text);
}

std::string
PadRight(std::string_view text, std::size_t width)
{
    return std::string(text) +
           std::string(width - std::min(width, text::CountCharacters(text)), ' ');
}

std::string
FormatTime(const Event& event)
{
    return PadLeft(text::FormatSeconds(event.time, text::MICROSECOND_DIGITS), TIME_WIDTH);
}

/// What stands before each line of a message.
constexpr std::string_view CONTENT_MARK = "| ";

} // namespace

TerminalDialogue::TerminalDialogue(std::ostream& out, TerminalOptions options)
    : m_out(out)
    , m_options(options)
{
}

void
TerminalDialogue::OnEvent(const Event& event)
{
    m_hosts.OnEvent(event);
    if (m_side.Shows(event))
    {
        PrintDialogue(event);
        return;
    }
    switch (event.kind)
    {
    case EventKind::CONNECTION_OPENED:
    case EventKind::CONNECTION_CLOSED:
    case EventKind::CONNECTION_FAILED:
        PrintConnection(event);
        return;
    case EventKind::DNS_QUERY_SENT:
    case EventKind::DNS_QUERY_FAILED:
    case EventKind::DNS_ANSWER_RECEIVED:
        PrintLookup(event);
        return;
    case EventKind::DNS_CACHE_HIT:
        PrintAt(event, LOOKUP);
        return;
    case EventKind::HOST_UP:
        // The first one tells that the host is there, which is no news.
        if (event.time == wire::TimePoint())
        {
            return;
        }
        break;
    case EventKind::LINE_SENT:
    case EventKind::LINE_RECEIVED:
    case EventKind::CONTENT_SENT:
    case EventKind::CONTENT_RECEIVED:
    case EventKind::DNS_QUERY_RECEIVED:
    case EventKind::DNS_ANSWER_SENT:
    case EventKind::SUBMISSION_ACCEPTED:
        return;
    default:
        break;
    }
    PrintAt(event, IsFailure(event) ? FAILURE : MILESTONE);
}

void
TerminalDialogue::PrintConnection(const Event& event)
{
    if (!event.connection)
    {
        PrintAt(event, IsFailure(event) ? FAILURE : CONNECTION);
    }
    else if (m_hosts.IsTeller(event))
    {
        PrintBetween(event,
                     m_hosts.FindClient(event),
                     IsFailure(event) ? "-x" : "--",
                     m_hosts.FindServer(event),
                     Describe(event),
                     IsFailure(event) ? FAILURE : CONNECTION);
    }
}

void
TerminalDialogue::PrintDialogue(const Event& event)
{
    const bool isLine =
        event.kind == EventKind::LINE_SENT || event.kind == EventKind::LINE_RECEIVED;
    const auto& content = event.Get<event::DialogueText>().text;
    const auto colour = IsFromClient(event) ? CLIENT : SERVER;
    PrintBetween(event,
                 m_hosts.FindClient(event),
                 IsFromClient(event) ? "->" : "<-",
                 m_hosts.FindServer(event),
                 isLine ? Describe(event) : "message, " + Count(content.size(), "octet"),
                 colour);
    if (!isLine)
    {
        PrintContent(content, colour);
    }
}

void
TerminalDialogue::PrintLookup(const Event& event)
{
    const bool isQuery = event.kind == EventKind::DNS_QUERY_SENT;
    PrintBetween(event,
                 event.host,
                 IsFailure(event) ? "-x" : (isQuery ? "->" : "<-"),
                 text::MakePrintable(m_hosts.Find(GetServer(event))),
                 mail::ShowNames(Describe(event)),
                 IsFailure(event) ? FAILURE : LOOKUP);
}

void
TerminalDialogue::PrintContent(std::string_view content, std::string_view colour)
{
    const std::string margin(TIME_WIDTH + 2 + GetPlaceWidth() + 2, ' ');
    std::size_t count = 0;
    while (!content.empty())
    {
        const auto end = std::min(content.find(LINE_END), content.size());
        if (count++ < m_options.contentLines)
        {
            PrintLine(margin,
                      std::string(CONTENT_MARK) + text::MakePrintable(content.substr(0, end)),
                      colour);
        }
        content.remove_prefix(std::min(end + LINE_END.size(), content.size()));
    }
    if (count > m_options.contentLines)
    {
        const auto rest = Count(count - m_options.contentLines, "more line");
        PrintLine(margin, std::string(CONTENT_MARK) + "... " + rest, colour);
    }
}

void
TerminalDialogue::PrintBetween(const Event& event,
                               std::string_view left,
                               std::string_view arrow,
                               std::string_view right,
                               std::string_view text,
                               std::string_view colour)
{
    const auto width = m_hosts.GetWidth();
    const auto place = PadRight(mail::ShowNames(left), width) + ' ' + std::string(arrow) + ' ' +
                       PadRight(mail::ShowNames(right), width);
    PrintLine(FormatTime(event) + "  " + place + "  ", text, colour);
}

void
TerminalDialogue::PrintAt(const Event& event, std::string_view colour)
{
    const auto place = PadRight(mail::ShowNames(event.host), GetPlaceWidth());
    PrintLine(FormatTime(event) + "  " + place + "  ", mail::ShowNames(Describe(event)), colour);
}

void
TerminalDialogue::PrintLine(std::string_view place, std::string_view text, std::string_view colour)
{
    m_out << place;
    if (m_options.hasColour)
    {
        m_out << colour << text << PLAIN << '\n';
    }
    else
    {
        m_out << text << '\n';
    }
}

/// The width of "client -> server".
std::size_t
TerminalDialogue::GetPlaceWidth() const
{
    return 2 * m_hosts.GetWidth() + 4;
}

} // namespace ns3::postroad::trace
