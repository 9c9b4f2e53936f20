/**
 * What submission and transfer agents have in common: they take messages over SMTP, put their trace
 * field on top, and send them on from a queue. They differ in whom they take mail from.
 */
#ifndef POSTROAD_APP_MAIL_RELAY_AGENT_H
#define POSTROAD_APP_MAIL_RELAY_AGENT_H

#include "postroad/app/agent.h"
#include "postroad/app/mail-delivery-agent.h"
#include "postroad/app/queue-runner.h"
#include "postroad/app/smtp-service.h"
#include "postroad/route/relay-policy.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace ns3::postroad
{

/// A host's SMTP server and queue.
class MailRelayAgent
    : public Agent
    , private SmtpServiceOwner
{
  public:
    /// A message with this many Received fields is in a loop (RFC 5321 section 6.3).
    static constexpr std::size_t HOP_LIMIT = 50;

    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    ~MailRelayAgent() override;

    /**
     * These clients may send to any domain.
     * \param networks addresses such as "192.0.2.1", or networks such as "192.0.2.0/24"; what is
     *        neither ends the simulation
     */
    void SetRelayClients(const std::set<std::string>& networks);

    /**
     * Mail for these domains is for mailboxes of this host.
     * \param domains their names
     * \param agent the delivery agent of this host
     */
    void SetLocalDomains(const std::set<std::string>& domains, Ptr<MailDeliveryAgent> agent);

    /// The messages that this agent is responsible for.
    const store::MessageQueue& GetQueue() const;

    int64_t AssignStreams(int64_t stream) override;

  protected:
    /// \param port the port to listen on, unless the attribute says otherwise
    explicit MailRelayAgent(std::uint16_t port);

    /// Whether anyone may send to mailboxes of this host, or only this agent's clients.
    virtual bool AcceptsOwnDomains() const = 0;

  private:
    void DoStart() override;
    void DoStop() override;
    void DoDispose() override;

    smtp::Reply CheckSender(const SmtpPeer& peer, const mime::ReversePath& sender) override;
    smtp::Reply CheckRecipient(const SmtpPeer& peer, const mime::ForwardPath& recipient) override;
    smtp::Reply
    TakeMessage(const SmtpPeer& peer, const mime::Envelope& envelope, std::string content) override;

    std::uint16_t m_defaultPort;
    std::uint16_t m_port{0}; ///< 0 for the default
    std::string m_smartHost;
    std::string m_banner;
    std::vector<route::ClientNetwork> m_relayClients;
    std::set<std::string> m_localDomains;   ///< in lower case
    Ptr<MailDeliveryAgent> m_deliveryAgent; ///< null when there are no local domains
    route::RelayPolicy m_policy;            ///< while the agent runs
    QueueRunner m_runner;
    std::unique_ptr<SmtpService> m_service;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_RELAY_AGENT_H
