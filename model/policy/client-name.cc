#include "postroad/policy/client-name.h"

namespace ns3::postroad::policy
{

namespace
{

constexpr smtp::EnhancedCode REVERSE_NAME_FAILED{5, 7, 25};
constexpr smtp::EnhancedCode REVERSE_NAME_UNKNOWN{4, 7, 25};

} // namespace

std::optional<smtp::Reply>
JudgeClientName(const ClientName& client, std::string_view address)
{
    const auto host = '[' + std::string(address) + ']';
    switch (client.status)
    {
    case ClientNameStatus::CONFIRMED:
        return std::nullopt;
    case ClientNameStatus::NO_NAME:
        return smtp::MakeReply(550, REVERSE_NAME_FAILED, "Your address " + host + " has no name");
    case ClientNameStatus::NOT_CONFIRMED:
        return smtp::MakeReply(550,
                               REVERSE_NAME_FAILED,
                               "The name of your address, " + client.name +
                                   ", does not lead back to " + host);
    default:
        return smtp::MakeReply(450,
                               REVERSE_NAME_UNKNOWN,
                               "Cannot look up the name of your address " + host +
                                   " now, try later");
    }
}

} // namespace ns3::postroad::policy
