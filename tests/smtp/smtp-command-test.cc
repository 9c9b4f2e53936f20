#include "postroad/smtp/grammar/smtp-command.h"
#include "postroad/smtp/grammar/smtp-extension.h"
#include "postroad/smtp/grammar/smtp-parameter.h"

#include <gtest/gtest.h>

namespace ns3::postroad::smtp
{
namespace
{

TEST(SmtpCommand, IsCutIntoVerbAndArgument)
{
    const auto expect = [](std::string_view line, std::string_view verb, std::string_view rest) {
        const auto command = ParseCommand(line);
        ASSERT_TRUE(command) << line;
        EXPECT_EQ(command->verb, verb);
        EXPECT_EQ(command->argument, rest);
    };
    expect("NOOP", "NOOP", "");
    expect("noop  ", "noop", "");
    expect("MAIL FROM:<a@b> SIZE=1 ", "MAIL", "FROM:<a@b> SIZE=1");
    expect("HELP\tme", "HELP", "me");
}

TEST(SmtpCommand, TellsOfLettersBeyondAscii)
{
    EXPECT_TRUE(ParseCommand("MAIL FROM:<a@b>")->isAscii);
    const auto command = ParseCommand("MAIL FROM:<\xc3\xa9@b>");
    ASSERT_TRUE(command);
    EXPECT_FALSE(command->isAscii);
    EXPECT_FALSE(ParseCommand("N\xc3\xa9OP"));
}

TEST(SmtpCommand, IsRefusedWithTheOctetThatIsWrong)
{
    const auto expect = [](std::string_view line, std::size_t offset) {
        const auto command = ParseCommand(line);
        ASSERT_FALSE(command) << line;
        EXPECT_EQ(command.GetError().offset, offset) << line;
    };
    expect("", 0);
    expect(" NOOP", 0);
    expect("X-UNKNOWN y", 1);
    expect("NOOP;", 4);
    expect(std::string_view("NOOP a\0b", 8), 6);
    expect("NOOP \x80", 5);
    expect("NOOP \x7f", 5);
}

TEST(SmtpParameters, AreReadInTheirOrder)
{
    const auto none = ParseParameters("");
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->empty());
    const auto some = ParseParameters(" SIZE=500  BODY=8BITMIME X-A ");
    ASSERT_FALSE(some) << "a space at the end has no parameter behind it";
    const auto parameters = ParseParameters(" SIZE=500  BODY=8BITMIME X-A");
    ASSERT_TRUE(parameters);
    EXPECT_EQ(*parameters,
              (std::vector<Parameter>{{"SIZE", "500"}, {"BODY", "8BITMIME"}, {"X-A", ""}}));
}

TEST(SmtpParameters, AreRefusedWhenTheyAreNone)
{
    for (const auto* const text : {"SIZE=5", " SIZE=", " =5", " -A", " A=b=c", " A_B", " A a"})
    {
        EXPECT_FALSE(ParseParameters(text)) << text;
    }
}

TEST(SmtpExtension, IsReadFromALineOfTheReply)
{
    EXPECT_EQ(ParseExtension("PIPELINING"), (Extension{"PIPELINING", ""}));
    EXPECT_EQ(ParseExtension("AUTH CRAM-MD5 PLAIN"), (Extension{"AUTH", "CRAM-MD5 PLAIN"}));
    EXPECT_EQ(ParseExtension("AUTH=LOGIN"), std::nullopt);
    EXPECT_EQ(ParseExtension(""), std::nullopt);
    EXPECT_EQ(ParseExtension("-X"), std::nullopt);
}

TEST(SmtpExtension, IsSerializedAndParsedAgain)
{
    for (const auto& extension : {Extension{"SIZE", "500"}, Extension{"8BITMIME", ""}})
    {
        EXPECT_EQ(ParseExtension(extension.ToString()), extension);
    }
}

TEST(SmtpExtension, IsFoundWithoutCase)
{
    const auto extensions = ParseExtensions({250, {}, {"size", "SIZE 5", "?", "PipeLining"}});
    ASSERT_EQ(extensions.size(), 2U);
    ASSERT_TRUE(FindExtension(extensions, EXTENSION_PIPELINING));
    EXPECT_EQ(FindExtension(extensions, EXTENSION_SIZE)->parameters, "5");
    EXPECT_FALSE(FindExtension(extensions, EXTENSION_8BITMIME));
}

} // namespace
} // namespace ns3::postroad::smtp
