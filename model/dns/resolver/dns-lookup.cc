#include "postroad/dns/resolver/dns-lookup.h"

#include <array>

namespace ns3::postroad::dns
{

namespace
{

/// In the order of the enumeration.
constexpr std::array<std::string_view, 6> STATUS_NAMES{"ANSWERED",
                                                       "NO_DATA",
                                                       "NO_SUCH_NAME",
                                                       "NAME_TOO_LONG",
                                                       "SERVER_FAILURE",
                                                       "TIMED_OUT"};

} // namespace

std::string_view
ToString(LookupStatus status)
{
    return STATUS_NAMES.at(static_cast<std::size_t>(status));
}

std::string
DescribeNoData(const Name& name, RecordType type)
{
    return name.ToString() + " has no record of type " + ToString(type);
}

std::string
DescribeNoSuchName(const Name& name)
{
    return name.ToString() + " does not exist";
}

std::string
DescribeNameTooLong(const Name& name)
{
    return "a DNAME record makes too long a name of " + name.ToString();
}

std::string
DescribeNoAnswer(Transport transport, const std::string& reason)
{
    return (transport == Transport::TCP ? "cannot be reached over TCP: " : "cannot be reached: ") +
           reason;
}

} // namespace ns3::postroad::dns
