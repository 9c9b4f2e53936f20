/**
 * A mail submission agent (RFC 6409): takes messages from the user agents of its own people, for
 * whatever recipients, and from nobody else.
 *
 * Its people are told by the addresses of their hosts; authentication is not modelled yet. Each
 * submission is put down to one of them in the record (RFC 5068 section 3), and completed where RFC
 * 6409 section 8 permits it.
 */
#ifndef POSTROAD_APP_MAIL_MAIL_SUBMISSION_AGENT_H
#define POSTROAD_APP_MAIL_MAIL_SUBMISSION_AGENT_H

#include "postroad/app/mail/mail-relay-agent.h"
#include "postroad/policy/submission-policy.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3::postroad
{

/// An MSA as an ns-3 application. It listens on port 587.
class MailSubmissionAgent : public MailRelayAgent
{
  public:
    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    MailSubmissionAgent();

    std::string GetRole() const override;

    /**
     * These people may submit, each under their own addresses; relay clients beside them, which are
     * to be told before, under any.
     * \param submitters who connects from where
     */
    void SetSubmitters(const std::vector<policy::Submitter>& submitters);

  private:
    bool AcceptsOwnDomains() const override;
    smtp::Reply JudgeSender(const SmtpPeer& peer, const mail::ReversePath& sender) const override;
    std::string Complete(const SmtpPeer& peer,
                         const mail::Envelope& envelope,
                         store::QueueId id,
                         std::string content) override;

    policy::SubmissionPolicy m_submission;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_MAIL_SUBMISSION_AGENT_H
