#include "postroad/mail/header-field.h"

#include <gtest/gtest.h>

namespace ns3::postroad::mail
{
namespace
{

TEST(HeaderField, UnfoldsByTakingOutLineEndsOnly)
{
    EXPECT_EQ(Unfold(" a\r\n b\r\n\tc"), " a b\tc");
    EXPECT_EQ(Unfold("a\r\nb\r\n"), "a\r\nb\r\n");
}

TEST(HeaderField, GivesItsValueOnOneLine)
{
    EXPECT_EQ((HeaderField{"Subject", " Hello\r\n  Bob "}.GetValue()), "Hello  Bob");
}

TEST(HeaderField, KeepsAShortValueOnOneLine)
{
    EXPECT_EQ(MakeFoldedField("Subject", "Hello").Serialize(), "Subject: Hello\r\n");
}

TEST(HeaderField, FoldsAtTheLengthThatALineShouldKeep)
{
    const std::string word(FOLDED_LINE_LENGTH - std::string("X: a ").size(), 'w');
    EXPECT_EQ(MakeFoldedField("X", "a " + word).Serialize(), "X: a " + word + "\r\n");
    EXPECT_EQ(MakeFoldedField("X", "a " + word + "w").Serialize(), "X: a\r\n " + word + "w\r\n");
}

TEST(HeaderField, IsFoldedOnlyWhereAWordFollows)
{
    const std::string word(FOLDED_LINE_LENGTH + 1, 'w');
    EXPECT_EQ(MakeFoldedField("X", word).Serialize(), "X: " + word + "\r\n");
    EXPECT_EQ(MakeFoldedField("X", word + "   " + word + "  ").Serialize(),
              "X: " + word + "\r\n   " + word + "\r\n");
}

TEST(HeaderField, SaysTheSameAfterFolding)
{
    std::string value = "words";
    for (int i = 0; i < 200; ++i)
    {
        value += std::string(static_cast<std::size_t>(1 + i % 3), ' ') + std::to_string(i * i * i);
    }
    const auto field = MakeFoldedField("References", value);
    EXPECT_NE(field.body.find("\r\n"), std::string::npos);
    EXPECT_EQ(field.GetValue(), value);
}

} // namespace
} // namespace ns3::postroad::mail
