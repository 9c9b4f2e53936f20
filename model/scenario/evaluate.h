/**
 * Whether a run did what its scenario claims.
 */
#ifndef POSTROAD_SCENARIO_EVALUATE_H
#define POSTROAD_SCENARIO_EVALUATE_H

#include "postroad/scenario/run-facts.h"
#include "postroad/spec/value/spec.h"

#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// What an expectation came to.
struct Verdict
{
    bool holds{false};    ///< whether the run did as expected
    std::string expected; ///< in words: "letter1 to be delivered to bob@b.net"
    std::string happened; ///< in words: "queued at mta.a.net"
};

/// The verdict on one expectation of a scenario.
struct ExpectationResult
{
    Place place;      ///< where the expectation was written
    std::string path; ///< "expect[0]"
    Verdict verdict;  ///< what it came to

    /// "first-letter.yaml:70: expect[0]: expected ..., got ...", or "..., as expected".
    std::string ToString() const;
};

/// Checks all expectations of a scenario, in its order.
std::vector<ExpectationResult> EvaluateExpectations(const Spec& spec, const RunFacts& facts);

/// Whether all hold.
bool AllHold(const std::vector<ExpectationResult>& results);

Verdict Evaluate(const ExpectOutcome& expected, const RunFacts& facts);
Verdict Evaluate(const ExpectReceived& expected, const RunFacts& facts);
Verdict Evaluate(const ExpectDialogue& expected, const RunFacts& facts);
Verdict Evaluate(const ExpectMailbox& expected, const RunFacts& facts);
Verdict Evaluate(const ExpectQuery& expected, const RunFacts& facts);
Verdict Evaluate(const ExpectDuration& expected, const RunFacts& facts);
Verdict Evaluate(const ExpectAttempts& expected, const RunFacts& facts);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_EVALUATE_H
