/**
 * What submission and transfer agents have in common: they take messages over SMTP, put their trace
 * field on top, and send them on from a queue. They differ in whom they take mail from.
 */
#ifndef POSTROAD_APP_MAIL_MAIL_RELAY_AGENT_H
#define POSTROAD_APP_MAIL_MAIL_RELAY_AGENT_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/mail/mail-delivery-agent.h"
#include "postroad/app/mail/queue-runner.h"
#include "postroad/app/mail/smtp-service.h"
#include "postroad/policy/relay-policy.h"
#include "postroad/policy/server-behaviour-state.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad
{

/// A host's SMTP server and queue.
class MailRelayAgent
    : public Agent
    , protected SmtpServiceOwner
{
  public:
    /// A message with this many Received fields is in a loop (RFC 5321 section 6.3).
    static constexpr std::uint32_t HOP_LIMIT = 50;

    /// No message that would make the queue larger than this many octets is taken.
    static constexpr std::uint64_t QUEUE_LIMIT = 1'000'000'000;

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

    /// Clients from one more network may send to any domain.
    void AddRelayClient(const policy::ClientNetwork& network);

    /// How this agent answers beyond its policy. \param behaviour what else it does
    void SetBehaviour(const policy::ServerBehaviour& behaviour);

    /// When this agent tries again what it could not pass on, and over how many connections.
    /// \param settings the schedule counts at the first start alone, and what is not valid ends the
    ///        simulation
    void SetQueueSettings(const store::QueueSettings& settings);

    /**
     * Mail for these domains is for mailboxes of this host.
     * \param domains their names
     * \param agent the delivery agent of this host
     */
    void SetLocalDomains(const std::set<std::string>& domains, Ptr<MailDeliveryAgent> agent);

    /// Mail for these domains is taken from anyone and passed on: their mailboxes are elsewhere.
    void SetRelayDomains(const std::set<std::string>& domains);

    /// The host that a domain's mail goes to, whatever the DNS says: for an exchanger that passes
    /// on to a host that is none. \param hosts by domain
    void SetRoutes(std::map<mail::DomainName, mail::DomainName> hosts);

    /// The messages that this agent is responsible for.
    const store::MessageQueue& GetQueue() const;

    int64_t AssignStreams(int64_t stream) override;

  protected:
    /// \param port the port to listen on, unless the attribute says otherwise
    explicit MailRelayAgent(std::uint16_t port);

    /// Whether anyone may send to mailboxes of this host, or only this agent's clients.
    virtual bool AcceptsOwnDomains() const = 0;

    /// Whether a client at an address may send to any domain.
    bool IsRelayClient(std::string_view address) const;

    /// Decides on a sender. \return the reply to MAIL FROM
    virtual smtp::Reply JudgeSender(const SmtpPeer& peer, const mail::ReversePath& sender) const;

    /// What is queued of a message that was taken: as a rule, what came.
    virtual std::string Complete(const SmtpPeer& peer,
                                 const mail::Envelope& envelope,
                                 store::QueueId id,
                                 std::string content);

  private:
    void DoStart() override;
    void DoStop() override;
    void DoDispose() override;

    Task<smtp::Reply> CheckClient(const SmtpPeer& peer) override;
    Task<smtp::Reply> CheckSender(const SmtpPeer& peer, const mail::ReversePath& sender) override;
    Task<smtp::Reply>
    CheckRecipient(const SmtpPeer& peer, const mail::ForwardPath& recipient) override;
    Task<std::optional<smtp::Reply>>
    CheckUser(const SmtpPeer& peer, const smtp::UserAsked& user) override;
    Task<smtp::Reply> AcceptMessage(const SmtpPeer& peer,
                                    const mail::Envelope& envelope,
                                    std::string content) override;
    Task<> Think() const;
    bool MustDisconnect(policy::Stage stage) override;
    std::set<mail::DomainName> GetOwnDomains() const;
    QueueRunner::Config MakeRunnerConfig() const;

    std::uint16_t m_defaultPort;
    std::uint16_t m_port{0}; ///< 0 for the default
    std::string m_smartHost;
    std::string m_banner;
    bool m_isOpenRelay{false};
    store::QueueSettings m_queueSettings;
    std::uint32_t m_hopLimit{HOP_LIMIT};
    std::uint64_t m_queueLimit{QUEUE_LIMIT};
    std::uint32_t m_connectionLimit{StreamListener::CONNECTION_LIMIT};
    std::vector<policy::ClientNetwork> m_relayClients;
    std::set<mail::DomainName> m_localDomains;
    std::set<mail::DomainName> m_relayDomains;
    std::map<mail::DomainName, mail::DomainName> m_routes;
    Ptr<MailDeliveryAgent> m_deliveryAgent;      ///< null when there are no local domains
    policy::RelayPolicy m_policy;                ///< while the agent runs
    policy::ServerBehaviourState m_behaviour;    ///< on the disk: it outlives power cuts
    TracedValue<std::uint32_t> m_queueLength{0}; ///< the trace source "Queue"
    QueueRunner m_runner;
    std::unique_ptr<SmtpService> m_service;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_MAIL_RELAY_AGENT_H
