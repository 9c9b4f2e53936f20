/**
 * What resolvers tell whoever asks them: which look-up, how it ended, and what the servers said.
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_LOOKUP_H
#define POSTROAD_DNS_RESOLVER_DNS_LOOKUP_H

#include "postroad/dns/record/dns-message.h"
#include "postroad/dns/record/dns-transport.h"

#include <cstdint>

namespace ns3::postroad::dns
{

/// Names one look-up of one resolver.
enum class LookupHandle : std::uint64_t
{
};

/// How a look-up ended. The first four are facts about the name, the last two may pass.
enum class LookupStatus
{
    ANSWERED,       ///< there are records
    NO_DATA,        ///< the name exists and has no records of the type
    NO_SUCH_NAME,   ///< the name does not exist
    NAME_TOO_LONG,  ///< a DNAME record makes too long a name of it
    SERVER_FAILURE, ///< servers answered, but none of them with an answer
    TIMED_OUT,      ///< no server answered
};

/// "ANSWERED".
std::string_view ToString(LookupStatus status);

/// Why a look-up ended with NO_DATA, in words.
std::string DescribeNoData(const Name& name, RecordType type);

/// Why a look-up ended with NO_SUCH_NAME, in words.
std::string DescribeNoSuchName(const Name& name);

/// Why a look-up ended with NAME_TOO_LONG, in words.
std::string DescribeNameTooLong(const Name& name);

/// Why a server was of no help when no message came from it, in words. Over TCP there are several
/// reasons; over UDP nothing but the lack of a way is ever told.
std::string DescribeNoAnswer(Transport transport, const std::string& reason);

/// A server has answered; comes before what follows from it.
struct AnswerReceived
{
    LookupHandle handle{}; ///< the look-up that it is for
    std::string server;    ///< where it came from
    Question question;     ///< what the server was asked
    Message message;       ///< what it said: id, response code, records
};

/// A look-up is over.
struct LookupEnded
{
    LookupHandle handle{};                        ///< which
    Question question;                            ///< as it was asked at first
    LookupStatus status{LookupStatus::TIMED_OUT}; ///< how
    std::vector<Record> aliases;                  ///< CNAME and DNAME records followed, in order
    std::vector<Record> records;                  ///< the records of the type, for ANSWERED
    std::string reason;                           ///< in words, for all others
    std::optional<Record> soa{}; ///< of a negative answer, where the resolver keeps it
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_LOOKUP_H
