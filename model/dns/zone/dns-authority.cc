#include "postroad/dns/zone/dns-authority.h"

#include "postroad/dns/zone/dns-response.h"

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

/// Answers from one zone. The target when it is an alias that was not met before.
std::optional<Name>
AnswerFromZone(const Zone& zone, const Name& name, RecordType type, Message& response)
{
    if (const auto servers = zone.FindDelegation(name); !servers.empty())
    {
        Append(servers, response.authorities);
        return std::nullopt;
    }
    response.header.isAuthoritative = true;
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
    const auto& alias = aliases.front();
    auto& answers = response.answers;
    const auto* const data = std::get_if<CnameData>(&alias.data);
    if (data == nullptr || std::find(answers.begin(), answers.end(), alias) != answers.end())
    {
        return std::nullopt;
    }
    answers.push_back(alias);
    return data->canonicalName;
}

/// The host that a record sends its reader to, if it does.
const Name*
FindHost(const Record& record)
{
    if (const auto* const server = std::get_if<NsData>(&record.data))
    {
        return &server->nameServer;
    }
    const auto* const exchanger = std::get_if<MxData>(&record.data);
    return exchanger != nullptr ? &exchanger->exchange : nullptr;
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
    while (name && response.answers.size() <= ALIAS_LIMIT)
    {
        const auto* const zone = FindClosestZone(*name);
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
