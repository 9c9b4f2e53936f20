#include "postroad/smtp/client/smtp-client-session.h"
#include "postroad/smtp/grammar/smtp-content.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

/// RFC 5321 section 4.5.3.1.10: a server that has enough recipients may say 552, as RFC 821 had it;
/// the rest may be tried again all the same. What it says of the first is meant as it is said.
Reply
ReadRcptRefusal(Reply reply, std::size_t accepted)
{
    const bool hasEnough = reply.code == 552 && accepted > 0;
    return hasEnough ? Reply{452, TOO_MANY_RECIPIENTS, std::move(reply.lines)} : reply;
}

} // namespace

bool
ClientSession::Transaction::IsDecided() const
{
    return std::all_of(outcomes.begin(), outcomes.end(), [](const RecipientOutcome& outcome) {
        return outcome.reply.has_value();
    });
}

void
ClientSession::Transfer(mail::Envelope envelope, std::string content, wire::TimePoint now)
{
    if (!IsReady())
    {
        throw std::logic_error("smtp::ClientSession: Transfer() while it is not ready");
    }
    Transaction transaction;
    transaction.message = Prepare(envelope, std::move(content), m_abilities);
    transaction.reversePath = std::move(envelope.reversePath);
    m_transaction = std::move(transaction);
    TakeRecipients(std::move(envelope.recipients));
    if (m_transaction->IsDecided())
    {
        return EndTransaction();
    }
    Move(ClientInput::TRANSFER);
    SendCommand(MakeMailLine(), m_config.timeouts.mail, now);
    if (m_config.usesPipelining && m_abilities.hasPipelining)
    {
        SendAhead();
    }
}

/// Refuses those who cannot be named to this server, or cannot have this message; asks for the
/// rest.
void
ClientSession::TakeRecipients(std::vector<mail::ForwardPath> recipients)
{
    auto& transaction = *m_transaction;
    for (auto& recipient : recipients)
    {
        auto refusal = transaction.message.refusal;
        if (!refusal)
        {
            refusal = CheckRecipient(recipient, m_abilities);
        }
        if (!refusal)
        {
            transaction.asked.push_back(transaction.outcomes.size());
        }
        const bool isRefused = refusal.has_value();
        transaction.outcomes.push_back(
            {std::move(recipient), false, std::move(refusal), isRefused});
    }
}

/// RFC 2920 section 3.1: MAIL, all RCPT and DATA go in one group; BDAT waits for the replies, so
/// that no content is sent in vain.
void
ClientSession::SendAhead()
{
    m_transaction->isPipelined = true;
    for (std::size_t i = 0; i < m_transaction->asked.size(); ++i)
    {
        SendLine(MakeRcptLine(i));
    }
    if (!UsesChunks())
    {
        m_transaction->isDataSent = true;
        SendLine("DATA");
    }
}

std::string
ClientSession::MakeMailLine() const
{
    return "MAIL FROM:" + m_transaction->reversePath.ToString() +
           Serialize(m_transaction->message.parameters);
}

std::string
ClientSession::MakeRcptLine(std::size_t index) const
{
    const auto& recipient = m_transaction->outcomes[m_transaction->asked[index]].recipient;
    return "RCPT TO:" + recipient.ToString() + MakeRcptParameters(recipient, m_abilities);
}

bool
ClientSession::UsesChunks() const
{
    return m_config.usesChunking && m_abilities.hasChunking;
}

void
ClientSession::HandleMailReply(const Reply& reply, wire::TimePoint now)
{
    if (reply.IsPositive())
    {
        Move(ClientInput::ACCEPTED);
        return AskForRecipient(now);
    }
    Decide(reply);
    if (m_transaction->isPipelined)
    {
        Move(ClientInput::NOBODY);
        return AskForRecipient(now);
    }
    Move(ClientInput::REFUSED);
    EndTransaction();
}

/// Sends RCPT, unless it has gone already.
void
ClientSession::AskForRecipient(wire::TimePoint now)
{
    if (!m_transaction->isPipelined)
    {
        SendLine(MakeRcptLine(m_transaction->current));
    }
    SetDeadline(now + m_config.timeouts.rcpt);
}

void
ClientSession::HandleRcptReply(Reply reply, wire::TimePoint now)
{
    auto& transaction = *m_transaction;
    auto& outcome = transaction.outcomes[transaction.asked[transaction.current]];
    if (reply.IsPositive())
    {
        ++transaction.accepted;
    }
    else if (!outcome.reply)
    {
        outcome.reply = ReadRcptRefusal(std::move(reply), transaction.accepted);
    }
    if (++transaction.current < transaction.asked.size())
    {
        Move(ClientInput::NEXT);
        return AskForRecipient(now);
    }
    AskForContent(now);
}

/// After the last reply to RCPT.
void
ClientSession::AskForContent(wire::TimePoint now)
{
    const bool isForNobody = m_transaction->IsDecided();
    if (m_transaction->isDataSent)
    {
        Move(isForNobody ? ClientInput::NOBODY : ClientInput::ACCEPTED);
        SetDeadline(now + m_config.timeouts.data);
    }
    else if (isForNobody)
    {
        Move(ClientInput::REFUSED);
        SendRset(now);
    }
    else if (UsesChunks())
    {
        Move(ClientInput::CHUNK);
        SendChunk(now);
    }
    else
    {
        Move(ClientInput::ACCEPTED);
        SendCommand("DATA", m_config.timeouts.data, now);
    }
}

/// RFC 2920 section 3.1: a 354 after all recipients were refused is answered by an empty content.
void
ClientSession::HandleDataReply(Reply reply, wire::TimePoint now)
{
    const bool isForNobody = m_transaction->IsDecided();
    if (!reply.IsPositive())
    {
        Decide(reply);
        Move(ClientInput::REFUSED);
        return SendRset(now);
    }
    if (isForNobody && m_config.protocol == Protocol::LMTP)
    {
        // RFC 2033 section 4.2 wants 503; the replies behind the content would be none.
        return Lose("the server sent a reply that is out of place", std::move(reply));
    }
    Move(isForNobody ? ClientInput::NOBODY : ClientInput::ACCEPTED);
    AwaitContentReply(now);
    auto content = isForNobody ? std::string() : std::move(m_transaction->message.content);
    SendContent(SerializeContent(std::move(content)));
}

/// RFC 3030 section 2: the whole content as one chunk.
void
ClientSession::SendChunk(wire::TimePoint now)
{
    AwaitContentReply(now);
    auto content = std::move(m_transaction->message.content);
    if (!content.empty() && !content.ends_with("\r\n"))
    {
        content += "\r\n";
    }
    SendLine("BDAT " + std::to_string(content.size()) + " LAST");
    if (!content.empty())
    {
        SendContent(content);
    }
}

void
ClientSession::AwaitContentReply(wire::TimePoint now)
{
    const auto blocks = m_transaction->message.content.size() / CONTENT_BLOCK_SIZE;
    SetDeadline(now + m_config.timeouts.content + blocks * m_config.timeouts.contentBlock);
}

/// RFC 2033 section 4.2: LMTP has a reply for each recipient that was accepted, in their order.
void
ClientSession::HandleContentReply(const Reply& reply, wire::TimePoint now)
{
    if (m_config.protocol == Protocol::LMTP)
    {
        DecideNext(reply);
    }
    else
    {
        Decide(reply);
    }
    if (!m_transaction->IsDecided())
    {
        Move(ClientInput::NEXT);
        return AwaitContentReply(now);
    }
    Move(reply.IsPositive() ? ClientInput::ACCEPTED : ClientInput::REFUSED);
    EndTransaction();
}

void
ClientSession::SendRset(wire::TimePoint now)
{
    SendCommand("RSET", m_config.timeouts.other, now);
}

void
ClientSession::HandleRsetReply(Reply reply, wire::TimePoint now)
{
    EndTransaction();
    if (reply.IsPositive())
    {
        Move(ClientInput::ACCEPTED);
    }
    else
    {
        GiveUp("the server refuses RSET", std::move(reply), now);
    }
}

/// Gives a reply to the first recipient that has none.
bool
ClientSession::DecideNext(const Reply& reply)
{
    for (auto& outcome : m_transaction->outcomes)
    {
        if (!outcome.reply)
        {
            outcome.reply = reply;
            outcome.isAccepted = reply.IsPositive();
            return true;
        }
    }
    return false;
}

void
ClientSession::Decide(const Reply& reply)
{
    while (DecideNext(reply))
    {
    }
}

/// In doubt is what was sent whole and has no reply.
void
ClientSession::EndTransaction()
{
    const bool isInDoubt = GetState() == ClientState::CONTENT && !m_transaction->IsDecided();
    Tell(TransferEnded{std::move(m_transaction->outcomes), isInDoubt});
    m_transaction.reset();
    SetDeadline(std::nullopt);
}

} // namespace ns3::postroad::smtp
