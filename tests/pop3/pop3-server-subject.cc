#include "pop3/pop3-server-subject.h"

#include "postroad/pop3/pop3-server-session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace ns3::postroad::test
{

namespace
{

/// The agent of a server's session: a host that knows one mailbox.
class Pop3Server : public TestSubject
{
  public:
    wire::StreamSession& GetSession() override
    {
        return m_session;
    }

    std::optional<std::string> NextEvent(wire::TimePoint) override
    {
        const auto event = m_session.NextEvent();
        return event ? std::optional(std::visit([this](const auto& e) { return Tell(e); }, *event))
                     : std::nullopt;
    }

    void Act(const std::string& words, wire::TimePoint now) override
    {
        if (words.starts_with("maildrop"))
        {
            m_session.AnswerLogin(MakeMaildrop(words.substr(8)), now);
        }
        else if (words == "wrong" || words == "locked")
        {
            m_session.AnswerLogin(words == "wrong" ? pop3::LoginRefusal::WRONG_CREDENTIALS
                                                   : pop3::LoginRefusal::MAILDROP_LOCKED,
                                  now);
        }
        else if (words == "removed" || words == "kept")
        {
            m_removed = words == "removed" ? m_asked : decltype(m_asked){};
            m_session.AnswerUpdate(words == "removed" ? pop3::UpdateOutcome::REMOVED
                                                      : pop3::UpdateOutcome::NOT_REMOVED,
                                   now);
        }
        else if (words == "close")
        {
            m_session.Close(now);
        }
        else
        {
            throw std::invalid_argument("unknown act: " + words);
        }
    }

    bool IsWaitingForAgent() const override
    {
        return m_session.HasQuestion();
    }

    void ActByDefault(wire::TimePoint now) override
    {
        Act(m_session.GetState() == pop3::ServerState::UPDATE ? "removed" : "maildrop 120 500",
            now);
    }

    void CheckPromises() const override
    {
        EXPECT_TRUE(m_removed.empty() || m_reason == pop3::EndReason::QUIT)
            << "messages were removed, although the session ended by: " << GetName(m_reason);
    }

  private:
    std::string Tell(const pop3::LoginGiven& event)
    {
        return "login " + event.user + ' ' + event.password;
    }

    std::string Tell(const pop3::DeletionsGiven& event)
    {
        m_asked = event.removed;
        std::string words = "update";
        for (const auto uid : event.removed)
        {
            words += ' ' + std::to_string(uid.number);
        }
        return words;
    }

    std::string Tell(const pop3::ServerSessionEnded& event)
    {
        m_reason = event.reason;
        return "ended " + std::string(GetName(event.reason));
    }

    pop3::ServerSession m_session{pop3::ServerConfig{}};
    std::vector<store::UniqueId> m_asked;
    std::vector<store::UniqueId> m_removed;
    pop3::EndReason m_reason{pop3::EndReason::QUIT};
};

} // namespace

std::unique_ptr<TestSubject>
MakePop3Server(const Options&)
{
    return std::make_unique<Pop3Server>();
}

std::string
MakeMessage(std::size_t octets)
{
    constexpr std::size_t LINE = 60;
    auto message = "Subject: " + std::to_string(octets) + " octets\r\n\r\n";
    while (message.size() < octets)
    {
        const auto rest = octets - message.size() - 2;
        message += std::string(std::min(rest, LINE), 'x') + "\r\n";
    }
    return message;
}

pop3::Maildrop
MakeMaildrop(const std::string& words)
{
    const std::map<std::string, std::string> contents{
        {"dots", "Subject: dots\r\n\r\n.\r\n..a\r\nb.\r\n"},
        {"unended", "Subject: unended\r\n\r\nx"},
        {"empty", ""},
    };
    std::vector<store::StoredMessage> messages;
    std::istringstream is(words);
    for (std::string word; is >> word;)
    {
        const auto content = contents.find(word);
        const auto uid = static_cast<std::uint32_t>(messages.size() + 1);
        messages.push_back(
            {{uid}, content == contents.end() ? MakeMessage(std::stoul(word)) : content->second});
    }
    return pop3::Maildrop(std::move(messages));
}

} // namespace ns3::postroad::test
