// Who may submit mail through a scenario from this machine: how users are named, and where they
// are let in. That their programs then can is tested with real ones (tests/gateway).
#include "spec/scenario-text.h"

#include "postroad/scenario/served-users.h"
#include "postroad/spec/read/loader.h"
#include "postroad/spec/value/config-error.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::Replace;
using test::SMALL;

Spec
Load(const std::string& text)
{
    return LoadScenarioText(text, "s.yaml");
}

/// The user that a text names, or what is said instead.
std::string
Parse(std::string_view text, const Spec& spec)
{
    try
    {
        return ParseServedUser(text, spec).ToString();
    }
    catch (const ConfigError& error)
    {
        return error.what();
    }
}

std::string
Admit(const mail::AddrSpec& user, Spec& spec)
{
    try
    {
        AdmitUsers({user}, spec);
        return "";
    }
    catch (const ConfigError& error)
    {
        return error.what();
    }
}

TEST(ServedUsers, AreNamedByTheirAddressesOrTheirLocalPartsAlone)
{
    const auto spec = Load(std::string(SMALL));
    EXPECT_EQ(Parse("alice@a.net", spec), "alice@a.net");
    EXPECT_EQ(Parse("alice@A.NET", spec), "alice@a.net");
    EXPECT_EQ(Parse("bob", spec), "bob@b.net");
    EXPECT_EQ(Parse("bbo", spec),
              "--user: expected a user of the scenario (alice or bob), got \"bbo\"; did you mean "
              "\"bob\"?");
    EXPECT_EQ(Parse("alice@b.net", spec),
              "--user: expected a user of the scenario (alice@a.net or bob@b.net), got "
              "\"alice@b.net\"; did you mean \"alice@a.net\"?");
    const auto twice = Load(Replace(SMALL, "users: bob", "users: [bob, alice]"));
    EXPECT_EQ(Parse("alice", twice),
              "--user: expected one user, got \"alice\"; say which: alice@a.net or alice@b.net");
    EXPECT_EQ(Parse("alice@b.net", twice), "alice@b.net");
}

TEST(ServedUsers, AreLetInWhereTheirMailProgramsSubmit)
{
    auto text = Replace(SMALL, "  r.net:", "  out.a.net: {roles: msa}\n  r.net:");
    text =
        Replace(text, "mua: {user: alice@a.net}", "mua: {user: alice@a.net, submit-to: out.a.net}");
    text = Replace(text, "events:", "  - {between: [out.a.net, r.net]}\nevents:");
    auto spec = Load(text);
    EXPECT_EQ(Admit({"alice", "a.net"}, spec), "");
    const auto& guests = spec.FindHost("out.a.net")->msa.guests;
    ASSERT_EQ(guests.size(), 1U);
    EXPECT_EQ(guests.begin()->first, "gateway");
    EXPECT_EQ(guests.begin()->second, (std::vector<mail::AddrSpec>{{"alice", "a.net"}}));
}

TEST(ServedUsers, AreLetInAtTheOnlySubmissionServerOfTheirDomain)
{
    auto spec = Load(Replace(SMALL, "users: alice,", "users: [alice, carol],"));
    EXPECT_EQ(Admit({"carol", "a.net"}, spec), "");
    EXPECT_EQ(spec.FindHost("mail.a.net")->msa.guests.size(), 1U);
    EXPECT_EQ(Admit({"bob", "b.net"}, spec),
              "--user: expected a user with a submission server, got \"bob@b.net\"; give a host of "
              "b.net the role msa");
}

TEST(ServedUsers, AreAskedForWhereNobodyIsLetIn)
{
    auto spec = Load(std::string(SMALL));
    const ServedPorts ports{
        {{"127.0.0.1", 0, false, "mail.a.net", 587}, {"127.0.0.1", 0, false, "mail.b.net", 25}},
        {},
        {}};
    EXPECT_EQ(WarnOfClosedSubmission(ports, spec),
              std::vector<std::string>{
                  "no program of this machine may send mail through mail.a.net port 587: add "
                  "--user and the name of one who may"});
    AdmitUsers({{"alice", "a.net"}}, spec);
    EXPECT_TRUE(WarnOfClosedSubmission(ports, spec).empty());
    const auto open = Load(Replace(SMALL,
                                   "roles: [msa, mta, mda, pop3]}",
                                   "roles: [msa, mta, mda, pop3], policy: {open-relay: true}}"));
    EXPECT_TRUE(WarnOfClosedSubmission(ports, open).empty());
}

} // namespace
} // namespace ns3::postroad::scenario
