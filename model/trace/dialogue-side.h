/**
 * Picks the side from whose words a dialogue is shown, so that no line is shown twice.
 *
 * Both ends of a connection report each line. The first end to report one is shown from then on:
 * with SMTP, POP3 and IMAP that is the server, which speaks first; when only one end is in the
 * record, it is that one. The rule needs no look ahead, so a live run and a file give the same.
 */
#ifndef POSTROAD_TRACE_DIALOGUE_SIDE_H
#define POSTROAD_TRACE_DIALOGUE_SIDE_H

#include "postroad/event/event.h"

#include <map>
#include <string>

namespace ns3::postroad::trace
{

/// One end of a connection; a host may be both.
struct ConnectionEnd
{
    std::string host;                      ///< the host's name
    event::Role role{event::Role::CLIENT}; ///< which end

    bool operator==(const ConnectionEnd&) const = default;
};

/// The end that tells of an event, which must have a connection.
ConnectionEnd GetEnd(const event::Event& event);

/// What a connection is called from both ends alike: both endpoints, the client's first.
std::string MakeConnectionKey(const event::Connection& connection);

/// True for a line or a message, in either direction.
bool IsDialogue(const event::Event& event);

/// True when what a dialogue event reports was said by the client.
bool IsFromClient(const event::Event& event);

/// Told of every event in order; says of each whether it belongs to the side that is shown.
class DialogueSide
{
  public:
    /// True for a dialogue event of the side that is shown.
    bool Shows(const event::Event& event);

  private:
    std::map<std::string, ConnectionEnd> m_shown; ///< by MakeConnectionKey()
};

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_DIALOGUE_SIDE_H
