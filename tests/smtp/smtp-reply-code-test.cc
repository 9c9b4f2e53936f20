/**
 * Each reply that the sessions make themselves stands in a transcript.
 *
 * The codes are collected from the sources, MakeReply(code, ...), so that a new one cannot be
 * forgotten.
 */
#include "support/transcript.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace ns3::postroad::smtp
{
namespace
{

using Codes = std::set<std::string>;

/// The first group of each match.
Codes
Collect(const std::string& text, const std::regex& pattern)
{
    Codes codes;
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
    {
        codes.insert((*match)[1]);
    }
    return codes;
}

/// The codes that the sources of one side make.
Codes
CollectFromSources(const std::string& prefix)
{
    Codes codes;
    const auto folder = std::filesystem::path(POSTROAD_TESTS_DIR).parent_path() / "model/smtp";
    for (const auto& entry : std::filesystem::directory_iterator(folder))
    {
        if (entry.path().filename().string().starts_with(prefix))
        {
            std::ifstream file(entry.path());
            const std::string source{std::istreambuf_iterator<char>(file), {}};
            codes.merge(Collect(source, std::regex("MakeReply\\((\\d\\d\\d)")));
        }
    }
    return codes;
}

/// The codes at the place that the pattern names, in what the session under test says and tells.
Codes
CollectFromTranscripts(const std::string& folder, test::StepKind kind, const std::string& pattern)
{
    Codes codes;
    for (const auto& transcript : test::LoadTranscripts(folder))
    {
        for (const auto& step : transcript.steps)
        {
            if (step.kind == kind &&
                (kind == test::StepKind::EVENT || step.side == test::Side::SERVER))
            {
                codes.merge(Collect(step.text, std::regex(pattern)));
            }
        }
    }
    return codes;
}

TEST(SmtpReplyCodes, OfTheServerStandInItsTranscripts)
{
    const auto sent = CollectFromTranscripts("smtp/transcripts/server",
                                             test::StepKind::BYTES,
                                             "(?:^|\n)(\\d\\d\\d)[ -]");
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
                                             "^refused .*: (\\d\\d\\d) \\S+ Not sent");
    EXPECT_EQ(told, CollectFromSources("smtp-client"));
}

} // namespace
} // namespace ns3::postroad::smtp
