#include "postroad/app/agent/host.h"

#include "postroad/net/virtual-time.h"

#include <cstdint>

namespace ns3::postroad
{

NS_OBJECT_ENSURE_REGISTERED(Host);

TypeId
Host::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::Host")
                            .SetParent<Object>()
                            .SetGroupName("Postroad")
                            .AddConstructor<Host>();
    return tid;
}

Ptr<Host>
Host::Of(Ptr<Node> node)
{
    auto host = node->GetObject<Host>();
    if (!host)
    {
        host = CreateObject<Host>();
        host->SetName("node-" + std::to_string(node->GetId()));
        node->AggregateObject(host);
    }
    return host;
}

void
Host::SetName(const std::string& name)
{
    m_name = name;
}

const std::string&
Host::GetName() const
{
    return m_name;
}

void
Host::SetClock(const wire::WallClock& clock)
{
    m_clock = clock;
}

wire::WallTime
Host::GetWallTime() const
{
    return m_clock.At(GetNow());
}

void
Host::SetResolvers(std::vector<std::string> addresses)
{
    m_resolvers = std::move(addresses);
}

const std::vector<std::string>&
Host::GetResolvers() const
{
    return m_resolvers;
}

void
Host::AddAccount(const store::MailboxName& user, const std::string& password)
{
    m_accounts[user] = password;
}

bool
Host::IsPassword(const store::MailboxName& user, const std::string& password) const
{
    const auto account = m_accounts.find(user);
    return account != m_accounts.end() && account->second == password;
}

bool
Host::HasAccount(const store::MailboxName& user) const
{
    return m_accounts.count(user) > 0;
}

std::optional<store::MailboxName>
Host::FindAccount(std::string_view login) const
{
    if (const auto address = mail::ParseAddrSpec(login))
    {
        const store::MailboxName name(*address);
        return HasAccount(name) ? std::optional(name) : std::nullopt;
    }
    std::optional<store::MailboxName> found;
    for (const auto& [account, password] : m_accounts)
    {
        if (account.HasLocalPart(login))
        {
            if (found)
            {
                return std::nullopt;
            }
            found = account;
        }
    }
    return found;
}

store::MailStore&
Host::GetMailStore()
{
    return m_mailStore;
}

std::uint32_t
Host::NextConnectionNumber()
{
    return ++m_connections;
}

void
Host::DoDispose()
{
    m_mailStore = {};
    Object::DoDispose();
}

} // namespace ns3::postroad
