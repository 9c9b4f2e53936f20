/**
 * The diagrams of both sessions in docs/ are what the tables say. With the environment variable
 * POSTROAD_WRITE_GOLDEN set, they are written instead of compared.
 */
#include "smtp/session-diagram.h"

#include "postroad/smtp/client/smtp-client-states.h"
#include "postroad/smtp/server/smtp-server-states.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace ns3::postroad::smtp
{
namespace
{

void
ExpectDrawn(const std::string& name, const test::SessionDiagram& diagram)
{
    const auto path = std::string(POSTROAD_TESTS_DIR) + "/../docs/" + name;
    if (std::getenv("POSTROAD_WRITE_GOLDEN"))
    {
        std::ofstream(path, std::ios::binary) << diagram.Draw();
        return;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string drawn{std::istreambuf_iterator<char>(file), {}};
    EXPECT_TRUE(drawn == diagram.Draw())
        << path << " is out of date: run smtp-tests with POSTROAD_WRITE_GOLDEN=1";
}

TEST(SmtpDiagram, ShowsTheServersTable)
{
    ExpectDrawn("smtp-server-session.svg",
                test::MakeDiagram("The server's session (model/smtp/server/smtp-server-states.cc)",
                                  GetServerTable(),
                                  ServerState::CLOSED));
}

TEST(SmtpDiagram, ShowsTheClientsTable)
{
    ExpectDrawn("smtp-client-session.svg",
                test::MakeDiagram("The client's session (model/smtp/client/smtp-client-states.cc)",
                                  GetClientTable(),
                                  ClientState::CLOSED));
}

} // namespace
} // namespace ns3::postroad::smtp
