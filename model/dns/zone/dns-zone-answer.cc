#include "postroad/dns/zone/dns-zone-answer.h"

#include "postroad/dns/record/dns-redirection.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

/// RFC 4592 section 2.2: the records of a wildcard are given out under the name that was asked for.
std::vector<Record>
Synthesize(std::span<const Record> records, const Name& source, const Name& name)
{
    std::vector<Record> synthesized(records.begin(), records.end());
    for (auto& record : synthesized)
    {
        record.name = source == name ? record.name : name;
    }
    return synthesized;
}

/// The records that answer a question about a name with this source; for ANY one set will do.
std::span<const Record>
FindRecords(const Zone& zone, const Name& source, RecordType type)
{
    return type == RecordType::ANY ? zone.FindAny(source) : zone.Find(source, type);
}

/// RFC 2308 section 3: the SOA record of a negative answer lives no longer than its own minimum.
void
AddNegativeSoa(const Zone& zone, Message& response)
{
    auto soa = zone.GetSoa();
    if (const auto* const data = std::get_if<SoaData>(&soa.data))
    {
        soa.ttl = std::min(soa.ttl, data->minimum);
    }
    response.authorities.push_back(std::move(soa));
}

bool
IsThere(const Record& record, const std::vector<Record>& section)
{
    return std::find(section.begin(), section.end(), record) != section.end();
}

/// The servers to ask instead of this zone's; none where it answers itself.
std::span<const Record>
FindDelegation(const Zone& zone, const Name& name, RecordType type, const Record* redirection)
{
    const auto servers = zone.FindDelegation(name);
    if (servers.empty())
    {
        return servers;
    }
    const auto& owner = servers.front().name;
    // RFC 4035 section 3.1.4.1: the DS records of a delegated zone stand in the one above.
    const bool isOwn = type == RecordType::DS && owner == name;
    const bool isRedirected = redirection != nullptr && owner != redirection->name &&
                              owner.IsAtOrBelow(redirection->name);
    return isOwn || isRedirected ? std::span<const Record>() : servers;
}

/// Adds an alias; its target, unless it is itself what was asked for or was met before.
std::optional<Name>
FollowAlias(const Record& alias, RecordType type, Message& response)
{
    const auto* const data = std::get_if<CnameData>(&alias.data);
    if (data == nullptr || IsThere(alias, response.answers))
    {
        return std::nullopt;
    }
    response.answers.push_back(alias);
    const bool isAnswer = type == RecordType::CNAME || type == RecordType::ANY;
    return isAnswer ? std::nullopt : std::optional(data->canonicalName);
}

/// RFC 6672 section 3.2 step 3c: the DNAME record, and the alias that it makes of the name.
std::optional<Name>
Redirect(const Record& redirection, const Name& name, RecordType type, Message& response)
{
    if (!IsThere(redirection, response.answers))
    {
        response.answers.push_back(redirection);
    }
    const auto alias = MakeAlias(redirection, name);
    if (!alias)
    {
        response.header.code = ResponseCode::NAME_TOO_LONG;
        return std::nullopt;
    }
    return FollowAlias(*alias, type, response);
}

/// What stands at the name itself, or at the wildcard that covers it.
std::optional<Name>
AnswerFromNode(const Zone& zone, const Name& name, RecordType type, Message& response)
{
    const auto source = zone.FindSource(name);
    if (!source)
    {
        AddNegativeSoa(zone, response);
        response.header.code = ResponseCode::NAME_ERROR;
        return std::nullopt;
    }
    if (const auto records = FindRecords(zone, *source, type); !records.empty())
    {
        Append(Synthesize(records, *source, name), response.answers);
        return std::nullopt;
    }
    const auto aliases = Synthesize(zone.Find(*source, RecordType::CNAME), *source, name);
    if (aliases.empty())
    {
        AddNegativeSoa(zone, response);
        return std::nullopt;
    }
    return FollowAlias(aliases.front(), type, response);
}

} // namespace

std::optional<Name>
AnswerFromZone(const Zone& zone, const Name& name, RecordType type, Message& response)
{
    const auto* const redirection = zone.FindRedirection(name);
    if (const auto servers = FindDelegation(zone, name, type, redirection); !servers.empty())
    {
        Append(servers, response.authorities);
        return std::nullopt;
    }
    response.header.isAuthoritative = true;
    return redirection != nullptr ? Redirect(*redirection, name, type, response)
                                  : AnswerFromNode(zone, name, type, response);
}

} // namespace ns3::postroad::dns
