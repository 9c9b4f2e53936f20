/**
 * What a recursive name server tells its clients: which queries it takes, and its response once the
 * look-up has ended (RFC 1034 section 4.3.1, RFC 2308 section 3).
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_RECURSIVE_ANSWER_H
#define POSTROAD_DNS_RESOLVER_DNS_RECURSIVE_ANSWER_H

#include "postroad/dns/resolver/dns-lookup.h"

namespace ns3::postroad::dns
{

/// The code with which a query is refused at once; none for one to be looked up, or to be answered
/// from the cache where it does not ask for recursion: a standard query of class IN with one
/// question. Of the types that only a question may have, ANY is taken (RFC 8482 section 4.1).
std::optional<ResponseCode> RefuseRecursion(const Message& query);

/// The response to a query that is refused, or failed, with this code.
Message MakeRecursiveResponse(const Message& query, ResponseCode code);

/// The response to a query whose look-up has ended. That no server answered, or none was of help,
/// is one to the client: SERVFAIL.
Message MakeRecursiveResponse(const Message& query, const LookupEnded& ended);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_RECURSIVE_ANSWER_H
