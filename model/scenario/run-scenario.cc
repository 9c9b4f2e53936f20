#include "postroad/scenario/run-scenario.h"

#include "postroad/net/virtual-time.h"
#include "postroad/scenario/broken-run.h"
#include "postroad/spec/value/config-error.h"

#include <exception>
#include <optional>

namespace ns3::postroad::scenario
{

namespace
{

/// Does a part of a run. What it throws breaks the run off.
template <typename Part>
void
Attempt(RunFolder& folder, Part part)
{
    try
    {
        part();
    }
    catch (const ConfigError&)
    {
        throw;
    }
    catch (const std::exception& error)
    {
        const BrokenRun broken(GetNow(), error);
        folder.MarkIncomplete(broken.what());
        throw broken;
    }
}

} // namespace

RunResult
RunScenario(const Spec& spec,
            const std::filesystem::path& folder,
            const std::vector<event::EventSink*>& sinks,
            const std::function<void(Lab&)>& prepare,
            Following following)
{
    RunFolder runFolder(folder);
    event::EventList events;
    std::optional<Lab> lab;
    Attempt(runFolder, [&] {
        lab.emplace(spec, runFolder.GetPcapFolder());
        runFolder.Attach(*lab, following);
        if (following == Following::DURING_RUN)
        {
            lab->AddSink(events);
        }
        for (auto* const sink : sinks)
        {
            lab->AddSink(*sink);
        }
        if (prepare)
        {
            prepare(*lab);
        }
    });
    RunResult result;
    Attempt(runFolder, [&] {
        lab->Run();
        result.events =
            following == Following::DURING_RUN ? events.TakeEvents() : runFolder.ReadBack();
        const auto facts = lab->GetFacts(result.events);
        result.expectations = EvaluateExpectations(spec, facts);
        runFolder.Finish(facts, result.expectations);
        result.outcomes = runFolder.DescribeOutcomes();
        result.delivered = NameMessages(facts);
    });
    return result;
}

} // namespace ns3::postroad::scenario
