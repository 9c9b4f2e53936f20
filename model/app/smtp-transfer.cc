#include "postroad/app/smtp-transfer.h"

#include "postroad/app/conversation.h"
#include "postroad/app/virtual-time.h"
#include "postroad/smtp/smtp-client-session.h"

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
    const smtp::ClientConfig config{agent.GetHost().GetName(), {}};
    Conversation<smtp::ClientSession> peer(agent, "SMTP", *address, config);
    Results results;
    std::optional<smtp::SessionFailed> failure;
    while (auto event = co_await peer.Next())
    {
        if (std::holds_alternative<smtp::ClientReady>(*event) && peer->IsReady() && results.empty())
        {
            peer->Transfer(envelope, content, GetNow());
        }
        else if (const auto* const ended = std::get_if<smtp::TransferEnded>(&*event))
        {
            results = ReadOutcomes(server, *ended);
            if (peer->IsReady())
            {
                peer->Quit(GetNow());
            }
        }
        else if (const auto* const failed = std::get_if<smtp::SessionFailed>(&*event))
        {
            failure = *failed;
        }
    }
    if (results.empty())
    {
        const auto reason = failure ? failure->reason : peer.GetEnd();
        const bool isReply = failure && failure->reply;
        results.assign(recipients,
                       isReply ? MakeResult(server, *failure->reply) : MakeResult(server, reason));
    }
    co_return results;
}

} // namespace ns3::postroad
