#include "dns/dns-samples.h"

#include "postroad/dns/zone/dns-authority.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

using Lines = std::vector<std::string>;

struct Answered
{
    std::string_view title;
    std::string_view name;
    RecordType type;
    Lines response;
};

// The zone of RFC 4592 section 2.2.1 and the questions that it asks there.
TEST(DnsWildcard, SynthesizesFromWildcards)
{
    const Answered table[] = {
        {"type that the wildcard has",
         "host3.example.",
         RecordType::MX,
         {"NOERROR AA", "answer host3.example. 3600 IN MX 10 host1.example."}},
        {"type that it has not",
         "host3.example.",
         RecordType::A,
         {"NOERROR AA", "authority example. 3600 IN SOA a. b. 1 2 3 4 3600"}},
        {"several labels under one asterisk",
         "foo.bar.example.",
         RecordType::TXT,
         {"NOERROR AA", "answer foo.bar.example. 3600 IN TXT \"this is a wildcard\""}},
        {"name that exists",
         "host1.example.",
         RecordType::MX,
         {"NOERROR AA", "authority example. 3600 IN SOA a. b. 1 2 3 4 3600"}},
        {"asterisk in the middle, asked for as it stands",
         "sub.*.example.",
         RecordType::MX,
         {"NOERROR AA", "authority example. 3600 IN SOA a. b. 1 2 3 4 3600"}},
        {"closest encloser without a wildcard",
         "ghost.*.example.",
         RecordType::MX,
         {"NXDOMAIN AA", "authority example. 3600 IN SOA a. b. 1 2 3 4 3600"}},
        {"below a name that exists",
         "telnet._tcp.host1.example.",
         RecordType::TXT,
         {"NXDOMAIN AA", "authority example. 3600 IN SOA a. b. 1 2 3 4 3600"}},
        {"in a zone given away",
         "host.subdel.example.",
         RecordType::A,
         {"NOERROR", "authority subdel.example. 3600 IN NS ns.example.com."}},
        {"alias under a wildcard",
         "x.web.example.",
         RecordType::A,
         {"NOERROR AA",
          "answer x.web.example. 3600 IN CNAME host1.example.",
          "answer host1.example. 3600 IN A 192.0.2.1"}},
        {"the wildcard itself",
         "*.example.",
         RecordType::MX,
         {"NOERROR AA", "answer *.example. 3600 IN MX 10 host1.example."}},
    };
    Authority authority;
    AddZone(authority,
            MakeZone("example.",
                     {"@ SOA a. b. 1 2 3 4 3600",
                      "* TXT \"this is a wildcard\"",
                      "* MX 10 host1.example.",
                      "sub.* TXT \"this is not a wildcard\"",
                      "host1 A 192.0.2.1",
                      "_ssh._tcp.host1 TXT x",
                      "subdel NS ns.example.com.",
                      "*.web CNAME host1"}));
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        auto response = authority.Answer(MakeQuery(1, {MakeName(row.name), row.type}));
        response->additionals.clear();
        EXPECT_EQ(Describe(*response), row.response);
    }
}

} // namespace
} // namespace ns3::postroad::dns
