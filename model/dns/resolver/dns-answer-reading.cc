#include "postroad/dns/resolver/dns-answer-reading.h"

#include "postroad/dns/record/dns-redirection.h"

#include <algorithm>

namespace ns3::postroad::dns
{

namespace
{

bool
IsUsable(ResponseCode code)
{
    return code == ResponseCode::NO_ERROR || code == ResponseCode::NAME_ERROR ||
           code == ResponseCode::NAME_TOO_LONG;
}

/// RFC 1035 section 3.2.3: a question of type ANY asks for all records of the name.
bool
IsOfType(const Record& record, RecordType type)
{
    return type == RecordType::ANY || record.GetType() == type;
}

std::vector<Record>
Select(const std::vector<Record>& records, const Question& question)
{
    std::vector<Record> selected;
    for (const auto& record : records)
    {
        if (IsOfType(record, question.type) && record.recordClass == question.recordClass &&
            record.name == question.name)
        {
            selected.push_back(record);
        }
    }
    return selected;
}

bool
HasType(const std::vector<Record>& records, RecordType type)
{
    return std::any_of(records.begin(), records.end(), [type](const Record& record) {
        return record.GetType() == type;
    });
}

/// What a response without records of the type means, once its aliases are followed.
void
ReadNegative(const Message& response, AnswerReading& reading)
{
    const bool hasSoa = HasType(response.authorities, RecordType::SOA);
    if (response.GetCode() == ResponseCode::NAME_ERROR)
    {
        reading.kind = AnswerKind::NO_SUCH_NAME;
    }
    else if (response.GetCode() == ResponseCode::NAME_TOO_LONG)
    {
        reading.reason = "answers YXDOMAIN and shows no DNAME record";
        reading.aliases.clear();
    }
    else if (!reading.aliases.empty() && !hasSoa)
    {
        reading.kind = AnswerKind::ALIAS;
    }
    else if (!hasSoa && HasType(response.authorities, RecordType::NS))
    {
        reading.reason = "refers to other servers instead of asking them";
    }
    else
    {
        reading.kind = AnswerKind::NO_DATA;
    }
}

/// Follows one alias of the reading's name, if there is one; false when this is where it ends.
bool
FollowAlias(const Message& response, const Question& question, AnswerReading& reading)
{
    if (const auto* const redirection = FindRedirection(response.answers, reading.name))
    {
        reading.aliases.push_back(*redirection);
        const auto alias = MakeAlias(*redirection, reading.name);
        if (!alias)
        {
            reading.kind = AnswerKind::NAME_TOO_LONG;
            return false;
        }
        reading.aliases.push_back(*alias);
        reading.name = std::get<CnameData>(alias->data).canonicalName;
        return true;
    }
    const auto aliases =
        Select(response.answers, {reading.name, RecordType::CNAME, question.recordClass});
    const auto* const target =
        aliases.empty() ? nullptr : std::get_if<CnameData>(&aliases.front().data);
    if (target == nullptr)
    {
        ReadNegative(response, reading);
        return false;
    }
    reading.aliases.push_back(aliases.front());
    reading.name = target->canonicalName;
    return true;
}

} // namespace

bool
IsAnswerTo(const Message& response, const Question& question)
{
    if (!response.header.isResponse || response.header.opcode != Opcode::QUERY)
    {
        return false;
    }
    if (response.questions.empty())
    {
        return !IsUsable(response.GetCode());
    }
    return response.questions.size() == 1 && response.questions.front() == question;
}

AnswerReading
ReadAnswer(const Message& response, const Question& question, std::size_t aliasLimit)
{
    AnswerReading reading;
    reading.name = question.name;
    if (!IsUsable(response.GetCode()))
    {
        reading.reason = "answers " + ToString(response.GetCode());
        return reading;
    }
    if (response.header.isTruncated)
    {
        reading.reason = "cuts its answer short, for it does not fit into a datagram";
        return reading;
    }
    for (std::size_t aliasCount = 0; aliasCount <= aliasLimit; ++aliasCount)
    {
        reading.records =
            Select(response.answers, {reading.name, question.type, question.recordClass});
        if (!reading.records.empty())
        {
            reading.kind = AnswerKind::ANSWERED;
            return reading;
        }
        if (!FollowAlias(response, question, reading))
        {
            return reading;
        }
    }
    reading.aliases.clear();
    reading.reason = "leads from alias to alias, more often than is followed";
    return reading;
}

} // namespace ns3::postroad::dns
