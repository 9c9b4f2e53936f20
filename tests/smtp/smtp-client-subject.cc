#include "smtp/smtp-client-subject.h"

#include "postroad/smtp/grammar/smtp-rcpt-parameters.h"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

namespace ns3::postroad::smtp
{

namespace
{

ClientConfig
ReadConfig(const test::Options& options)
{
    const auto get = [&options](std::string_view name, const char* otherwise) {
        const auto option = options.find(name);
        return option == options.end() ? std::string(otherwise) : option->second;
    };
    ClientConfig config{get("helo", "mail.a.net"), {}};
    config.protocol = get("protocol", "smtp") == "lmtp" ? Protocol::LMTP : Protocol::SMTP;
    config.usesPipelining = get("pipelining", "yes") == "yes";
    config.usesChunking = get("chunking", "no") == "yes";
    return config;
}

mail::AddrSpec
SplitAddress(const std::string& text)
{
    const auto at = text.rfind('@');
    return at == text.npos ? mail::AddrSpec{text, ""}
                           : mail::AddrSpec{text.substr(0, at), text.substr(at + 1)};
}

void
AddParameter(mail::ForwardPath& recipient, const std::string& text)
{
    const auto parameters = ReadRcptParameters(*ParseParameters(text));
    recipient.notify = parameters->notify ? parameters->notify : recipient.notify;
    recipient.originalRecipient += parameters->originalRecipient;
}

} // namespace

ClientSubject::ClientSubject(const test::Options& options)
    : m_session(ReadConfig(options))
{
}

wire::StreamSession&
ClientSubject::GetSession()
{
    return m_session;
}

std::optional<std::string>
ClientSubject::NextEvent(wire::TimePoint)
{
    while (m_words.empty())
    {
        const auto event = m_session.NextEvent();
        if (!event)
        {
            return std::nullopt;
        }
        std::visit([this](const auto& given) { Describe(given); }, *event);
    }
    auto words = std::move(m_words.front());
    m_words.pop_front();
    return words;
}

void
ClientSubject::Describe(const ClientReady& event)
{
    auto words = "ready " + event.peerName;
    for (std::size_t i = 0; i < event.extensions.size(); ++i)
    {
        words += (i == 0 ? " " : ", ") + event.extensions[i].ToString();
    }
    m_words.push_back(words);
}

void
ClientSubject::Describe(const TransferEnded& event)
{
    ++m_outcomes;
    for (const auto& outcome : event.outcomes)
    {
        const auto* fate = outcome.isAccepted           ? "accepted "
                           : outcome.IsRefusedForGood() ? "refused "
                                                        : "deferred ";
        m_words.push_back(fate + outcome.recipient.ToString() + ": " +
                          (outcome.reply ? outcome.reply->ToString() : "no reply"));
    }
    if (event.isInDoubt)
    {
        m_words.push_back("in doubt");
    }
}

void
ClientSubject::Describe(const SessionFailed& event)
{
    m_words.push_back("failed " + event.reason +
                      (event.reply ? ": " + event.reply->ToString() : ""));
}

void
ClientSubject::Describe(const ClientSessionEnded&)
{
    m_isEnded = true;
    m_words.push_back("ended");
}

void
ClientSubject::Act(const std::string& words, wire::TimePoint now)
{
    if (words == "quit")
    {
        m_session.Quit(now);
    }
    else if (words.starts_with("transfer "))
    {
        Transfer(words.substr(9), now);
    }
    else if (words.starts_with("declare "))
    {
        m_declared = *ReadMailParameters(*ParseParameters(words.substr(7)));
    }
    else if (words.starts_with('|'))
    {
        m_content += (words.size() > 2 ? words.substr(2) : "") + "\r\n";
    }
    else
    {
        throw std::invalid_argument(
            "expected \"quit\", \"declare\", \"transfer\" or \"|\", found: " + words);
    }
}

void
ClientSubject::Transfer(const std::string& words, wire::TimePoint now)
{
    std::istringstream is(words);
    std::string from;
    std::string to;
    is >> from >> to;
    mail::Envelope envelope;
    if (from != "<>")
    {
        envelope.reversePath.mailbox = SplitAddress(from);
    }
    for (std::string recipient; is >> recipient;)
    {
        if (recipient.find('=') == recipient.npos)
        {
            envelope.recipients.push_back({SplitAddress(recipient)});
        }
        else
        {
            AddParameter(envelope.recipients.back(), ' ' + recipient);
        }
    }
    envelope.isInternationalized = m_declared.isInternationalized;
    envelope.returned = m_declared.returnedContent;
    envelope.envelopeId = m_declared.envelopeId;
    m_declared = {};
    ++m_transfers;
    m_session.Transfer(std::move(envelope), std::exchange(m_content, {}), now);
}

bool
ClientSubject::IsWaitingForAgent() const
{
    return m_session.IsReady();
}

void
ClientSubject::ActByDefault(wire::TimePoint now)
{
    m_session.Quit(now);
}

void
ClientSubject::CheckPromises() const
{
    if (m_isEnded)
    {
        EXPECT_EQ(m_outcomes, m_transfers) << "each transfer has one outcome";
    }
}

std::unique_ptr<test::TestSubject>
MakeClientSubject(const test::Options& options)
{
    return std::make_unique<ClientSubject>(options);
}

} // namespace ns3::postroad::smtp
