#include "postroad/scenario/served-ports.h"
#include "postroad/spec/value/config-error.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::scenario
{
namespace
{

Spec
MakeSpec()
{
    Spec spec;
    auto& mail = spec.hosts.emplace_back();
    mail.name = "mail.b.net";
    mail.roles = {HostRole::MTA, HostRole::POP3};
    mail.pop3.port = 1110;
    auto& names = spec.hosts.emplace_back();
    names.name = "ns.b.net";
    names.roles = {HostRole::DNS};
    spec.hosts.emplace_back().name = "bare.b.net";
    return spec;
}

Forwarding
Make(std::string host, std::uint16_t hostPort, std::uint16_t port, bool isDatagram = false)
{
    return {"127.0.0.1", port, isDatagram, std::move(host), hostPort};
}

std::string
GetError(const ServedPorts& ports, const Spec& spec = MakeSpec())
{
    try
    {
        CheckServedPorts(ports, spec);
    }
    catch (const ConfigError& error)
    {
        return error.what();
    }
    return "";
}

TEST(ServedPorts, MayUseTheSameNumberForTcpAndUdpAndAnyFreePortTwice)
{
    EXPECT_EQ(GetError({{Make("ns.b.net", 53, 5353), Make("ns.b.net", 53, 5353, true)}, {}}), "");
    EXPECT_EQ(GetError({{Make("mail.b.net", 25, 0), Make("mail.b.net", 1110, 0)}, {}}), "");
}

TEST(ServedPorts, AreRefusedWhenTwoTakeOnePort)
{
    EXPECT_EQ(
        GetError({{Make("mail.b.net", 25, 2525), Make("mail.b.net", 1110, 2525)}, {}}),
        "--listen: expected each port once, got 127.0.0.1:2525 twice; give each another port");
    EXPECT_EQ(GetError({{}, {Make("bare.b.net", 25, 10025), Make("bare.b.net", 25, 10026)}}),
              "--attach: expected each port once, got bare.b.net port 25 twice; give each another "
              "port");
}

TEST(ServedPorts, AreRefusedWhenThereIsNone)
{
    EXPECT_NE(GetError({}).find("at least one port"), std::string::npos);
}

TEST(ServedPorts, AreRefusedForAServerThatAnswersDatagramsToo)
{
    EXPECT_NE(GetError({{}, {Make("ns.b.net", 53, 10053)}}).find("its role dns serves over UDP"),
              std::string::npos);
}

TEST(ServedPorts, AreRefusedWhereAHostHasTheNameOfThisMachine)
{
    auto spec = MakeSpec();
    spec.hosts.emplace_back().name = GATEWAY_HOST;
    EXPECT_NE(GetError({{Make("mail.b.net", 25, 2525)}, {}}, spec).find("\"gateway\""),
              std::string::npos);
}

TEST(ServedPorts, TakeTheRoleWhoseServerIsReplaced)
{
    auto spec = MakeSpec();
    ReplaceServers({{}, {Make("mail.b.net", 1110, 10110)}}, spec);
    EXPECT_EQ(spec.hosts[0].roles, std::set<HostRole>{HostRole::MTA});
    EXPECT_EQ(spec.hosts[1].roles, std::set<HostRole>{HostRole::DNS});
}

TEST(ServedPorts, WarnOfPortsAtWhichNothingListens)
{
    const ServedPorts ports{{Make("mail.b.net", 25, 0),
                             Make("mail.b.net", 110, 0),
                             Make("bare.b.net", 25, 0),
                             Make("bare.b.net", 26, 0),
                             Make("mail.b.net", 25, 0, true)},
                            {Make("bare.b.net", 26, 10025)}};
    const auto servers = ": its servers are at 25 (mta), 1110 (pop3)";
    EXPECT_EQ(WarnOfIdlePorts(ports, MakeSpec()),
              (std::vector<std::string>{
                  std::string("nothing listens at mail.b.net port 110") + servers,
                  "nothing listens at bare.b.net port 25: it has no server "
                  "at all",
                  std::string("nothing listens at mail.b.net port 25/udp") + servers}));
}

} // namespace
} // namespace ns3::postroad::scenario
