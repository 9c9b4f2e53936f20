#include "postroad/app/mail/mail-user-agent.h"

#include "postroad/app/agent/conversation.h"
#include "postroad/app/mail/message-event.h"
#include "postroad/pop3/pop3-client-session.h"

#include "ns3/boolean.h"
#include "ns3/log.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <cstdint>
#include <cstdio>
#include <stdexcept>
#include <utility>
#include <variant>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadMailUserAgent");
NS_OBJECT_ENSURE_REGISTERED(MailUserAgent);

TypeId
MailUserAgent::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::postroad::MailUserAgent")
            .SetParent<Agent>()
            .SetGroupName("Postroad")
            .AddConstructor<MailUserAgent>()
            .AddAttribute("SubmissionServer",
                          "The name of the host that takes this person's messages.",
                          StringValue(""),
                          MakeStringAccessor(&MailUserAgent::m_submissionServer),
                          MakeStringChecker())
            .AddAttribute("SubmissionPort",
                          "The port of the submission server.",
                          UintegerValue(wire::SUBMISSION_PORT),
                          MakeUintegerAccessor(&MailUserAgent::m_submissionPort),
                          MakeUintegerChecker<std::uint16_t>(1))
            .AddAttribute("MaildropServer",
                          "The name of the host that keeps this person's mailbox.",
                          StringValue(""),
                          MakeStringAccessor(&MailUserAgent::m_maildropServer),
                          MakeStringChecker())
            .AddAttribute("MaildropPort",
                          "The port of the maildrop's server.",
                          UintegerValue(wire::POP3_PORT),
                          MakeUintegerAccessor(&MailUserAgent::m_maildropPort),
                          MakeUintegerChecker<std::uint16_t>(1))
            .AddAttribute("Keep",
                          "Leave fetched messages in the maildrop.",
                          BooleanValue(false),
                          MakeBooleanAccessor(&MailUserAgent::m_isKeeping),
                          MakeBooleanChecker())
            .AddTraceSource("Queue",
                            "The number of messages that no submission agent has taken yet.",
                            MakeTraceSourceAccessor(&MailUserAgent::m_queueLength),
                            "ns3::TracedValueCallback::Uint32");
    return tid;
}

MailUserAgent::MailUserAgent()
    : m_ids(CreateObject<UniformRandomVariable>())
    , m_runner(*this, m_queueLength)
{
}

std::string
MailUserAgent::GetRole() const
{
    return "mua";
}

std::string
MailUserAgent::Send(mime::Draft draft)
{
    NS_LOG_FUNCTION(this << draft.subject);
    draft.date = GetHost().GetWallTime();
    if (draft.messageId.empty())
    {
        draft.messageId = MakeMessageId();
    }
    auto content = mime::Compose(draft);
    if (!content)
    {
        throw std::invalid_argument("this draft cannot be sent: " + content.GetError().reason);
    }
    m_runner.Enqueue(event::EventKind::MESSAGE_SUBMITTED,
                     m_runner.AllocateId(),
                     mime::MakeEnvelope(draft),
                     std::move(content).GetValue(),
                     {});
    return draft.messageId;
}

void
MailUserAgent::Fetch(const Maildrop& maildrop)
{
    NS_LOG_FUNCTION(this << maildrop.mailbox);
    if (IsRunning())
    {
        StartTask(FetchAll(maildrop));
    }
}

int64_t
MailUserAgent::AssignStreams(int64_t stream)
{
    m_ids->SetStream(stream);
    return 1 + m_runner.AssignStreams(stream + 1);
}

void
MailUserAgent::DoStart()
{
    QueueRunner::Config config;
    config.route.smartHost = m_submissionServer;
    config.port = m_submissionPort;
    config.usesPipelining = false;     // a user's program says one command at a time
    config.sendsNotifications = false; // the person sits in front of it
    m_runner.Start(std::move(config));
}

void
MailUserAgent::DoStop()
{
    m_runner.Stop();
}

/// RFC 5322 section 3.6.4: unique for ever, by the date, chance and the host's name.
std::string
MailUserAgent::MakeMessageId()
{
    char left[40];
    std::snprintf(left,
                  sizeof(left),
                  "%llx.%08x",
                  static_cast<unsigned long long>(GetHost().GetWallTime().unixSeconds),
                  m_ids->GetInteger(0, 0xffffffff));
    return std::string(left) + '@' + GetHost().GetName();
}

Task<>
MailUserAgent::FetchAll(Maildrop maildrop)
{
    const auto found = co_await m_runner.GetFinder().FindAddresses(m_maildropServer);
    std::string failure = found.failure.reason;
    for (const auto& text : found.names)
    {
        const auto address = ToAddress({text, m_maildropPort});
        const pop3::ClientConfig config{maildrop.user, maildrop.password, !m_isKeeping};
        Conversation<pop3::ClientSession> server(*this, "POP3", *address, config);
        bool isServed = false;
        failure.clear();
        while (auto event = co_await server.Next())
        {
            if (auto* const message = std::get_if<pop3::MessageFetched>(&*event))
            {
                ReportFetched(maildrop, message->number, message->content);
                m_inbox.push_back({maildrop.mailbox, std::move(message->content)});
            }
            else if (const auto* const failed = std::get_if<pop3::SessionFailed>(&*event))
            {
                failure = failed->reason;
            }
            isServed = isServed || std::holds_alternative<pop3::ClientSessionEnded>(*event);
        }
        if (isServed)
        {
            break;
        }
        failure = failure.empty() ? server.GetEnd() : failure;
    }
    if (!failure.empty())
    {
        ReportFailure(maildrop, failure);
    }
}

void
MailUserAgent::ReportFailure(const Maildrop& maildrop, const std::string& reason)
{
    Report([&] {
        return event::Event(
            event::EventKind::FETCH_FAILED,
            event::FetchFailure{maildrop.mailbox, m_maildropServer + ": " + reason});
    });
}

void
MailUserAgent::ReportFetched(const Maildrop& maildrop,
                             std::size_t number,
                             const std::string& content)
{
    Report([&] {
        event::Event event(event::EventKind::MAILBOX_READ,
                           event::MailboxReading{maildrop.mailbox, number, content.size()});
        event.messageId = FindMessageId(content);
        return event;
    });
}

} // namespace ns3::postroad
