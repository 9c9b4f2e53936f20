#include "postroad/route/exchangers.h"

#include <gtest/gtest.h>

#include <set>

namespace ns3::postroad::route
{
namespace
{

const std::vector<Exchanger> GMAIL{
    {5, "gmail-smtp-in.l.google.com"},
    {20, "alt2.gmail-smtp-in.l.google.com"},
    {30, "alt3.gmail-smtp-in.l.google.com"},
    {40, "alt4.gmail-smtp-in.l.google.com"},
    {10, "alt1.gmail-smtp-in.l.google.com"},
};

std::size_t
First(std::size_t /* count */)
{
    return 0;
}

std::vector<std::string>
Names(const std::vector<Exchanger>& exchangers)
{
    std::vector<std::string> names;
    names.reserve(exchangers.size());
    for (const auto& each : exchangers)
    {
        names.push_back(each.name);
    }
    return names;
}

TEST(OrderExchangers, TriesTheLowestPreferenceFirst)
{
    const auto ordered = OrderExchangers(GMAIL, "mta.a.net", First);
    EXPECT_EQ(Names(ordered),
              (std::vector<std::string>{"gmail-smtp-in.l.google.com",
                                        "alt1.gmail-smtp-in.l.google.com",
                                        "alt2.gmail-smtp-in.l.google.com",
                                        "alt3.gmail-smtp-in.l.google.com",
                                        "alt4.gmail-smtp-in.l.google.com"}));
}

TEST(OrderExchangers, LetsChanceDecideBetweenEqualPreferencesOnly)
{
    const std::vector<Exchanger> exchangers{{10, "a"}, {10, "b"}, {5, "first"}};
    std::set<std::string> seconds;
    for (std::size_t chance = 0; chance < 6; ++chance)
    {
        const auto ordered = OrderExchangers(exchangers, "other", [chance](std::size_t count) {
            return chance % count;
        });
        EXPECT_EQ(ordered.front().name, "first");
        seconds.insert(ordered[1].name);
    }
    EXPECT_EQ(seconds, (std::set<std::string>{"a", "b"}));
}

TEST(OrderExchangers, DropsTheHostItselfAndAllThatAreNotBetter)
{
    const std::vector<Exchanger> exchangers{{10, "best"},
                                            {20, "Backup"},
                                            {20, "twin"},
                                            {30, "worst"}};
    EXPECT_EQ(Names(OrderExchangers(exchangers, "backup", First)),
              (std::vector<std::string>{"best"}));
    EXPECT_TRUE(OrderExchangers(exchangers, "best", First).empty());
}

TEST(IsNullExchanger, RecognisesADomainThatTakesNoMail)
{
    EXPECT_TRUE(IsNullExchanger({{0, "."}}));
    EXPECT_TRUE(IsNullExchanger({{0, ""}}));
    EXPECT_FALSE(IsNullExchanger({{0, "mail.b.net"}}));
    EXPECT_FALSE(IsNullExchanger({}));
}

TEST(MakeImplicitExchangers, NamesTheDomainItself)
{
    EXPECT_EQ(MakeImplicitExchangers("b.net"), (std::vector<Exchanger>{{0, "b.net"}}));
}

} // namespace
} // namespace ns3::postroad::route
