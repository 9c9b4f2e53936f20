#include "postroad/mail/received-field.h"

#include <gtest/gtest.h>

#include <array>

namespace ns3::postroad::mail
{
namespace
{

struct Hop
{
    const char* body;
    ReceivedField field;
};

/// The lecture's chain (row L09), newest first.
const std::array<Hop, 7>&
GetChain()
{
    static const ForwardPath list{{"rrg", "core3.amsl.com"}};
    static const std::array<Hop, 7> chain{{
        {" from smtp3.sgsi.ucl.ac.be (Unknown [10.1.5.3]) by mmp.sipr-dc.ucl.ac.be\r\n"
         " (Sun Java(tm) System Messaging Server 7u3-15.01 64bit (built Feb 12 2010)) with "
         "ESMTP\r\n"
         " id <0KYY00L85LI5JLE0@mmp.sipr-dc.ucl.ac.be>; Mon, 08 Mar 2010 11:37:17 +0100 (CET)",
         {ExtendedDomain{"smtp3.sgsi.ucl.ac.be", TcpInfo{"Unknown", "[10.1.5.3]"}},
          {"mmp.sipr-dc.ucl.ac.be",
           {},
           {"Sun Java(tm) System Messaging Server 7u3-15.01 64bit (built Feb 12 2010)"}},
          "",
          "ESMTP",
          "<0KYY00L85LI5JLE0@mmp.sipr-dc.ucl.ac.be>",
          {},
          {1268044637, {60, "CET"}}}},
        {" from mail.ietf.org (mail.ietf.org [64.170.98.32]) by smtp3.sgsi.ucl.ac.be (Postfix)\r\n"
         "\twith ESMTP id B92351C60D7; Mon, 08 Mar 2010 11:36:51 +0100 (CET)",
         {ExtendedDomain{"mail.ietf.org", TcpInfo{"mail.ietf.org", "[64.170.98.32]"}},
          {"smtp3.sgsi.ucl.ac.be", {}, {"Postfix"}},
          "",
          "ESMTP",
          "B92351C60D7",
          {},
          {1268044611, {60, "CET"}}}},
        {" from [127.0.0.1] (localhost [127.0.0.1]) by core3.amsl.com (Postfix) with ESMTP\r\n"
         "\tid F066A3A68B9; Mon, 08 Mar 2010 02:36:38 -0800 (PST)",
         {ExtendedDomain{"[127.0.0.1]", TcpInfo{"localhost", "[127.0.0.1]"}},
          {"core3.amsl.com", {}, {"Postfix"}},
          "",
          "ESMTP",
          "F066A3A68B9",
          {},
          {1268044598, {-480, "PST"}}}},
        {" from localhost (localhost [127.0.0.1]) by core3.amsl.com (Postfix) with ESMTP\r\n"
         "\tid A1E6C3A681B for <rrg@core3.amsl.com>; Mon, 08 Mar 2010 02:36:37 -0800 (PST)",
         {ExtendedDomain{"localhost", TcpInfo{"localhost", "[127.0.0.1]"}},
          {"core3.amsl.com", {}, {"Postfix"}},
          "",
          "ESMTP",
          "A1E6C3A681B",
          list,
          {1268044597, {-480, "PST"}}}},
        {" from mail.ietf.org ([64.170.98.32]) by localhost (core3.amsl.com [127.0.0.1])\r\n"
         "\t(amavisd-new, port 10024) with ESMTP id erw8ih2v8VQa for <rrg@core3.amsl.com>;\r\n"
         "\tMon, 08 Mar 2010 02:36:36 -0800 (\r\n\tPST)",
         {ExtendedDomain{"mail.ietf.org", TcpInfo{"", "[64.170.98.32]"}},
          {"localhost", TcpInfo{"core3.amsl.com", "[127.0.0.1]"}, {"amavisd-new, port 10024"}},
          "",
          "ESMTP",
          "erw8ih2v8VQa",
          list,
          {1268044596, {-480, "PST"}}}},
        {" from gair.firstpr.com.au (gair.firstpr.com.au [150.101.162.123]) by core3.amsl.com\r\n"
         "\t(Postfix) with ESMTP id 03E893A67ED for <rrg@irtf.org>;\r\n"
         "\tMon, 08 Mar 2010 02:36:35 -0800 (PST)",
         {ExtendedDomain{"gair.firstpr.com.au",
                         TcpInfo{"gair.firstpr.com.au", "[150.101.162.123]"}},
          {"core3.amsl.com", {}, {"Postfix"}},
          "",
          "ESMTP",
          "03E893A67ED",
          ForwardPath{{"rrg", "irtf.org"}},
          {1268044595, {-480, "PST"}}}},
        {" from [10.0.0.6] (wira.firstpr.com.au [10.0.0.6]) by gair.firstpr.com.au (Postfix)\r\n"
         "\twith ESMTP id D0A49175B63; Mon, 08 Mar 2010 21:36:37 +1100 (EST)",
         {ExtendedDomain{"[10.0.0.6]", TcpInfo{"wira.firstpr.com.au", "[10.0.0.6]"}},
          {"gair.firstpr.com.au", {}, {"Postfix"}},
          "",
          "ESMTP",
          "D0A49175B63",
          {},
          {1268044597, {660, "EST"}}}},
    }};
    return chain;
}

TEST(ReceivedField, ParsesTheChainOfTheLecture)
{
    for (const auto& [body, field] : GetChain())
    {
        SCOPED_TRACE(body);
        const auto parsed = ParseReceivedField({"Received", body});
        ASSERT_TRUE(parsed.IsOk()) << parsed.GetError().reason;
        EXPECT_EQ(*parsed, field) << parsed->Serialize().body;
    }
}

TEST(ReceivedField, IsParsedAsItWasSerialized)
{
    for (const auto& [body, field] : GetChain())
    {
        SCOPED_TRACE(body);
        const auto parsed = ParseReceivedField(field.Serialize());
        ASSERT_TRUE(parsed.IsOk()) << parsed.GetError().reason;
        EXPECT_EQ(*parsed, field);
    }
}

TEST(ReceivedField, StandsOnLinesAsPostfixWritesThem)
{
    EXPECT_EQ(GetChain()[3].field.Serialize().Serialize(),
              "Received: from localhost (localhost [127.0.0.1])\r\n"
              "\tby core3.amsl.com (Postfix) with ESMTP id A1E6C3A681B\r\n"
              "\tfor <rrg@core3.amsl.com>; Mon, 8 Mar 2010 02:36:37 -0800 (PST)\r\n");
    EXPECT_EQ(GetChain()[1].field.Serialize().Serialize(),
              "Received: from mail.ietf.org (mail.ietf.org [64.170.98.32])\r\n"
              "\tby smtp3.sgsi.ucl.ac.be (Postfix) with ESMTP id B92351C60D7;\r\n"
              "\tMon, 8 Mar 2010 11:36:51 +0100 (CET)\r\n");
}

TEST(ReceivedField, LeavesOutTheClausesThatSayNothing)
{
    ReceivedField local;
    local.by.domain = "mail.a.net";
    local.forPath = ForwardPath{{"postmaster", ""}};
    local.date = {1268042400, {}};
    EXPECT_EQ(local.Serialize().body,
              " by mail.a.net\r\n\tfor <postmaster>; Mon, 8 Mar 2010 10:00:00 +0000");
    EXPECT_EQ(*ParseReceivedField(local.Serialize()), local);
}

TEST(ReceivedField, TakesAnyNameOfATransport)
{
    const auto parsed = ParseReceivedField(
        {"Received", " from a by b via TCP with ESMTPT id 1; Mon, 8 Mar 2010 10:00:00 +0000"});
    ASSERT_TRUE(parsed.IsOk()) << parsed.GetError().reason;
    EXPECT_EQ(parsed->with, "ESMTPT");
    EXPECT_EQ(parsed->via, "TCP");
}

TEST(ReceivedField, PassesOverClausesAndCommentsThatItDoesNotKnow)
{
    const auto parsed = ParseReceivedField(
        {"Received",
         " FROM a (using TLSv1.2 [x]) BY b with ESMTPS (cipher) tls TLS_AES id 1 (x);\r\n"
         " Mon, 8 Mar 2010 10:00:00 +0000"});
    ASSERT_TRUE(parsed.IsOk()) << parsed.GetError().reason;
    EXPECT_EQ(parsed->from->tcpInfo, std::nullopt);
    EXPECT_EQ(parsed->from->comments, std::vector<std::string>{"using TLSv1.2 [x]"});
    EXPECT_EQ(parsed->id, "1");
}

TEST(ReceivedField, IsRefusedWhenItsEndIsMissing)
{
    for (const auto& [body, field] : GetChain())
    {
        const std::string_view text(body);
        for (std::size_t length = 0; length < text.rfind(':') + 3; ++length)
        {
            EXPECT_FALSE(
                ParseReceivedField({"Received", std::string(text.substr(0, length))}).IsOk())
                << text.substr(0, length);
        }
    }
}

TEST(ReceivedField, TakesTheFirstAddressInParenthesesForTheConnections)
{
    const auto parsed = ParseReceivedField(
        {"Received", " from a (b [192.0.2.1]) ([192.0.2.2]) by c; 8 Mar 2010 10:00:00 +0000"});
    ASSERT_TRUE(parsed.IsOk()) << parsed.GetError().reason;
    EXPECT_EQ(parsed->from->tcpInfo, (TcpInfo{"b", "[192.0.2.1]"}));
    EXPECT_EQ(parsed->from->comments, std::vector<std::string>{"[192.0.2.2]"});
}

struct Invalid
{
    const char* body;
    const char* reason;
};

TEST(ReceivedField, TellsWhyItIsRefused)
{
    const Invalid cases[] = {
        {"", "expected a word, found the end of the text"},
        {" from a by b with SMTP", "expected a word, found the end of the text"},
        {" from a; Mon, 8 Mar 2010 10:00:00 +0000", "expected a \"by\" clause before the date"},
        {" from a by b", "expected a word, found the end of the text"},
        {" by b with ; Mon, 8 Mar 2010 10:00:00 +0000", "expected a value, found \"; Mon, 8 Mar\""},
        {" by b for <x@y; Mon, 8 Mar 2010 10:00:00 +0000", "expected '>', found \"; Mon, 8 Mar\""},
        {" by b; yesterday", "expected a day from Mon to Sun, found \"yesterday\""},
    };
    for (const auto& [body, reason] : cases)
    {
        SCOPED_TRACE(body);
        const auto parsed = ParseReceivedField({"Received", body});
        ASSERT_FALSE(parsed.IsOk());
        EXPECT_EQ(parsed.GetError().reason, reason);
    }
}

} // namespace
} // namespace ns3::postroad::mail
