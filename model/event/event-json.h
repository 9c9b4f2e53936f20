/**
 * An event as one line of JSON, the form of events.jsonl, and back.
 *
 *     {"t":0.012345678,"host":"mail.a.net","agent":"mta","kind":"line-received",
 *      "connection":{"number":1,"role":"server","protocol":"SMTP","local":"192.0.2.2:25",
 *      "remote":"192.0.2.1:49153"},"range":[0,18],"text":"EHLO alice.a.net"}
 *
 * The keys come in this order, then message_id and queue_id, then the fields of the kind; a key
 * with nothing to say is left out. Times are decimal seconds with nine places, exact. Texts are
 * octets, written as json-text.h tells.
 */
#ifndef POSTROAD_EVENT_EVENT_JSON_H
#define POSTROAD_EVENT_EVENT_JSON_H

#include "postroad/event/event.h"
#include "postroad/wire/result.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace ns3::postroad::event
{

/// Appends the event as a JSON object, without a line ending.
void AppendJson(std::string& out, const Event& event);

/// The event as a JSON object, without a line ending.
std::string SerializeJson(const Event& event);

/// Reads the lines of one record, in order, so that events of one connection share it again.
class EventJsonReader
{
  public:
    /// The event that a line holds, or what is wrong with the line.
    wire::Result<Event> Parse(std::string_view line);

  private:
    /// The latest connection by host and both ends.
    std::map<std::string, std::shared_ptr<const Connection>> m_connections;
};

} // namespace ns3::postroad::event

#endif // POSTROAD_EVENT_EVENT_JSON_H
