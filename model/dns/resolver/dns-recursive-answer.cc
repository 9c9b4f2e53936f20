#include "postroad/dns/resolver/dns-recursive-answer.h"

#include "postroad/dns/zone/dns-response.h"

namespace ns3::postroad::dns
{

namespace
{

ResponseCode
ToCode(LookupStatus status)
{
    switch (status)
    {
    case LookupStatus::ANSWERED:
    case LookupStatus::NO_DATA:
        return ResponseCode::NO_ERROR;
    case LookupStatus::NO_SUCH_NAME:
        return ResponseCode::NAME_ERROR;
    case LookupStatus::NAME_TOO_LONG:
        return ResponseCode::NAME_TOO_LONG;
    case LookupStatus::SERVER_FAILURE:
    case LookupStatus::TIMED_OUT:
        break;
    }
    return ResponseCode::SERVER_FAILURE;
}

} // namespace

std::optional<ResponseCode>
RefuseRecursion(const Message& query)
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
    const bool isRefused = question.recordClass != RecordClass::IN || isForbidden;
    return isRefused ? std::optional(ResponseCode::REFUSED) : std::nullopt;
}

Message
MakeRecursiveResponse(const Message& query, ResponseCode code)
{
    auto response = MakeResponse(query);
    response.header.isRecursionAvailable = true;
    response.SetCode(code);
    return response;
}

Message
MakeRecursiveResponse(const Message& query, const LookupEnded& ended)
{
    const auto code = ToCode(ended.status);
    auto response = MakeRecursiveResponse(query, code);
    if (code == ResponseCode::SERVER_FAILURE)
    {
        return response;
    }
    response.answers = ended.aliases;
    Append(ended.records, response.answers);
    if (ended.soa)
    {
        response.authorities = {*ended.soa};
    }
    return response;
}

} // namespace ns3::postroad::dns
