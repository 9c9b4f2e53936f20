#include "scenario/finished-run.h"
#include "spec/scenario-text.h"

#include <gtest/gtest.h>

#include <chrono>

namespace ns3::postroad::scenario
{
namespace
{

using test::Replace;
using test::SMALL;

/// When Bob's letter is in his mailbox, over links of these settings.
wire::TimePoint
GetArrival(const std::string& settings)
{
    const auto text = Replace(SMALL,
                              "{between: [mail.b.net, r.net]}",
                              "{between: [mail.b.net, r.net]" + settings + "}");
    for (const auto& event : test::RunText(text).events)
    {
        if (event.kind == event::EventKind::MESSAGE_DELIVERED && event.host == "mail.b.net")
        {
            return event.time;
        }
    }
    return {};
}

TEST(LinkSettings, AreThoseOfTheNetwork)
{
    const auto usual = GetArrival("");
    ASSERT_GT(usual, wire::TimePoint());
    EXPECT_GT(GetArrival(", delay: 200ms"), usual + std::chrono::milliseconds(200));
    EXPECT_GT(GetArrival(", rate: 1kbps"), usual + std::chrono::seconds(1));
    EXPECT_EQ(GetArrival(", loss: 0%"), usual);
    EXPECT_EQ(GetArrival(", loss: 100%"), wire::TimePoint()) << "nothing ever arrives";
}

} // namespace
} // namespace ns3::postroad::scenario
