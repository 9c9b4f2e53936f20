#include "postroad/dns/zone/dns-authority.h"

#include "postroad/dns/data/dns-target.h"
#include "postroad/dns/zone/dns-response.h"
#include "postroad/dns/zone/dns-zone-answer.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

/// How many aliases are followed for one question.
constexpr std::size_t ALIAS_LIMIT = 8;

/// Why a query gets no look into the zones.
ResponseCode
CheckQuery(const Message& query)
{
    if (query.header.opcode != Opcode::QUERY)
    {
        return ResponseCode::NOT_IMPLEMENTED;
    }
    if (query.questions.size() != 1)
    {
        return ResponseCode::FORMAT_ERROR;
    }
    const auto& question = query.questions.front();
    const bool isForbidden = IsQuestionOnly(question.type) && question.type != RecordType::ANY;
    return question.recordClass != RecordClass::IN || isForbidden ? ResponseCode::REFUSED
                                                                  : ResponseCode::NO_ERROR;
}

/// The host that a record sends its reader to, if it does.
const Name*
FindHost(const Record& record)
{
    switch (record.GetType())
    {
    case RecordType::NS:
    case RecordType::MX:
    case RecordType::SRV:
        return FindTarget(record.data);
    case RecordType::SVCB:
    case RecordType::HTTPS: {
        // RFC 9460 section 2.5: the root stands for the owner.
        const auto* const target = FindTarget(record.data);
        return target != nullptr && target->IsRoot() ? &record.name : target;
    }
    default:
        return nullptr;
    }
}

} // namespace

std::optional<wire::Error>
Authority::AddZone(Zone zone)
{
    const Name origin = zone.GetOrigin();
    const bool isNew = m_zones.emplace(origin, std::move(zone)).second;
    if (isNew)
    {
        return std::nullopt;
    }
    return wire::Error{wire::ErrorKind::TOO_MANY,
                       0,
                       "this server has a zone " + origin.ToString() +
                           " already: put all of its records into one zone"};
}

Zone*
Authority::FindZone(const Name& origin)
{
    const auto zone = m_zones.find(origin);
    return zone == m_zones.end() ? nullptr : &zone->second;
}

std::optional<ServedAnswer>
Authority::Serve(std::string_view octets, Transport transport) const
{
    const auto query = Message::Parse(octets);
    const auto response = query ? Answer(*query) : RefuseUnreadable(octets);
    if (!response)
    {
        return std::nullopt;
    }
    const auto limit = query ? GetResponseLimit(*query, transport) : UDP_LIMIT;
    auto served = response->Serialize(limit);
    return ServedAnswer{Message::Parse(served).GetValue(), served};
}

std::optional<Message>
Authority::Answer(std::string_view octets) const
{
    const auto query = Message::Parse(octets);
    return query ? Answer(*query) : RefuseUnreadable(octets);
}

std::optional<Message>
Authority::Answer(const Message& query) const
{
    if (query.header.isResponse)
    {
        return std::nullopt;
    }
    if (auto refused = RefuseEdnsVersion(query))
    {
        return refused;
    }
    auto response = MakeResponse(query);
    response.header.code = CheckQuery(query);
    if (response.header.code == ResponseCode::NO_ERROR)
    {
        AnswerQuestion(query.questions.front(), response);
        AddAddresses(response);
    }
    return response;
}

void
Authority::AnswerQuestion(const Question& question, Message& response) const
{
    std::optional<Name> name = question.name;
    for (std::size_t aliasCount = 0; name && aliasCount <= ALIAS_LIMIT; ++aliasCount)
    {
        const auto* const zone = FindZoneFor(*name, question.type);
        if (zone == nullptr)
        {
            // An alias may lead to a zone of other servers: the asker goes on there.
            response.header.code =
                response.answers.empty() ? ResponseCode::REFUSED : ResponseCode::NO_ERROR;
            return;
        }
        name = AnswerFromZone(*zone, *name, question.type, response);
    }
}

/// RFC 4035 section 3.1.4.1: what there is of DS records at a zone's own name has the zone above.
const Zone*
Authority::FindZoneFor(const Name& name, RecordType type) const
{
    const auto* const above = type == RecordType::DS && !name.IsRoot()
                                  ? FindClosestZone(name.GetAncestor(name.GetLabels().size() - 1))
                                  : nullptr;
    return above != nullptr ? above : FindClosestZone(name);
}

const Zone*
Authority::FindClosestZone(const Name& name) const
{
    for (std::size_t count = name.GetLabels().size() + 1; count-- > 0;)
    {
        if (const auto zone = m_zones.find(name.GetAncestor(count)); zone != m_zones.end())
        {
            return &zone->second;
        }
    }
    return nullptr;
}

void
Authority::AddAddresses(Message& response) const
{
    for (const auto* const section : {&response.answers, &response.authorities})
    {
        for (const auto& record : *section)
        {
            if (const auto* const host = FindHost(record))
            {
                AddAddresses(*host, response.additionals);
            }
        }
    }
    // What must not be missing comes first, for what does not fit is left out from the end.
    std::stable_partition(
        response.additionals.begin(),
        response.additionals.end(),
        [&response](const Record& record) { return IsGlue(record, response.authorities); });
}

void
Authority::AddAddresses(const Name& host, std::vector<Record>& additionals) const
{
    const auto* const zone = FindClosestZone(host);
    const bool isThere = std::any_of(additionals.begin(),
                                     additionals.end(),
                                     [&host](const Record& other) { return other.name == host; });
    if (zone != nullptr && !isThere)
    {
        Append(zone->Find(host, RecordType::A), additionals);
        Append(zone->Find(host, RecordType::AAAA), additionals);
    }
}

} // namespace ns3::postroad::dns
