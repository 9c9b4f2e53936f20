/**
 * Each reply that the sessions make themselves stands in a transcript.
 *
 * The codes are collected from the sources, MakeReply(code, ...), so that a new one cannot be
 * forgotten.
 */
#include "support/transcript.h"

#include "postroad/text/ascii.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

namespace ns3::postroad::smtp
{
namespace
{

using Codes = std::set<std::string>;

/// The codes that stand right behind a marker in a text.
Codes
CollectBehind(std::string_view marker, std::string_view text)
{
    constexpr std::size_t CODE_SIZE = 3;
    Codes codes;
    for (auto at = text.find(marker); at != text.npos; at = text.find(marker, at + 1))
    {
        const auto code = text.substr(at + marker.size(), CODE_SIZE);
        if (code.size() == CODE_SIZE && std::all_of(code.begin(), code.end(), text::IsDigit))
        {
            codes.emplace(code);
        }
    }
    return codes;
}

/// The codes that the sources of a folder make whose names begin so.
Codes
CollectFromSources(const std::string& prefix, const std::string& name = "smtp")
{
    Codes codes;
    const auto folder = std::filesystem::path(POSTROAD_TESTS_DIR).parent_path() / "model" / name;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    {
        if (entry.is_regular_file() && entry.path().filename().string().starts_with(prefix))
        {
            std::ifstream file(entry.path());
            const std::string source{std::istreambuf_iterator<char>(file), {}};
            codes.merge(CollectBehind("MakeReply(", source));
        }
    }
    return codes;
}

/// The codes behind a marker in what the session under test says or tells, where some words are.
Codes
CollectFromTranscripts(const std::string& folder,
                       test::StepKind kind,
                       std::string_view marker,
                       std::string_view words)
{
    Codes codes;
    for (const auto& transcript : test::LoadTranscripts(folder))
    {
        for (const auto& step : transcript.steps)
        {
            if (step.kind == kind && step.text.find(words) != step.text.npos &&
                (kind == test::StepKind::EVENT || step.side == test::Side::SERVER))
            {
                codes.merge(CollectBehind(marker, '\n' + step.text));
            }
        }
    }
    return codes;
}

/// What the server says in its transcripts.
Codes
CollectSent()
{
    return CollectFromTranscripts("smtp/transcripts/server", test::StepKind::BYTES, "\n", "");
}

TEST(SmtpReplyCodes, OfTheAgentsStandInTheServersTranscripts)
{
    auto made = CollectFromSources("", "route");
    made.merge(CollectFromSources("", "policy"));
    made.merge(CollectFromSources("", "dsn"));
    made.merge(CollectFromSources("", "app"));
    EXPECT_GE(made.size(), 6U) << "of 250, 421, 450, 451, 452, 550, 552, 553, 554";
    const auto sent = CollectSent();
    for (const auto& code : made)
    {
        EXPECT_TRUE(sent.contains(code)) << code;
    }
}

TEST(SmtpReplyCodes, OfTheServerStandInItsTranscripts)
{
    const auto sent =
        CollectFromTranscripts("smtp/transcripts/server", test::StepKind::BYTES, "\n", "");
    const auto made = CollectFromSources("smtp-server");
    EXPECT_GE(made.size(), 15U) << "of 214, 220, 221, 250, 252, 354, 421, 452, 500 to 504, ...";
    for (const auto& code : made)
    {
        EXPECT_TRUE(sent.contains(code)) << code;
    }
}

TEST(SmtpReplyCodes, OfTheClientsOwnRefusalsStandInItsTranscripts)
{
    const auto told = CollectFromTranscripts("smtp/transcripts/client",
                                             test::StepKind::EVENT,
                                             ">: ",
                                             " Not sent");
    EXPECT_EQ(told, CollectFromSources("smtp-client"));
}

} // namespace
} // namespace ns3::postroad::smtp
