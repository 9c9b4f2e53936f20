#include "postroad/scenario/forwarding.h"
#include "postroad/spec/value/config-error.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

Spec
MakeSpec()
{
    Spec spec;
    for (const auto* const name : {"mail.b.net", "ns.b.net"})
    {
        spec.hosts.emplace_back().name = name;
    }
    return spec;
}

using Parse = Forwarding (*)(std::string_view, const Spec&, bool);

std::string
GetError(Parse parse, std::string_view text)
{
    try
    {
        parse(text, MakeSpec(), false);
    }
    catch (const ConfigError& error)
    {
        return error.what();
    }
    return "";
}

TEST(Forwarding, LeadsAPortIntoTheNetwork)
{
    const auto spec = MakeSpec();
    EXPECT_EQ(ParseForwarding("2525=mail.b.net:25", spec, false),
              (Forwarding{"127.0.0.1", 2525, false, "mail.b.net", 25}));
    EXPECT_EQ(ParseForwarding("5353/udp=ns.b.net:53", spec, false),
              (Forwarding{"127.0.0.1", 5353, true, "ns.b.net", 53}));
    EXPECT_EQ(ParseForwarding("127.0.0.2:0=mail.b.net:65535", spec, false),
              (Forwarding{"127.0.0.2", 0, false, "mail.b.net", 65535}));
    EXPECT_EQ(ParseForwarding("::1:2525=mail.b.net:25", spec, false).address, "::1");
    EXPECT_EQ(ParseForwarding("[::1]:2525=mail.b.net:25", spec, false).address, "::1");
}

TEST(Forwarding, LeadsAPortOutOfTheNetwork)
{
    const auto spec = MakeSpec();
    EXPECT_EQ(ParseAttachment("mail.b.net=127.0.0.1:10025", spec, false),
              (Forwarding{"127.0.0.1", 10025, false, "mail.b.net", 25}));
    EXPECT_EQ(ParseAttachment("mail.b.net:110=127.0.0.1:10110", spec, false),
              (Forwarding{"127.0.0.1", 10110, false, "mail.b.net", 110}));
}

TEST(Forwarding, IsNamedByAddressAndPort)
{
    EXPECT_EQ(NameLocal({"127.0.0.1", 2525, false, "mail.b.net", 25}), "127.0.0.1:2525");
    EXPECT_EQ(NameLocal({"::1", 5353, true, "ns.b.net", 53}), "[::1]:5353/udp");
}

TEST(Forwarding, TakesAddressesThatOthersReachOnlyWhenAllowed)
{
    const auto spec = MakeSpec();
    EXPECT_EQ(ParseForwarding("0.0.0.0:2525=mail.b.net:25", spec, true).address, "0.0.0.0");
    EXPECT_NE(GetError(&ParseForwarding, "0.0.0.0:2525=mail.b.net:25").find("--allow-remote"),
              std::string::npos);
    EXPECT_NE(GetError(&ParseAttachment, "mail.b.net=192.0.2.1:25").find("--allow-remote"),
              std::string::npos);
}

struct Case
{
    Parse parse;
    const char* text;
    const char* message;
};

TEST(Forwarding, TellsWhatIsWrong)
{
    const Case cases[] = {
        {&ParseForwarding, "", R"(expected PORT=HOST:PORT)"},
        {&ParseForwarding, "2525", R"(got "2525")"},
        {&ParseForwarding, "2525=mail.b.net", R"(expected PORT=HOST:PORT)"},
        {&ParseForwarding, "2525=:25", R"(expected PORT=HOST:PORT)"},
        {&ParseForwarding, "=mail.b.net:25", R"(expected a port from 0 to 65535, got "")"},
        {&ParseForwarding, "65536=mail.b.net:25", R"(got "65536")"},
        {&ParseForwarding, "25x=mail.b.net:25", R"(got "25x")"},
        {&ParseForwarding, "-1=mail.b.net:25", R"(got "-1")"},
        {&ParseForwarding, "2525=mail.b.net:0", R"(expected a port from 1 to 65535, got "0")"},
        {&ParseForwarding, "2525/tcp=mail.b.net:25", R"(got "2525/tcp")"},
        {&ParseForwarding, "2525=mail.b.nte:25", R"(did you mean "mail.b.net"?)"},
        {&ParseForwarding, "here:2525=mail.b.net:25", R"(expected an address such as 127.0.0.1)"},
        {&ParseForwarding, "[::1:2525=mail.b.net:25", R"(expected an address such as 127.0.0.1)"},
        {&ParseAttachment, "mail.b.net", R"(expected HOST=ADDRESS:PORT)"},
        {&ParseAttachment, "mail.b.net=10025", R"(expected HOST=ADDRESS:PORT)"},
        {&ParseAttachment, "mail.b.net=127.0.0.1:0", R"(expected a port from 1 to 65535)"},
        {&ParseAttachment, "mail.b.net:0=127.0.0.1:25", R"(expected a port from 1 to 65535)"},
        {&ParseAttachment, "mail.b.nte=127.0.0.1:25", R"(did you mean "mail.b.net"?)"},
    };
    for (const auto& [parse, text, message] : cases)
    {
        const auto error = GetError(parse, text);
        EXPECT_NE(error.find(message), std::string::npos) << text << ": " << error;
    }
}

} // namespace
} // namespace ns3::postroad::scenario
