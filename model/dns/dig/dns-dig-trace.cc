#include "postroad/dns/dig/dns-dig-trace.h"

#include "postroad/dns/resolver/dns-stub-resolver.h"
#include "postroad/dns/resolver/dns-upstream-reading.h"

#include <algorithm>

namespace ns3::postroad::dns
{

namespace
{

/// The IPv4 addresses of a name among the records.
std::vector<std::string>
FindAddresses(const Name& name, const std::vector<Record>& records)
{
    std::vector<std::string> addresses;
    for (const auto& record : records)
    {
        const auto* const data = std::get_if<AData>(&record.data);
        if (data != nullptr && record.name == name)
        {
            addresses.push_back(data->ToString());
        }
    }
    return addresses;
}

/// The servers that NS records name, with the addresses that stand beside them.
std::vector<DigServer>
MakeServers(const std::vector<Record>& servers, const std::vector<Record>& addresses)
{
    std::vector<DigServer> made;
    for (const auto& record : servers)
    {
        const auto* const data = std::get_if<NsData>(&record.data);
        if (data == nullptr)
        {
            continue;
        }
        const auto name = data->nameServer.ToHostName();
        auto found = FindAddresses(data->nameServer, addresses);
        if (found.empty())
        {
            found.emplace_back();
        }
        for (auto& address : found)
        {
            made.push_back({std::move(address), name});
        }
    }
    made.resize(std::min(made.size(), DigZone::SERVER_LIMIT));
    return made;
}

} // namespace

DigStep
ReadDigRoot(const Message& response)
{
    const Question question{Name(), RecordType::NS};
    const auto answer = ReadAnswer(response, question, StubResolver::ALIAS_LIMIT);
    auto servers = MakeServers(answer.records, response.additionals);
    if (servers.empty())
    {
        return {std::nullopt, answer.reason.empty() ? "names no root server" : answer.reason};
    }
    return {DigZone{Name(), std::move(servers)}, {}};
}

DigStep
ReadDigStep(const Message& response, const Question& question, const Name& zone)
{
    const auto reading = ReadUpstream(response, question, zone, StubResolver::ALIAS_LIMIT);
    if (reading.kind == UpstreamKind::REFERRAL)
    {
        return {
            DigZone{reading.servers.front().name, MakeServers(reading.servers, reading.addresses)},
            {}};
    }
    return {std::nullopt, reading.kind == UpstreamKind::FAILURE ? reading.reason : std::string()};
}

} // namespace ns3::postroad::dns
