#include "postroad/app/mail/script-client.h"

#include "postroad/app/agent/conversation.h"

#include "ns3/log.h"

#include <cstdint>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadScriptClient");
NS_OBJECT_ENSURE_REGISTERED(ScriptClient);

TypeId
ScriptClient::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::ScriptClient")
                            .SetParent<Agent>()
                            .SetGroupName("Postroad")
                            .AddConstructor<ScriptClient>();
    return tid;
}

ScriptClient::ScriptClient()
    : m_resolver(*this)
    , m_finder(m_resolver, [](std::size_t /* count */) { return std::size_t{0}; })
{
}

std::string
ScriptClient::GetRole() const
{
    return "client";
}

void
ScriptClient::Say(const ScriptTarget& target, const script::ScriptConfig& script)
{
    NS_LOG_FUNCTION(this << target.server << target.port);
    if (IsRunning())
    {
        StartTask(Converse(target, script));
    }
}

int64_t
ScriptClient::AssignStreams(int64_t stream)
{
    return m_resolver.AssignStreams(stream);
}

void
ScriptClient::DoStart()
{
    m_resolver.Open();
}

void
ScriptClient::DoStop()
{
    m_resolver.Close();
}

Task<>
ScriptClient::Converse(ScriptTarget target, script::ScriptConfig script)
{
    const auto found = co_await m_finder.FindAddresses(target.server);
    if (found.names.empty())
    {
        co_return;
    }
    const auto address = ToAddress({found.names.front(), target.port});
    Conversation<script::ScriptSession> peer(*this, target.protocol, *address, script);
    while (co_await peer.Next())
    {
    }
}

} // namespace ns3::postroad
