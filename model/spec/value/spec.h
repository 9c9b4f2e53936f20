/**
 * A scenario as plain values: the one form that files, Python and tests hand to the lab.
 *
 * Nothing here knows YAML or ns-3. LoadScenario() (loader.h) gives a specification that is complete
 * and checked; one that is built by hand goes through FillDefaults() and FindFaults() first.
 */
#ifndef POSTROAD_SPEC_VALUE_SPEC_H
#define POSTROAD_SPEC_VALUE_SPEC_H

#include "postroad/spec/value/domain-spec.h"
#include "postroad/spec/value/expectation.h"
#include "postroad/spec/value/host-spec.h"
#include "postroad/spec/value/link-spec.h"
#include "postroad/spec/value/place.h"
#include "postroad/spec/value/planned-event.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

/// Mon, 8 Mar 2010 10:00:00 +0000, in Unix seconds.
inline constexpr std::int64_t DEFAULT_EPOCH = 1268042400;

/// Long enough for five days of retries and the bounce after them.
inline constexpr wire::Duration DEFAULT_DURATION = std::chrono::hours(7 * 24);

/// Which name servers and resolvers a scenario gets beside its own (name-service.h).
enum class NameService
{
    FULL,   ///< root, top-level domains, domains, each with a server of its own; and resolvers
    SINGLE, ///< one server, which everybody asks about everything
};

/// How captured packets are framed.
enum class CaptureLinkType
{
    PPP,      ///< as they pass the links
    ETHERNET, ///< for programs that read no PPP
};

/// Everything that a run starts from.
struct Spec
{
    std::string name;                           ///< of the file, without folder and ending
    std::string title;                          ///< one line
    std::string about;                          ///< a few sentences; may be empty
    std::vector<std::string> lecture;           ///< rows of the lecture that it shows: "L02"
    std::int64_t epoch{DEFAULT_EPOCH};          ///< the true date at virtual time 0, Unix seconds
    std::uint32_t seed{1};                      ///< of the random streams
    std::uint32_t run{1};                       ///< the sub-streams of the seed
    wire::Duration duration{DEFAULT_DURATION};  ///< the run ends then, if not before
    NameService nameService{NameService::FULL}; ///< who answers questions for names
    wire::Duration detectionDelay{0};           ///< from a failure until routes avoid it
    CaptureLinkType captureLinkType{CaptureLinkType::PPP}; ///< of the pcap files
    mail::DomainName rootServer;           ///< the host that serves the root; may be empty
    std::vector<HostSpec> hosts;           ///< in the order of the file, then those added
    std::vector<DomainSpec> domains;       ///< in the order of the file, then those added
    std::vector<LinkSpec> links;           ///< in the order of the file, then those added
    std::vector<PlannedEvent> events;      ///< in the order of time
    std::vector<Expectation> expectations; ///< in the order of the file
    PlaceMap places;                       ///< where each field was written

    /// The host of that name, or nullptr.
    const HostSpec* FindHost(const mail::DomainName& hostName) const;

    /// The domain of that name, or nullptr.
    const DomainSpec* FindDomain(const mail::DomainName& domainName) const;

    /// The user with that address, or nullptr.
    const UserSpec* FindUser(const mail::AddrSpec& address) const;

    /// The link of that name, or nullptr.
    const LinkSpec* FindLink(std::string_view linkName) const;

    /// The hosts with that role, in order.
    std::vector<const HostSpec*> FindHosts(HostRole role) const;

    /// The domain that a host name lies in: the longest that ends it. Or nullptr.
    const DomainSpec* FindDomainOf(const mail::DomainName& hostName) const;

    /// The messages that are sent, in order.
    std::vector<const Send*> GetSends() const;
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_SPEC_H
