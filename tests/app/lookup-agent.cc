#include "app/lookup-agent.h"

#include <cstdint>

namespace ns3::postroad::test
{

TypeId
LookupAgent::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::postroad::test::LookupAgent").SetParent<Agent>().AddConstructor<LookupAgent>();
    return tid;
}

LookupAgent::LookupAgent()
    : m_resolver(*this)
{
}

std::string
LookupAgent::GetRole() const
{
    return "asker";
}

int64_t
LookupAgent::AssignStreams(int64_t stream)
{
    return m_resolver.AssignStreams(stream);
}

void
LookupAgent::LookUp(const std::string& name, dns::RecordType type)
{
    StartTask(Wait(name, type));
}

Task<>
LookupAgent::Wait(std::string name, dns::RecordType type)
{
    const auto lookup = co_await m_resolver.Lookup(name, type);
    ended.push_back(lookup);
}

void
LookupAgent::DoStart()
{
    m_resolver.Open();
}

void
LookupAgent::DoStop()
{
    m_resolver.Close();
}

} // namespace ns3::postroad::test
