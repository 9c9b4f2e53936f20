/**
 * A small mail network for tests of agents: hosts around one router, a name server with the zones
 * that the test writes, and everything that happened.
 */
#ifndef POSTROAD_TESTS_APP_MAIL_NETWORK_H
#define POSTROAD_TESTS_APP_MAIL_NETWORK_H

#include "postroad/app/agent/host.h"
#include "postroad/app/dns/dns-server.h"
#include "postroad/app/mail/mail-user-agent.h"
#include "postroad/event/event-sink.h"
#include "postroad/helper/agent-helper.h"
#include "postroad/topology/installed-network.h"
#include "postroad/trace/event-record.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::test
{

/// Hosts in a star, each 5 ms from the router, and "ns.test" that answers all their questions.
class MailNetwork
{
  public:
    /// \param hosts their names; each gets the address 10.0.0.0/8 that its link has
    explicit MailNetwork(const std::vector<std::string>& hosts);
    MailNetwork(const MailNetwork&) = delete;
    MailNetwork& operator=(const MailNetwork&) = delete;
    ~MailNetwork();

    /**
     * Adds a zone.
     * \param origin its name
     * \param lines records in presentation form; "%host%" stands for a host's address
     */
    void AddZone(const std::string& origin, const std::vector<std::string>& lines);

    /// Installs an agent on a host and listens to it.
    template <typename AgentType>
    Ptr<AgentType> Install(const std::string& host, AgentHelper<AgentType> helper = {})
    {
        const auto agent = helper.InstallAgent(m_network->GetNode(host));
        m_record.Connect(*agent);
        m_streams += agent->AssignStreams(m_streams);
        return agent;
    }

    /// A transfer agent with a delivery agent and mailboxes of `users`, such as "bob@b.test".
    Ptr<MailTransferAgent>
    InstallMailServer(const std::string& host, const std::vector<std::string>& users);

    /// A user agent that submits to port 25 of `server` at a given time, for all recipients.
    Ptr<MailUserAgent> SendAt(const Time& time,
                              const std::string& host,
                              const std::string& server,
                              const std::vector<mail::AddrSpec>& recipients);

    void RunUntil(const Time& time);

    /// An address of a host in text form.
    std::string GetAddress(const std::string& host) const;

    /// The messages in a mailbox of a host.
    std::size_t CountMessages(const std::string& host, const std::string& mailbox) const;

    /// All events of a kind, in words: "mta.a.test: bob@b.test at mx1.b.test: 250 2.0.0 Ok".
    std::vector<std::string> Tell(event::EventKind kind) const;

    const std::vector<event::Event>& GetEvents() const
    {
        return m_events.GetEvents();
    }

    InstalledNetwork& GetNetwork()
    {
        return *m_network;
    }

  private:
    Ptr<InstalledNetwork> m_network;
    Ptr<DnsServer> m_nameServer;
    trace::EventRecord m_record;
    event::EventList m_events;
    std::int64_t m_streams{0};
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_APP_MAIL_NETWORK_H
