#include "postroad/smtp/server/smtp-server-parameters.h"

#include "postroad/smtp/server/smtp-server-context.h"

namespace ns3::postroad::smtp
{

std::optional<std::vector<Parameter>>
ReadOfferedParameters(ServerContext& session, std::string_view text, ParameterOwner findOwner)
{
    auto parameters = ParseParameters(text);
    if (!parameters)
    {
        session.Complain(
            MakeReply(501, INVALID_ARGUMENTS, "Bad parameters: " + parameters.GetError().reason));
        return std::nullopt;
    }
    for (const auto& parameter : *parameters)
    {
        if (!session.IsOffered(findOwner(parameter.keyword)))
        {
            session.Complain(
                MakeReply(555, INVALID_ARGUMENTS, "Parameter not recognized or not offered"));
            return std::nullopt;
        }
    }
    return std::move(parameters).GetValue();
}

} // namespace ns3::postroad::smtp
