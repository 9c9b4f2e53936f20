#include "postroad/mime/multipart.h"

#include <gtest/gtest.h>

namespace ns3::postroad::mime
{
namespace
{

const std::vector<BodyPart> PARTS{{{{"Content-Type", " text/plain"}}, "Hello\r\n"},
                                  {{{"Content-Type", " text/html"}}, "<p>--b_1</p>\r\n--b\r\n"}};

TEST(ComposeMultipart, PutsABoundaryBeforeEachPartAndBehindTheLast)
{
    EXPECT_EQ(ComposeMultipart(PARTS, "cut"),
              "--cut\r\nContent-Type: text/plain\r\n\r\nHello\r\n\r\n"
              "--cut\r\nContent-Type: text/html\r\n\r\n<p>--b_1</p>\r\n--b\r\n\r\n"
              "--cut--\r\n");
}

TEST(ChooseBoundary, TakesTheProposalWhenNoPartContainsIt)
{
    EXPECT_EQ(ChooseBoundary(PARTS, "cut"), "cut");
}

TEST(ChooseBoundary, ChangesTheProposalUntilNoPartContainsIt)
{
    EXPECT_EQ(ChooseBoundary(PARTS, "b"), "b_2");
}

TEST(ChooseBoundary, LooksIntoThePartsHeadersToo)
{
    EXPECT_EQ(ChooseBoundary({{{{"Content-Type", " a/b; boundary=\"--cut\""}}, ""}}, "cut"),
              "cut_1");
}

} // namespace
} // namespace ns3::postroad::mime
