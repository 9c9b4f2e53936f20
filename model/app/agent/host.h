/**
 * What the agents of one simulated host have in common: its name, its clock, its resolvers'
 * addresses and its disk.
 *
 * Aggregated to the Node. Agents on different hosts share nothing but the wire; this object is
 * never looked at from another host. What is on the disk (mailboxes, accounts) outlives a power
 * cut.
 */
#ifndef POSTROAD_APP_AGENT_HOST_H
#define POSTROAD_APP_AGENT_HOST_H

#include "postroad/store/mail-store.h"
#include "postroad/wire/wall-clock.h"

#include "ns3/node.h"
#include "ns3/object.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad
{

/// One simulated computer, apart from its network stack.
class Host : public Object
{
  public:
    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    /// The host of a node; made, with the name "node-<id>", when there is none yet.
    static Ptr<Host> Of(Ptr<Node> node);

    /// \param name the fully qualified domain name, as in Received fields: "mail.a.net"
    void SetName(const std::string& name);
    const std::string& GetName() const;

    void SetClock(const wire::WallClock& clock);

    const wire::WallClock& GetClock() const
    {
        return m_clock;
    }

    /// What the clock on the wall shows now.
    wire::WallTime GetWallTime() const;

    /// \param addresses the name servers that this host's agents ask, in order: "10.0.0.53"
    void SetResolvers(std::vector<std::string> addresses);
    const std::vector<std::string>& GetResolvers() const;

    /// A user's account; its name is also that of the user's mailbox.
    /// \param password in clear, as its user types it
    void AddAccount(const store::MailboxName& user, const std::string& password);
    bool IsPassword(const store::MailboxName& user, const std::string& password) const;
    bool HasAccount(const store::MailboxName& user) const;

    /// The account that a login names: by its full address, or by the local part alone where no
    /// other account of the host has the same.
    std::optional<store::MailboxName> FindAccount(std::string_view login) const;

    /// The mailboxes on this host's disk.
    store::MailStore& GetMailStore();

    /// A number for a connection, counted from 1 on this host.
    std::uint32_t NextConnectionNumber();

  private:
    void DoDispose() override;

    std::string m_name;
    wire::WallClock m_clock;
    std::vector<std::string> m_resolvers;
    std::map<store::MailboxName, std::string> m_accounts;
    store::MailStore m_mailStore;
    std::uint32_t m_connections{0};
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_AGENT_HOST_H
