#include "postroad/scenario/run-scenario.h"

namespace ns3::postroad::scenario
{

RunResult
RunScenario(const Spec& spec,
            const std::filesystem::path& folder,
            const std::vector<event::EventSink*>& sinks,
            const std::function<void(Lab&)>& prepare,
            Following following)
{
    RunFolder runFolder(folder);
    event::EventList events;
    Lab lab(spec, runFolder.GetPcapFolder());
    runFolder.Attach(lab, following);
    if (following == Following::DURING_RUN)
    {
        lab.AddSink(events);
    }
    for (auto* const sink : sinks)
    {
        lab.AddSink(*sink);
    }
    if (prepare)
    {
        prepare(lab);
    }
    lab.Run();

    RunResult result;
    result.events = following == Following::DURING_RUN ? events.TakeEvents() : runFolder.ReadBack();
    const auto facts = lab.GetFacts(result.events);
    result.expectations = EvaluateExpectations(spec, facts);
    runFolder.Finish(facts, result.expectations);
    for (const auto& message : runFolder.GetOutcomes().GetMessages())
    {
        result.outcomes.push_back(message.Describe());
    }
    result.delivered = NameMessages(facts);
    return result;
}

} // namespace ns3::postroad::scenario
