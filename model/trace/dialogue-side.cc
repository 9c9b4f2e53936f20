#include "postroad/trace/dialogue-side.h"

namespace ns3::postroad::trace
{

using event::EventKind;

bool
IsDialogue(const event::Event& event)
{
    return event.connection &&
           (event.kind == EventKind::LINE_SENT || event.kind == EventKind::LINE_RECEIVED ||
            event.kind == EventKind::CONTENT_SENT || event.kind == EventKind::CONTENT_RECEIVED);
}

bool
IsFromClient(const event::Event& event)
{
    const bool isSent = event.kind == EventKind::LINE_SENT || event.kind == EventKind::CONTENT_SENT;
    return isSent == (event.connection->role == event::Role::CLIENT);
}

bool
DialogueSide::Shows(const event::Event& event)
{
    const bool isOpening = event.connection && event.kind == EventKind::CONNECTION_OPENED;
    if (!isOpening && !IsDialogue(event))
    {
        return false;
    }
    const auto& connection = *event.connection;
    const auto key = Serialize(connection.GetClient()) + ' ' + Serialize(connection.GetServer());
    const Side side{event.host, connection.number};
    if (isOpening)
    {
        // The same ports again: what was said in the old connection counts no longer.
        const auto old = m_shown.find(key);
        if (old != m_shown.end() && old->second.host == event.host)
        {
            m_shown.erase(old);
        }
        return false;
    }
    return m_shown.try_emplace(key, side).first->second == side;
}

} // namespace ns3::postroad::trace
