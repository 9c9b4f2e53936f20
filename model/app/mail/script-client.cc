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
        ReportFailure(target, found.failure.reason);
        co_return;
    }
    const auto address = ToAddress({found.names.front(), target.port});
    Conversation<script::ScriptSession> peer(*this, target.protocol, *address, script);
    std::size_t said = 0;
    std::string lastLine;
    while (const auto event = co_await peer.Next())
    {
        const auto& ended = std::get<script::ScriptEnded>(*event);
        said = ended.said;
        lastLine = ended.lastLine;
    }
    if (said < script.lines.size())
    {
        const auto last = lastLine.empty() ? "" : ", after \"" + lastLine + '"';
        ReportFailure(target,
                      std::to_string(said) + " of " + std::to_string(script.lines.size()) +
                          " lines were said when the connection ended: " + peer.GetEnd() + last);
    }
}

void
ScriptClient::ReportFailure(const ScriptTarget& target, const std::string& reason)
{
    Report([&] {
        const auto server = target.server + " port " + std::to_string(target.port);
        return event::Event(event::EventKind::SAY_FAILED,
                            event::SayFailure{server + ": " + reason});
    });
}

} // namespace ns3::postroad
