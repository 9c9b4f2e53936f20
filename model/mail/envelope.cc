#include "postroad/mail/envelope.h"

namespace ns3::postroad::mail
{

std::string
ReversePath::ToString() const
{
    return mailbox ? '<' + mailbox->ToString() + '>' : "<>";
}

std::string
ForwardPath::ToString() const
{
    return '<' + mailbox.ToString() + '>';
}

} // namespace ns3::postroad::mail
