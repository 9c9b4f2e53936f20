/**
 * What expectations are checked against: the record of a finished run, the mail and the zones that
 * are left.
 */
#ifndef POSTROAD_SCENARIO_RUN_FACTS_H
#define POSTROAD_SCENARIO_RUN_FACTS_H

#include "postroad/event/event.h"
#include "postroad/spec/value/spec.h"
#include "postroad/wire/time-point.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// A message in a mailbox at the end of a run.
struct MailboxMessage
{
    std::string mailbox; ///< whose: "bob@b.net"
    bool isFetched;      ///< it stands in the user's mail program, not on the server
    std::string content; ///< as it stands there
};

/// A zone at the end of a run.
struct ZoneFile
{
    std::string name; ///< of its domain; empty for the root
    std::string text; ///< as a master file
};

/// A finished run.
struct RunFacts
{
    std::span<const event::Event> events;          ///< the record, in order
    std::vector<MailboxMessage> mail;              ///< in all mailboxes, in order
    std::vector<ZoneFile> zones;                   ///< all that are served, in order
    wire::TimePoint end;                           ///< when the last thing happened
    std::map<std::string, std::string> messageIds; ///< Message-ID without brackets, by Send::id
};

/// Which Message-ID each `send` got: a host's mail program submits in the order of its sends.
std::map<std::string, std::string>
FindMessageIds(const Spec& spec, std::span<const event::Event> events);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_RUN_FACTS_H
