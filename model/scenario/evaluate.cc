#include "postroad/scenario/evaluate.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

std::string
ExpectationResult::ToString() const
{
    const auto where = place.ToString();
    return (where.empty() ? path : where + ": " + path) + ": expected " + verdict.expected +
           (verdict.holds ? ", and so it was" : ", got " + verdict.happened);
}

std::vector<ExpectationResult>
EvaluateExpectations(const Spec& spec, const RunFacts& facts)
{
    std::vector<ExpectationResult> results;
    for (std::size_t i = 0; i < spec.expectations.size(); ++i)
    {
        const auto path = "expect[" + std::to_string(i) + "]";
        const auto evaluate = [&facts](const auto& expected) { return Evaluate(expected, facts); };
        results.push_back(
            {spec.places.Find(path), path, std::visit(evaluate, spec.expectations[i])});
    }
    return results;
}

bool
AllHold(const std::vector<ExpectationResult>& results)
{
    return std::all_of(results.begin(), results.end(), [](const auto& result) {
        return result.verdict.holds;
    });
}

} // namespace ns3::postroad::scenario
