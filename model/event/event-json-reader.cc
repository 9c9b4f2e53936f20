#include "postroad/event/event-fields.h"
#include "postroad/event/event-json.h"
#include "postroad/text/json-text.h"
#include "postroad/text/json-value.h"
#include "postroad/text/time-text.h"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>

namespace ns3::postroad::event
{

namespace
{

/// The keys that all events have.
constexpr std::string_view COMMON[] =
    {"t", "host", "agent", "kind", "connection", "range", "message_id", "queue_id"};

/// The keys of a connection.
constexpr std::string_view IN_CONNECTION[] = {"number", "role", "protocol", "local", "remote"};

/// What is wrong with a line. Thrown and caught in this file only: a line is taken or refused as a
/// whole, and each of its values may be what is wrong.
struct BadLine : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

[[noreturn]] void
Fail(std::string_view key, std::string_view expected)
{
    throw BadLine("'" + std::string(key) + "': expected " + std::string(expected));
}

/// The value as a T, or a fault that says what was expected at this key.
template <typename T>
const T&
Expect(const text::JsonValue& value, std::string_view key, std::string_view expected)
{
    const auto* const found = std::get_if<T>(&value.content);
    if (!found)
    {
        Fail(key, expected);
    }
    return *found;
}

const text::JsonValue&
GetMember(const text::JsonObject& object, std::string_view key)
{
    const auto* const value = Find(object, key);
    if (!value)
    {
        throw BadLine("no key '" + std::string(key) + "'");
    }
    return *value;
}

std::string
ReadText(const text::JsonValue& value, std::string_view key)
{
    return text::DecodeJsonText(Expect<std::string>(value, key, "a text"));
}

std::string
ReadTextIfThere(const text::JsonObject& object, std::string_view key)
{
    const auto* const value = Find(object, key);
    return value ? ReadText(*value, key) : std::string();
}

std::int64_t
ReadNumber(const text::JsonValue& value, std::string_view key)
{
    const auto number = Expect<std::int64_t>(value, key, "a whole number");
    if (number < 0)
    {
        Fail(key, "a number that is not negative");
    }
    return number;
}

wire::TimePoint
ReadTime(const text::JsonValue& value, std::string_view key)
{
    const auto* const number = std::get_if<text::JsonDecimal>(&value.content);
    const auto seconds = text::ParseSeconds(number ? number->text : "");
    if (!seconds)
    {
        Fail(key, "seconds such as 0.123456789");
    }
    return wire::TimePoint(*seconds);
}

EventKind
ReadKind(const text::JsonObject& object)
{
    const auto name = ReadText(GetMember(object, "kind"), "kind");
    const auto kind = FindEventKind(name);
    if (!kind)
    {
        Fail("kind", "a kind of event such as 'line-sent', found '" + name + "'");
    }
    return *kind;
}

wire::Endpoint
ReadEndpoint(const text::JsonObject& object, std::string_view key)
{
    const auto endpoint = wire::ParseEndpoint(ReadText(GetMember(object, key), key));
    if (!endpoint)
    {
        Fail(key, "an address and a port such as '192.0.2.1:25'");
    }
    return *endpoint;
}

wire::ByteRange
ReadRange(const text::JsonValue& value)
{
    const auto& ends = Expect<text::JsonArray>(value, "range", "two numbers");
    if (ends.size() != 2)
    {
        Fail("range", "two numbers");
    }
    const auto begin = static_cast<std::uint64_t>(ReadNumber(ends[0], "range"));
    const auto end = static_cast<std::uint64_t>(ReadNumber(ends[1], "range"));
    if (end < begin)
    {
        Fail("range", "an end that is not before the begin");
    }
    return {begin, end};
}

void
Read(const text::JsonValue& value, std::string_view key, std::string& text)
{
    text = ReadText(value, key);
}

void
Read(const text::JsonValue& value, std::string_view key, wire::TimePoint& time)
{
    time = ReadTime(value, key);
}

template <std::unsigned_integral T>
void
Read(const text::JsonValue& value, std::string_view key, T& number)
{
    const auto read = ReadNumber(value, key);
    if (!std::in_range<T>(read))
    {
        Fail(key, "at most " + std::to_string(std::numeric_limits<T>::max()));
    }
    number = static_cast<T>(read);
}

void
Read(const text::JsonValue& value, std::string_view key, Texts& texts)
{
    for (const auto& each : Expect<text::JsonArray>(value, key, "a list of texts"))
    {
        texts.push_back(ReadText(each, key));
    }
}

void
Read(const text::JsonValue& value, std::string_view key, bool& flag)
{
    const auto* const number = std::get_if<std::int64_t>(&value.content);
    if (!number || *number != 1)
    {
        Fail(key, "1");
    }
    flag = true;
}

/// Reads a detail that is always there.
template <typename T>
void
ReadField(const text::JsonObject& object, std::string_view name, T& member)
{
    Read(GetMember(object, name), name, member);
}

template <typename T>
void
ReadField(const text::JsonObject& object, std::string_view name, std::optional<T>& member)
{
    if (const auto* const value = Find(object, name))
    {
        Read(*value, name, member.emplace());
    }
}

void
ReadField(const text::JsonObject& object, std::string_view name, bool& member)
{
    if (const auto* const value = Find(object, name))
    {
        Read(*value, name, member);
    }
}

Connection
ReadConnection(const text::JsonValue& value)
{
    const auto& object = Expect<text::JsonObject>(value, "connection", "an object");
    for (const auto& [key, member] : object)
    {
        if (std::ranges::find(IN_CONNECTION, key) == std::end(IN_CONNECTION))
        {
            throw BadLine("a connection has no key '" + key + "'");
        }
    }
    Connection connection;
    const auto role = FindRole(ReadText(GetMember(object, "role"), "role"));
    if (!role)
    {
        Fail("role", "'client' or 'server'");
    }
    connection.role = *role;
    ReadField(object, "number", connection.number);
    ReadField(object, "protocol", connection.protocol);
    connection.local = ReadEndpoint(object, "local");
    connection.remote = ReadEndpoint(object, "remote");
    return connection;
}

/// Every key is one of those that all events have, or one of this kind.
void
RequireKeys(const text::JsonObject& object, const EventKindInfo& kind)
{
    for (const auto& [key, value] : object)
    {
        const auto isKey = [&key = key](const FieldInfo& field) { return field.name == key; };
        if (std::ranges::find(COMMON, key) == std::end(COMMON) &&
            std::ranges::none_of(kind.fields, isKey))
        {
            throw BadLine("a " + std::string(kind.name) + " has no key '" + key + "'");
        }
    }
}

Details
ReadDetails(const text::JsonObject& object, EventKind kind)
{
    RequireKeys(object, GetInfo(kind));
    auto details = MakeDetails(kind);
    const auto read = [&object](std::string_view name, auto& member) {
        ReadField(object, name, member);
    };
    std::visit([&read](auto& each) { VisitFields(each, read); }, details);
    return details;
}

Event
ReadEvent(const text::JsonObject& object)
{
    Event event;
    event.time = ReadTime(GetMember(object, "t"), "t");
    event.kind = ReadKind(object);
    event.host = ReadText(GetMember(object, "host"), "host");
    event.agent = ReadTextIfThere(object, "agent");
    event.messageId = ReadTextIfThere(object, "message_id");
    event.queueId = ReadTextIfThere(object, "queue_id");
    if (const auto* const range = Find(object, "range"))
    {
        event.range = ReadRange(*range);
    }
    if (const auto* const connection = Find(object, "connection"))
    {
        event.connection = std::make_shared<const Connection>(ReadConnection(*connection));
    }
    event.details = ReadDetails(object, event.kind);
    return event;
}

} // namespace

wire::Result<Event>
EventJsonReader::Parse(std::string_view line)
{
    const auto value = text::ParseJson(line);
    if (!value)
    {
        return value.GetError();
    }
    try
    {
        auto event = ReadEvent(Expect<text::JsonObject>(*value, "line", "a JSON object"));
        if (event.connection)
        {
            const auto& connection = *event.connection;
            auto& shared = m_connections[event.host + ' ' + Serialize(connection.local) + ' ' +
                                         Serialize(connection.remote)];
            if (!shared || *shared != connection)
            {
                shared = event.connection;
            }
            event.connection = shared;
        }
        return event;
    }
    catch (const BadLine& fault)
    {
        return wire::Error{wire::ErrorKind::SYNTAX, 0, fault.what()};
    }
}

} // namespace ns3::postroad::event
