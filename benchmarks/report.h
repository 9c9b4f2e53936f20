/**
 * What the benchmark has found, as a table for people and as JSON for programs.
 */
#ifndef POSTROAD_BENCHMARKS_REPORT_H
#define POSTROAD_BENCHMARKS_REPORT_H

#include "sample.h"

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace ns3::postroad::bench
{

/// The median of some values, and how far they lie apart.
struct Spread
{
    double median{0};
    double least{0};
    double most{0};
};

/// \param values at least one
Spread MakeSpread(std::vector<double> values);

/// All runs of one side.
struct Series
{
    std::string name;            ///< "mail, event record on"
    Traffic traffic;             ///< of each run
    std::vector<Sample> samples; ///< in the order of the rounds
};

/// All sides, run in rounds, one sample of each side a round.
struct Report
{
    std::size_t messages{0};    ///< delivered in each sample
    std::size_t octets{0};      ///< of a message's body
    std::vector<Series> series; ///< the raw exchange first: the others are held against it
};

/// How many times as long as the first side each round of a side took, by the wall clock.
Spread GetWallRatio(const Report& report, const Series& series);

/// The same by the time of the processor.
Spread GetCpuRatio(const Report& report, const Series& series);

void PrintTable(std::ostream& out, const Report& report);

void PrintJson(std::ostream& out, const Report& report);

} // namespace ns3::postroad::bench

#endif // POSTROAD_BENCHMARKS_REPORT_H
