/**
 * What a response means for the question that was asked: RFC 1034 section 5.3.1 and 5.3.3 step 4,
 * as far as it concerns a stub resolver; RFC 2308 section 2 for telling negative answers apart; RFC
 * 6672 section 3.4 for DNAME records, of which the aliases are made anew.
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_ANSWER_READING_H
#define POSTROAD_DNS_RESOLVER_DNS_ANSWER_READING_H

#include "postroad/dns/record/dns-message.h"

namespace ns3::postroad::dns
{

/// What came of one query.
enum class AnswerKind
{
    ANSWERED,      ///< there are records
    NO_DATA,       ///< the name exists and has no records of the type
    NO_SUCH_NAME,  ///< the name does not exist
    NAME_TOO_LONG, ///< a DNAME record makes too long a name of it
    ALIAS,         ///< an alias whose target the server did not tell about: to be asked again
    FAILURE,       ///< this server is of no help; another may be
};

/// One response, read.
struct AnswerReading
{
    AnswerKind kind{AnswerKind::FAILURE}; ///< what came of the query
    std::vector<Record>
        aliases; ///< the CNAME and DNAME records followed, in order; none for FAILURE
    std::vector<Record> records; ///< the records of the type, for ANSWERED
    Name name;                   ///< the name at which the aliases end
    std::string reason;          ///< in words, for FAILURE
};

/// True when the response belongs to the question. A server that could not read the query may
/// leave the question out.
bool IsAnswerTo(const Message& response, const Question& question);

/**
 * Reads a response that belongs to the question.
 * \param response the response
 * \param question what was asked
 * \param aliasLimit how many aliases may be followed; one more is a failure
 */
AnswerReading ReadAnswer(const Message& response, const Question& question, std::size_t aliasLimit);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_ANSWER_READING_H
