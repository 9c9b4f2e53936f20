#include "postroad/spec/value/send-draft.h"

namespace ns3::postroad::scenario
{

namespace
{

mail::NameAddr
MakeNameAddr(const Spec& spec, const mail::AddrSpec& address)
{
    const auto* const user = spec.FindUser(address);
    return {user ? user->fullName : "", address};
}

std::vector<mail::NameAddr>
MakeNameAddrs(const Spec& spec, const std::vector<mail::AddrSpec>& addresses)
{
    std::vector<mail::NameAddr> named;
    named.reserve(addresses.size());
    for (const auto& address : addresses)
    {
        named.push_back(MakeNameAddr(spec, address));
    }
    return named;
}

} // namespace

mime::Draft
MakeDraft(const Spec& spec, const Send& send)
{
    mime::Draft draft;
    draft.from = MakeNameAddr(spec, send.from);
    draft.to = MakeNameAddrs(spec, send.to);
    draft.cc = MakeNameAddrs(spec, send.cc);
    draft.bcc = MakeNameAddrs(spec, send.bcc);
    draft.subject = send.subject;
    draft.body = send.body;
    return draft;
}

} // namespace ns3::postroad::scenario
