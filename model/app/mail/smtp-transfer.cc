#include "postroad/app/mail/smtp-transfer.h"

#include "postroad/net/virtual-time.h"
#include "postroad/route/reply-outcome.h"

#include <utility>
#include <variant>

namespace ns3::postroad
{

namespace
{

// RFC 3463 section 3.5.
constexpr mail::EnhancedCode NO_ANSWER{4, 4, 1};
constexpr mail::EnhancedCode BAD_CONNECTION{4, 4, 2};

/// RFC 5321 section 3.1: a host that has no mail service says 554 to everybody. That is no word
/// about the message: another exchanger may take it, and this one may do so later.
void
PostponeRefusal(store::AttemptOutcome& outcome)
{
    outcome.status = store::AttemptStatus::DEFERRED;
    outcome.code = outcome.code ? mail::EnhancedCode{4, outcome.code->subject, outcome.code->detail}
                                : NO_ANSWER;
}

Task<>
QuitSession(std::unique_ptr<SmtpTransfer> transfer)
{
    co_await transfer->Quit();
}

} // namespace

SmtpTransfer::SmtpTransfer(Agent& agent, MailServer server)
    : m_server(std::move(server))
{
    if (const auto address = ToAddress({m_server.address, m_server.port}))
    {
        smtp::ClientConfig config;
        config.heloName = agent.GetHost().GetName();
        config.usesPipelining = m_server.usesPipelining;
        m_peer = std::make_unique<Conversation<smtp::ClientSession>>(agent,
                                                                     "SMTP",
                                                                     *address,
                                                                     std::move(config));
    }
}

Task<bool>
SmtpTransfer::Open()
{
    while (m_peer && !IsReady())
    {
        const auto event = co_await m_peer->Next();
        if (!event)
        {
            break;
        }
        Note(*event);
    }
    co_return IsReady();
}

bool
SmtpTransfer::IsReady()
{
    return m_peer && (*m_peer)->IsReady();
}

Task<SmtpTransfer::Outcomes>
SmtpTransfer::Transfer(const mail::Envelope& envelope, const std::string& content)
{
    (*m_peer)->Transfer(envelope, content, GetNow());
    std::optional<smtp::TransferEnded> ended;
    // A session that broke tells why only after what became of the recipients.
    while (!ended || (!IsReady() && !m_failure))
    {
        const auto event = co_await m_peer->Next();
        if (!event)
        {
            break;
        }
        Note(*event);
        if (const auto* const end = std::get_if<smtp::TransferEnded>(&*event))
        {
            ended = *end;
        }
    }
    Outcomes outcomes(envelope.recipients.size(), GetFailure());
    for (std::size_t i = 0; ended && i < outcomes.size(); ++i)
    {
        outcomes[i] = MakeOutcome(ended->outcomes[i], ended->isInDoubt);
    }
    co_return outcomes;
}

void
SmtpTransfer::Note(const smtp::ClientEvent& event)
{
    if (const auto* const ready = std::get_if<smtp::ClientReady>(&event))
    {
        m_supportsDsn = smtp::FindExtension(ready->extensions, smtp::EXTENSION_DSN) != nullptr;
    }
    else if (const auto* const failed = std::get_if<smtp::SessionFailed>(&event))
    {
        m_failure = *failed;
    }
}

store::AttemptOutcome
SmtpTransfer::MakeOutcome(const smtp::RecipientOutcome& decided, bool isInDoubt) const
{
    auto outcome = decided.reply
                       ? route::MakeOutcome(*decided.reply, m_server.name, m_server.address)
                       : GetFailure();
    outcome.isReply = outcome.isReply && !decided.isOwnReply;
    outcome.isInDoubt = isInDoubt && !decided.reply;
    outcome.supportsDsn = m_supportsDsn;
    if (!decided.isAccepted && outcome.status == store::AttemptStatus::RELAYED)
    {
        outcome.status = store::AttemptStatus::DEFERRED;
    }
    return outcome;
}

store::AttemptOutcome
SmtpTransfer::GetFailure() const
{
    // A friendly word out of place does not mean that a message was taken.
    if (m_failure && m_failure->reply && !m_failure->reply->IsPositive())
    {
        auto outcome = route::MakeOutcome(*m_failure->reply, m_server.name, m_server.address);
        if (m_failure->isGreeting)
        {
            PostponeRefusal(outcome);
        }
        return outcome;
    }
    store::AttemptOutcome failure{store::AttemptStatus::DEFERRED, m_server.name, m_server.address};
    failure.reason = m_failure ? m_failure->reason
                     : m_peer  ? m_peer->GetEnd()
                               : m_server.address + " is no address";
    failure.code = m_failure ? BAD_CONNECTION : NO_ANSWER;
    return failure;
}

Task<>
SmtpTransfer::Quit()
{
    if (!m_peer)
    {
        co_return;
    }
    if (IsReady())
    {
        (*m_peer)->Quit(GetNow());
    }
    for (auto event = co_await m_peer->Next(); event; event = co_await m_peer->Next())
    {
    }
}

void
StartTakingLeave(Agent& agent, std::unique_ptr<SmtpTransfer> transfer)
{
    agent.StartTask(QuitSession(std::move(transfer)));
}

} // namespace ns3::postroad
