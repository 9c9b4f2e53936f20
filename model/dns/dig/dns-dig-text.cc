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

std::string
FormatQuestions(const std::vector<Question>& questions)
{
    const LineColumns columns;
    std::string text;
    for (const auto& question : questions)
    {
        ColumnLine line;
        line.Append(';' + question.name.ToString());
        line.AppendAt(columns.recordClass, ToString(question.recordClass));
        line.AppendAt(columns.type, ToString(question.type));
        text += line.TakeText() + '\n';
    }
    return text.empty() ? text : ";; QUESTION SECTION:\n" + text + '\n';
}

std::string
FormatRecords(const std::vector<Record>& records)
{
    std::string text;
    for (const auto& record : records)
    {
        text += record.ToString() + '\n';
    }
    return text;
}

std::string
FormatSection(std::string_view name, const std::vector<Record>& records)
{
    return records.empty()
               ? std::string()
               : ";; " + std::string(name) + " SECTION:\n" + FormatRecords(records) + '\n';
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
FormatWhole(const DigResponse& response)
{
    const auto& message = response.message;
    return ";; Got answer:\n" + FormatHeader(message) + FormatEdns(message) +
           FormatQuestions(message.questions) + FormatSection("ANSWER", message.answers) +
           FormatSection("AUTHORITY", message.authorities) +
           FormatSection("ADDITIONAL", message.additionals) +
           ";; Query time: " + FormatMilliseconds(response.queryTime) +
           " msec\n;; SERVER: " + FormatServer(response.server) +
           (response.transport == Transport::TCP ? " (TCP)" : " (UDP)") +
           "\n;; WHEN: " + FormatDigDate(response.when) +
           "\n;; MSG SIZE  rcvd: " + std::to_string(response.size) + "\n\n";
}

std::string
FormatShort(const DigResponse& response)
{
    std::string text;
    for (const auto& record : response.message.answers)
    {
        text += ToString(record.data) + '\n';
    }
    return text;
}

/// One step of a trace.
std::string
FormatStep(const DigResponse& response)
{
    return FormatRecords(response.message.answers) + FormatRecords(response.message.authorities) +
           ";; Received " + std::to_string(response.size) + " bytes from " +
           FormatServer(response.server) + " in " + FormatMilliseconds(response.queryTime) +
           " ms\n\n";
}

/// Writes the events of one query.
struct EventFormatter
{
    std::string operator()(const DigResponse& response) const
    {
        if (query.isShort)
        {
            return FormatShort(response);
        }
        return query.isTrace ? FormatStep(response) : FormatWhole(response);
    }

    std::string operator()(const DigFailure& failure) const
    {
        return ";; communications error to " + FormatServer(failure.server) + ": " +
               failure.reason + '\n';
    }

    std::string operator()(const DigNote& note) const
    {
        return ";; " + note.text + '\n';
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
FormatDig(const DigQuery& query, std::string_view words, const std::vector<DigEvent>& events)
{
    std::string text;
    if (!query.isShort)
    {
        text = "\n; <<>> Postroad dig <<>> " + std::string(words) + "\n;; global options: +cmd\n";
    }
    const EventFormatter formatter{query};
    for (const auto& event : events)
    {
        text += std::visit(formatter, event);
    }
    return IsAnswered(events) ? text : text + FormatSilence(events);
}

} // namespace ns3::postroad::dns
