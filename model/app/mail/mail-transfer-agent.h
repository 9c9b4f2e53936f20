/**
 * A mail transfer agent (RFC 5598 section 4.3.2): takes mail over SMTP for its own domains from
 * anyone and for others from its clients, and passes it on, to a mailbox of its host or to the next
 * hop.
 */
#ifndef POSTROAD_APP_MAIL_MAIL_TRANSFER_AGENT_H
#define POSTROAD_APP_MAIL_MAIL_TRANSFER_AGENT_H

#include "postroad/app/mail/mail-relay-agent.h"

#include <cstdint>
#include <string>

namespace ns3::postroad
{

/// An MTA as an ns-3 application. It listens on port 25.
class MailTransferAgent : public MailRelayAgent
{
  public:
    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    MailTransferAgent();

    std::string GetRole() const override;

  private:
    bool AcceptsOwnDomains() const override;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_MAIL_TRANSFER_AGENT_H
