#include "postroad/event/event-sink.h"
#include "postroad/scenario/evaluate.h"
#include "postroad/spec/value/config-error.h"
#include "postroad/spec/value/plain-values.h"
#include "postroad/text/ascii.h"
#include "postroad/trace/dialogue-side.h"
#include "postroad/trace/host-names.h"

#include <cstdint>
#include <map>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

using Lines = std::vector<std::string>;

/// A dialogue event's text as lines, each with "C: " or "S: " before it.
Lines
MakeLines(const event::Event& event)
{
    const std::string speaker = trace::IsFromClient(event) ? "C: " : "S: ";
    auto lines = SplitLines(event.Get<event::DialogueText>().text);
    if (lines.empty())
    {
        lines.emplace_back();
    }
    for (auto& line : lines)
    {
        if (line.ends_with('\r'))
        {
            line.pop_back();
        }
        line.insert(0, speaker);
    }
    return lines;
}

/// The dialogues that a client opened with a server, in order.
std::vector<Lines>
FindDialogues(const ExpectDialogue& expected, const RunFacts& facts)
{
    trace::HostNames hosts;
    event::Replay(facts.events, hosts);
    trace::DialogueSide side;
    std::vector<Lines> dialogues;
    std::map<std::pair<std::string, std::uint32_t>, std::size_t> numbers; // by side
    for (const auto& event : facts.events)
    {
        if (!side.Shows(event) ||
            !text::EqualsIgnoringCase(hosts.FindClient(event), expected.client) ||
            !text::EqualsIgnoringCase(hosts.FindServer(event), expected.server))
        {
            continue;
        }
        const auto [number, isNew] =
            numbers.emplace(std::pair(event.host, event.connection->number), dialogues.size());
        if (isNew)
        {
            dialogues.emplace_back();
        }
        const auto more = MakeLines(event);
        auto& lines = dialogues[number->second];
        lines.insert(lines.end(), more.begin(), more.end());
    }
    return dialogues;
}

/// How many of the wanted beginnings come in a dialogue, in order.
std::size_t
CountFound(const Lines& wanted, const Lines& dialogue)
{
    std::size_t found = 0;
    for (const auto& line : dialogue)
    {
        if (found < wanted.size() && line.starts_with(wanted[found]))
        {
            ++found;
        }
    }
    return found;
}

/// What the best of the dialogues lacked.
std::string
DescribeLack(const Lines& wanted, std::size_t found, const Lines& dialogue)
{
    const auto last = dialogue.empty() ? "" : ", the last line being " + Quote(dialogue.back());
    return (found == 0 ? "no such line" : "none behind " + Quote(wanted[found - 1])) + " in " +
           std::to_string(dialogue.size()) + " lines" + last;
}

} // namespace

Verdict
Evaluate(const ExpectDialogue& expected, const RunFacts& facts)
{
    const auto ends =
        " between " + expected.client.ToString() + " and " + expected.server.ToString();
    Verdict verdict;
    verdict.expected = "the lines given" + ends;
    verdict.happened = "no dialogue";
    std::size_t most = 0;
    for (const auto& dialogue : FindDialogues(expected, facts))
    {
        const auto found = CountFound(expected.contains, dialogue);
        if (found == expected.contains.size())
        {
            verdict.holds = true;
            verdict.expected = "the lines given" + ends;
            verdict.happened = "a dialogue with all of them";
            return verdict;
        }
        if (found >= most)
        {
            most = found;
            verdict.expected = Quote(expected.contains[found]) + ends;
            verdict.happened = DescribeLack(expected.contains, found, dialogue);
        }
    }
    return verdict;
}

} // namespace ns3::postroad::scenario
