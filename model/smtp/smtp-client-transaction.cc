#include "postroad/smtp/smtp-client-session.h"
#include "postroad/smtp/smtp-content.h"
#include "postroad/smtp/smtp-path.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

/// Anything else in a path (a line ending, say) would change what the server reads.
bool
IsSendable(const mime::ReversePath& path)
{
    const auto text = path.ToString();
    const auto parsed = ParseReversePath(text);
    return parsed && parsed->rest.empty();
}

bool
IsSendable(const mime::ForwardPath& path)
{
    const auto text = path.ToString();
    const auto parsed = ParseForwardPath(text);
    return parsed && parsed->rest.empty();
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
ClientSession::Transaction::SkipDecided()
{
    while (current < outcomes.size() && outcomes[current].reply)
    {
        ++current;
    }
}

void
ClientSession::Transfer(mime::Envelope envelope, std::string content, wire::TimePoint now)
{
    if (!IsReady())
    {
        throw std::logic_error("smtp::ClientSession: Transfer() while it is not ready");
    }
    m_transaction = Transaction{std::move(envelope.reversePath), std::move(content), {}, 0};
    for (auto& recipient : envelope.recipients)
    {
        m_transaction->outcomes.push_back({std::move(recipient), false, std::nullopt});
    }
    RefuseUnsendable();
    if (m_transaction->IsDecided())
    {
        return EndTransaction(false);
    }
    Take(ClientInput::TRANSFER);
    SendCommand(MakeMailLine(), m_config.timeouts.mail, now);
}

void
ClientSession::RefuseUnsendable()
{
    const bool isEightBit = IsEightBit(m_transaction->content);
    if (!IsSendable(m_transaction->reversePath))
    {
        Decide(MakeReply(553, BAD_SENDER_SYNTAX, "Not sent: the sender's address is none"));
    }
    else if (!HasOnlyCrLf(m_transaction->content))
    {
        Decide(MakeReply(554, MEDIA_ERROR, "Not sent: a bare CR or LF is in the message"));
    }
    else if (isEightBit && !FindExtension(m_extensions, EXTENSION_8BITMIME))
    {
        Decide(MakeReply(554, CONVERSION_NOT_SUPPORTED, "Not sent: no 8BITMIME at the server"));
    }
    for (auto& outcome : m_transaction->outcomes)
    {
        if (!outcome.reply && !IsSendable(outcome.recipient))
        {
            outcome.reply = MakeReply(553, BAD_RECIPIENT_SYNTAX, "Not sent: the address is none");
        }
    }
}

std::string
ClientSession::MakeMailLine() const
{
    auto line = "MAIL FROM:" + m_transaction->reversePath.ToString();
    if (FindExtension(m_extensions, EXTENSION_SIZE))
    {
        line += " SIZE=" + std::to_string(m_transaction->content.size());
    }
    if (IsEightBit(m_transaction->content))
    {
        line += " BODY=8BITMIME";
    }
    return line;
}

void
ClientSession::HandleMailReply(const Reply& reply, wire::TimePoint now)
{
    if (reply.IsPositive())
    {
        Take(ClientInput::ACCEPTED);
        SendRcpt(now);
    }
    else
    {
        Decide(reply);
        Take(ClientInput::REFUSED);
        EndTransaction(false);
    }
}

void
ClientSession::SendRcpt(wire::TimePoint now)
{
    m_transaction->SkipDecided();
    const auto& outcome = m_transaction->outcomes[m_transaction->current];
    SendCommand("RCPT TO:" + outcome.recipient.ToString(), m_config.timeouts.rcpt, now);
}

void
ClientSession::HandleRcptReply(Reply reply, wire::TimePoint now)
{
    auto& transaction = *m_transaction;
    if (!reply.IsPositive())
    {
        transaction.outcomes[transaction.current].reply = std::move(reply);
    }
    ++transaction.current;
    transaction.SkipDecided();
    if (transaction.current < transaction.outcomes.size())
    {
        Take(ClientInput::NEXT);
        SendRcpt(now);
    }
    else if (transaction.IsDecided())
    {
        Take(ClientInput::REFUSED);
        SendRset(now);
    }
    else
    {
        Take(ClientInput::ACCEPTED);
        SendCommand("DATA", m_config.timeouts.data, now);
    }
}

void
ClientSession::HandleDataReply(const Reply& reply, wire::TimePoint now)
{
    if (reply.IsPositive())
    {
        Take(ClientInput::ACCEPTED);
        SendMessage(now);
    }
    else
    {
        Decide(reply);
        Take(ClientInput::REFUSED);
        SendRset(now);
    }
}

void
ClientSession::SendMessage(wire::TimePoint now)
{
    const auto blocks = m_transaction->content.size() / CONTENT_BLOCK_SIZE;
    SendContent(SerializeContent(std::move(m_transaction->content)));
    SetDeadline(now + m_config.timeouts.content + blocks * m_config.timeouts.contentBlock);
}

void
ClientSession::HandleContentReply(const Reply& reply)
{
    Decide(reply);
    Take(reply.IsPositive() ? ClientInput::ACCEPTED : ClientInput::REFUSED);
    EndTransaction(false);
}

void
ClientSession::SendRset(wire::TimePoint now)
{
    SendCommand("RSET", m_config.timeouts.other, now);
}

void
ClientSession::HandleRsetReply(Reply reply, wire::TimePoint now)
{
    EndTransaction(false);
    if (reply.IsPositive())
    {
        Take(ClientInput::ACCEPTED);
    }
    else
    {
        GiveUp("the server refuses RSET", std::move(reply), now);
    }
}

void
ClientSession::Decide(const Reply& reply)
{
    for (auto& outcome : m_transaction->outcomes)
    {
        if (!outcome.reply)
        {
            outcome.reply = reply;
            outcome.isAccepted = reply.IsPositive();
        }
    }
}

void
ClientSession::EndTransaction(bool isInDoubt)
{
    Tell(TransferEnded{std::move(m_transaction->outcomes), isInDoubt});
    m_transaction.reset();
    SetDeadline(std::nullopt);
}

} // namespace ns3::postroad::smtp
