#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"
#include "postroad/spec/value/send-draft.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::GetErrors;
using test::Replace;
using test::SMALL;

/// The draft of the one message, which is sent with these keys.
mime::Draft
Make(const std::string& keys)
{
    auto text = Replace(SMALL, "{from: alice@a.net, to: bob@b.net}", '{' + keys + '}');
    text = Replace(text,
                   "{users: bob, mx: mail.b.net}",
                   "{users: {bob: {name: Bob Smith}, carol: }, mx: mail.b.net}");
    text = Replace(text, "  - outcome: {to: bob@b.net, is: delivered}\n", "  []\n");
    const auto spec = LoadScenarioText(text, "s.yaml");
    return MakeDraft(spec, *spec.GetSends().at(0));
}

TEST(SendDraft, NamesTheUsersThatHaveAName)
{
    const auto draft = Make("from: alice@a.net, to: [bob@b.net, carol@b.net], "
                            "cc: bob@B.net, bcc: [eve@elsewhere.test, bob@b.net]");
    const mail::AddrSpec bob{"bob", "b.net"};
    EXPECT_EQ(draft.from, (mail::NameAddr{"", {"alice", "a.net"}}));
    EXPECT_EQ(draft.to,
              (std::vector<mail::NameAddr>{{"Bob Smith", bob}, {"", {"carol", "b.net"}}}));
    ASSERT_EQ(draft.cc.size(), 1U);
    EXPECT_EQ(draft.cc[0].displayName, "Bob Smith");
    EXPECT_EQ(draft.bcc,
              (std::vector<mail::NameAddr>{{"", {"eve", "elsewhere.test"}}, {"Bob Smith", bob}}));
}

TEST(SendDraft, HasTheSubjectAndTheBodyOfTheSend)
{
    const auto draft = Make("from: alice@a.net, to: bob@b.net, subject: 'Re: x', body: \"a\\nb\"");
    EXPECT_EQ(draft.subject, "Re: x");
    EXPECT_EQ(draft.body, "a\nb");
    EXPECT_EQ(Make("from: alice@a.net, bcc: bob@b.net").subject, "");
    EXPECT_TRUE(Make("from: alice@a.net, bcc: bob@b.net").to.empty());
}

TEST(SendDraft, IsComposedOnceBeforeTheRun)
{
    const auto check = [](const std::string& keys) {
        return GetErrors(
            Replace(SMALL, "to: bob@b.net}\n  - at", "to: bob@b.net, " + keys + "}\n  - at"));
    };
    EXPECT_EQ(check("body: " + std::string(998, 'x')), "");
    const std::string expected = "s.yaml:20: events[0].send: expected a subject and a body that a "
                                 "message can have, got ";
    EXPECT_TRUE(check("body: " + std::string(999, 'x')).starts_with(expected))
        << check("body: " + std::string(999, 'x'));
    EXPECT_TRUE(check("subject: \"a\\nb\"").starts_with(expected)) << check("subject: \"a\\nb\"");
    EXPECT_TRUE(check("subject: \"a\\nb\"")
                    .ends_with("; break long lines, and keep the subject on one line"));
}

} // namespace
} // namespace ns3::postroad::scenario
