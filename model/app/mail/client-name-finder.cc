#include "postroad/app/mail/client-name-finder.h"

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/data/dns-a-data.h"
#include "postroad/dns/data/dns-ptr-data.h"

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

namespace ns3::postroad
{

namespace
{

using policy::ClientNameStatus;

/// True when the servers have said that there is nothing, rather than nothing at all.
bool
IsDenied(const dns::LookupEnded& lookup)
{
    return lookup.status == dns::LookupStatus::NO_DATA ||
           lookup.status == dns::LookupStatus::NO_SUCH_NAME;
}

std::vector<std::string>
GetNames(const dns::LookupEnded& lookup)
{
    std::vector<std::string> names;
    for (const auto& record : lookup.records)
    {
        const auto* const pointer = std::get_if<dns::PtrData>(&record.data);
        if (pointer && names.size() < policy::CLIENT_NAME_LIMIT)
        {
            names.push_back(pointer->target.ToHostName());
        }
    }
    return names;
}

} // namespace

Task<policy::ClientName>
FindClientName(Resolver& resolver, std::string address)
{
    dns::FieldReader fields(address, dns::Name());
    const auto data = dns::AData::Parse(fields);
    if (!fields.IsOk())
    {
        co_return policy::ClientName{ClientNameStatus::NO_NAME, {}};
    }
    const auto reverse = dns::MakeReverseName(data.address).ToHostName();
    const auto pointers = co_await resolver.Lookup(reverse, dns::RecordType::PTR);
    if (pointers.status != dns::LookupStatus::ANSWERED)
    {
        co_return policy::ClientName{IsDenied(pointers) ? ClientNameStatus::NO_NAME
                                                        : ClientNameStatus::UNKNOWN,
                                     {}};
    }
    policy::ClientName client{ClientNameStatus::NOT_CONFIRMED, {}};
    for (const auto& name : GetNames(pointers))
    {
        client.name = name;
        const auto hosts = co_await resolver.Lookup(name, dns::RecordType::A);
        const auto addresses = GetAddresses(hosts);
        if (std::find(addresses.begin(), addresses.end(), address) != addresses.end())
        {
            co_return policy::ClientName{ClientNameStatus::CONFIRMED, name};
        }
        if (hosts.status != dns::LookupStatus::ANSWERED && !IsDenied(hosts))
        {
            client.status = ClientNameStatus::UNKNOWN;
        }
    }
    co_return client;
}

} // namespace ns3::postroad
