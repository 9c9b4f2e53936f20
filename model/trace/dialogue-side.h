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

#include <cstdint>
#include <map>
#include <string>

namespace ns3::postroad::trace
{

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
    /// A connection as one host counts it.
    struct Side
    {
        std::string host;
        std::uint32_t number{0};

        bool operator==(const Side&) const = default;
    };

    std::map<std::string, Side> m_shown; ///< by both endpoints, the client's first
};

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_DIALOGUE_SIDE_H
