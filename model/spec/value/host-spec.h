/**
 * A host as a scenario declares it: its roles, its clock, and what each role is told.
 *
 * A setting left empty in the file is filled in by FillDefaults().
 */
#ifndef POSTROAD_SPEC_VALUE_HOST_SPEC_H
#define POSTROAD_SPEC_VALUE_HOST_SPEC_H

#include "postroad/mail/addr-spec.h"
#include "postroad/mail/domain-name.h"
#include "postroad/policy/client-network.h"
#include "postroad/policy/server-behaviour.h"
#include "postroad/spec/value/host-role.h"
#include "postroad/store/queue-settings.h"
#include "postroad/wire/time-point.h"
#include "postroad/wire/wall-clock.h"
#include "postroad/wire/well-known-ports.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// Settings of role `mua`.
struct MuaSettings
{
    std::vector<mail::AddrSpec> users; ///< whose mail program it is
    mail::DomainName submitTo;         ///< the host with role msa; by default the only one of the
                                       ///< first user's domain
    mail::DomainName fetchFrom;        ///< the host with role pop3; by default the one that keeps
                                       ///< the mailboxes of the first user's domain
    bool keep{false};                  ///< leave fetched messages on the server

    /// Whether a user, by any of the addresses of the same mailbox, has it.
    bool IsOf(const mail::AddrSpec& user) const;

    bool operator==(const MuaSettings&) const = default;
};

/// Settings of role `msa`.
struct MsaSettings
{
    std::uint16_t port{wire::SUBMISSION_PORT}; ///< where it listens
    mail::DomainName smartHost; ///< relays everything through this host; empty: by MX lookups
    /// Who submits from a host without a program of the scenario, by the host.
    std::map<mail::DomainName, std::vector<mail::AddrSpec>> guests{};

    bool operator==(const MsaSettings&) const = default;
};

/// Settings of role `mta`.
struct MtaSettings
{
    std::uint16_t port{wire::SMTP_PORT}; ///< where it listens
    mail::DomainName smartHost; ///< relays everything through this host; empty: by MX lookups

    bool operator==(const MtaSettings&) const = default;
};

/// Settings of role `pop3`.
struct Pop3Settings
{
    std::uint16_t port{wire::POP3_PORT}; ///< where it listens

    bool operator==(const Pop3Settings&) const = default;
};

/// How the roles msa and mta of a host treat their clients.
struct PolicySettings
{
    bool openRelay{false};                       ///< take mail from anyone to anywhere
    std::vector<policy::ClientNetwork> relayFor; ///< clients that may send anywhere, beside those
                                                 ///< whose smart host or submission server it is
    std::optional<mail::AddrSpec> catchAll;      ///< the mailbox on this host that mail for all
                                                 ///< addresses without one goes into
    std::optional<std::uint32_t> hopLimit;       ///< Received fields with which no message is
                                                 ///< taken; by default the agent's own limit
    policy::ServerBehaviour behaviour;           ///< what else it does about them

    bool operator==(const PolicySettings&) const = default;
};

/// One machine.
struct HostSpec
{
    mail::DomainName name;         ///< its full domain name: "mail.a.net"
    std::set<HostRole> roles;      ///< what it does
    std::string address;           ///< a wish, in text form: "192.0.2.1"; empty: given by topology
    wire::TimeZone zone{0, "UTC"}; ///< the zone that it writes dates in
    wire::Duration clockOffset{0}; ///< how far its clock is ahead of the true time
    std::vector<mail::DomainName> resolvers; ///< the hosts that it asks for names, in this order;
                                             ///< by default as NameService says
    std::vector<policy::ClientNetwork> resolveFor; ///< of role resolver: clients beside the hosts
                                                   ///< that name it as theirs
    MuaSettings mua;                               ///< of role mua
    MsaSettings msa;                               ///< of role msa
    MtaSettings mta;                               ///< of role mta
    Pop3Settings pop3;                             ///< of role pop3
    PolicySettings policy;                         ///< of the roles msa and mta
    store::QueueSettings queue;                    ///< of the roles msa and mta

    bool Has(HostRole role) const;

    /// True when one of its roles has a trait. \param trait such as &RoleDescriptor::sendsMail
    bool HasAny(bool RoleDescriptor::*trait) const;

    bool operator==(const HostSpec&) const = default;
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_HOST_SPEC_H
