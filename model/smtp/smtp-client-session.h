/**
 * The client's side of an SMTP session (RFC 5321), without I/O or clock.
 *
 * The session says EHLO, or HELO to a server that knows no EHLO, then transfers one message after
 * another as its agent gives them, and waits for each reply before it sends the next command. Each
 * recipient's fate is told apart. States stand in smtp-client-states.cc, what is said in a
 * transaction in smtp-client-transaction.cc.
 *
 * Extensions used when offered: SIZE (RFC 1870), 8BITMIME (RFC 6152). Not implemented: PIPELINING
 * on this side, DSN, SMTPUTF8, CHUNKING, AUTH, STARTTLS; content of 8 bits is refused, not
 * converted, when the server does not offer 8BITMIME.
 */
#ifndef POSTROAD_SMTP_SMTP_CLIENT_SESSION_H
#define POSTROAD_SMTP_SMTP_CLIENT_SESSION_H

#include "postroad/smtp/smtp-client-config.h"
#include "postroad/smtp/smtp-client-event.h"
#include "postroad/smtp/smtp-client-states.h"
#include "postroad/smtp/smtp-reply-parser.h"
#include "postroad/wire/table-session.h"

#include <optional>
#include <string>

namespace ns3::postroad::smtp
{

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
     * address that is none, a bare CR or LF, 8 bits when it does not offer 8BITMIME) is refused
     * here, by a reply of the same form, without a word to it. Only when IsReady(); else a
     * std::logic_error.
     * \param content lines ended by CRLF, without dots added for transparency
     */
    void Transfer(mime::Envelope envelope, std::string content, wire::TimePoint now);

    /// Takes leave of the server. Only when IsReady(); else a std::logic_error.
    void Quit(wire::TimePoint now);

  private:
    /// The transaction that is open.
    struct Transaction
    {
        mime::ReversePath reversePath;
        std::string content;
        std::vector<RecipientOutcome> outcomes; ///< those with a reply are decided
        std::size_t current{0};                 ///< whose RCPT is next, or waits for its reply

        bool IsDecided() const;
        void SkipDecided();
    };

    void HandleLine(const wire::Line& line, wire::TimePoint now) override;
    void HandleInputEnd() override;
    void HandleLoss() override;
    void HandleTimeout(wire::TimePoint now) override;
    bool IsReadyForLine() const override;
    std::size_t GetLineLimit() const override;
    void HandleReply(Reply reply, wire::TimePoint now);

    void HandleGreeting(Reply reply, wire::TimePoint now);
    void HandleHelloReply(Reply reply, wire::TimePoint now);
    void HandleMailReply(const Reply& reply, wire::TimePoint now);
    void HandleRcptReply(Reply reply, wire::TimePoint now);
    void HandleDataReply(const Reply& reply, wire::TimePoint now);
    void HandleContentReply(const Reply& reply);
    void HandleRsetReply(Reply reply, wire::TimePoint now);

    void RefuseUnsendable();
    std::string MakeMailLine() const;
    void SendRcpt(wire::TimePoint now);
    void SendRset(wire::TimePoint now);
    void SendMessage(wire::TimePoint now);
    void Decide(const Reply& reply);
    void EndTransaction(bool isInDoubt);

    void SendCommand(const std::string& line, wire::Duration timeout, wire::TimePoint now);
    void GiveUp(std::string reason, Reply reply, wire::TimePoint now);
    void Lose(std::string reason, std::optional<Reply> reply = std::nullopt);

    ClientConfig m_config;
    ReplyParser m_parser;
    std::vector<Extension> m_extensions; ///< that the server offers
    std::optional<Transaction> m_transaction;
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SMTP_CLIENT_SESSION_H
