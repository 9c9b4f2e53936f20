#include "postroad/app/smtp-transfer.h"

#include "postroad/app/conversation.h"
#include "postroad/app/virtual-time.h"
#include "postroad/smtp/smtp-client-session.h"

#include <memory>
#include <optional>
#include <utility>
#include <variant>

namespace ns3::postroad
{

namespace
{

using Results = std::vector<route::AttemptResult>;

route::AttemptResult
MakeResult(const MailServer& server, const smtp::Reply& reply)
{
    return {route::GetStatus(reply), server.name, server.address, reply.ToString(), true};
}

route::AttemptResult
MakeResult(const MailServer& server, std::string reason)
{
    return {route::AttemptStatus::DEFERRED, server.name, server.address, std::move(reason)};
}

Results
ReadOutcomes(const MailServer& server, const smtp::TransferEnded& ended)
{
    Results results;
    for (const auto& recipient : ended.outcomes)
    {
        results.push_back(recipient.reply ? MakeResult(server, *recipient.reply)
                                          : MakeResult(server, "the connection broke"));
    }
    return results;
}

using Peer = Conversation<smtp::ClientSession>;

/// Says QUIT and waits for the server's farewell: nothing that the message depends on.
Task<>
TakeLeave(std::unique_ptr<Peer> peer)
{
    if ((*peer)->IsReady())
    {
        (*peer)->Quit(GetNow());
    }
    for (auto event = co_await peer->Next(); event; event = co_await peer->Next())
    {
    }
}

void
StartTakingLeave(Agent& agent, std::unique_ptr<Peer> peer)
{
    agent.StartTask(TakeLeave(std::move(peer)));
}

} // namespace

Task<Results>
TransferMessage(Agent& agent,
                const MailServer& server,
                const mime::Envelope& envelope,
                const std::string& content)
{
    const auto recipients = envelope.recipients.size();
    const auto address = ToAddress({server.address, server.port});
    if (!address)
    {
        co_return Results(recipients, MakeResult(server, server.address + " is no address"));
    }
    smtp::ClientConfig config;
    config.heloName = agent.GetHost().GetName();
    config.usesPipelining = server.usesPipelining;
    auto peer = std::make_unique<Peer>(agent, "SMTP", *address, config);
    std::optional<smtp::SessionFailed> failure;
    while (auto event = co_await peer->Next())
    {
        if (std::holds_alternative<smtp::ClientReady>(*event) && (*peer)->IsReady())
        {
            (*peer)->Transfer(envelope, content, GetNow());
        }
        else if (const auto* const ended = std::get_if<smtp::TransferEnded>(&*event))
        {
            auto results = ReadOutcomes(server, *ended);
            StartTakingLeave(agent, std::move(peer));
            co_return results;
        }
        else if (const auto* const failed = std::get_if<smtp::SessionFailed>(&*event))
        {
            failure = *failed;
        }
    }
    const auto reason = failure ? failure->reason : peer->GetEnd();
    const bool isReply = failure && failure->reply;
    co_return Results(recipients,
                      isReply ? MakeResult(server, *failure->reply) : MakeResult(server, reason));
}

} // namespace ns3::postroad
