#include "postroad/view/received-table.h"

#include "postroad/mail/mail-date.h"
#include "postroad/mail/mail-message.h"
#include "postroad/mail/received-field.h"
#include "postroad/text/ascii.h"
#include "postroad/text/time-text.h"
#include "postroad/text/utf8.h"
#include "postroad/view/text-table.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace ns3::postroad::view
{

using event::Event;
using event::EventKind;

namespace
{

ReceivedRow
ReadField(const mail::HeaderField& field)
{
    ReceivedRow row;
    const auto received = mail::ParseReceivedField(field);
    if (!received)
    {
        row.fault = received.GetError().reason;
        return row;
    }
    if (received->from)
    {
        row.from = received->from->domain;
        row.address = received->from->tcpInfo ? received->from->tcpInfo->addressLiteral : "";
    }
    row.by = received->by.domain;
    row.with = received->with;
    row.id = received->id;
    row.recipient = received->forPath ? received->forPath->mailbox.ToString() : "";
    row.date = received->date;
    return row;
}

/// The event by which the writer of a row took the message.
const Event*
FindQueued(const ReceivedRow& row, std::span<const Event> events)
{
    const auto queued = std::find_if(events.begin(), events.end(), [&row](const Event& event) {
        return event.kind == EventKind::MESSAGE_QUEUED && event.queueId == row.id &&
               text::EqualsIgnoringCase(event.host, row.by);
    });
    return row.id.empty() || queued == events.end() ? nullptr : &*queued;
}

/// The event by which the message of `queued` came to that host: the last one before it, on its
/// connection where it names one.
const Event*
FindContent(const Event& queued, std::span<const Event> events)
{
    const Event* content = nullptr;
    for (const auto& event : events)
    {
        const bool isHere = event.kind == EventKind::CONTENT_RECEIVED &&
                            event.host == queued.host && event.time <= queued.time &&
                            (!queued.connection || queued.connection == event.connection);
        content = isHere ? &event : content;
    }
    return content;
}

void
JoinWithRecord(ReceivedRow& row, std::span<const Event> events)
{
    const auto* const queued = FindQueued(row, events);
    if (!queued)
    {
        return;
    }
    row.time = queued->time;
    if (const auto* const content = FindContent(*queued, events))
    {
        row.connection = content->connection;
        row.range = content->range;
    }
}

/// "+2 s", "+1 h 30 min"
std::string
FormatDelay(std::int64_t seconds)
{
    const std::chrono::seconds delay(seconds);
    const bool isLong = std::chrono::abs(delay) >= std::chrono::minutes(1);
    return (seconds > 0 ? "+" : "") +
           (isLong ? text::FormatSpan(delay) : std::to_string(seconds) + " s");
}

TextRow
FormatRow(const ReceivedRow& row, std::size_t hop)
{
    if (!row.fault.empty())
    {
        return {std::to_string(hop), "unreadable: " + row.fault, "", "", "", "", "", ""};
    }
    const auto from = row.from + (row.address.empty() ? "" : ' ' + row.address);
    return {std::to_string(hop),
            text::MakePrintable(from),
            text::MakePrintable(row.by),
            text::MakePrintable(row.with),
            text::MakePrintable(row.id),
            row.date ? mail::FormatDate(*row.date) : "",
            row.delay ? FormatDelay(*row.delay) : "",
            row.time ? text::FormatSeconds(*row.time, text::MICROSECOND_DIGITS) + " s" : ""};
}

} // namespace

std::vector<ReceivedRow>
MakeReceivedRows(std::string_view message, std::span<const Event> events)
{
    const auto parsed = mail::ParseMessage(message);
    const auto fields = parsed.FindAll(mail::ReceivedField::NAME);
    std::vector<ReceivedRow> rows;
    std::optional<std::int64_t> previous;
    for (auto field = fields.rbegin(); field != fields.rend(); ++field)
    {
        auto row = ReadField(**field);
        JoinWithRecord(row, events);
        if (row.date && previous)
        {
            row.delay = row.date->unixSeconds - *previous;
        }
        previous = row.date ? std::optional(row.date->unixSeconds) : previous;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string
FormatReceivedTable(const std::vector<ReceivedRow>& rows)
{
    std::vector<TextRow> table{
        {"hop", "from", "by", "with", "id", "date by the host's clock", "delay", "true time"}};
    for (const auto& row : rows)
    {
        table.push_back(FormatRow(row, table.size()));
    }
    return FormatTable(table);
}

} // namespace ns3::postroad::view
