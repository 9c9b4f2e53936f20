#include "postroad/scenario/run-folder.h"

#include "postroad/spec/value/config-error.h"
#include "postroad/text/file-name.h"

#include <map>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

constexpr std::string_view EVENTS = "events.jsonl";
constexpr std::string_view SUMMARY = "summary.json";
constexpr std::string_view INCOMPLETE = "incomplete.txt";
constexpr std::string_view PCAP = "pcap";
constexpr std::string_view MAIL = "mail";
constexpr std::string_view TRANSCRIPTS = "transcripts";
constexpr std::string_view ZONES = "zones";

} // namespace

RunFolder::RunFolder(std::filesystem::path path)
    : m_path(std::move(path))
{
    std::error_code error;
    std::filesystem::create_directories(m_path, error);
    m_lock.emplace(m_path);
    if (m_lock->IsHeld())
    {
        Refuse("a folder that no other run is writing to",
               "",
               "end the other run, or choose another folder");
    }
    if (std::filesystem::exists(m_path, error) && !std::filesystem::is_empty(m_path, error) &&
        !std::filesystem::exists(m_path / EVENTS, error))
    {
        Refuse("a folder that is empty, new, or of an earlier run",
               ", which holds something else",
               "choose another folder, so that nothing of yours is lost");
    }
    for (const auto name : {EVENTS, SUMMARY, PCAP, MAIL, TRANSCRIPTS, ZONES})
    {
        std::filesystem::remove_all(m_path / name, error);
    }
    std::filesystem::create_directories(m_path / PCAP, error);
    m_eventFile.open(m_path / EVENTS, std::ios::binary);
    if (!m_eventFile)
    {
        Refuse("a folder that can be written to", "", "choose another folder with --out");
    }
    MarkIncomplete("the run is under way, or was ended from outside");
}

void
RunFolder::Refuse(std::string expected, std::string_view remark, std::string advice) const
{
    ConfigFault fault;
    fault.field = "--out";
    fault.expected = std::move(expected);
    fault.came = Quote(m_path.string()) + std::string(remark);
    fault.advice = std::move(advice);
    throw ConfigError(std::move(fault));
}

std::filesystem::path
RunFolder::GetPcapFolder() const
{
    return m_path / PCAP;
}

void
RunFolder::Attach(Lab& lab, Following following)
{
    const auto& spec = lab.GetSpec();
    m_events.emplace(m_eventFile);
    m_summary.emplace(trace::RunIdentity{spec.name, spec.title, spec.seed, spec.run});
    lab.AddSink(*m_events);
    if (following == Following::DURING_RUN)
    {
        for (auto* const sink : GetFollowers())
        {
            lab.AddSink(*sink);
        }
    }
}

std::array<event::EventSink*, 3>
RunFolder::GetFollowers()
{
    return {&m_transcripts, &m_lookups, &*m_summary};
}

std::vector<event::Event>
RunFolder::ReadBack()
{
    m_events->Flush();
    std::ifstream file(m_path / EVENTS, std::ios::binary);
    auto events = trace::ReadEventLog(file, (m_path / EVENTS).string());
    if (!events)
    {
        throw std::runtime_error(events.GetError().reason);
    }
    for (auto* const sink : GetFollowers())
    {
        event::Replay(*events, *sink);
    }
    return std::move(events).GetValue();
}

std::vector<std::string>
RunFolder::DescribeOutcomes() const
{
    std::vector<std::string> lines;
    for (const auto& message : m_summary->GetOutcomes().GetMessages())
    {
        lines.push_back(message.Describe());
    }
    const auto failed = m_summary->DescribeFailures();
    lines.insert(lines.end(), failed.begin(), failed.end());
    return lines;
}

void
RunFolder::Finish(const RunFacts& facts, const std::vector<ExpectationResult>& expectations)
{
    m_events->Flush();
    m_eventFile.close();
    if (!m_eventFile)
    {
        throw std::runtime_error((m_path / EVENTS).string() +
                                 " could not be written to its end: is the disk full?");
    }
    m_summary->SetSendIds(facts.messageIds);
    WriteMailboxes(facts);
    WriteTranscripts(m_transcripts.GetTranscripts());
    WriteTranscripts(m_lookups.GetTranscripts());
    WriteZones(facts);
    for (const auto& each : expectations)
    {
        m_summary->AddExpectation(
            {each.path, each.verdict.holds, each.verdict.expected, each.verdict.happened});
    }
    WriteFile(SUMMARY, m_summary->Serialize());
    std::filesystem::remove(m_path / INCOMPLETE);
}

void
RunFolder::MarkIncomplete(std::string_view reason)
{
    if (m_events)
    {
        m_events->Flush();
    }
    m_eventFile.flush();
    std::ofstream(m_path / INCOMPLETE, std::ios::binary)
        << reason << "\nThe files in this folder tell of the run up to then.\n";
}

void
RunFolder::WriteMailboxes(const RunFacts& facts) const
{
    for (const auto& [name, content] : NameMessages(facts))
    {
        WriteFile(std::filesystem::path(MAIL) / (name + ".eml"), content);
    }
}

void
RunFolder::WriteZones(const RunFacts& facts) const
{
    for (const auto& [name, text] : facts.zones)
    {
        WriteFile(std::filesystem::path(ZONES) /
                      (text::MakeFileNamePart(name.empty() ? "root" : name) + ".zone"),
                  text);
    }
}

std::vector<NamedMessage>
NameMessages(const RunFacts& facts)
{
    // Counted by folder: two unusual names of mailboxes may share one.
    std::map<std::string, int> counts;
    std::vector<NamedMessage> messages;
    for (const auto& message : facts.mail)
    {
        const auto folder = text::MakeFileNamePart(message.mailbox);
        messages.push_back({folder + '/' + std::to_string(++counts[folder]), message.content});
    }
    return messages;
}

void
RunFolder::WriteTranscripts(const std::vector<trace::Transcript>& transcripts) const
{
    for (const auto& transcript : transcripts)
    {
        WriteFile(std::filesystem::path(TRANSCRIPTS) / transcript.fileName, transcript.text);
    }
}

void
RunFolder::WriteFile(const std::filesystem::path& name, std::string_view text) const
{
    const auto file = m_path / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out)
    {
        throw std::runtime_error(file.string() + " could not be written: is the disk full?");
    }
}

} // namespace ns3::postroad::scenario
