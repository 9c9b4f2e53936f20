#include "postroad/spec/value/config-error.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

TEST(ConfigError, TellsPlaceFieldExpectationAndWhatToDo)
{
    const ConfigFault fault{{"a.yaml", 12}, "links[0]", "a key", "\"dealy\"", "delay", "mend it"};
    EXPECT_STREQ(ConfigError(fault).what(),
                 "a.yaml:12: links[0]: expected a key, got \"dealy\"; did you mean \"delay\"?; "
                 "mend it");
}

TEST(ConfigError, LeavesOutWhatItDoesNotKnow)
{
    EXPECT_EQ((ConfigFault{{}, "seed", "a number", "\"x\"", "", ""}).ToString(),
              "seed: expected a number, got \"x\"");
    EXPECT_EQ((ConfigFault{{"a.yaml", 0}, "", "YAML", "nothing", "", ""}).ToString(),
              "a.yaml: expected YAML, got nothing");
}

TEST(ConfigError, ListsFaultsInTheOrderOfTheirLines)
{
    FaultList faults;
    EXPECT_NO_THROW(faults.ThrowIfAny());
    faults.Add({{"a.yaml", 10}, "b", "x", "y", "", ""});
    faults.Add({{"a.yaml", 9}, "a", "x", "y", "", ""});
    try
    {
        faults.ThrowIfAny();
        FAIL() << "nothing was thrown";
    }
    catch (const ConfigError& error)
    {
        EXPECT_STREQ(error.what(),
                     "a.yaml:9: a: expected x, got y\na.yaml:10: b: expected x, got y");
        EXPECT_EQ(error.GetFaults().size(), 2U);
    }
}

TEST(ConfigError, KeepsNoMoreFaultsThanAnybodyReads)
{
    for (const auto count : {FaultList::MAX_FAULTS, FaultList::MAX_FAULTS + 1})
    {
        FaultList faults;
        for (std::size_t i = 0; i < count; ++i)
        {
            faults.Add({{"a.yaml", static_cast<int>(i)}, "a", "x", "y", "", ""});
        }
        try
        {
            faults.ThrowIfAny();
        }
        catch (const ConfigError& error)
        {
            EXPECT_EQ(error.GetFaults().size(), FaultList::MAX_FAULTS);
        }
    }
}

TEST(ConfigError, ShowsControlsInTheNamesOfFieldsAsWhatTheyAre)
{
    const ConfigFault fault{{"a.yaml", 1}, std::string("hosts.\x1b[31m\0x", 13), "a", "b", "", ""};
    EXPECT_EQ(fault.ToString(), "a.yaml:1: hosts.\\x1b[31m\\x00x: expected a, got b");
}

TEST(ConfigError, QuotesOnOneLineAndNotAtAnyLength)
{
    EXPECT_EQ(Quote("a\nb"), "\"a b\"");
    EXPECT_EQ(Quote(std::string(60, 'x')), "\"" + std::string(60, 'x') + "\"");
    EXPECT_EQ(Quote(std::string(61, 'x')), "\"" + std::string(60, 'x') + "...\"");
}

} // namespace
} // namespace ns3::postroad::scenario
