#include "postroad/event/event-fields.h"
#include "postroad/event/event-json.h"
#include "postroad/text/json-text.h"
#include "postroad/text/time-text.h"

#include <charconv>
#include <concepts>
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

template <std::integral T>
void
AppendValue(std::string& out, T number)
{
    AppendNumber(out, number);
}

void
AppendValue(std::string& out, wire::TimePoint time)
{
    text::AppendSeconds(out, time.time_since_epoch());
}

void
AppendValue(std::string& out, const std::string& text)
{
    text::AppendJsonText(out, text);
}

void
AppendValue(std::string& out, const Texts& texts)
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

template <typename T>
void
AppendField(std::string& out, std::string_view name, const T& value)
{
    out += ",\"";
    out += name;
    out += "\":";
    AppendValue(out, value);
}

template <typename T>
void
AppendField(std::string& out, std::string_view name, const std::optional<T>& value)
{
    if (value)
    {
        AppendField(out, name, *value);
    }
}

void
AppendField(std::string& out, std::string_view name, bool isSet)
{
    if (isSet)
    {
        AppendField(out, name, 1);
    }
}

void
AppendDetails(std::string& out, const Details& details)
{
    const auto append = [&out](std::string_view name, const auto& value) {
        AppendField(out, name, value);
    };
    std::visit([&append](const auto& each) { VisitFields(each, append); }, details);
}

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
    AppendDetails(out, event.details);
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
