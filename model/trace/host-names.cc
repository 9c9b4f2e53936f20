#include "postroad/trace/host-names.h"

#include <algorithm>

namespace ns3::postroad::trace
{

namespace
{

/// True for a connection within one host, by an address that every host may have.
bool
SpeaksToItself(const event::Connection& connection)
{
    return connection.local.address == connection.remote.address;
}

} // namespace

void
HostNames::OnEvent(const event::Event& event)
{
    if (event.kind == event::EventKind::HOST_UP)
    {
        const auto& addresses = event.Get<event::HostStart>().addresses;
        for (const auto& address : addresses ? *addresses : event::Texts())
        {
            Learn(address, event.host);
        }
    }
    if (event.kind == event::EventKind::CONNECTION_OPENED && event.connection &&
        !SpeaksToItself(*event.connection))
    {
        Learn(event.connection->local.address, event.host);
    }
    m_width = std::max(m_width, event.host.size());
}

void
HostNames::Learn(const std::string& address, const std::string& host)
{
    m_hosts.insert_or_assign(address, host);
}

std::string
HostNames::Find(std::string_view address) const
{
    const auto host = m_hosts.find(address);
    return host == m_hosts.end() ? std::string(address) : host->second;
}

std::string
HostNames::FindClient(const event::Event& event) const
{
    const auto& connection = *event.connection;
    const bool isHere = connection.role == event::Role::CLIENT || SpeaksToItself(connection);
    return isHere ? event.host : Find(connection.remote.address);
}

std::string
HostNames::FindServer(const event::Event& event) const
{
    const auto& connection = *event.connection;
    const bool isHere = connection.role == event::Role::SERVER || SpeaksToItself(connection);
    return isHere ? event.host : Find(connection.remote.address);
}

bool
HostNames::IsTeller(const event::Event& event) const
{
    const auto& client = event.connection->GetClient().address;
    return event.connection->role == event::Role::CLIENT || m_hosts.find(client) == m_hosts.end();
}

} // namespace ns3::postroad::trace
