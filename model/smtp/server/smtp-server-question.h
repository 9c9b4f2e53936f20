/**
 * What a server's session asks its agent, until it is answered.
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_QUESTION_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_QUESTION_H

#include "postroad/smtp/grammar/smtp-reply.h"
#include "postroad/smtp/server/smtp-server-states.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace ns3::postroad::smtp
{

class ServerContext;

/// An open question.
struct ServerQuestion
{
    /// Done with the answer before it is sent; none for nothing.
    using Finish = void (*)(ServerContext& session, Reply& reply);

    std::optional<ServerInput> input{}; ///< what a positive answer does, if anything
    Reply usual{};                      ///< the answer of an agent that has nothing better to say
    Finish finish{nullptr};             ///< adds to the answer, or undoes what was asked
    std::size_t replies{1};             ///< that it takes
    std::string_view lastOfGroup{};     ///< the verb, if it ends a group of commands (RFC 2920)
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_QUESTION_H
