#include "pop3/pop3-server-subject.h"
#include "support/session-pair.h"

#include "postroad/pop3/pop3-client-session.h"
#include "postroad/pop3/pop3-server-session.h"
#include "postroad/store/mailbox.h"

#include <gtest/gtest.h>

namespace ns3::postroad::test
{
namespace
{

const std::string CONTENTS[] = {MakeMessage(120),
                                MakeMessage(500),
                                "Subject: dots\r\n\r\n.\r\n..\r\n.a\r\n"};

/// A server's agent over one mailbox, and a reader.
class Pop3Pair
{
  public:
    explicit Pop3Pair(bool deleteAfterFetch, std::string password = "secret")
        : m_server(pop3::ServerConfig{})
        , m_client({.user = "bob",
                    .password = std::move(password),
                    .deleteAfterFetch = deleteAfterFetch})
    {
        for (const auto& content : CONTENTS)
        {
            m_mailbox.Append(content);
        }
    }

    /// Lets the two speak; gives what was fetched.
    std::vector<std::string> Run(std::size_t pieceSize)
    {
        SessionPair pair({m_client, [this](wire::TimePoint) { ServeClient(); }},
                         {m_server, [this](wire::TimePoint now) { ServeServer(now); }},
                         pieceSize);
        EXPECT_TRUE(pair.Run());
        return m_fetched;
    }

    const store::Mailbox& GetMailbox() const
    {
        return m_mailbox;
    }

    const std::string& GetFailure() const
    {
        return m_failure;
    }

  private:
    void ServeClient()
    {
        while (auto event = m_client.NextEvent())
        {
            if (auto* const message = std::get_if<pop3::MessageFetched>(&*event))
            {
                m_fetched.push_back(std::move(message->content));
            }
            else if (auto* const failure = std::get_if<pop3::SessionFailed>(&*event))
            {
                m_failure = failure->reason;
            }
        }
    }

    void ServeServer(wire::TimePoint now)
    {
        while (const auto event = m_server.NextEvent())
        {
            if (const auto* const login = std::get_if<pop3::LoginGiven>(&*event))
            {
                AnswerLogin(*login, now);
            }
            else if (const auto* const update = std::get_if<pop3::DeletionsGiven>(&*event))
            {
                for (const auto uid : update->removed)
                {
                    m_mailbox.Remove(uid);
                }
                m_server.AnswerUpdate(pop3::UpdateOutcome::REMOVED, now);
            }
            else
            {
                m_mailbox.Unlock();
            }
        }
    }

    void AnswerLogin(const pop3::LoginGiven& login, wire::TimePoint now)
    {
        if (login.password != "secret")
        {
            m_server.AnswerLogin(pop3::LoginRefusal::WRONG_CREDENTIALS, now);
        }
        else if (!m_mailbox.TryLock())
        {
            m_server.AnswerLogin(pop3::LoginRefusal::MAILDROP_LOCKED, now);
        }
        else
        {
            m_server.AnswerLogin(pop3::Maildrop(m_mailbox.GetMessages()), now);
            m_mailbox.Append("Subject: came in the meantime\r\n");
        }
    }

    store::Mailbox m_mailbox;
    pop3::ServerSession m_server;
    pop3::ClientSession m_client;
    std::vector<std::string> m_fetched;
    std::string m_failure;
};

TEST(Pop3Pair, CarriesEveryOctetOfEveryMessage)
{
    for (const std::size_t pieceSize : {1, 2, 7, 1460})
    {
        SCOPED_TRACE(pieceSize);
        Pop3Pair pair(false);
        EXPECT_EQ(pair.Run(pieceSize),
                  std::vector<std::string>(std::begin(CONTENTS), std::end(CONTENTS)));
        EXPECT_EQ(pair.GetMailbox().GetMessages().size(), 4U);
        EXPECT_EQ(pair.GetFailure(), "");
    }
}

TEST(Pop3Pair, RemovesWhatWasFetchedAndNothingElse)
{
    Pop3Pair pair(true);
    EXPECT_EQ(pair.Run(1460).size(), 3U);
    ASSERT_EQ(pair.GetMailbox().GetMessages().size(), 1U);
    EXPECT_EQ(pair.GetMailbox().GetMessages()[0].uid, store::UniqueId{4});
}

TEST(Pop3Pair, FetchesNothingWithTheWrongPassword)
{
    Pop3Pair pair(true, "guess");
    EXPECT_TRUE(pair.Run(1460).empty());
    EXPECT_EQ(pair.GetFailure(), "the server refused PASS: wrong user name or password");
    EXPECT_EQ(pair.GetMailbox().GetMessages().size(), 3U);
}

} // namespace
} // namespace ns3::postroad::test
