#include "postroad/helper/zone-helper.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ns3::postroad
{

namespace
{

/// The first answer to a question for the MX records of b.net, as a line.
std::string
AskForExchanger(DnsServer& server)
{
    dns::Message query;
    query.questions.push_back({dns::Name::Parse("b.net").GetValue(), dns::RecordType::MX});
    const auto response = server.GetAuthority().Answer(query.Serialize());
    return response && !response->answers.empty() ? dns::ToString(response->answers[0].data) : "";
}

/// What AddZone() says about these records.
std::string
Refuse(const std::string& origin, const std::vector<std::string>& records)
{
    const auto server = CreateObject<DnsServer>();
    try
    {
        AddZone(*server, origin, records);
    }
    catch (const std::invalid_argument& error)
    {
        return error.what();
    }
    return "";
}

} // namespace

TEST(ZoneHelper, CompletesNamesWithTheOrigin)
{
    const auto server = CreateObject<DnsServer>();
    AddZone(*server, "b.net", {"@ MX 10 mail", "mail A 10.1.5.1"});
    EXPECT_EQ(AskForExchanger(*server), "10 mail.b.net.");
}

TEST(ZoneHelper, NamesTheLineThatItCannotTake)
{
    EXPECT_TRUE(Refuse("b.net", {"mail A 10.1.5"}).starts_with("mail A 10.1.5: "));
    EXPECT_TRUE(
        Refuse("b.net", {"mail.a.net. A 10.1.5.1"}).starts_with("mail.a.net. A 10.1.5.1: "));
    EXPECT_TRUE(Refuse("b..net", {}).starts_with("b..net: "));
}

TEST(ZoneHelper, RefusesASecondZoneOfTheSameName)
{
    const auto server = CreateObject<DnsServer>();
    AddZone(*server, "b.net", {});
    EXPECT_THROW(AddZone(*server, "b.net", {}), std::invalid_argument);
}

} // namespace ns3::postroad
