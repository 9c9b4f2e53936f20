#include "topology/network-traffic.h"

#include "postroad/topology/interface-capture.h"
#include "postroad/topology/network-installer.h"

#include "ns3/boolean.h"
#include "ns3/global-value.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>

namespace ns3::postroad
{
namespace
{

using namespace std::chrono_literals;
namespace fs = std::filesystem;
using test::MakeChain;
using test::Ping;
using test::Transfer;

/// Mon, 8 Mar 2010 10:00:00 UTC.
constexpr std::int64_t EPOCH = 1'268'042'400;

/// What tshark prints about a file.
std::string
RunTshark(const fs::path& file, const std::string& arguments)
{
    const auto command = "TZ=UTC tshark -r '" + file.string() + "' " + arguments + " 2>&1";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
    std::string output;
    std::array<char, 4096> buffer{};
    while (pipe && std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr)
    {
        if (std::string_view(buffer.data()).find("Running as user") == std::string_view::npos)
        {
            output += buffer.data();
        }
    }
    return output;
}

std::string
ReadFile(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

/// Captures a datagram and a TCP connection over a router that loses frames and fails for a while.
void
CaptureARun(const fs::path& folder)
{
    auto graph = MakeChain("mail.a.net r1");
    graph.AddHost({"mail.b.net", false, "192.0.2.25"});
    graph.AddLink({"r1", "mail.b.net", 10'000'000, 5ms, 0.02, 100});
    const auto network = NetworkInstaller({"10.0.0.0/8", folder, EPOCH}).Install(graph);
    Ping(*network, "mail.a.net", network->GetAddress("mail.b.net"));
    const Transfer transfer(*network, "mail.a.net", "mail.b.net", 200'000, Seconds(60));
    Simulator::Run();
    network->CloseCaptures();
    EXPECT_EQ(transfer.received, 200'000U);
    Simulator::Destroy();
}

class InterfaceCaptureSystem : public test::SimulationTest
{
  protected:
    void SetUp() override
    {
        std::string pattern = (fs::temp_directory_path() / "postroad-capture-XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
    }

    void TearDown() override
    {
        SimulationTest::TearDown();
        fs::remove_all(m_folder);
    }

    fs::path m_folder;
};

TEST_F(InterfaceCaptureSystem, NamesAFileForEachInterface)
{
    CaptureARun(m_folder / "run" / "pcap");
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(m_folder / "run" / "pcap"))
    {
        names.insert(entry.path().filename().string());
    }
    EXPECT_EQ(names,
              (std::set<std::string>{"mail.a.net-to-r1.pcap",
                                     "mail.b.net-to-r1.pcap",
                                     "r1-to-mail.a.net.pcap",
                                     "r1-to-mail.b.net.pcap"}));
}

TEST_F(InterfaceCaptureSystem, StampsFramesWithTheScenariosDate)
{
    CaptureARun(m_folder);
    const auto list = RunTshark(m_folder / "mail.a.net-to-r1.pcap", "-t ad");
    EXPECT_EQ(list.find("    1 2010-03-08 10:00:00.000000     10.0.0.1"), 0U) << list;
    EXPECT_NE(list.find("2010-03-08 10:01:00.0"), std::string::npos) << list;
}

TEST_F(InterfaceCaptureSystem, ShowsTheGivenAddress)
{
    CaptureARun(m_folder);
    EXPECT_NE(RunTshark(m_folder / "mail.b.net-to-r1.pcap", "-Y 'ip.src == 192.0.2.25 && tcp'"),
              "");
    EXPECT_EQ(RunTshark(m_folder / "mail.b.net-to-r1.pcap", "-Y 'ip.addr == 10.0.0.6'"), "");
}

TEST_F(InterfaceCaptureSystem, HoldsNoMalformedFrameAndNoBadChecksum)
{
    CaptureARun(m_folder);
    for (const auto& entry : fs::directory_iterator(m_folder))
    {
        EXPECT_EQ(RunTshark(entry.path(),
                            "-o ip.check_checksum:TRUE -o tcp.check_checksum:TRUE "
                            "-o udp.check_checksum:TRUE -Y 'ip.checksum.status == 0 || "
                            "tcp.checksum.status == 0 || udp.checksum.status == 0 || "
                            "_ws.malformed'"),
                  "")
            << entry.path();
        EXPECT_NE(
            RunTshark(entry.path(), "-o tcp.check_checksum:TRUE -Y 'tcp.checksum.status == 1'"),
            "")
            << "the checksums were not looked at";
    }
}

TEST_F(InterfaceCaptureSystem, IsByteForByteTheSameInASecondRun)
{
    CaptureARun(m_folder / "1");
    CaptureARun(m_folder / "2");
    for (const auto& entry : fs::directory_iterator(m_folder / "1"))
    {
        EXPECT_EQ(ReadFile(entry.path()), ReadFile(m_folder / "2" / entry.path().filename()));
    }
}

TEST_F(InterfaceCaptureSystem, KeepsFramesSentIntoACutLinkOnTheSendersSide)
{
    const auto network =
        NetworkInstaller({"10.0.0.0/8", m_folder, EPOCH}).Install(MakeChain("alice bob", 100ms));
    Simulator::Schedule(MilliSeconds(50),
                        [network] { network->SetLinkState("alice--bob", OperState::DOWN); });
    EXPECT_FALSE(Ping(*network, "alice", network->GetAddress("bob")));
    network->CloseCaptures();
    EXPECT_NE(RunTshark(m_folder / "alice-to-bob.pcap", ""), "");
    EXPECT_EQ(RunTshark(m_folder / "bob-to-alice.pcap", ""), "");
}

TEST_F(InterfaceCaptureSystem, ShowsTheSamePacketsInEthernetFrames)
{
    NetworkOptions options{"10.0.0.0/8", m_folder, EPOCH};
    options.framing = CaptureFraming::ETHERNET;
    const auto network = NetworkInstaller(options).Install(MakeChain("alice r1 bob"));
    Ping(*network, "alice", network->GetAddress("bob"));
    network->CloseCaptures();
    const auto frames = "-T fields -e eth.src -e eth.dst -e ip.src -e ip.dst";
    EXPECT_EQ(RunTshark(m_folder / "r1-to-bob.pcap", frames),
              "02:00:00:01:00:02\t02:00:00:02:00:01\t10.0.0.1\t10.0.0.6\n"
              "02:00:00:02:00:01\t02:00:00:01:00:02\t10.0.0.6\t10.0.0.1\n");
    EXPECT_EQ(RunTshark(m_folder / "bob-to-r1.pcap", frames),
              RunTshark(m_folder / "r1-to-bob.pcap", frames));
    EXPECT_EQ(RunTshark(m_folder / "bob-to-r1.pcap", "-Y _ws.malformed"), "");
}

TEST_F(InterfaceCaptureSystem, NamesTheFilesOfFurtherLinksByNumber)
{
    auto graph = MakeChain("alice bob");
    graph.AddLink({"bob", "alice"});
    const auto network = NetworkInstaller({"10.0.0.0/8", m_folder, EPOCH}).Install(graph);
    network->CloseCaptures();
    for (const auto* const name : {"alice-to-bob", "alice-to-bob-2", "bob-to-alice-2"})
    {
        EXPECT_TRUE(fs::exists(m_folder / (std::string(name) + ".pcap"))) << name;
    }
}

TEST_F(InterfaceCaptureSystem, TurnsChecksumsOnOnlyForCaptures)
{
    BooleanValue isOn;
    NetworkInstaller({"10.0.0.0/8", m_folder, EPOCH}).Install(MakeChain("alice bob"));
    GlobalValue::GetValueByName("ChecksumEnabled", isOn);
    EXPECT_TRUE(isOn.Get());
    NetworkInstaller().Install(MakeChain("alice bob"));
    GlobalValue::GetValueByName("ChecksumEnabled", isOn);
    EXPECT_FALSE(isOn.Get());
}

TEST_F(InterfaceCaptureSystem, SaysWhichFileCannotBeWritten)
{
    fs::create_directories(m_folder / "alice-to-bob.pcap"); // a folder is in the way
    try
    {
        NetworkInstaller({"10.0.0.0/8", m_folder, EPOCH}).Install(MakeChain("alice bob"));
        FAIL() << "it was written";
    }
    catch (const std::runtime_error& error)
    {
        EXPECT_NE(std::string(error.what()).find("alice-to-bob.pcap"), std::string::npos);
    }
}

TEST_F(InterfaceCaptureSystem, SaysWhenADiskIsFull)
{
    const auto file = m_folder / "alice-to-bob.pcap";
    const auto network =
        NetworkInstaller({"10.0.0.0/8", m_folder, EPOCH}).Install(MakeChain("alice bob"));
    fs::remove(file);
    fs::create_symlink("/dev/full", file);
    EXPECT_THROW(NetworkInstaller({"10.0.0.0/8", m_folder, EPOCH}).Install(MakeChain("alice bob")),
                 std::runtime_error)
        << "before anything runs";
    Ping(*network, "alice", network->GetAddress("bob"));
    EXPECT_THROW(network->CloseCaptures(), std::runtime_error);
}

} // namespace
} // namespace ns3::postroad
