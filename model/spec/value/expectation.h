/**
 * What a scenario claims about its run, as plain values. evaluate.h checks them.
 *
 * Each kind is one struct here, one reader in expectation-reader.cc and one file expect-<kind>.cc.
 */
#ifndef POSTROAD_SPEC_VALUE_EXPECTATION_H
#define POSTROAD_SPEC_VALUE_EXPECTATION_H

#include "postroad/mail/addr-spec.h"
#include "postroad/mail/domain-name.h"
#include "postroad/trace/message-outcome.h"
#include "postroad/wire/time-point.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ns3::postroad::scenario
{

/// The end of a message: `outcome: {message: letter1, to: bob@b.net, is: delivered}`.
struct ExpectOutcome
{
    std::string message;              ///< the id of a `send`; by default the only one
    std::optional<mail::AddrSpec> to; ///< none: every recipient
    trace::Outcome outcome{trace::Outcome::DELIVERED}; ///< where it is to stand

    bool operator==(const ExpectOutcome&) const = default;
};

/// The trace of a delivered message: `received: {by: [mail.a.net, mta.a.net, mail.b.net]}`.
struct ExpectReceived
{
    std::string message;              ///< the id of a `send`; by default the only one
    std::optional<std::size_t> hops;  ///< the number of Received fields
    std::vector<mail::DomainName> by; ///< the hosts that added them, in the order of travel

    bool operator==(const ExpectReceived&) const = default;
};

/// Lines of a dialogue: `dialogue: {between: [a, b], contains: ["C: QUIT", "S: 221"]}`.
struct ExpectDialogue
{
    mail::DomainName client;           ///< the host that opened the connection
    mail::DomainName server;           ///< the host that accepted it
    std::vector<std::string> contains; ///< beginnings of lines, in order, others may stand between

    bool operator==(const ExpectDialogue&) const = default;
};

/// A mailbox at the end: `mailbox: {user: bob@b.net, messages: 0, fetched: 1}`.
struct ExpectMailbox
{
    mail::AddrSpec user;                 ///< whose mailbox
    std::optional<std::size_t> messages; ///< how many stand on the server
    std::optional<std::size_t> fetched;  ///< how many the user's mail program holds

    bool operator==(const ExpectMailbox&) const = default;
};

/// A question asked over the network: `query: {from: mta.a.net, name: b.net, type: MX, count: 1}`.
struct ExpectQuery
{
    mail::DomainName from;                  ///< the host that asks
    std::string name;                       ///< the name asked about; empty: any
    std::string type;                       ///< the record type: "MX"; empty: any
    std::optional<std::size_t> count;       ///< how often; none: at least once
    mail::DomainName to{};                  ///< the host that is asked; empty: any
    wire::Duration after{0};                ///< only what is asked at this time or later counts
    std::optional<wire::Duration> before{}; ///< only what is asked earlier counts

    bool operator==(const ExpectQuery&) const = default;
};

/// The virtual time that the run takes: `duration: {below: 60s}`.
struct ExpectDuration
{
    wire::Duration below{0}; ///< the run ends earlier than this

    bool operator==(const ExpectDuration&) const = default;
};

/// How a host tried to pass a message on: `attempts: {by: mail.a.net, count: 3, at: [1s, 30m]}`.
struct ExpectAttempts
{
    std::string message;                             ///< the id of a `send`
    mail::DomainName by;                             ///< the host that tries
    std::optional<std::size_t> count;                ///< how often in all
    std::vector<mail::DomainName> hosts;             ///< where the first of them went, in order
    std::vector<wire::Duration> at;                  ///< when the first of them began, in order
    wire::Duration within{std::chrono::seconds(10)}; ///< how far from these times at most

    bool operator==(const ExpectAttempts&) const = default;
};

/// What may be expected.
using Expectation = std::variant<ExpectOutcome,
                                 ExpectReceived,
                                 ExpectDialogue,
                                 ExpectMailbox,
                                 ExpectQuery,
                                 ExpectDuration,
                                 ExpectAttempts>;

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_EXPECTATION_H
