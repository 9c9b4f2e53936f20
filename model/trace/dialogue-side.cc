#include "postroad/trace/dialogue-side.h"

namespace ns3::postroad::trace
{

using event::EventKind;

ConnectionEnd
GetEnd(const event::Event& event)
{
    return {event.host, event.connection->role};
}

std::string
MakeConnectionKey(const event::Connection& connection)
{
    return Serialize(connection.GetClient()) + ' ' + Serialize(connection.GetServer());
}

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
    const auto key = MakeConnectionKey(*event.connection);
    const auto end = GetEnd(event);
    if (isOpening)
    {
        // The same ports again: what was said in the old connection counts no longer.
        const auto old = m_shown.find(key);
        if (old != m_shown.end() && old->second == end)
        {
            m_shown.erase(old);
        }
        return false;
    }
    return m_shown.try_emplace(key, end).first->second == end;
}

} // namespace ns3::postroad::trace
