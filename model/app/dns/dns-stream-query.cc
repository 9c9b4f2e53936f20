#include "postroad/app/dns/dns-stream-query.h"

#include "postroad/app/agent/conversation.h"
#include "postroad/dns/record/dns-message-stream.h"
#include "postroad/wire/well-known-ports.h"

#include <memory>
#include <utility>
#include <variant>

namespace ns3::postroad
{

namespace
{

using Stream = Conversation<dns::MessageStream>;

std::unique_ptr<Stream>
Connect(Agent& agent, const Address& server, wire::Duration timeout)
{
    auto stream = std::make_unique<Stream>(agent, "DNS", server, timeout);
    (*stream)->SetObserver(nullptr); // the record has messages as questions and answers
    return stream;
}

DnsAnswer
MakeAnswer(const std::optional<dns::MessageStreamEvent>& event, const std::string& end)
{
    if (!event)
    {
        return {std::nullopt, end};
    }
    if (const auto* const message = std::get_if<dns::MessageArrived>(&*event))
    {
        return {message->octets, {}};
    }
    const auto& reason = std::get<dns::MessageStreamEnded>(*event).reason;
    return {std::nullopt, reason.empty() ? "closed by the peer without an answer" : reason};
}

/// Waits until the server has closed its side too: nothing that an answer depends on.
Task<>
QuitSession(std::unique_ptr<Stream> stream)
{
    auto event = co_await stream->Next();
    while (event)
    {
        event = co_await stream->Next();
    }
}

void
StartQuitting(Agent& agent, std::unique_ptr<Stream> stream)
{
    (*stream)->Close();
    agent.StartTask(QuitSession(std::move(stream)));
}

} // namespace

Task<DnsAnswer>
AskOverStream(Agent& agent,
              std::string server,
              std::string query,
              wire::Duration timeout,
              std::function<void()> onSent)
{
    const auto address = ToAddress({server, wire::DNS_PORT});
    if (!address)
    {
        co_return DnsAnswer{std::nullopt, server + " is no address"};
    }
    auto stream = Connect(agent, *address, timeout);
    stream->SetOnOpened(std::move(onSent));
    (*stream)->SendMessage(query);
    const auto event = co_await stream->Next();
    auto answer = MakeAnswer(event, stream->GetEnd());
    StartQuitting(agent, std::move(stream));
    co_return answer;
}

} // namespace ns3::postroad
