#include "trace/sample-record.h"

#include "postroad/trace/dns-transcript.h"
#include "postroad/trace/transcript.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::trace
{
namespace
{

std::vector<Transcript>
Record(const std::vector<event::Event>& events)
{
    TranscriptRecorder recorder;
    event::Replay(events, recorder);
    return recorder.GetTranscripts();
}

TEST(Transcripts, TellEachConnectionOfTheSampleOnce)
{
    const auto transcripts = Record(test::LoadFirstLetter());
    ASSERT_EQ(transcripts.size(), 3);
    EXPECT_EQ(transcripts[0].fileName, "001-smtp-alice.a.net-mail.a.net.txt");
    EXPECT_EQ(transcripts[1].fileName, "002-smtp-mail.a.net-mail.b.net.txt");
    EXPECT_EQ(transcripts[2].fileName, "003-pop3-bob.b.net-mail.b.net.txt");
    for (const auto& transcript : transcripts)
    {
        test::ExpectGolden(transcript.text, "trace/golden/" + transcript.fileName);
    }
}

TEST(Transcripts, AreTheSameFromTheClientsRecordAlone)
{
    auto events = test::LoadFirstLetter();
    const auto all = Record(events);
    std::erase_if(events, [](const event::Event& event) {
        return event.connection && event.connection->role == event::Role::SERVER;
    });
    const auto ofClients = Record(events);
    ASSERT_EQ(ofClients.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
    {
        EXPECT_EQ(ofClients[i].fileName, all[i].fileName);
        const auto dialogue = all[i].text.substr(all[i].text.find("\nS: "));
        EXPECT_TRUE(ofClients[i].text.ends_with(dialogue)) << ofClients[i].text;
    }
}

TEST(Transcripts, SayWhenTheConnectionWasStillOpenAtTheEnd)
{
    auto events = test::LoadFirstLetter();
    std::erase_if(events, [](const event::Event& event) {
        return event.kind == event::EventKind::CONNECTION_CLOSED;
    });
    EXPECT_NE(Record(events)[0].text.find("# closed: still open when the run ended\n"),
              std::string::npos);
}

TEST(Transcripts, BeginAFileAgainWhenThePortsAreUsedAgain)
{
    auto events = test::LoadFirstLetter();
    const auto again = events;
    events.insert(events.end(), again.begin(), again.end());
    const auto transcripts = Record(events);
    ASSERT_EQ(transcripts.size(), 6);
    EXPECT_EQ(transcripts[3].text, transcripts[0].text);
    EXPECT_EQ(transcripts[3].fileName, "004-smtp-alice.a.net-mail.a.net.txt");
}

TEST(Transcripts, TellOnceWhatAHostSaysToItself)
{
    auto events = test::LoadFirstLetter();
    for (auto& event : events)
    {
        event.host = "localhost";
    }
    EXPECT_EQ(Record(events).size(), 3);
}

TEST(Transcripts, LeaveOutConnectionsForDns)
{
    EXPECT_TRUE(Record({test::MakeDnsConnection()}).empty());
}

TEST(DnsTranscripts, TellTheLookupsOfEachHost)
{
    DnsTranscriptRecorder recorder;
    event::Replay(test::LoadFirstLetter(), recorder);
    const auto transcripts = recorder.GetTranscripts();
    ASSERT_EQ(transcripts.size(), 3);
    EXPECT_EQ(transcripts[0].fileName, "dns-alice.a.net.txt");
    EXPECT_EQ(transcripts[1].fileName, "dns-bob.b.net.txt");
    EXPECT_EQ(transcripts[2].fileName, "dns-mail.a.net.txt");
    test::ExpectGolden(transcripts[2].text, "trace/golden/dns-mail.a.net.txt");
}

TEST(DnsTranscripts, TellOfALookupThatFailed)
{
    event::Event event(event::EventKind::DNS_LOOKUP_FAILED,
                       event::DnsFailure{"b.net.", "MX", "no answer after 3 tries"});
    event.host = "mail.a.net";
    event.time = wire::TimePoint(std::chrono::seconds(15));
    DnsTranscriptRecorder recorder;
    recorder.OnEvent(event);
    EXPECT_EQ(recorder.GetTranscripts().at(0).text,
              ";; lookups of mail.a.net\n\n"
              ";; 15.000000000 s: lookup failed: no answer after 3 tries\n"
              ";b.net.\tIN\tMX\n");
}

TEST(DnsTranscripts, TellWhomAReferralNames)
{
    event::DnsAnswer answer;
    answer.id = 7;
    answer.server = "192.0.2.53";
    answer.status = "NOERROR";
    answer.referral = {"net.\t300\tIN\tNS\ta.nic.net."};
    event::Event event(event::EventKind::DNS_ANSWER_RECEIVED, answer);
    event.host = "resolver.a.net";
    DnsTranscriptRecorder recorder;
    recorder.OnEvent(event);
    EXPECT_EQ(recorder.GetTranscripts().at(0).text,
              ";; lookups of resolver.a.net\n\n"
              ";; 0.000000000 s: answer 7 from 192.0.2.53, status NOERROR, referral to 1\n"
              "net.\t300\tIN\tNS\ta.nic.net.\n");
}

TEST(DnsTranscripts, TellWhatAResolverKnew)
{
    DnsTranscriptRecorder recorder;
    recorder.OnEvent(test::MakeCacheHit());
    const auto transcripts = recorder.GetTranscripts();
    ASSERT_EQ(transcripts.size(), 1);
    EXPECT_EQ(transcripts[0].fileName, "dns-resolver.a.net.txt");
    EXPECT_EQ(transcripts[0].text,
              ";; lookups of resolver.a.net\n\n"
              ";; 15.000000000 s: known for 212 s more, status NOERROR, answers 1\n"
              ";b.net\tIN\tMX\n"
              "b.net.\t212\tIN\tMX\t10 mail.b.net.\n");
}

} // namespace
} // namespace ns3::postroad::trace
