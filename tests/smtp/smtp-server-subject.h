/**
 * The SMTP server's session and its agent, as transcripts speak of them.
 *
 *     set host NAME            the server's name; mail.b.net if not set
 *     set software TEXT        behind the name in the greeting
 *     set extensions A B ...   offered to EHLO, all that are implemented if not set
 *     set protocol lmtp        LMTP in place of SMTP
 *     set refusal 554 No       greets with this reply in place of 220
 *     set greeting-delay N     seconds for which the greeting is held back
 *     set recipients N         the limit of recipients
 *     set content N            the limit of the content's size
 *     set faults N             the limit of bad commands
 *     set idle-commands N      the limit of commands that bring no message nearer
 *     set agent accept         the agent accepts hello, sender and recipients, and gives the
 *                              usual answer to VRFY and EXPN, without a word here
 *     E: hello NAME            HELO was given ("hello NAME extended": EHLO)
 *     E: from PATH             MAIL was given ("from PATH size N": with SIZE)
 *     E: to PATH               RCPT was given ("to PATH NOTIFY=NEVER": with parameters)
 *     E: verify TEXT           VRFY was given
 *     E: expand TEXT           EXPN was given
 *     E: message PATH to PATH PATH ...  the envelope, what MAIL declared if it did, and the content
 *     E: declares BODY=8BITMIME         in lines behind it:
 *     E: | Subject: Hello
 *     E: ended REASON
 *     A: accept                the usual consent
 *     A: 250 2.1.0 Ok          an answer in a line
 *     A: each 250 Ok / 452 Full   an answer for each recipient
 *     A: close 421 4.3.2 Bye   ends the session
 */
#ifndef POSTROAD_TESTS_SMTP_SMTP_SERVER_SUBJECT_H
#define POSTROAD_TESTS_SMTP_SMTP_SERVER_SUBJECT_H

#include "support/test-subject.h"

#include "postroad/smtp/server/smtp-server-session.h"

#include <deque>

namespace ns3::postroad::smtp
{

/// A server under test.
class ServerSubject : public test::TestSubject
{
  public:
    explicit ServerSubject(const test::Options& options);

    wire::StreamSession& GetSession() override;
    std::optional<std::string> NextEvent(wire::TimePoint now) override;
    void Act(const std::string& words, wire::TimePoint now) override;
    bool IsWaitingForAgent() const override;
    void ActByDefault(wire::TimePoint now) override;
    void CheckPromises() const override;

  private:
    void Describe(const HelloGiven& event);
    void Describe(const ReversePathGiven& event);
    void Describe(const RecipientGiven& event);
    void Describe(const UserAsked& event);
    void Describe(const MessageGiven& event);
    void Describe(const ServerSessionEnded& event);

    bool m_acceptsAll;
    ServerSession m_session;
    std::deque<std::string> m_words;
    int m_ends{0};
};

/// For the transcript machinery.
std::unique_ptr<test::TestSubject> MakeServerSubject(const test::Options& options);

/// A reply from one line, as transcripts write it.
Reply ParseReplyLine(const std::string& line);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_TESTS_SMTP_SMTP_SERVER_SUBJECT_H
