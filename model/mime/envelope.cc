#include "postroad/mime/envelope.h"

namespace ns3::postroad::mime
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

} // namespace ns3::postroad::mime
