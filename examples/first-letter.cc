/**
 * Alice's letter to Bob, as an ns-3 program: the delivery of the scenario first-letter, through the
 * helpers.
 *
 *     alice-pc.a.net --10 ms--+                          +--5 ms-- ns.net (name server)
 *                             |                          |
 *     mail.a.net -----5 ms-- r1 -------- delay -------- r2 --5 ms-- mail.b.net (mta, mda, pop3)
 *       (msa)                 |                          |
 *     mta.a.net ------5 ms--- +                          +--10 ms- bob-pc.b.net
 *       (mta)
 *
 * Alice's user agent submits to mail.a.net, which knows no other way than its smart host mta.a.net;
 * that one asks ns.net who takes mail for b.net and relays to mail.b.net, where Bob's user agent
 * fetches the letter from his mailbox. The dialogue is printed while it happens. Try
 *
 *     first-letter --delay=200ms --body="See you on Monday." --pcap
 */
#include "postroad/app/agent/host.h"
#include "postroad/helper/agent-helper.h"
#include "postroad/helper/zone-helper.h"
#include "postroad/net/tcp-settings.h"
#include "postroad/trace/event-record.h"
#include "postroad/trace/terminal-dialogue.h"

#include "ns3/boolean.h"
#include "ns3/command-line.h"
#include "ns3/data-rate.h"
#include "ns3/global-value.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/ipv4-global-routing-helper.h"
#include "ns3/point-to-point-helper.h"
#include "ns3/simulator.h"
#include "ns3/string.h"

#include <cstdint>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>

using namespace ns3;
using namespace ns3::postroad;

namespace
{

/// Mon, 8 Mar 2010 10:00:00 UTC: the date when the simulation begins.
constexpr std::int64_t EPOCH = 1268042400;

const wire::TimeZone CENTRAL_EUROPE{60, "CET"};
const wire::TimeZone NEW_YORK{-300, "EST"};

std::string
GetAddressText(Ptr<Node> node)
{
    std::ostringstream text;
    text << node->GetObject<Ipv4>()->GetAddress(1, 0).GetLocal();
    return text.str();
}

/// A value of the command line with its blanks, where a std::string ends at the first one.
struct Text
{
    std::string value;
};

std::istream&
operator>>(std::istream& in, Text& text)
{
    text.value.assign(std::istreambuf_iterator<char>(in), {});
    return in;
}

std::ostream&
operator<<(std::ostream& out, const Text& text)
{
    return out << text.value;
}

/// What the agents of a node are to know of their host.
void
SetUpHost(Ptr<Node> node, const std::string& name, const wire::TimeZone& zone, Ptr<Node> resolver)
{
    auto host = Host::Of(node);
    host->SetName(name);
    host->SetClock({EPOCH, {}, zone});
    host->SetResolvers({GetAddressText(resolver)});
}

} // namespace

int
main(int argc, char* argv[])
{
    Time delay = MilliSeconds(40);
    Text body{"Hello Bob\nThis is a small message.\nBest regards,\nAlice\n"};
    bool pcap = false;
    CommandLine cmd(__FILE__);
    cmd.AddValue("delay", "The delay between the two routers", delay);
    cmd.AddValue("body", "What Alice writes", body);
    cmd.AddValue("pcap", "Write first-letter-<node>-<device>.pcap", pcap);
    cmd.Parse(argc, argv);

    // The settings of ns-3's TCP under which mail behaves as it does elsewhere.
    ApplyTcpSettings();
    GlobalValue::Bind("ChecksumEnabled", BooleanValue(pcap));

    NodeContainer nodes(8);
    auto alicePc = nodes.Get(0);
    auto mailA = nodes.Get(1);
    auto mtaA = nodes.Get(2);
    auto ns = nodes.Get(3);
    auto mailB = nodes.Get(4);
    auto bobPc = nodes.Get(5);
    auto r1 = nodes.Get(6);
    auto r2 = nodes.Get(7);

    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.Install(nodes);

    PointToPointHelper link;
    link.SetDeviceAttribute("DataRate", StringValue("10Mbps"));
    link.DisableFlowControl();
    Ipv4AddressHelper addresses("10.1.1.0", "255.255.255.0");
    auto connect = [&link, &addresses](Ptr<Node> a, Ptr<Node> b, const Time& linkDelay) {
        link.SetChannelAttribute("Delay", TimeValue(linkDelay));
        addresses.Assign(link.Install(a, b));
        addresses.NewNetwork();
    };
    connect(alicePc, r1, MilliSeconds(10));
    connect(mailA, r1, MilliSeconds(5));
    connect(mtaA, r1, MilliSeconds(5));
    connect(ns, r2, MilliSeconds(5));
    connect(mailB, r2, MilliSeconds(5));
    connect(bobPc, r2, MilliSeconds(10));
    connect(r1, r2, delay);
    Ipv4GlobalRoutingHelper::PopulateRoutingTables();

    SetUpHost(alicePc, "alice-pc.a.net", CENTRAL_EUROPE, ns);
    SetUpHost(mailA, "mail.a.net", CENTRAL_EUROPE, ns);
    SetUpHost(mtaA, "mta.a.net", CENTRAL_EUROPE, ns);
    SetUpHost(ns, "ns.net", {}, ns);
    SetUpHost(mailB, "mail.b.net", NEW_YORK, ns);
    SetUpHost(bobPc, "bob-pc.b.net", NEW_YORK, ns);

    // The name server, with the zones of both domains.
    auto nameServer = DnsServerHelper().InstallAgent(ns);
    AddZone(*nameServer,
            "a.net",
            {"@ MX 10 mta", "mail A " + GetAddressText(mailA), "mta A " + GetAddressText(mtaA)});
    AddZone(*nameServer, "b.net", {"@ MX 10 mail", "mail A " + GetAddressText(mailB)});

    // Alice's servers: one takes her letters, the other knows the way.
    MailSubmissionAgentHelper msaHelper;
    msaHelper.SetAttribute("SmartHost", StringValue("mta.a.net"));
    auto msa = msaHelper.InstallAgent(mailA);
    msa->SetRelayClients({GetAddressText(alicePc)});
    auto mta = MailTransferAgentHelper().InstallAgent(mtaA);
    mta->SetRelayClients({GetAddressText(mailA)});

    // Bob's server, with his mailbox.
    Host::Of(mailB)->AddAccount("bob@b.net", "secret");
    Host::Of(mailB)->GetMailStore().FindOrCreate("bob@b.net");
    auto mda = MailDeliveryAgentHelper().InstallAgent(mailB);
    auto mx = MailTransferAgentHelper().InstallAgent(mailB);
    mx->SetLocalDomains({"b.net"}, mda);
    auto pop3 = Pop3ServerHelper().InstallAgent(mailB);

    // The two people's programs.
    MailUserAgentHelper muaHelper;
    muaHelper.SetAttribute("SubmissionServer", StringValue("mail.a.net"));
    auto alice = muaHelper.InstallAgent(alicePc);
    muaHelper.SetAttribute("MaildropServer", StringValue("mail.b.net"));
    auto bob = muaHelper.InstallAgent(bobPc);

    // Whatever the agents tell is printed. Other sinks write it to files (trace/event-log.h).
    trace::TerminalDialogue dialogue(std::cout);
    trace::EventRecord record;
    record.AddSink(dialogue);
    for (Ptr<Agent> agent :
         std::initializer_list<Ptr<Agent>>{nameServer, msa, mta, mda, mx, pop3, alice, bob})
    {
        record.Connect(*agent);
    }
    if (pcap)
    {
        link.EnablePcapAll("first-letter");
    }

    mime::Draft letter;
    letter.from = {"Alice Doe", {"alice", "a.net"}};
    letter.to = {{"Bob Smith", {"bob", "b.net"}}};
    letter.subject = "Hello";
    letter.body = body.value;
    Simulator::Schedule(Seconds(1), [alice, letter] { alice->Send(letter); });
    Simulator::Schedule(Seconds(30), [bob] { bob->Fetch({"bob@b.net", "bob", "secret"}); });
    Simulator::Stop(Minutes(10));
    Simulator::Run();

    std::cout << '\n' << bob->GetInbox().size() << " message in Bob's inbox:\n\n";
    for (const auto& message : bob->GetInbox())
    {
        std::cout << message.content;
    }
    Simulator::Destroy();
    return 0;
}
