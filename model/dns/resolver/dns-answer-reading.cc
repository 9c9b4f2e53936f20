#include "postroad/dns/resolver/dns-answer-reading.h"

#include <algorithm>

namespace ns3::postroad::dns
{

namespace
{

bool
IsUsable(ResponseCode code)
{
    return code == ResponseCode::NO_ERROR || code == ResponseCode::NAME_ERROR;
}

std::vector<Record>
Select(const std::vector<Record>& records, const Question& question)
{
    std::vector<Record> selected;
    for (const auto& record : records)
    {
        if (record.GetType() == question.type && record.recordClass == question.recordClass &&
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
    while (reading.aliases.size() <= aliasLimit)
    {
        const Question current{reading.name, question.type, question.recordClass};
        reading.records = Select(response.answers, current);
        if (!reading.records.empty())
        {
            reading.kind = AnswerKind::ANSWERED;
            return reading;
        }
        const auto aliases =
            Select(response.answers, {reading.name, RecordType::CNAME, question.recordClass});
        const auto* const target =
            aliases.empty() ? nullptr : std::get_if<CnameData>(&aliases.front().data);
        if (target == nullptr)
        {
            ReadNegative(response, reading);
            return reading;
        }
        reading.aliases.push_back(aliases.front());
        reading.name = target->canonicalName;
    }
    reading.aliases.clear();
    reading.reason = "leads from alias to alias, more often than is followed";
    return reading;
}

} // namespace ns3::postroad::dns
