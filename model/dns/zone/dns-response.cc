#include "postroad/dns/zone/dns-response.h"

#include <algorithm>

namespace ns3::postroad::dns
{

namespace
{

Message
MakeResponse(const Header& query)
{
    Message response;
    response.header.id = query.id;
    response.header.isResponse = true;
    response.header.opcode = query.opcode;
    response.header.isRecursionDesired = query.isRecursionDesired;
    return response;
}

} // namespace

Message
MakeResponse(const Message& query)
{
    auto response = MakeResponse(query.header);
    response.questions = query.questions;
    response.edns = query.edns ? std::optional(Edns{}) : std::nullopt;
    return response;
}

std::optional<Message>
RefuseUnreadable(std::string_view octets)
{
    wire::ByteReader reader(octets);
    const auto header = Header::Read(reader);
    if (!reader.IsOk() || header.isResponse)
    {
        return std::nullopt;
    }
    auto response = MakeResponse(header);
    response.header.code =
        header.opcode == Opcode::QUERY ? ResponseCode::FORMAT_ERROR : ResponseCode::NOT_IMPLEMENTED;
    return response;
}

std::optional<Message>
RefuseEdnsVersion(const Message& query)
{
    if (!query.edns || query.edns->version <= Edns::VERSION)
    {
        return std::nullopt;
    }
    auto response = MakeResponse(query);
    response.SetCode(ResponseCode::BAD_VERSION);
    return response;
}

std::size_t
GetResponseLimit(const Message& query, Transport transport)
{
    if (transport == Transport::TCP)
    {
        return MESSAGE_LIMIT;
    }
    return query.edns ? std::clamp(std::size_t{query.edns->udpSize}, UDP_LIMIT, DATAGRAM_LIMIT)
                      : UDP_LIMIT;
}

} // namespace ns3::postroad::dns
