#include "postroad/event/event-json.h"
#include "postroad/text/json-text.h"
#include "postroad/text/time-text.h"

#include <charconv>
#include <cstdint>

namespace ns3::postroad::event
{

namespace
{

/// Room for what one event takes in most cases, so that the line is not moved while it grows.
constexpr std::size_t USUAL_LINE = 512;

template <typename T>
void
AppendNumber(std::string& out, T number)
{
    char digits[24];
    const auto [end, error] = std::to_chars(digits, digits + sizeof(digits), number);
    out.append(digits, end);
}

/// Writes a field's value, whichever type it has.
struct ValueWriter
{
    std::string& out;

    void operator()(std::int64_t number) const
    {
        AppendNumber(out, number);
    }

    void operator()(wire::TimePoint time) const
    {
        text::AppendSeconds(out, time.time_since_epoch());
    }

    void operator()(const std::string& text) const
    {
        text::AppendJsonText(out, text);
    }

    void operator()(const std::vector<std::string>& texts) const
    {
        out += '[';
        for (const auto& text : texts)
        {
            if (&text != &texts.front())
            {
                out += ',';
            }
            text::AppendJsonText(out, text);
        }
        out += ']';
    }
};

/// Appends a text behind its key, which comes as it is written: `,"host":`.
void
AppendTextUnlessEmpty(std::string& out, std::string_view key, std::string_view text)
{
    if (!text.empty())
    {
        out += key;
        text::AppendJsonText(out, text);
    }
}

/// Addresses and port numbers hold nothing that JSON would escape.
void
AppendEndpoint(std::string& out, const wire::Endpoint& endpoint)
{
    out += '"';
    AppendText(out, endpoint);
    out += '"';
}

void
AppendConnection(std::string& out, const Connection& connection)
{
    out += R"(,"connection":{"number":)";
    AppendNumber(out, connection.number);
    out += R"(,"role":")";
    out += GetName(connection.role);
    out += R"(","protocol":)";
    text::AppendJsonText(out, connection.protocol);
    out += R"(,"local":)";
    AppendEndpoint(out, connection.local);
    out += R"(,"remote":)";
    AppendEndpoint(out, connection.remote);
    out += '}';
}

void
AppendRange(std::string& out, const wire::ByteRange& range)
{
    out += R"(,"range":[)";
    AppendNumber(out, range.begin);
    out += ',';
    AppendNumber(out, range.end);
    out += ']';
}

} // namespace

void
AppendJson(std::string& out, const Event& event)
{
    out += R"({"t":)";
    text::AppendSeconds(out, event.time.time_since_epoch());
    out += R"(,"host":)";
    text::AppendJsonText(out, event.host);
    AppendTextUnlessEmpty(out, R"(,"agent":)", event.agent);
    out += R"(,"kind":")";
    out += GetName(event.kind);
    out += '"';
    if (event.connection)
    {
        AppendConnection(out, *event.connection);
    }
    if (event.range != wire::ByteRange())
    {
        AppendRange(out, event.range);
    }
    AppendTextUnlessEmpty(out, R"(,"message_id":)", event.messageId);
    AppendTextUnlessEmpty(out, R"(,"queue_id":)", event.queueId);
    for (const auto& [name, value] : event.fields)
    {
        out += ",\"";
        out += name;
        out += "\":";
        std::visit(ValueWriter{out}, value);
    }
    out += '}';
}

std::string
SerializeJson(const Event& event)
{
    std::string line;
    line.reserve(USUAL_LINE);
    AppendJson(line, event);
    return line;
}

} // namespace ns3::postroad::event
