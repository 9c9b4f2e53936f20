#include "smtp/smtp-server-subject.h"

#include "postroad/smtp/grammar/smtp-mail-parameters.h"
#include "postroad/smtp/grammar/smtp-rcpt-parameters.h"
#include "postroad/smtp/grammar/smtp-reply-parser.h"

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
                                EXTENSION_SMTPUTF8,
                                EXTENSION_ENHANCEDSTATUSCODES,
                                EXTENSION_DSN,
                                EXTENSION_CHUNKING,
                                EXTENSION_HELP};

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
    config.faultLimit = std::stoul(GetOption(options, "faults", "20"));
    config.idleCommandLimit = std::stoul(GetOption(options, "idle-commands", "100"));
    config.greetingDelay =
        std::chrono::seconds(std::stol(GetOption(options, "greeting-delay", "0")));
    if (GetOption(options, "protocol", "smtp") == "lmtp")
    {
        config.protocol = Protocol::LMTP;
    }
    if (options.contains("refusal"))
    {
        config.refusal = ParseReplyLine(options.at("refusal"));
    }
    if (options.contains("extensions"))
    {
        config.extensions = ReadExtensions(options.at("extensions"));
    }
    return config;
}

/// What MAIL said of the message, as it says it.
std::string
DescribeDeclared(const mail::Envelope& envelope)
{
    MailParameters declared{{},
                            {},
                            envelope.isInternationalized,
                            envelope.returned,
                            envelope.envelopeId};
    if (envelope.body == mail::BodyType::EIGHT_BIT_MIME)
    {
        declared.body = envelope.body;
    }
    return Serialize(declared);
}

/// Replies with " / " between them.
std::vector<Reply>
ParseReplyLines(std::string text)
{
    std::vector<Reply> replies;
    for (auto end = text.find(" / "); end != text.npos; end = text.find(" / "))
    {
        replies.push_back(ParseReplyLine(text.substr(0, end)));
        text.erase(0, end + 3);
    }
    replies.push_back(ParseReplyLine(text));
    return replies;
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
        const bool isMinor = !std::holds_alternative<MessageGiven>(*event) &&
                             !std::holds_alternative<ServerSessionEnded>(*event);
        if (m_acceptsAll && isMinor)
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
    const auto& path = event.forwardPath;
    m_words.push_back("to " + path.ToString() +
                      Serialize(RcptParameters{path.notify, path.originalRecipient}));
}

void
ServerSubject::Describe(const UserAsked& event)
{
    m_words.push_back((event.isList ? "expand " : "verify ") + event.text);
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
    if (const auto declared = DescribeDeclared(event.envelope); !declared.empty())
    {
        m_words.push_back("declares" + declared);
    }
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
    else if (words.starts_with("each "))
    {
        m_session.AnswerEach(ParseReplyLines(words.substr(5)), now);
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
