#include "support/session-pair.h"

#include "postroad/smtp/client/smtp-client-session.h"
#include "postroad/smtp/server/smtp-server-session.h"

#include <gtest/gtest.h>

namespace ns3::postroad::smtp
{
namespace
{

/// Our client sends messages to our server over one session.
class SmtpPair : public testing::TestWithParam<std::size_t>
{
  protected:
    void ServeServer(wire::TimePoint now)
    {
        while (auto event = m_server->NextEvent())
        {
            if (auto* message = std::get_if<MessageGiven>(&*event))
            {
                m_arrived.push_back(std::move(*message));
            }
            const auto* recipient = std::get_if<RecipientGiven>(&*event);
            if (recipient && recipient->forwardPath.mailbox.localPart == "nobody")
            {
                m_server->Answer(MakeReply(550, {5, 1, 1}, "No such user"), now);
            }
            else if (m_server->HasQuestion())
            {
                m_server->Accept(now);
            }
        }
    }

    void ServeClient(wire::TimePoint now)
    {
        while (auto event = m_client->NextEvent())
        {
            if (auto* ended = std::get_if<TransferEnded>(&*event))
            {
                m_outcomes.push_back(std::move(ended->outcomes));
            }
            m_failures += std::holds_alternative<SessionFailed>(*event) ? 1 : 0;
        }
        if (!m_client->IsReady())
        {
            return;
        }
        if (m_outcomes.size() < m_messages.size())
        {
            const auto& [envelope, content] = m_messages[m_outcomes.size()];
            m_client->Transfer(envelope, content, now);
        }
        else
        {
            m_client->Quit(now);
        }
    }

    bool Run()
    {
        m_client.emplace(m_clientConfig);
        m_server.emplace(m_serverConfig);
        test::SessionPair pair({*m_client, [this](wire::TimePoint now) { ServeClient(now); }},
                               {*m_server, [this](wire::TimePoint now) { ServeServer(now); }},
                               GetParam());
        return pair.Run();
    }

    ClientConfig m_clientConfig{.heloName = "mail.a.net", .timeouts = {}};
    ServerConfig m_serverConfig{.hostName = "mail.b.net"};
    std::optional<ClientSession> m_client;
    std::optional<ServerSession> m_server;
    std::vector<MessageGiven> m_messages;
    std::vector<MessageGiven> m_arrived;
    std::vector<std::vector<RecipientOutcome>> m_outcomes;
    int m_failures{0};
};

mail::Envelope
MakeEnvelope(std::vector<std::string> localParts)
{
    mail::Envelope envelope{{mail::AddrSpec{"alice", "a.net"}}, {}};
    for (auto& localPart : localParts)
    {
        envelope.recipients.push_back({{std::move(localPart), "b.net"}});
    }
    return envelope;
}

TEST_P(SmtpPair, CarriesMessagesOctetByOctet)
{
    std::string octets;
    for (int c = 0; c < 256; ++c)
    {
        octets += c == '\r' || c == '\n' ? ' ' : static_cast<char>(c);
    }
    m_messages = {{MakeEnvelope({"bob"}), "Subject: Hello\r\n\r\n.\r\n..\r\n.x\r\n\r\n"},
                  {MakeEnvelope({"two words", "carol"}), octets + "\r\n." + octets + "\r\n"},
                  {{{}, MakeEnvelope({"bob"}).recipients}, ""}};
    m_messages[1].envelope.body = mail::BodyType::EIGHT_BIT_MIME;
    EXPECT_TRUE(Run());
    EXPECT_EQ(m_failures, 0);
    ASSERT_EQ(m_arrived.size(), m_messages.size());
    for (std::size_t i = 0; i < m_messages.size(); ++i)
    {
        EXPECT_EQ(m_arrived[i].envelope, m_messages[i].envelope);
        EXPECT_EQ(m_arrived[i].content, m_messages[i].content);
    }
}

TEST_P(SmtpPair, TellsEachRecipientsFateApart)
{
    m_messages = {{MakeEnvelope({"nobody", "bob"}), "a\r\n"},
                  {MakeEnvelope({"nobody"}), "b\r\n"},
                  {MakeEnvelope({"bob"}), "c\r\n"}};
    EXPECT_TRUE(Run());
    ASSERT_EQ(m_outcomes.size(), 3U);
    EXPECT_TRUE(m_outcomes[0][0].IsRefusedForGood());
    EXPECT_TRUE(m_outcomes[0][1].isAccepted);
    EXPECT_TRUE(m_outcomes[1][0].IsRefusedForGood());
    EXPECT_TRUE(m_outcomes[2][0].isAccepted);
    ASSERT_EQ(m_arrived.size(), 2U);
    EXPECT_EQ(m_arrived[0].envelope, MakeEnvelope({"bob"}));
    EXPECT_EQ(m_arrived[1].content, "c\r\n");
}

/// A message for which every extension is of use.
MessageGiven
MakeDemandingMessage()
{
    auto envelope = MakeEnvelope({"bob", "ren\xc3\xa9"});
    envelope.body = mail::BodyType::EIGHT_BIT_MIME;
    envelope.isInternationalized = true;
    envelope.returned = mail::ReturnedContent::HEADERS;
    envelope.envelopeId = "a+b=c d";
    envelope.recipients[0].notify = mail::Notify{true, false, true};
    envelope.recipients[1].notify = mail::Notify{};
    envelope.recipients[1].originalRecipient = "rfc822;x+y@z.net";
    return {envelope, "Subject: caf\xc3\xa9\r\n\r\n.\r\n..\r\n"};
}

TEST_P(SmtpPair, CarriesWhatTheExtensionsAskFor)
{
    m_messages = {MakeDemandingMessage(), {MakeEnvelope({"carol"}), "plain\r\n"}};
    for (const auto protocol : {Protocol::SMTP, Protocol::LMTP})
    {
        for (const bool isSwitchedOn : {true, false})
        {
            m_clientConfig.protocol = m_serverConfig.protocol = protocol;
            m_clientConfig.usesChunking = isSwitchedOn;
            m_clientConfig.usesPipelining = !isSwitchedOn;
            m_arrived.clear();
            m_outcomes.clear();
            EXPECT_TRUE(Run());
            ASSERT_EQ(m_arrived.size(), 2U);
            EXPECT_EQ(m_arrived[0].envelope, m_messages[0].envelope);
            EXPECT_EQ(m_arrived[0].content, m_messages[0].content);
            EXPECT_EQ(m_arrived[1].envelope, m_messages[1].envelope);
            EXPECT_TRUE(m_outcomes[0][0].isAccepted && m_outcomes[0][1].isAccepted);
        }
    }
    EXPECT_EQ(m_failures, 0);
}

INSTANTIATE_TEST_SUITE_P(PieceSizes,
                         SmtpPair,
                         testing::Values(1, 2, 3, 100, 536, 65536),
                         testing::PrintToStringParamName());

} // namespace
} // namespace ns3::postroad::smtp
