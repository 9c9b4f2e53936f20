#include "postroad/spec/value/domain-spec.h"

#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

const UserSpec*
DomainSpec::FindUser(std::string_view userName) const
{
    const auto user = std::find_if(users.begin(), users.end(), [userName](const auto& candidate) {
        return text::EqualsIgnoringCase(candidate.name, userName);
    });
    return user == users.end() ? nullptr : &*user;
}

} // namespace ns3::postroad::scenario
