#include "postroad/route/submission-repair.h"

#include "postroad/mime/mail-date.h"
#include "postroad/mime/mail-message.h"
#include "postroad/mime/name-addr.h"
#include "postroad/route/relay-policy.h"

namespace ns3::postroad::route
{

namespace
{

/// Whether From names the submitter and nobody else (RFC 5322 section 3.6.2).
bool
IsAuthor(const mime::HeaderField& from, const mime::AddrSpec& identity)
{
    const auto author = mime::ParseNameAddr(from.GetValue());
    return author && IsSameMailbox(author->address, identity);
}

} // namespace

std::string
RepairSubmission(std::string content, const SubmissionFacts& facts)
{
    std::string added;
    const auto from = mime::FindField(content, "From");
    if (facts.identity && from && !IsAuthor(*from, *facts.identity) &&
        !mime::FindField(content, "Sender"))
    {
        added += "Sender: " + facts.identity->ToString() + "\r\n";
    }
    if (!mime::FindField(content, "Date"))
    {
        added += "Date: " + mime::FormatDate(facts.date) + "\r\n";
    }
    if (!mime::FindField(content, "Message-ID"))
    {
        added += "Message-ID: <" + facts.messageId + ">\r\n";
    }
    const auto message = mime::ParseMessage(content);
    if (message.header.empty() && !message.hasEmptyLine)
    {
        added += "\r\n"; // there is no header: all of it is body
    }
    return content.insert(0, added);
}

} // namespace ns3::postroad::route
