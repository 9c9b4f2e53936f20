/**
 * postroad-bench: what mail costs above the packets that carry it.
 *
 * Messages of 4 kB are delivered from a user agent over a submission agent and a transfer agent
 * into a mailbox, once with the event record on and once without. What went over the wire is then
 * done again by bare sockets: the same octets in the same turns at the same times on the same
 * links. The sides take turns, so that they meet the same weather. See sample.h for what is timed.
 *
 * Exit status: 0, or 1 when the two sides did not send the same packets, or a message was lost.
 */
#include "mail-load.h"
#include "report.h"
#include "sample.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>

namespace ns3::postroad::bench
{

namespace
{

/// How far the packets of the two sides may differ. Each delayed ACK that falls otherwise counts.
constexpr double TRAFFIC_TOLERANCE = 0.01;

/// What the user has asked for.
struct Options
{
    std::size_t messages{300};
    std::size_t repeats{7};
    std::string json;
};

bool
IsAlike(std::uint64_t a, std::uint64_t b)
{
    return std::abs(static_cast<double>(a) - static_cast<double>(b)) <=
           TRAFFIC_TOLERANCE * static_cast<double>(b);
}

void
RequireSameTraffic(const Traffic& raw, const Traffic& mail)
{
    if (!IsAlike(raw.packets, mail.packets) || !IsAlike(raw.octets, mail.octets))
    {
        throw std::runtime_error("the raw exchange sent " + std::to_string(raw.packets) +
                                 " packets with " + std::to_string(raw.octets) + " octets, mail " +
                                 std::to_string(mail.packets) + " with " +
                                 std::to_string(mail.octets) + ": there is nothing to compare");
    }
}

Report
Measure(const Options& options)
{
    const auto mail = TapMail(options.messages);
    const auto& script = mail.exchanges;
    const auto raw = TapRaw(script);
    RequireSameTraffic(raw.traffic, mail.traffic);
    Report report{options.messages,
                  MailLoad::BODY_SIZE,
                  {{"raw exchange", raw.traffic, {}},
                   {"mail, event record off", mail.traffic, {}},
                   {"mail, event record on", mail.traffic, {}}}};
    for (std::size_t round = 0; round < options.repeats; ++round)
    {
        report.series[0].samples.push_back(MeasureRaw(script));
        report.series[1].samples.push_back(MeasureMail(options.messages, Recording::OFF));
        report.series[2].samples.push_back(MeasureMail(options.messages, Recording::ON));
    }
    return report;
}

void
Run(const Options& options)
{
    std::cout << options.messages << " messages of " << MailLoad::BODY_SIZE
              << " octets from MUA over MSA to MTA and mailbox, pcap off; median of "
              << options.repeats << " rounds (least-most).\n"
              << "Timed is the simulation alone; building and taking down the network is on "
                 "neither side.\n\n";
    const auto report = Measure(options);
    PrintTable(std::cout, report);
    if (options.json.empty())
    {
        std::cout << '\n';
        PrintJson(std::cout, report);
        return;
    }
    std::ofstream file(options.json);
    PrintJson(file, report);
    file.close();
    if (!file)
    {
        throw std::runtime_error(options.json + " could not be written");
    }
}

} // namespace

} // namespace ns3::postroad::bench

int
main(int argc, char** argv)
{
    using namespace ns3::postroad::bench;

    constexpr int EXIT_WRONG_USE = 2;
    Options options;
    CLI::App app("What mail costs above the packets that carry it", "postroad bench");
    app.add_option("--messages", options.messages, "The messages of one sample")
        ->check(CLI::Range(1, 10000));
    app.add_option("--repeats", options.repeats, "How often each side is run")
        ->check(CLI::Range(1, 1000));
    app.add_option("--json", options.json, "Where to write the JSON, in place of the terminal");
    try
    {
        app.parse(argc, argv);
        Run(options);
    }
    catch (const CLI::ParseError& error)
    {
        return app.exit(error) == 0 ? EXIT_SUCCESS : EXIT_WRONG_USE;
    }
    catch (const std::exception& error)
    {
        std::cerr << "postroad bench: " << error.what() << std::endl;
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
