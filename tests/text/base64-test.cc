#include "postroad/text/base64.h"

#include <gtest/gtest.h>

namespace ns3::postroad::text
{
namespace
{

TEST(Base64, StandsForOctets)
{
    // RFC 4648 section 10.
    const std::pair<std::string_view, std::string_view> table[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
        {"\xfb\xff\xfe", "+//+"},
        {{"\0\0\0", 3}, "AAAA"},
    };
    for (const auto& [octets, text] : table)
    {
        EXPECT_EQ(EncodeBase64(octets), text);
        EXPECT_EQ(DecodeBase64(text), octets) << text;
    }
}

TEST(Base64, BringsEachLengthBack)
{
    std::string octets;
    for (int i = 0; i < 600; ++i)
    {
        EXPECT_EQ(DecodeBase64(EncodeBase64(octets)), octets);
        octets += static_cast<char>(i * 7);
    }
}

TEST(Base64, RefusesWhatIsNone)
{
    for (const auto* const text : {"Z",
                                   "Zg",
                                   "Zg=",
                                   "Z===",
                                   "====",
                                   "Zg==Zg==",
                                   "Zm9v=",
                                   "Zm 9v",
                                   "Zm9-",
                                   "Zm9_",
                                   "=m9v",
                                   "Zh==", // a bit behind the octet
                                   "Zm9="})
    {
        EXPECT_EQ(DecodeBase64(text), std::nullopt) << text;
    }
}

} // namespace
} // namespace ns3::postroad::text
