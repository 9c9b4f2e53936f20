/**
 * What the response of an authoritative server means for a resolver that asked it on its way down
 * the tree: RFC 1034 section 5.3.3 step 4, RFC 2181 section 5.4 for what is believed.
 *
 * A server is believed in what it says about the zone that it was asked for, and below. All else is
 * dropped before anything is read, so nobody can slip in the addresses of others.
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_UPSTREAM_READING_H
#define POSTROAD_DNS_RESOLVER_DNS_UPSTREAM_READING_H

#include "postroad/dns/resolver/dns-answer-reading.h"

namespace ns3::postroad::dns
{

/// What came of one query to an authoritative server.
enum class UpstreamKind
{
    ANSWERED,      ///< there are records
    NO_DATA,       ///< the name exists and has no records of the type
    NO_SUCH_NAME,  ///< the name does not exist
    NAME_TOO_LONG, ///< a DNAME record makes too long a name of it
    ALIAS,         ///< an alias whose target is to be looked up
    REFERRAL,      ///< servers of a zone further down are to be asked
    TRUNCATED,     ///< the whole answer is to be had over TCP
    FAILURE,       ///< this server is of no help; another may be
};

/// One response, read.
struct UpstreamReading
{
    UpstreamKind kind{UpstreamKind::FAILURE};
    std::vector<Record> aliases;   ///< the CNAME and DNAME records followed, in order
    std::vector<Record> records;   ///< the records of the type, for ANSWERED
    Name name;                     ///< the name at which the aliases end
    std::optional<Record> soa;     ///< of a negative answer
    std::vector<Record> servers;   ///< the NS records of a referral
    std::vector<Record> addresses; ///< of these servers
    std::string reason;            ///< in words, for FAILURE
};

/**
 * Reads a response that belongs to the question.
 * \param response the response
 * \param question what was asked
 * \param zone the zone that the server was asked about
 * \param aliasLimit how many aliases may be followed; one more is a failure
 */
UpstreamReading
ReadUpstream(Message response, const Question& question, const Name& zone, std::size_t aliasLimit);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_UPSTREAM_READING_H
