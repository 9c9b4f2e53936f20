/**
 * What a command of a server's session may use of the session that it came in: answer, ask the
 * agent, move along the table, open and fill the transaction, change the way in which input is
 * read.
 *
 * Whatever belongs to one command alone stands in that command's file.
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_CONTEXT_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_CONTEXT_H

#include "postroad/smtp/grammar/smtp-reply.h"
#include "postroad/smtp/server/smtp-server-config.h"
#include "postroad/smtp/server/smtp-server-event.h"
#include "postroad/smtp/server/smtp-server-mode.h"
#include "postroad/smtp/server/smtp-server-question.h"
#include "postroad/smtp/server/smtp-server-states.h"
#include "postroad/smtp/server/smtp-server-transaction.h"
#include "postroad/wire/input-buffer.h"

#include <string_view>

namespace ns3::postroad::smtp
{

class ServerSession;

/// The session as its commands see it.
class ServerContext
{
  public:
    /// \param session must outlive this object
    explicit ServerContext(ServerSession& session)
        : m_session(session)
    {
    }

    const ServerConfig& GetConfig() const;
    ServerState GetState() const;
    bool IsLmtp() const;

    /// Whether the client has been offered an extension: it said EHLO, and was told so.
    bool IsOffered(std::string_view extension) const;

    /// The client has introduced itself: by EHLO, or by a HELO that takes the offers back.
    void SetExtended(bool isExtended);

    /// True when the present state has a row for this input.
    bool IsInOrder(ServerInput input) const;
    void Move(ServerInput input);

    /// Begins a transaction in place of any other.
    void BeginTransaction(mail::Envelope envelope);
    ServerTransaction& GetTransaction();

    /// Reads what comes next in another way.
    void Enter(ServerMode mode);

    /// Puts a question to the agent; until it is answered no further input is read.
    void Ask(ServerEvent event, ServerQuestion question);

    void SendReply(const Reply& reply);

    /// Sends a reply to a command that should not have come; too many of these end the session.
    void Complain(const Reply& reply);

    /// Says why a command is out of order in the present state.
    void ExplainOrder(ServerInput input);

    /// Complains of an argument where there must be none; false when there is none.
    bool RefuseArgument(std::string_view verb, std::string_view argument);

    /// Counts a command that brings no message nearer, and sends the client away after too many;
    /// false when it is gone.
    bool CountIdleCommand();

    /// Sends the client away.
    void Expel(const Reply& reply);

    /// RFC 2920 section 3.1: EHLO, DATA, VRFY, EXPN and NOOP can only be the last of a group. Sends
    /// a client away that has not waited for the reply to one of them; false when it has.
    bool ExpelImpatient(std::string_view verb);

    /// Ends the session.
    void End(ServerInput input, EndReason reason);

    /// Tells the observer of a command line.
    void ReportLine(const wire::Line& line);

    /// Tells the observer of content that came.
    void ReportContent(const wire::ByteRange& range, std::string_view content);

  private:
    ServerSession& m_session;
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_CONTEXT_H
