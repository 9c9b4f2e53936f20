#include "scenario/finished-run.h"
#include "spec/scenario-text.h"
#include "support/leak-check-pause.h"

#include "postroad/scenario/broken-run.h"
#include "postroad/spec/read/loader.h"
#include "postroad/spec/value/config-error.h"

#include "ns3/simulator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace ns3::postroad::scenario
{
namespace
{

using test::TemporaryFolder;

/// What is said when a run cannot have that folder; "" when it can.
std::string
GetRefusal(const std::filesystem::path& path)
{
    try
    {
        const RunFolder folder(path);
    }
    catch (const ConfigError& error)
    {
        return error.what();
    }
    return "";
}

RunResult
RunSmall(const TemporaryFolder& folder, Following following = Following::DURING_RUN)
{
    const auto spec = LoadScenarioText(test::SMALL, "small.yaml");
    return RunScenario(spec, folder.GetPath(), {}, {}, following);
}

TEST(RunFolder, HoldsAllThatTheRunLeaves)
{
    const TemporaryFolder folder;
    EXPECT_TRUE(RunSmall(folder).IsAsExpected());
    EXPECT_EQ(folder.List(),
              (std::vector<std::string>{"events.jsonl",
                                        "mail/bob@b.net/1.eml",
                                        "pcap/mail.a.net-to-r.net.pcap",
                                        "pcap/mail.b.net-to-r.net.pcap",
                                        "pcap/ns.net-to-r.net.pcap",
                                        "pcap/pc.a.net-to-r.net.pcap",
                                        "pcap/r.net-to-mail.a.net.pcap",
                                        "pcap/r.net-to-mail.b.net.pcap",
                                        "pcap/r.net-to-ns.net.pcap",
                                        "pcap/r.net-to-pc.a.net.pcap",
                                        "summary.json",
                                        "transcripts/001-smtp-pc.a.net-mail.a.net.txt",
                                        "transcripts/002-smtp-mail.a.net-mail.b.net.txt",
                                        "transcripts/003-pop3-pc.a.net-mail.a.net.txt",
                                        "transcripts/dns-mail.a.net.txt",
                                        "transcripts/dns-pc.a.net.txt",
                                        "zones/a.net.zone",
                                        "zones/b.net.zone",
                                        "zones/in-addr.arpa.zone",
                                        "zones/root.zone"}));
    EXPECT_TRUE(folder.Read("mail/bob@b.net/1.eml").starts_with("Return-Path: <alice@a.net>\r\n"));
    EXPECT_NE(folder.Read("zones/b.net.zone").find("mail.b.net."), std::string::npos);
    EXPECT_NE(folder.Read("summary.json").find("\"title\": \"Small\""), std::string::npos)
        << folder.Read("summary.json");
}

TEST(RunFolder, IsTheSameWhetherTheRunIsFollowedOrReadBack)
{
    const TemporaryFolder followed;
    const TemporaryFolder readBack;
    const auto during = RunSmall(followed);
    const auto after = RunSmall(readBack, Following::AFTER_RUN);
    EXPECT_EQ(during.outcomes, after.outcomes);
    EXPECT_EQ(during.events.size(), after.events.size());
    ASSERT_EQ(followed.List(), readBack.List());
    for (const auto& file : followed.List())
    {
        EXPECT_EQ(followed.Read(file), readBack.Read(file)) << file;
    }
}

TEST(RunFolder, LosesTheFilesOfTheEarlierRunAndNoOthers)
{
    const TemporaryFolder folder;
    RunSmall(folder);
    const auto files = folder.List();
    folder.Write("mail/zoe@z.net/1.eml", "old");
    folder.Write("transcripts/old.txt", "old");
    folder.Write("zones/old.zone", "old");
    folder.Write("pcap/old.pcap", "old");
    folder.Write("notes.txt", "mine");
    RunSmall(folder);
    auto expected = files;
    expected.emplace_back("notes.txt");
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(folder.List(), expected);
}

TEST(RunFolder, IsMadeWithTheFoldersAboveIt)
{
    const TemporaryFolder folder;
    EXPECT_EQ(GetRefusal(folder.GetPath() / "a" / "b"), "");
    EXPECT_TRUE(std::filesystem::is_directory(folder.GetPath() / "a" / "b" / "pcap"));
}

TEST(RunFolder, IsRefusedWhereItHoldsSomethingElse)
{
    const TemporaryFolder folder;
    folder.Write("thesis.tex", "mine");
    EXPECT_EQ(GetRefusal(folder.GetPath()),
              "--out: expected a folder that is empty, new, or of an earlier run, got \"" +
                  folder.GetPath().string() +
                  "\", which holds something else; choose another folder, so that nothing of "
                  "yours is lost");
    EXPECT_EQ(folder.List(), std::vector<std::string>{"thesis.tex"});
}

TEST(RunFolder, IsRefusedWhileAnotherRunWritesToIt)
{
    const TemporaryFolder folder;
    folder.Write("events.jsonl", "old");
    {
        const FolderLock other(folder.GetPath());
        EXPECT_EQ(GetRefusal(folder.GetPath()),
                  "--out: expected a folder that no other run is writing to, got \"" +
                      folder.GetPath().string() +
                      "\"; end the other run, or choose another folder");
        EXPECT_EQ(folder.Read("events.jsonl"), "old") << "nothing is touched";
    }
    EXPECT_EQ(GetRefusal(folder.GetPath()), "");
}

TEST(RunFolder, IsRefusedWhereAFileHasItsName)
{
    const TemporaryFolder folder;
    folder.Write("file", "mine");
    EXPECT_NE(GetRefusal(folder.GetPath() / "file"), "");
    EXPECT_NE(GetRefusal(folder.GetPath() / "file" / "below"), "");
    EXPECT_EQ(folder.Read("file"), "mine");
}

TEST(RunFolder, SaysThatTheDiskIsFull)
{
    std::ofstream full("/dev/full");
    if (!full)
    {
        GTEST_SKIP() << "no /dev/full here";
    }
    const TemporaryFolder folder;
    RunFolder run(folder.GetPath());
    std::filesystem::create_symlink("/dev/full", folder.GetPath() / "summary.json");
    Lab lab(LoadScenarioText(test::SMALL, "small.yaml"));
    run.Attach(lab);
    try
    {
        run.Finish({}, {});
        FAIL() << "nothing was thrown";
    }
    catch (const std::runtime_error& error)
    {
        EXPECT_EQ(error.what(),
                  (folder.GetPath() / "summary.json").string() +
                      " could not be written: is the disk full?");
    }
}

/// A run into a folder in which no capture can be written.
std::string
BreakOff(const TemporaryFolder& folder)
{
    const auto prepare = [&folder](Lab&) {
        std::filesystem::create_symlink("/dev/full", folder.GetPath() / "summary.json");
    };
    try
    {
        RunScenario(LoadScenarioText(test::SMALL, "small.yaml"), folder.GetPath(), {}, prepare);
    }
    catch (const BrokenRun& broken)
    {
        return broken.what();
    }
    return "";
}

TEST(RunFolder, SaysThatTheRunInItBrokeOffAndWhy)
{
    if (!std::ofstream("/dev/full"))
    {
        GTEST_SKIP() << "no /dev/full here";
    }
    const TemporaryFolder folder;
    const auto reason = BreakOff(folder);
    EXPECT_NE(reason.find("the run broke off at 604800.000000 s of virtual time: "),
              std::string::npos)
        << reason;
    EXPECT_EQ(folder.Read("incomplete.txt"),
              reason + "\nThe files in this folder tell of the run up to then.\n");
    EXPECT_NE(folder.Read("events.jsonl").find("message-delivered"), std::string::npos);
}

TEST(RunScenario, EndsTheSimulatorWhenItBreaksOff)
{
    const postroad::test::LeakCheckPause
        pause; // ns-3 never frees the event that an exception comes from
    const TemporaryFolder folder;
    const auto breakOff = [](Lab&) {
        Simulator::Schedule(MilliSeconds(1500), [] { throw std::out_of_range("map::at"); });
    };
    const auto spec = LoadScenarioText(test::SMALL, "small.yaml");
    try
    {
        RunScenario(spec, folder.GetPath(), {}, breakOff);
        FAIL() << "nothing was thrown";
    }
    catch (const BrokenRun& broken)
    {
        EXPECT_EQ(std::string(broken.what()),
                  "the run broke off at 1.500000 s of virtual time: map::at; this is a fault of "
                  "Postroad, please report it with the scenario");
    }
    EXPECT_TRUE(RunScenario(spec, folder.GetPath()).IsAsExpected());
    EXPECT_FALSE(std::filesystem::exists(folder.GetPath() / "incomplete.txt"));
}

TEST(NameMessages, CountsTheMessagesOfEachMailbox)
{
    RunFacts facts;
    facts.mail = {{"bob@b.net", false, "1"},
                  {"alice@a.net", false, "2"},
                  {"bob@b.net", true, "3"},
                  {"\"b/../x\"@b.net", false, "4"}};
    std::vector<std::string> names;
    for (const auto& message : NameMessages(facts))
    {
        names.push_back(message.name);
        EXPECT_EQ(std::count(message.name.begin(), message.name.end(), '/'), 1) << message.name;
    }
    names.pop_back();
    EXPECT_EQ(names, (std::vector<std::string>{"bob@b.net/1", "alice@a.net/1", "bob@b.net/2"}));
}

} // namespace
} // namespace ns3::postroad::scenario
