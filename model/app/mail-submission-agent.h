/**
 * A mail submission agent (RFC 6409): takes messages from the user agents of its own people, for
 * whatever recipients, and from nobody else.
 *
 * Its people are told by the addresses of their hosts; authentication is not modelled yet.
 */
#ifndef POSTROAD_APP_MAIL_SUBMISSION_AGENT_H
#define POSTROAD_APP_MAIL_SUBMISSION_AGENT_H

#include "postroad/app/mail-relay-agent.h"

#include <string>

namespace ns3::postroad
{

/// An MSA as an ns-3 application. It listens on port 587.
class MailSubmissionAgent : public MailRelayAgent
{
  public:
    /// The port of submission (RFC 6409 section 3.1).
    static constexpr std::uint16_t PORT = 587;

    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    MailSubmissionAgent();

    std::string GetRole() const override;

  private:
    bool AcceptsOwnDomains() const override;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_SUBMISSION_AGENT_H
