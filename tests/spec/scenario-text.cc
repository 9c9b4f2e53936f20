#include "spec/scenario-text.h"

#include "postroad/spec/check/scenario-warnings.h"
#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario::test
{

const std::string_view SMALL = R"(title: Small
hosts:
  pc.a.net:
    roles: mua
    mua: {user: alice@a.net}
  mail.a.net: {roles: [msa, mta, mda, pop3]}
  mail.b.net: {roles: [mta, mda, pop3]}
  ns.net: {roles: dns}
  r.net: {roles: router}
domains:
  a.net: {users: alice, mx: mail.a.net}
  b.net: {users: bob, mx: mail.b.net}
links:
  - {between: [pc.a.net, r.net], delay: 5ms}
  - {between: [mail.a.net, r.net]}
  - {between: [mail.b.net, r.net]}
  - {between: [ns.net, r.net]}
events:
  - at: 1s
    send: {from: alice@a.net, to: bob@b.net}
  - at: 2s
    fetch: {user: alice@a.net}
expect:
  - outcome: {to: bob@b.net, is: delivered}
dns: single
)";

std::string
Replace(std::string_view text, std::string_view before, std::string_view after)
{
    const auto begin = text.find(before);
    EXPECT_NE(begin, std::string_view::npos) << before;
    EXPECT_EQ(begin, text.rfind(before)) << before;
    std::string replaced(text);
    return begin == std::string_view::npos ? replaced
                                           : replaced.replace(begin, before.size(), after);
}

std::string
GetErrors(std::string_view text, const std::vector<std::string>& overrides)
{
    try
    {
        LoadScenarioText(text, "s.yaml", overrides);
    }
    catch (const ConfigError& error)
    {
        return error.what();
    }
    return {};
}

std::vector<std::string>
GetWarnings(std::string_view text)
{
    std::vector<std::string> texts;
    for (const auto& warning : FindWarnings(LoadScenarioText(text, "s.yaml")))
    {
        texts.push_back(warning.ToString());
    }
    return texts;
}

} // namespace ns3::postroad::scenario::test
