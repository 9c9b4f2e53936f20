#include "dns/resolver-transcript.h"

#include "dns/dns-samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ns3::postroad::dns
{

namespace
{

std::vector<std::string>
SplitWords(const std::string& line)
{
    std::istringstream stream(line);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
    {
        words.push_back(word);
    }
    return words;
}

StubResolverConfig
FindConfig(const Transcript& transcript)
{
    StubResolverConfig config;
    for (const auto& step : transcript)
    {
        if (step.keyword == "SERVERS")
        {
            config.servers = step.words;
        }
        else if (step.keyword == "TIMEOUT")
        {
            config.timeout = ParseDuration(step.words.at(0));
        }
        else if (step.keyword == "ROUNDS")
        {
            config.rounds = std::stoul(step.words.at(0));
        }
        config.hasTcp = config.hasTcp || step.keyword == "TCP";
    }
    return config;
}

std::vector<Record>&
FindSection(Message& message, const std::string& section)
{
    EXPECT_TRUE(section == "answer" || section == "authority" || section == "additional")
        << section;
    return section == "answer"      ? message.answers
           : section == "authority" ? message.authorities
                                    : message.additionals;
}

bool
IsConfiguration(const TranscriptStep& step)
{
    return step.keyword == "SERVERS" || step.keyword == "TIMEOUT" || step.keyword == "ROUNDS" ||
           step.keyword == "TCP";
}

std::string
FormatQuery(const UpstreamQuery& query)
{
    return query.path.server + ' ' + std::to_string(query.id) + ' ' +
           query.question.name.ToString() + ' ' + ToString(query.question.type) +
           (query.path.transport == Transport::TCP ? " TCP" : "");
}

} // namespace

std::string
JoinWords(const std::vector<std::string>& words, std::size_t begin)
{
    std::string line;
    for (std::size_t i = begin; i < words.size(); ++i)
    {
        line += i == begin ? "" : " ";
        line += words[i];
    }
    return line;
}

wire::Duration
ParseDuration(const std::string& text)
{
    std::size_t digits = 0;
    const auto count = std::stoll(text, &digits);
    return text.substr(digits) == "ms" ? wire::Duration(std::chrono::milliseconds(count))
                                       : wire::Duration(std::chrono::seconds(count));
}

Question
ParseQuestion(const std::string& name, const std::string& type)
{
    return {MakeName(name), FindRecordType(type).value()};
}

Transcript
LoadTranscript(const std::filesystem::path& path)
{
    std::ifstream file(path);
    Transcript transcript;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number)
    {
        auto words = SplitWords(line);
        if (words.empty() || line.front() == '#')
        {
            continue;
        }
        if (line.front() == ' ')
        {
            transcript.back().body.push_back(JoinWords(words));
            continue;
        }
        const auto keyword = words.front();
        words.erase(words.begin());
        transcript.push_back(
            {path.filename().string() + ':' + std::to_string(number), keyword, words, {}});
    }
    return transcript;
}

std::vector<std::filesystem::path>
FindTextFiles(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
    {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::vector<std::filesystem::path>
FindTranscripts()
{
    return FindTextFiles(POSTROAD_TESTS_DIR "/dns/transcripts");
}

bool
IsInput(const TranscriptStep& step)
{
    return step.keyword == "at" || step.keyword == "ASK" || step.keyword == "RECEIVED";
}

Message
MakeReceived(const TranscriptStep& step)
{
    const auto& words = step.words;
    Message message;
    message.header.id = static_cast<std::uint16_t>(std::stoul(words.at(1)));
    message.header.isResponse = true;
    const auto code = FindResponseCode(words.at(2)).value();
    message.edns = code > ResponseCode{15} ? std::optional(Edns{}) : std::nullopt;
    message.SetCode(code);
    message.header.isTruncated = std::count(words.begin(), words.end(), "TC") > 0;
    message.header.isAuthoritative = std::count(words.begin(), words.end(), "AA") > 0;
    if (words.at(3) != "-")
    {
        message.questions = {ParseQuestion(words.at(3), words.at(4))};
    }
    for (const auto& line : step.body)
    {
        const auto blank = line.find(' ');
        const auto section = line.substr(0, blank);
        FindSection(message, section).push_back(MakeRecord(line.substr(blank)));
    }
    return message;
}

void
ExpectEnded(const LookupEnded& ended, const TranscriptStep& step)
{
    auto text = ended.question.name.ToString() + ' ' + ToString(ended.question.type) + ' ' +
                std::string(ToString(ended.status));
    text += (ended.reason.empty() ? "" : " ") + ended.reason;
    EXPECT_EQ(text, JoinWords(step.words));
    auto records = ended.aliases;
    records.insert(records.end(), ended.records.begin(), ended.records.end());
    std::vector<std::string> lines;
    std::transform(records.begin(), records.end(), std::back_inserter(lines), Flatten);
    EXPECT_EQ(lines, step.body);
}

TranscriptPlayer::TranscriptPlayer(const Transcript& transcript)
    : m_resolver(FindConfig(transcript), [id = std::uint16_t{0}]() mutable { return ++id; })
{
}

void
TranscriptPlayer::Play(const TranscriptStep& step)
{
    SCOPED_TRACE(step.title);
    if (IsInput(step))
    {
        ExpectNothingLeft();
        PlayInput(step, step.keyword == "RECEIVED" ? MakeReceived(step).Serialize() : "");
    }
    else if (step.keyword == "SENT")
    {
        ExpectSent(step);
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
TranscriptPlayer::PlayInput(const TranscriptStep& step, std::string_view octets)
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
    else
    {
        const bool isTcp = std::count(step.words.begin(), step.words.end(), "TCP") > 0;
        m_resolver.Receive({step.words.at(0), isTcp ? Transport::TCP : Transport::UDP},
                           octets,
                           m_now);
    }
}

void
TranscriptPlayer::ExpectSent(const TranscriptStep& step)
{
    const auto query = m_resolver.NextQuery();
    ASSERT_TRUE(query) << "nothing was sent";
    EXPECT_EQ(FormatQuery(*query), JoinWords(step.words));
    const auto message = Message::Parse(query->octets);
    ASSERT_TRUE(message);
    EXPECT_EQ(*message, MakeQuery(query->id, query->question));
}

void
TranscriptPlayer::ExpectResult(const TranscriptStep& step)
{
    const auto ended = NextResult();
    ASSERT_TRUE(ended) << "no look-up has ended";
    ExpectEnded(*ended, step);
}

std::optional<LookupEnded>
TranscriptPlayer::NextResult()
{
    while (const auto event = m_resolver.NextEvent())
    {
        if (const auto* const ended = std::get_if<LookupEnded>(&*event))
        {
            return *ended;
        }
    }
    return std::nullopt;
}

void
TranscriptPlayer::ExpectNothingLeft()
{
    while (const auto query = m_resolver.NextQuery())
    {
        ADD_FAILURE() << "not told: SENT " << FormatQuery(*query);
    }
    while (const auto ended = NextResult())
    {
        ADD_FAILURE() << "not told: RESULT " << ended->question.ToString() << ' '
                      << ToString(ended->status) << ' ' << ended->reason;
    }
}

void
TranscriptPlayer::LetAllTimePass()
{
    EXPECT_TRUE(LetTimePass(m_resolver, m_now)) << "the resolver tries for ever";
}

int
TranscriptPlayer::CountOpenLookups()
{
    while (m_resolver.NextQuery())
    {
    }
    while (NextResult())
    {
        --m_openLookups;
    }
    return m_openLookups;
}

} // namespace ns3::postroad::dns
