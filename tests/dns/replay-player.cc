#include "dns/replay-player.h"

#include "dns/dns-samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::uint16_t PORT_BASE = 1000;

bool
HasWord(const TranscriptStep& step, std::string_view word)
{
    return std::find(step.words.begin(), step.words.end(), word) != step.words.end();
}

std::uint16_t
GetId(const TranscriptStep& step)
{
    return static_cast<std::uint16_t>(std::stoul(step.words.at(1)));
}

UpstreamPath
GetPath(const TranscriptStep& step)
{
    return {step.words.at(0),
            HasWord(step, "TCP") ? Transport::TCP : Transport::UDP,
            static_cast<std::uint16_t>(PORT_BASE + GetId(step))};
}

IterativeResolverConfig
FindReplayConfig(const Transcript& replay)
{
    IterativeResolverConfig config;
    for (const auto& step : replay)
    {
        if (step.keyword == "HINTS")
        {
            config.hints = MakeRecords(step.body);
        }
        else if (step.keyword == "TIMEOUT")
        {
            config.timeout = ParseDuration(step.words.at(0));
        }
        else if (step.keyword == "ROUNDS")
        {
            config.rounds = std::stoul(step.words.at(0));
        }
    }
    return config;
}

bool
IsConfiguration(const TranscriptStep& step)
{
    return step.keyword == "HINTS" || step.keyword == "TIMEOUT" || step.keyword == "ROUNDS";
}

std::string
FormatQuestion(const Question& question)
{
    return question.name.ToString() + ' ' + ToString(question.type);
}

std::string
FormatQuery(const UpstreamQuery& query)
{
    const bool hasEdns = Message::Parse(query.octets)->edns.has_value();
    return query.path.server + ' ' + std::to_string(query.id) + ' ' +
           FormatQuestion(query.question) + (query.path.transport == Transport::TCP ? " TCP" : "") +
           (hasEdns ? "" : " NOEDNS");
}

} // namespace

std::vector<std::filesystem::path>
FindReplays()
{
    return FindTextFiles(POSTROAD_TESTS_DIR "/dns/replays");
}

bool
IsReplayInput(const TranscriptStep& step)
{
    return IsInput(step) || step.keyword == "REFUSED";
}

ReplayPlayer::ReplayPlayer(const Transcript& replay)
    : m_resolver(FindReplayConfig(replay), [id = std::uint16_t{0}]() mutable {
        ++id;
        return QueryIdentity{id, static_cast<std::uint16_t>(PORT_BASE + id)};
    })
{
}

void
ReplayPlayer::Play(const TranscriptStep& step)
{
    SCOPED_TRACE(step.title);
    if (IsReplayInput(step))
    {
        ExpectNothingLeft();
        PlayInput(step, step.keyword == "RECEIVED" ? MakeReceived(step).Serialize() : "");
    }
    else if (step.keyword == "SENT")
    {
        ExpectSent(step);
    }
    else if (step.keyword == "HIT")
    {
        ExpectHit(step);
    }
    else if (step.keyword == "RESULT")
    {
        ExpectResult(step);
    }
    else
    {
        EXPECT_TRUE(IsConfiguration(step)) << "unknown step " << step.keyword;
    }
}

void
ReplayPlayer::PlayInput(const TranscriptStep& step, std::string_view octets)
{
    if (step.keyword == "at")
    {
        AdvanceTo(wire::TimePoint(ParseDuration(step.words.at(0))), m_resolver, m_now);
    }
    else if (step.keyword == "ASK")
    {
        ++m_openLookups;
        m_resolver.Ask(ParseQuestion(step.words.at(0), step.words.at(1)), m_now);
    }
    else if (step.keyword == "REFUSED")
    {
        m_resolver.Fail(GetPath(step), GetId(step), "no route to host", m_now);
    }
    else
    {
        m_resolver.Receive(GetPath(step), octets, m_now);
    }
}

void
ReplayPlayer::ExpectSent(const TranscriptStep& step)
{
    const auto query = m_resolver.NextQuery();
    ASSERT_TRUE(query) << "nothing was sent";
    EXPECT_EQ(FormatQuery(*query), JoinWords(step.words));
    const auto message = Message::Parse(query->octets);
    EXPECT_EQ(message->questions, std::vector{query->question});
    EXPECT_EQ(message->header.id, query->id);
    EXPECT_FALSE(message->header.isRecursionDesired);
    EXPECT_EQ(query->path.port, PORT_BASE + query->id);
}

void
ReplayPlayer::ExpectHit(const TranscriptStep& step)
{
    const auto event = NextEvent();
    const auto* const hit = event ? std::get_if<CacheHit>(&*event) : nullptr;
    ASSERT_NE(hit, nullptr) << "the cache was not hit";
    EXPECT_EQ(FormatQuestion(hit->question), JoinWords(step.words));
}

void
ReplayPlayer::ExpectResult(const TranscriptStep& step)
{
    const auto event = NextEvent();
    const auto* const ended = event ? std::get_if<LookupEnded>(&*event) : nullptr;
    ASSERT_NE(ended, nullptr) << "no look-up has ended";
    --m_openLookups;
    ExpectEnded(*ended, step);
}

std::optional<IterativeResolverEvent>
ReplayPlayer::NextEvent()
{
    auto event = m_resolver.NextEvent();
    while (event && (std::holds_alternative<AnswerReceived>(*event) ||
                     std::holds_alternative<LookupOver>(*event)))
    {
        event = m_resolver.NextEvent();
    }
    return event;
}

void
ReplayPlayer::ExpectNothingLeft()
{
    while (const auto query = m_resolver.NextQuery())
    {
        ADD_FAILURE() << "not told: SENT " << FormatQuery(*query);
    }
    while (const auto event = NextEvent())
    {
        const auto* const ended = std::get_if<LookupEnded>(&*event);
        const auto* const hit = std::get_if<CacheHit>(&*event);
        ADD_FAILURE() << "not told: "
                      << (ended != nullptr
                              ? "RESULT " + FormatQuestion(ended->question) + ' ' +
                                    std::string(ToString(ended->status)) + ' ' + ended->reason
                              : "HIT " + FormatQuestion(hit->question));
    }
}

void
ReplayPlayer::LetAllTimePass()
{
    EXPECT_TRUE(LetTimePass(m_resolver, m_now)) << "the resolver tries for ever";
}

int
ReplayPlayer::CountOpenLookups()
{
    while (m_resolver.NextQuery())
    {
    }
    while (const auto event = NextEvent())
    {
        m_openLookups -= std::holds_alternative<LookupEnded>(*event) ? 1 : 0;
    }
    return m_openLookups;
}

} // namespace ns3::postroad::dns
