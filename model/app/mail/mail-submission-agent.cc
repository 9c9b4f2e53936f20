#include "postroad/app/mail/mail-submission-agent.h"

#include "postroad/app/mail/message-event.h"
#include "postroad/policy/submission-repair.h"
#include "postroad/wire/well-known-ports.h"

#include <optional>
#include <utility>

namespace ns3::postroad
{

NS_OBJECT_ENSURE_REGISTERED(MailSubmissionAgent);

namespace
{

event::Event
MakeSubmissionEvent(const std::optional<mail::AddrSpec>& identity,
                    const SmtpPeer& peer,
                    const mail::ReversePath& sender)
{
    event::Event event(event::EventKind::SUBMISSION_ACCEPTED,
                       event::Submission{identity ? identity->ToString() : "",
                                         sender.mailbox ? sender.mailbox->ToString() : "",
                                         peer.connection->remote.address});
    event.connection = peer.connection;
    return event;
}

} // namespace

TypeId
MailSubmissionAgent::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::MailSubmissionAgent")
                            .SetParent<MailRelayAgent>()
                            .SetGroupName("Postroad")
                            .AddConstructor<MailSubmissionAgent>();
    return tid;
}

MailSubmissionAgent::MailSubmissionAgent()
    : MailRelayAgent(wire::SUBMISSION_PORT)
{
}

std::string
MailSubmissionAgent::GetRole() const
{
    return "msa";
}

bool
MailSubmissionAgent::AcceptsOwnDomains() const
{
    return false;
}

void
MailSubmissionAgent::SetSubmitters(const std::vector<policy::Submitter>& submitters)
{
    m_submission.submitters = submitters;
    for (const auto& submitter : submitters)
    {
        AddRelayClient(submitter.network);
    }
}

smtp::Reply
MailSubmissionAgent::JudgeSender(const SmtpPeer& peer, const mail::ReversePath& sender) const
{
    const auto& client = peer.connection->remote.address;
    if (!m_submission.Find(client) && IsRelayClient(client))
    {
        return MailRelayAgent::JudgeSender(peer, sender);
    }
    return policy::CheckSubmission(m_submission, client, sender);
}

std::string
MailSubmissionAgent::Complete(const SmtpPeer& peer,
                              const mail::Envelope& envelope,
                              store::QueueId id,
                              std::string content)
{
    const auto& client = peer.connection->remote.address;
    const auto identity = policy::FindIdentity(m_submission, client, envelope.reversePath);
    const auto date = GetHost().GetWallTime();
    const auto messageId =
        id.ToString() + '.' + std::to_string(date.unixSeconds) + '@' + GetHost().GetName();
    content = policy::RepairSubmission(std::move(content), {date, messageId, identity});
    Report([&] {
        auto event = MakeSubmissionEvent(identity, peer, envelope.reversePath);
        event.messageId = FindMessageId(content);
        event.queueId = id.ToString();
        return event;
    });
    return content;
}

} // namespace ns3::postroad
