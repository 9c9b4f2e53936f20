#include "pop3/pop3-client-subject.h"

#include "postroad/pop3/pop3-client-session.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <utility>

namespace ns3::postroad::test
{

namespace
{

/// The agent of a client's session: a reader who only listens.
class Pop3Client : public TestSubject
{
  public:
    explicit Pop3Client(pop3::ClientConfig config)
        : m_session(std::move(config))
    {
    }

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

    void Act(const std::string& words, wire::TimePoint) override
    {
        throw std::invalid_argument("unknown act: " + words);
    }

    bool IsWaitingForAgent() const override
    {
        return false;
    }

    void ActByDefault(wire::TimePoint) override
    {
    }

    void CheckPromises() const override
    {
        EXPECT_EQ(m_fetched, m_told) << "messages, and those that the end told of";
    }

  private:
    std::string Tell(const pop3::MessageFetched& event)
    {
        ++m_fetched;
        return "fetched " + std::to_string(event.number) + ' ' + event.content;
    }

    std::string Tell(const pop3::SessionFailed& event)
    {
        return "failed " + event.reason;
    }

    std::string Tell(const pop3::ClientSessionEnded& event)
    {
        m_told = event.count;
        return "ended " + std::to_string(event.count);
    }

    pop3::ClientSession m_session;
    std::size_t m_fetched{0};
    std::size_t m_told{0};
};

} // namespace

std::unique_ptr<TestSubject>
MakePop3Client(const Options& options)
{
    pop3::ClientConfig config;
    for (const auto& [name, value] : options)
    {
        if (name == "user")
        {
            config.user = value;
        }
        else if (name == "password")
        {
            config.password = value;
        }
        else if (name == "keep")
        {
            config.deleteAfterFetch = false;
        }
        else if (name == "message-limit")
        {
            config.messageLimit = std::stoul(value);
        }
        else if (name == "listing-limit")
        {
            config.listingLimit = std::stoul(value);
        }
        else
        {
            throw std::invalid_argument("unknown option: " + name);
        }
    }
    return std::make_unique<Pop3Client>(std::move(config));
}

} // namespace ns3::postroad::test
