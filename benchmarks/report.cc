#include "report.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>

namespace ns3::postroad::bench
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr double MICROSECONDS = 1e6;

std::vector<double>
GetValues(const Series& series, double Sample::*member)
{
    std::vector<double> values;
    for (const auto& sample : series.samples)
    {
        values.push_back(sample.*member);
    }
    return values;
}

/// Side by side in each round, so that what slows the machine for a while slows both.
Spread
GetRatio(const Report& report, const Series& series, double Sample::*member)
{
    auto values = GetValues(series, member);
    const auto base = GetValues(report.series.front(), member);
    std::transform(values.begin(), values.end(), base.begin(), values.begin(), std::divides<>());
    return MakeSpread(std::move(values));
}

Spread
GetMicrosecondsPerMessage(const Report& report, const Series& series, double Sample::*member)
{
    auto values = GetValues(series, member);
    for (auto& value : values)
    {
        value *= MICROSECONDS / static_cast<double>(report.messages);
    }
    return MakeSpread(std::move(values));
}

double
PerMessage(const Report& report, std::uint64_t count)
{
    return static_cast<double>(count) / static_cast<double>(report.messages);
}

std::string
Format(const Spread& spread, int digits)
{
    char text[64];
    std::snprintf(text,
                  sizeof(text),
                  "%.*f (%.*f-%.*f)",
                  digits,
                  spread.median,
                  digits,
                  spread.least,
                  digits,
                  spread.most);
    return text;
}

Json
ToJson(const Spread& spread)
{
    return {{"median", spread.median}, {"min", spread.least}, {"max", spread.most}};
}

Json
ToJson(const Report& report, const Series& series)
{
    Json json;
    json["name"] = series.name;
    json["ratio"] = ToJson(GetWallRatio(report, series));
    json["cpu_ratio"] = ToJson(GetCpuRatio(report, series));
    json["wall_us_per_message"] =
        ToJson(GetMicrosecondsPerMessage(report, series, &Sample::wallSeconds));
    json["cpu_us_per_message"] =
        ToJson(GetMicrosecondsPerMessage(report, series, &Sample::cpuSeconds));
    json["events_per_message"] = PerMessage(report, series.samples.front().events);
    json["packets"] = series.traffic.packets;
    json["ip_octets"] = series.traffic.octets;
    json["wall_seconds"] = GetValues(series, &Sample::wallSeconds);
    json["cpu_seconds"] = GetValues(series, &Sample::cpuSeconds);
    return json;
}

} // namespace

Spread
MakeSpread(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    const auto median =
        values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    return {median, values.front(), values.back()};
}

Spread
GetWallRatio(const Report& report, const Series& series)
{
    return GetRatio(report, series, &Sample::wallSeconds);
}

Spread
GetCpuRatio(const Report& report, const Series& series)
{
    return GetRatio(report, series, &Sample::cpuSeconds);
}

void
PrintTable(std::ostream& out, const Report& report)
{
    char line[160];
    const auto* const format = "%-24s %-18s %-18s %-18s %-18s %9s %8s\n";
    std::snprintf(line,
                  sizeof(line),
                  format,
                  "",
                  "ratio, wall",
                  "ratio, cpu",
                  "wall us/message",
                  "cpu us/message",
                  "events/m.",
                  "pkts/m.");
    out << line;
    for (const auto& series : report.series)
    {
        const auto wall = GetMicrosecondsPerMessage(report, series, &Sample::wallSeconds);
        const auto cpu = GetMicrosecondsPerMessage(report, series, &Sample::cpuSeconds);
        char events[16];
        char packets[16];
        std::snprintf(events,
                      sizeof(events),
                      "%.1f",
                      PerMessage(report, series.samples.front().events));
        std::snprintf(packets, sizeof(packets), "%.1f", PerMessage(report, series.traffic.packets));
        std::snprintf(line,
                      sizeof(line),
                      format,
                      series.name.c_str(),
                      Format(GetWallRatio(report, series), 3).c_str(),
                      Format(GetCpuRatio(report, series), 3).c_str(),
                      Format(wall, 0).c_str(),
                      Format(cpu, 0).c_str(),
                      events,
                      packets);
        out << line;
    }
}

void
PrintJson(std::ostream& out, const Report& report)
{
    Json json;
    json["messages"] = report.messages;
    json["body_octets"] = report.octets;
    json["series"] = Json::array();
    for (const auto& series : report.series)
    {
        json["series"].push_back(ToJson(report, series));
    }
    out << json.dump(2) << '\n';
}

} // namespace ns3::postroad::bench
