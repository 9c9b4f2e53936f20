#include "postroad/view/text-table.h"

#include <gtest/gtest.h>

namespace ns3::postroad::view
{
namespace
{

TEST(TextTable, IsAsWideAsItsLongestTexts)
{
    EXPECT_EQ(FormatTable({{"hop", "host"}, {"1", "mail.a.net"}, {"200000", "b"}}),
              "hop     host\n"
              "------  ----------\n"
              "1       mail.a.net\n"
              "200000  b\n");
}

TEST(TextTable, HasItsHeadingAloneWhereThereIsNothingToShow)
{
    EXPECT_EQ(FormatTable({{"hop", "host"}}), "hop  host\n---  ----\n");
}

TEST(TextTable, EndsNoLineWithBlanks)
{
    EXPECT_EQ(FormatTable({{"a", "b", "c"}, {"1", "", ""}, {"", "2", ""}}),
              "a  b  c\n-  -  -\n1\n   2\n");
}

TEST(TextTable, CountsCharactersAndNotOctets)
{
    EXPECT_EQ(FormatTable({{"name", "x"}, {"Ren\xc3\xa9", "1"}, {"Rene", "2"}}),
              "name  x\n----  -\nRen\xc3\xa9  1\nRene  2\n");
}

} // namespace
} // namespace ns3::postroad::view
