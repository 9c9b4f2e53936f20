/**
 * A mail user agent (RFC 5598 section 4.2.1): composes a person's messages, submits them, and
 * fetches what has come.
 *
 * A message that cannot be submitted stays in the outbox and is tried again, as a message in any
 * queue. What was fetched is kept in the person's inbox here.
 */
#ifndef POSTROAD_APP_MAIL_MAIL_USER_AGENT_H
#define POSTROAD_APP_MAIL_MAIL_USER_AGENT_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/mail/queue-runner.h"
#include "postroad/mime/draft.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/random-variable-stream.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3::postroad
{

/// An MUA as an ns-3 application.
class MailUserAgent : public Agent
{
  public:
    /// A mailbox that is fetched from.
    struct Maildrop
    {
        std::string mailbox;  ///< whose: "bob@b.net", as the record names it
        std::string user;     ///< the name to log in with
        std::string password; ///< in clear
    };

    /// A message that was fetched.
    struct Fetched
    {
        std::string mailbox; ///< out of whose mailbox
        std::string content; ///< as it came
    };

    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    MailUserAgent();

    std::string GetRole() const override;

    /**
     * Composes a message, dated now by the host's clock, and hands it to the submission agent.
     * \param draft what the person wrote; a Message-ID is made unless it has one
     * \return the Message-ID, without its angle brackets
     * \throws std::invalid_argument when the draft cannot be a message, with the reason
     */
    std::string Send(mime::Draft draft);

    /// Fetches what stands in a mailbox.
    void Fetch(const Maildrop& maildrop);

    /// The messages fetched so far, oldest first.
    const std::vector<Fetched>& GetInbox() const
    {
        return m_inbox;
    }

    /// The messages that no submission agent has taken yet.
    const store::MessageQueue& GetOutbox() const
    {
        return m_runner.GetQueue();
    }

    int64_t AssignStreams(int64_t stream) override;

  private:
    void DoStart() override;
    void DoStop() override;

    std::string MakeMessageId();
    Task<> FetchAll(Maildrop maildrop);
    void ReportFailure(const Maildrop& maildrop, const std::string& reason);
    void ReportFetched(const Maildrop& maildrop, std::size_t number, const std::string& content);

    std::string m_submissionServer;
    std::uint16_t m_submissionPort{wire::SUBMISSION_PORT};
    std::string m_maildropServer;
    std::uint16_t m_maildropPort{wire::POP3_PORT};
    bool m_isKeeping{false};
    Ptr<UniformRandomVariable> m_ids;
    TracedValue<std::uint32_t> m_queueLength{0}; ///< the trace source "Queue"
    QueueRunner m_runner;
    std::vector<Fetched> m_inbox; ///< on the disk
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_MAIL_USER_AGENT_H
