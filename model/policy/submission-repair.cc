#include "postroad/policy/submission-repair.h"

#include "postroad/mail/mail-date.h"
#include "postroad/mail/mail-message.h"
#include "postroad/mail/name-addr.h"
#include "postroad/policy/relay-policy.h"

namespace ns3::postroad::policy
{

namespace
{

/// Whether From names the submitter and nobody else (RFC 5322 section 3.6.2).
bool
IsAuthor(const mail::HeaderField& from, const mail::AddrSpec& identity)
{
    const auto author = mail::ParseNameAddr(from.GetValue());
    return author && IsSameMailbox(author->address, identity);
}

} // namespace

std::string
RepairSubmission(std::string content, const SubmissionFacts& facts)
{
    std::string added;
    const auto from = mail::FindField(content, "From");
    if (facts.identity && from && !IsAuthor(*from, *facts.identity) &&
        !mail::FindField(content, "Sender"))
    {
        added += "Sender: " + facts.identity->ToString() + "\r\n";
    }
    if (!mail::FindField(content, "Date"))
    {
        added += "Date: " + mail::FormatDate(facts.date) + "\r\n";
    }
    if (!mail::FindField(content, "Message-ID"))
    {
        added += "Message-ID: <" + facts.messageId + ">\r\n";
    }
    const auto message = mail::ParseMessage(content);
    if (message.header.empty() && !message.hasEmptyLine)
    {
        added += "\r\n"; // there is no header: all of it is body
    }
    return content.insert(0, added);
}

} // namespace ns3::postroad::policy
