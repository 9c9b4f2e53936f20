#include "postroad/event/event.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <stdexcept>

namespace ns3::postroad::event
{
namespace
{

TEST(Connection, NamesItsEndsAlikeFromBothSides)
{
    const wire::Endpoint alice{"192.0.2.1", 49153};
    const wire::Endpoint mail{"192.0.2.2", 25};
    const Connection fromClient{1, Role::CLIENT, "SMTP", alice, mail};
    const Connection fromServer{7, Role::SERVER, "SMTP", mail, alice};
    EXPECT_EQ(fromClient.GetClient(), fromServer.GetClient());
    EXPECT_EQ(fromClient.GetServer(), fromServer.GetServer());
}

TEST(Event, HasTheDetailsOfItsKindFromTheBeginning)
{
    for (const auto& info : GetEventKinds())
    {
        const Event event(info.kind);
        EXPECT_EQ(event.kind, info.kind);
        EXPECT_EQ(event.details.index(), info.details) << info.name;
    }
    EXPECT_EQ(Event().details.index(), GetInfo(Event().kind).details);
}

TEST(Event, TakesNoDetailsOfAnotherKind)
{
    EXPECT_THROW(Event(EventKind::LINE_SENT, DnsQuestion()), std::logic_error);
    EXPECT_THROW(Event(EventKind::LINE_SENT, NoDetails()), std::logic_error);
    EXPECT_NO_THROW(Event(EventKind::LINE_SENT, DialogueText{"QUIT"}));
}

TEST(Event, GivesItsDetailsByTheirType)
{
    const Event event(EventKind::MAILBOX_READ, MailboxReading{"bob@b.net", 2, 612});
    EXPECT_EQ(event.Get<MailboxReading>().number, 2U);
    EXPECT_THROW(event.Get<Delivery>(), std::logic_error);
}

TEST(Event, NamesItsRecipientsWhicheverKindItIs)
{
    const Texts both{"bob@b.net", "carol@b.net"};
    EXPECT_EQ(GetRecipients({EventKind::MESSAGE_QUEUED, MessageEntry{"", both, 0, {}}}), both);
    EXPECT_EQ(GetRecipients({EventKind::MESSAGE_ATTEMPTED, AttemptStart{both, "", ""}}), both);
    EXPECT_EQ(GetRecipients({EventKind::MESSAGE_DELAYED, Delay{both, {}, {}}}), both);
    EXPECT_EQ(GetRecipients({EventKind::MESSAGE_DELIVERED, Delivery{both, "", 0}}), both);
    EXPECT_EQ(GetRecipients(Event(EventKind::LINE_SENT)), Texts());
}

TEST(Event, NamesTheServerOfAQuestionAndOfAnAnswer)
{
    const DnsQuestion question{7, "b.net.", "MX", "192.0.2.53"};
    EXPECT_EQ(GetServer({EventKind::DNS_QUERY_SENT, question}), "192.0.2.53");
    const DnsAnswer answer{7, "b.net.", "MX", "192.0.2.54", "NOERROR", {}, {}};
    EXPECT_EQ(GetServer({EventKind::DNS_ANSWER_RECEIVED, answer}), "192.0.2.54");
    EXPECT_EQ(GetServer(Event(EventKind::DNS_CACHE_HIT)), "");
}

TEST(AttemptEnd, TellsTheReplyBeforeTheReason)
{
    AttemptEnd end;
    EXPECT_EQ(GetCause(end), "");
    end.reason = "no answer";
    EXPECT_EQ(GetCause(end), "no answer");
    end.reply = "450 busy";
    EXPECT_EQ(GetCause(end), "450 busy");
    end.reply = "";
    EXPECT_EQ(GetCause(end), "no answer");
}

} // namespace
} // namespace ns3::postroad::event
