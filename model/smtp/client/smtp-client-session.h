/**
 * The client's side of an SMTP session (RFC 5321), without I/O or clock.
 *
 * The session says EHLO, or HELO to a server that knows no EHLO, then transfers one message after
 * another as its agent gives them. Where PIPELINING is offered it sends MAIL, RCPT and DATA in one
 * go and matches the replies in order; else it waits for each. Each recipient's fate is told apart.
 * States stand in smtp-client-states.cc, what is said in a transaction in
 * smtp-client-transaction.cc, how a message is fitted to a server in smtp-client-preparation.cc.
 *
 * Extensions used when offered: PIPELINING, SIZE, 8BITMIME, SMTPUTF8, DSN, and, if so configured,
 * CHUNKING. LMTP (RFC 2033) by a switch. Not implemented: AUTH, STARTTLS.
 */
#ifndef POSTROAD_SMTP_CLIENT_SMTP_CLIENT_SESSION_H
#define POSTROAD_SMTP_CLIENT_SMTP_CLIENT_SESSION_H

#include "postroad/smtp/client/smtp-client-config.h"
#include "postroad/smtp/client/smtp-client-event.h"
#include "postroad/smtp/client/smtp-client-preparation.h"
#include "postroad/smtp/client/smtp-client-states.h"
#include "postroad/smtp/grammar/smtp-reply-parser.h"
#include "postroad/wire/table-session.h"

#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad::smtp
{

/// So much of a reply line is looked at, CRLF included. A server that says more is let.
inline constexpr std::size_t TOLERATED_LINE_LIMIT = 2048;

/// One session of a client at a server.
class ClientSession final : public wire::TableSession<ClientState, ClientInput, ClientEvent>
{
  public:
    explicit ClientSession(ClientConfig config);

    void Start(wire::TimePoint now) override;

    /// True while Transfer() and Quit() may be called. The session can have broken since the event
    /// that said so: ask.
    bool IsReady() const
    {
        return GetState() == ClientState::READY;
    }

    /**
     * Sends a message; TransferEnded tells what became of it. What this server could not take (an
     * address that is none, a bare CR or LF, an over-long line, more octets than it takes, what
     * asks for 8BITMIME or SMTPUTF8 where it is not offered and cannot be encoded again) is refused
     * here, by a reply of the same form, without a word to it. Only when IsReady(); else a
     * std::logic_error.
     * \param content lines ended by CRLF, without dots added for transparency
     */
    void Transfer(mail::Envelope envelope, std::string content, wire::TimePoint now);

    /// Takes leave of the server. Only when IsReady(); else a std::logic_error.
    void Quit(wire::TimePoint now);

  private:
    /// The transaction that is open.
    struct Transaction
    {
        mail::ReversePath reversePath;
        Preparation message;
        std::vector<RecipientOutcome> outcomes; ///< those with a reply are decided
        std::vector<std::size_t> asked;         ///< the outcomes of those named to the server
        std::size_t current{0};  ///< in `asked`: whose RCPT is next, or waits for its reply
        std::size_t accepted{0}; ///< how many RCPT were
        bool isPipelined{false}; ///< all RCPT were sent
        bool isDataSent{false};  ///< DATA was, too

        bool IsDecided() const;
    };

    void HandleLine(const wire::Line& line, wire::TimePoint now) override;
    void HandleInputEnd() override;
    void HandleLoss() override;
    void HandleTimeout(wire::TimePoint now) override;
    bool IsReadyForLine() const override;
    std::size_t GetLineLimit() const override;
    void NoteFault(const wire::Line& line);
    void NoteOnce(bool& isNoted, const wire::ByteRange& range, const std::string& what);
    void HandleReply(Reply reply, wire::TimePoint now);

    void HandleGreeting(Reply reply, wire::TimePoint now);
    void HandleHelloReply(Reply reply, wire::TimePoint now);
    void HandleMailReply(const Reply& reply, wire::TimePoint now);
    void HandleRcptReply(Reply reply, wire::TimePoint now);
    void HandleDataReply(Reply reply, wire::TimePoint now);
    void HandleContentReply(const Reply& reply, wire::TimePoint now);
    void HandleRsetReply(Reply reply, wire::TimePoint now);

    void TakeRecipients(std::vector<mail::ForwardPath> recipients);
    void SendAhead();
    std::string MakeMailLine() const;
    std::string MakeRcptLine(std::size_t index) const;
    bool UsesChunks() const;
    void AskForRecipient(wire::TimePoint now);
    void AskForContent(wire::TimePoint now);
    void SendChunk(wire::TimePoint now);
    void AwaitContentReply(wire::TimePoint now);
    void SendRset(wire::TimePoint now);
    bool DecideNext(const Reply& reply);
    void Decide(const Reply& reply);
    void EndTransaction();

    void SendCommand(const std::string& line, wire::Duration timeout, wire::TimePoint now);
    void GiveUp(std::string reason, Reply reply, wire::TimePoint now);
    void Lose(std::string reason, std::optional<Reply> reply = std::nullopt);

    ClientConfig m_config;
    ReplyParser m_parser;
    bool m_isLengthNoted{false}; ///< of a line that is too long
    bool m_isEndingNoted{false}; ///< of a line that ends in LF alone
    ServerAbilities m_abilities; ///< as the server's reply to EHLO tells them
    std::optional<Transaction> m_transaction;
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_CLIENT_SMTP_CLIENT_SESSION_H
