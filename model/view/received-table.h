/**
 * The way of a message as its header tells it, beside what the record knows to be true.
 *
 * One row a Received field (RFC 5321 section 4.4), oldest first. Dates and delays are those of the
 * hosts' own clocks, so a delay is negative where clocks disagree. A row is joined with the record
 * by the queue id that the field names and the host that wrote it; from there on it leads to the
 * true time and to the octets of the connection that brought the message.
 */
#ifndef POSTROAD_VIEW_RECEIVED_TABLE_H
#define POSTROAD_VIEW_RECEIVED_TABLE_H

#include "postroad/event/event.h"
#include "postroad/wire/wall-clock.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::view
{

/// One hop.
struct ReceivedRow
{
    std::string from;                    ///< what the client called itself; may be empty
    std::string address;                 ///< its address by the connection: "[192.0.2.1]"
    std::string by;                      ///< who wrote the field
    std::string with;                    ///< "ESMTP"
    std::string id;                      ///< the writer's queue id
    std::string recipient;               ///< of the "for" clause; may be empty
    std::optional<wire::WallTime> date;  ///< by the writer's clock
    std::optional<std::int64_t> delay;   ///< seconds since the date of the row before
    std::optional<wire::TimePoint> time; ///< the true virtual time
    std::shared_ptr<const event::Connection> connection; ///< that brought the message
    wire::ByteRange range;                               ///< of the message in that connection
    std::string fault; ///< why the field could not be read; otherwise empty
};

/**
 * The rows of a message.
 * \param message the message with its header, as it stands in the mailbox
 * \param events the record of the run; may be empty
 */
std::vector<ReceivedRow>
MakeReceivedRows(std::string_view message, std::span<const event::Event> events);

/// The rows as a table in lines that end in LF.
std::string FormatReceivedTable(const std::vector<ReceivedRow>& rows);

} // namespace ns3::postroad::view

#endif // POSTROAD_VIEW_RECEIVED_TABLE_H
