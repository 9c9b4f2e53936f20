#include "postroad/text/file-name.h"

#include <gtest/gtest.h>

namespace ns3::postroad::text
{
namespace
{

TEST(MakeFileNamePart, LeavesNothingThatAShellOrAFolderMightMind)
{
    EXPECT_EQ(MakeFileNamePart("Mail.A.net"), "mail.a.net");
    EXPECT_EQ(MakeFileNamePart("2001:db8::1/../x y"), "2001-db8--1-..-x-y");
    EXPECT_EQ(MakeFileNamePart("bob@b.net"), "bob@b.net");
}

TEST(MakeFileNamePart, CutsWhatIsTooLongAndTellsItFromOthers)
{
    const std::string longest(FILE_NAME_PART_LIMIT, 'a');
    EXPECT_EQ(MakeFileNamePart(longest), longest);
    const auto cut = MakeFileNamePart(longest + 'b');
    EXPECT_EQ(cut.size(), FILE_NAME_PART_LIMIT);
    EXPECT_EQ(cut.substr(0, 92), std::string(91, 'a') + '~');
    EXPECT_NE(MakeFileNamePart(longest + 'c'), cut);
    EXPECT_EQ(MakeFileNamePart(longest + 'b'), cut);
}

} // namespace
} // namespace ns3::postroad::text
