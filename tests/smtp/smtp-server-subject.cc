#include "smtp/smtp-server-subject.h"

#include "postroad/smtp/smtp-reply-parser.h"

#include <gtest/gtest.h>

#include <array>
#include <sstream>
#include <stdexcept>

namespace ns3::postroad::smtp
{

namespace
{

constexpr std::array EXTENSIONS{EXTENSION_PIPELINING,
                                EXTENSION_SIZE,
                                EXTENSION_8BITMIME,
                                EXTENSION_ENHANCEDSTATUSCODES};

std::string
GetOption(const test::Options& options, std::string_view name, const std::string& otherwise)
{
    const auto option = options.find(name);
    return option == options.end() ? otherwise : option->second;
}

std::vector<std::string_view>
ReadExtensions(const std::string& text)
{
    std::vector<std::string_view> extensions;
    std::istringstream is(text);
    for (std::string word; is >> word;)
    {
        extensions.push_back(*std::find(EXTENSIONS.begin(), EXTENSIONS.end(), word));
    }
    return extensions;
}

ServerConfig
ReadConfig(const test::Options& options)
{
    ServerConfig config;
    config.hostName = GetOption(options, "host", "mail.b.net");
    config.software = GetOption(options, "software", config.software);
    config.recipientLimit = std::stoul(GetOption(options, "recipients", "100"));
    config.contentLimit = std::stoul(GetOption(options, "content", "65536"));
    if (options.contains("extensions"))
    {
        config.extensions = ReadExtensions(options.at("extensions"));
    }
    return config;
}

} // namespace

ServerSubject::ServerSubject(const test::Options& options)
    : m_acceptsAll(GetOption(options, "agent", "") == "accept")
    , m_session(ReadConfig(options))
{
}

wire::StreamSession&
ServerSubject::GetSession()
{
    return m_session;
}

std::optional<std::string>
ServerSubject::NextEvent(wire::TimePoint now)
{
    while (m_words.empty())
    {
        const auto event = m_session.NextEvent();
        if (!event)
        {
            return std::nullopt;
        }
        const bool isPreliminary = event->index() < 3;
        if (m_acceptsAll && isPreliminary)
        {
            m_session.Accept(now);
            continue;
        }
        std::visit([this](const auto& given) { Describe(given); }, *event);
    }
    auto words = std::move(m_words.front());
    m_words.pop_front();
    return words;
}

void
ServerSubject::Describe(const HelloGiven& event)
{
    m_words.push_back("hello " + event.name + (event.isExtended ? " extended" : ""));
}

void
ServerSubject::Describe(const ReversePathGiven& event)
{
    const auto size = event.size ? " size " + std::to_string(*event.size) : "";
    m_words.push_back("from " + event.reversePath.ToString() + size);
}

void
ServerSubject::Describe(const RecipientGiven& event)
{
    m_words.push_back("to " + event.forwardPath.ToString());
}

void
ServerSubject::Describe(const MessageGiven& event)
{
    auto words = "message " + event.envelope.reversePath.ToString() + " to";
    for (const auto& recipient : event.envelope.recipients)
    {
        words += ' ' + recipient.ToString();
    }
    m_words.push_back(words);
    std::istringstream is(event.content);
    for (std::string line; std::getline(is, line);)
    {
        EXPECT_EQ(line.back(), '\r');
        line.pop_back();
        m_words.push_back(line.empty() ? "|" : "| " + line);
    }
}

void
ServerSubject::Describe(const ServerSessionEnded& event)
{
    ++m_ends;
    m_words.push_back("ended " + std::string(GetName(event.reason)));
}

void
ServerSubject::Act(const std::string& words, wire::TimePoint now)
{
    if (words == "accept")
    {
        m_session.Accept(now);
    }
    else if (words.starts_with("close "))
    {
        m_session.Close(ParseReplyLine(words.substr(6)), now);
    }
    else
    {
        m_session.Answer(ParseReplyLine(words), now);
    }
}

bool
ServerSubject::IsWaitingForAgent() const
{
    return m_session.HasQuestion();
}

void
ServerSubject::ActByDefault(wire::TimePoint now)
{
    m_session.Accept(now);
}

void
ServerSubject::CheckPromises() const
{
    EXPECT_LE(m_ends, 1) << "the end of a session is told once";
}

std::unique_ptr<test::TestSubject>
MakeServerSubject(const test::Options& options)
{
    return std::make_unique<ServerSubject>(options);
}

Reply
ParseReplyLine(const std::string& line)
{
    const auto reply = ReplyParser().AddLine(line);
    if (!reply || !*reply)
    {
        throw std::invalid_argument("expected a reply in one line, found: " + line);
    }
    return **reply;
}

} // namespace ns3::postroad::smtp
