/**
 * The SMTP client's session and its agent, as transcripts speak of them.
 *
 *     set helo NAME                       the client's name; mail.a.net if not set
 *     set protocol lmtp                   LMTP in place of SMTP
 *     set pipelining no                   PIPELINING is not used
 *     set chunking yes                    BDAT is used where it is offered
 *     A: | Subject: Hello                 adds a line to the message to be sent
 *     A: declare SMTPUTF8 RET=HDRS        what MAIL shall declare of it
 *     A: transfer FROM to PATH PATH ...   sends it, without the brackets of the paths; behind a
 *                                         path "NOTIFY=NEVER" or "ORCPT=rfc822;bob@b.net" may stand
 *     A: quit
 *     E: ready PEER SIZE 500, 8BITMIME    the session is ready, extensions behind the name
 *     E: accepted PATH: 250 2.0.0 Ok      the outcome for one recipient
 *     E: deferred PATH: 450 4.2.0 Busy    ("no reply" when none came)
 *     E: refused PATH: 550 5.1.1 No such user
 *     E: in doubt                         no reply came to the content
 *     E: failed REASON                    and ": REPLY" if there was one
 *     E: ended
 */
#ifndef POSTROAD_TESTS_SMTP_SMTP_CLIENT_SUBJECT_H
#define POSTROAD_TESTS_SMTP_SMTP_CLIENT_SUBJECT_H

#include "support/test-subject.h"

#include "postroad/smtp/client/smtp-client-session.h"

#include <deque>

namespace ns3::postroad::smtp
{

/// A client under test.
class ClientSubject : public test::TestSubject
{
  public:
    explicit ClientSubject(const test::Options& options);

    wire::StreamSession& GetSession() override;
    std::optional<std::string> NextEvent(wire::TimePoint now) override;
    void Act(const std::string& words, wire::TimePoint now) override;
    bool IsWaitingForAgent() const override;
    void ActByDefault(wire::TimePoint now) override;
    void CheckPromises() const override;

  private:
    void Transfer(const std::string& words, wire::TimePoint now);
    void Describe(const ClientReady& event);
    void Describe(const TransferEnded& event);
    void Describe(const SessionFailed& event);
    void Describe(const ClientSessionEnded& event);

    ClientSession m_session;
    std::string m_content;
    MailParameters m_declared;
    std::deque<std::string> m_words;
    int m_transfers{0};
    int m_outcomes{0};
    bool m_isEnded{false};
};

/// For the transcript machinery.
std::unique_ptr<test::TestSubject> MakeClientSubject(const test::Options& options);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_TESTS_SMTP_SMTP_CLIENT_SUBJECT_H
