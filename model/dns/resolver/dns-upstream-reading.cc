#include "postroad/dns/resolver/dns-upstream-reading.h"

#include <algorithm>
#include <iterator>

namespace ns3::postroad::dns
{

namespace
{

/// Drops the records of names that lie outside of the zone.
void
KeepBailiwick(std::vector<Record>& records, const Name& zone)
{
    records.erase(
        std::remove_if(records.begin(),
                       records.end(),
                       [&zone](const Record& record) { return !record.name.IsAtOrBelow(zone); }),
        records.end());
}

bool
IsAddressOf(const Record& address, const std::vector<Record>& servers)
{
    const bool isAddress =
        address.GetType() == RecordType::A || address.GetType() == RecordType::AAAA;
    return isAddress && std::any_of(servers.begin(), servers.end(), [&address](const auto& server) {
               const auto* const data = std::get_if<NsData>(&server.data);
               return data != nullptr && data->nameServer == address.name;
           });
}

/// The SOA record of a negative answer, if its zone lies in the one asked about and holds the name.
std::optional<Record>
FindSoa(const Message& response, const Name& name, const Name& zone)
{
    for (const auto& record : response.authorities)
    {
        if (record.GetType() == RecordType::SOA && name.IsAtOrBelow(record.name) &&
            record.name.IsAtOrBelow(zone))
        {
            return record;
        }
    }
    return std::nullopt;
}

/// The NS records of the zone that a response without answer and SOA record refers to.
std::vector<Record>
FindReferral(const Message& response)
{
    std::vector<Record> servers;
    for (const auto& record : response.authorities)
    {
        if (record.GetType() == RecordType::NS &&
            (servers.empty() || servers.front().name == record.name))
        {
            servers.push_back(record);
        }
    }
    return servers;
}

/// A referral leads down: below the zone that was asked, and towards the name.
void
ReadReferral(const Message& response, const Name& zone, UpstreamReading& reading)
{
    const auto& owner = reading.servers.front().name;
    if (owner == zone || !owner.IsAtOrBelow(zone) || !reading.name.IsAtOrBelow(owner))
    {
        reading.reason = "does not serve " + zone.ToString() + " and refers to " + owner.ToString();
        return;
    }
    reading.kind = UpstreamKind::REFERRAL;
    std::copy_if(response.additionals.begin(),
                 response.additionals.end(),
                 std::back_inserter(reading.addresses),
                 [&reading](const Record& r) { return IsAddressOf(r, reading.servers); });
}

UpstreamKind
ToUpstream(AnswerKind kind)
{
    switch (kind)
    {
    case AnswerKind::ANSWERED:
        return UpstreamKind::ANSWERED;
    case AnswerKind::NO_DATA:
        return UpstreamKind::NO_DATA;
    case AnswerKind::NO_SUCH_NAME:
        return UpstreamKind::NO_SUCH_NAME;
    case AnswerKind::NAME_TOO_LONG:
        return UpstreamKind::NAME_TOO_LONG;
    case AnswerKind::ALIAS:
        return UpstreamKind::ALIAS;
    case AnswerKind::FAILURE:
        break;
    }
    return UpstreamKind::FAILURE;
}

/// What a server says of an alias's target outside of its zone does not count.
bool
IsAliasOutOfZone(const UpstreamReading& reading, const Name& zone)
{
    return !reading.aliases.empty() && reading.kind != UpstreamKind::FAILURE &&
           !reading.name.IsAtOrBelow(zone);
}

} // namespace

UpstreamReading
ReadUpstream(Message response, const Question& question, const Name& zone, std::size_t aliasLimit)
{
    UpstreamReading reading;
    reading.name = question.name;
    if (response.header.isTruncated)
    {
        reading.kind = UpstreamKind::TRUNCATED;
        return reading;
    }
    KeepBailiwick(response.answers, zone);
    KeepBailiwick(response.additionals, zone);
    reading.servers = FindReferral(response);
    const bool isPlain = response.GetCode() == ResponseCode::NO_ERROR;
    if (isPlain && response.answers.empty() && !FindSoa(response, question.name, zone) &&
        !reading.servers.empty())
    {
        ReadReferral(response, zone, reading);
        return reading;
    }
    auto answer = ReadAnswer(response, question, aliasLimit);
    reading.kind = ToUpstream(answer.kind);
    reading.aliases = std::move(answer.aliases);
    reading.records = std::move(answer.records);
    reading.name = std::move(answer.name);
    reading.reason = std::move(answer.reason);
    reading.soa = FindSoa(response, reading.name, zone);
    if (reading.kind != UpstreamKind::FAILURE && !response.header.isAuthoritative)
    {
        reading.kind = UpstreamKind::FAILURE;
        reading.reason = "answers without authority for " + zone.ToString();
    }
    else if (IsAliasOutOfZone(reading, zone))
    {
        reading.kind = UpstreamKind::ALIAS;
    }
    return reading;
}

} // namespace ns3::postroad::dns
