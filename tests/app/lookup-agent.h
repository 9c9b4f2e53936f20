/**
 * An agent that looks names up as any agent does, for tests of resolvers.
 */
#ifndef POSTROAD_TESTS_APP_LOOKUP_AGENT_H
#define POSTROAD_TESTS_APP_LOOKUP_AGENT_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/dns/resolver.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3::postroad::test
{

/// Asks the resolvers of its host, and keeps what came of it.
class LookupAgent : public Agent
{
  public:
    static TypeId GetTypeId();

    LookupAgent();

    std::string GetRole() const override;
    int64_t AssignStreams(int64_t stream) override;

    void LookUp(const std::string& name, dns::RecordType type);

    std::vector<dns::LookupEnded> ended; ///< in the order in which they ended

  private:
    void DoStart() override;
    void DoStop() override;
    Task<> Wait(std::string name, dns::RecordType type);

    Resolver m_resolver;
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_APP_LOOKUP_AGENT_H
