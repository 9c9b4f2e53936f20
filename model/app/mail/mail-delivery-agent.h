/**
 * A mail delivery agent (RFC 5598 section 4.3.3): puts messages into the mailboxes on its host's
 * disk, with the Return-Path that the envelope's journey ends in (RFC 5321 section 4.4).
 *
 * With a catch-all there is a mailbox for every address of every domain, and the agents that hand
 * their messages over take all of them: a server to practise with.
 */
#ifndef POSTROAD_APP_MAIL_MAIL_DELIVERY_AGENT_H
#define POSTROAD_APP_MAIL_MAIL_DELIVERY_AGENT_H

#include "postroad/app/agent/agent.h"
#include "postroad/mail/envelope.h"
#include "postroad/store/attempt-outcome.h"
#include "postroad/store/queued-message.h"

#include <optional>
#include <string>

namespace ns3::postroad
{

/// An MDA as an ns-3 application. Agents of the same host call it; it has no port.
class MailDeliveryAgent : public Agent
{
  public:
    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    std::string GetRole() const override;

    /// Whether there is a mailbox for an address, without regard to case. There always is one for
    /// the postmaster (RFC 5321 section 4.5.1).
    bool HasMailbox(const mail::AddrSpec& mailbox) const
    {
        return FindMailbox(mailbox).has_value();
    }

    /// Whether mail for all other addresses goes into one mailbox, whatever their domain.
    bool HasCatchAll() const
    {
        return !m_catchAll.empty();
    }

    /// Puts a message into the recipient's mailbox, and says so in the record.
    store::AttemptOutcome
    Deliver(const store::QueuedMessage& message, const mail::ForwardPath& recipient);

  private:
    bool NamesHost(const mail::AddrSpec& address) const;
    std::optional<store::MailboxName> FindAccount(const mail::AddrSpec& address) const;
    std::optional<store::MailboxName> FindMailbox(const mail::AddrSpec& address) const;

    void DoStart() override;
    void DoStop() override;

    std::string m_catchAll; ///< the name of a mailbox; empty for none
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_MAIL_DELIVERY_AGENT_H
