/*
 * 12. A node finds the socket of a segment among few and among many.
 *
 * Each segment is looked up by both addresses and ports, for which real hosts have a hash table.
 * ns-3 goes through a list of all end points, and lists of all sockets where one comes or goes.
 */
#include "ns3-findings/two-nodes.h"

#include "ns3/ipv4-end-point-demux.h"
#include "ns3/ipv4-interface.h"

#include <cstdint>
#include <ctime>

using namespace ns3;
using namespace ns3::findings;

namespace
{

/// The processor's time for looking the last of `count` connections up often enough to be seen.
std::clock_t
MeasureLookups(std::uint32_t count)
{
    const auto interface = CreateObject<Ipv4Interface>();
    const Ipv4Address here("192.0.2.1");
    const Ipv4Address there("192.0.2.2");
    Ipv4EndPointDemux demux;
    for (std::uint32_t i = 0; i < count; ++i)
    {
        demux.Allocate(nullptr, here, 25, there, static_cast<std::uint16_t>(1024 + i));
    }
    const auto port = static_cast<std::uint16_t>(1023 + count);
    const auto begin = std::clock();
    for (int i = 0; i < 2000; ++i)
    {
        demux.Lookup(here, 25, there, port, interface);
    }
    return std::clock() - begin;
}

} // namespace

int
main()
{
    const auto few = MeasureLookups(10);
    const auto many = MeasureLookups(2000);
    const bool isLinear = many > 10 * few;
    Say("a lookup among 2000 connections takes ",
        isLinear ? "more" : "less",
        " than 10 times as long as one among 10");
}
