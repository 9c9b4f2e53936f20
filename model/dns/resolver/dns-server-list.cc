#include "postroad/dns/resolver/dns-server-list.h"

#include <algorithm>

namespace ns3::postroad::dns
{

void
ServerList::Add(const Name& name, const std::string& address)
{
    const bool isThere =
        std::any_of(m_servers.begin(), m_servers.end(), [&address](const auto& server) {
            return server.address == address;
        });
    if (!isThere && m_servers.size() < LIMIT)
    {
        m_servers.push_back({name, address});
    }
}

std::optional<ServerList::Turn>
ServerList::TakeTurn(std::size_t rounds)
{
    std::optional<Turn> next;
    for (std::size_t i = 0; i < m_servers.size(); ++i)
    {
        const auto& server = m_servers[i];
        const std::size_t least = next ? next->round : rounds;
        if (!server.hasFailed && server.turns < least)
        {
            next = Turn{i, server.turns};
        }
    }
    if (next)
    {
        ++m_servers[next->server].turns;
    }
    return next;
}

} // namespace ns3::postroad::dns
