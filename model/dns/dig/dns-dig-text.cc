#include "postroad/dns/dig/dns-dig-text.h"

#include "postroad/dns/dig/dns-dig-date.h"
#include "postroad/dns/record/dns-column-line.h"
#include "postroad/wire/well-known-ports.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace ns3::postroad::dns
{

namespace
{

/// What a failure's reason says where nothing came at all.
constexpr std::string_view TIMED_OUT = "timed out";

std::string
GetOpcodeName(Opcode opcode)
{
    switch (opcode)
    {
    case Opcode::QUERY:
        return "QUERY";
    case Opcode::STATUS:
        return "STATUS";
    case Opcode::NOTIFY:
        return "NOTIFY";
    case Opcode::UPDATE:
        return "UPDATE";
    }
    return "OPCODE" + std::to_string(static_cast<unsigned>(opcode));
}

std::string
GetFlags(const Header& header)
{
    const std::array<std::pair<bool, std::string_view>, 5> flags{{
        {header.isResponse, " qr"},
        {header.isAuthoritative, " aa"},
        {header.isTruncated, " tc"},
        {header.isRecursionDesired, " rd"},
        {header.isRecursionAvailable, " ra"},
    }};
    std::string text;
    for (const auto& [isSet, name] : flags)
    {
        text += isSet ? name : "";
    }
    return text;
}

/// RFC 1035 section 4.1.1.
std::string
FormatHeader(const Message& message)
{
    const auto& header = message.header;
    const auto additionals = message.additionals.size() + (message.edns ? 1 : 0);
    auto text = ";; ->>HEADER<<- opcode: " + GetOpcodeName(header.opcode) +
                ", status: " + ToString(message.GetCode()) + ", id: " + std::to_string(header.id) +
                "\n;; flags:" + GetFlags(header) +
                "; QUERY: " + std::to_string(message.questions.size()) +
                ", ANSWER: " + std::to_string(message.answers.size()) +
                ", AUTHORITY: " + std::to_string(message.authorities.size()) +
                ", ADDITIONAL: " + std::to_string(additionals) + '\n';
    if (header.isRecursionDesired && !header.isRecursionAvailable)
    {
        text += ";; WARNING: recursion requested but not available\n";
    }
    return text + '\n';
}

std::string
FormatEdns(const Message& message)
{
    if (!message.edns)
    {
        return {};
    }
    const auto& edns = *message.edns;
    return ";; OPT PSEUDOSECTION:\n; EDNS: version: " + std::to_string(edns.version) +
           ", flags:" + (edns.isDnssecOk ? " do" : "") + "; udp: " + std::to_string(edns.udpSize) +
           '\n';
}

/// The lines of a section, with its name where comments are wanted.
std::string
FrameSection(std::string_view name, const std::string& lines, const DigDisplay& display)
{
    if (lines.empty() || !display.hasComments)
    {
        return lines;
    }
    return ";; " + std::string(name) + " SECTION:\n" + lines + '\n';
}

std::string
FormatQuestions(const Message& message, const DigDisplay& display)
{
    const auto columns = MakeLineColumns(display.records.hasTtl, display.records.hasClass);
    std::string text;
    for (const auto& question : message.questions)
    {
        ColumnLine line;
        line.Append(';' + question.name.ToString());
        line.AppendAt(columns.recordClass, ToString(question.recordClass));
        line.AppendAt(columns.type, ToString(question.type));
        text += line.TakeText() + '\n';
    }
    return FrameSection("QUESTION", text, display);
}

std::string
FormatSection(std::string_view name, const std::vector<Record>& records, const DigDisplay& display)
{
    std::string text;
    for (const auto& record : records)
    {
        text += record.ToString(display.records) + '\n';
    }
    return FrameSection(name, text, display);
}

std::string
FormatSections(const Message& message, const DigDisplay& display)
{
    std::string text;
    text += display.hasQuestion ? FormatQuestions(message, display) : "";
    text += display.hasAnswer ? FormatSection("ANSWER", message.answers, display) : "";
    text += display.hasAuthority ? FormatSection("AUTHORITY", message.authorities, display) : "";
    text += display.hasAdditional ? FormatSection("ADDITIONAL", message.additionals, display) : "";
    return text;
}

std::string
FormatServer(const DigServer& server)
{
    return server.address.empty()
               ? server.name
               : server.address + "#" + std::to_string(wire::DNS_PORT) + "(" + server.name + ')';
}

std::string
FormatMilliseconds(wire::Duration time)
{
    return std::to_string(std::chrono::floor<std::chrono::milliseconds>(time).count());
}

std::string
FormatStatistics(const DigResponse& response)
{
    return ";; Query time: " + FormatMilliseconds(response.queryTime) +
           " msec\n;; SERVER: " + FormatServer(response.server) +
           (response.transport == Transport::TCP ? " (TCP)" : " (UDP)") +
           "\n;; WHEN: " + FormatDigDate(response.when) +
           "\n;; MSG SIZE  rcvd: " + std::to_string(response.size) + "\n\n";
}

/// Who has answered, in a line.
std::string
FormatOrigin(const DigResponse& response)
{
    return ";; Received " + std::to_string(response.size) + " bytes from " +
           FormatServer(response.server) + " in " + FormatMilliseconds(response.queryTime) +
           " ms\n\n";
}

/// The end of what is printed of an answer.
std::string
FormatEnd(const DigResponse& response, const DigDisplay& display)
{
    if (display.hasStatistics)
    {
        return FormatStatistics(response);
    }
    return display.isIdentified ? FormatOrigin(response) : "";
}

std::string
FormatLong(const DigResponse& response, const DigDisplay& display)
{
    const auto& message = response.message;
    std::string text;
    if (display.hasComments)
    {
        text = ";; Got answer:\n" + FormatHeader(message) + FormatEdns(message);
    }
    return text + FormatSections(message, display) + FormatEnd(response, display);
}

/// The data alone; of a trace with their types.
std::string
FormatShort(const DigResponse& response, const DigQuery& query)
{
    const auto end = query.display.isIdentified
                         ? " from server " + response.server.address + " in " +
                               FormatMilliseconds(response.queryTime) + " ms.\n"
                         : "\n";
    std::string text;
    for (const auto& record : response.message.answers)
    {
        text += query.isTrace ? ToString(record.GetType()) + ' ' : "";
        text += ToString(record.data) + end;
    }
    return text;
}

/// Writes the events of one query.
struct EventFormatter
{
    std::string operator()(const DigResponse& response) const
    {
        if (!query.display.isShort)
        {
            return FormatLong(response, query.display);
        }
        return query.display.hasAnswer ? FormatShort(response, query) : "";
    }

    std::string operator()(const DigFailure& failure) const
    {
        return ";; communications error to " + FormatServer(failure.server) + ": " +
               failure.reason + '\n';
    }

    std::string operator()(const DigNote& note) const
    {
        return note.isFault || query.display.hasComments ? ";; " + note.text + '\n' : "";
    }

    const DigQuery& query;
};

/// The last line where nobody has answered.
std::string
FormatSilence(const std::vector<DigEvent>& events)
{
    const bool isRefused = std::any_of(events.begin(), events.end(), [](const DigEvent& event) {
        const auto* const failure = std::get_if<DigFailure>(&event);
        return failure != nullptr && failure->reason != TIMED_OUT;
    });
    return std::string(isRefused ? ";; " : ";; connection timed out; ") +
           "no servers could be reached\n";
}

} // namespace

std::string
FormatDigGreeting(std::string_view words)
{
    return "\n; <<>> Postroad dig <<>> " + std::string(words) + "\n;; global options: +cmd\n";
}

std::string
FormatDig(const DigQuery& query, const std::vector<DigEvent>& events)
{
    const EventFormatter formatter{query};
    std::string text;
    for (const auto& event : events)
    {
        text += std::visit(formatter, event);
    }
    return IsAnswered(events) ? text : text + FormatSilence(events);
}

} // namespace ns3::postroad::dns
