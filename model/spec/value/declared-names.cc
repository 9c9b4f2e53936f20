#include "postroad/spec/value/declared-names.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

namespace
{

/// Spells references to hosts as the hosts' declarations do.
class HostSpeller
{
  public:
    explicit HostSpeller(const Spec& spec)
        : m_spec(spec)
    {
    }

    void Spell(std::string& name) const
    {
        if (const auto* const host = m_spec.FindHost(name))
        {
            name = host->name;
        }
    }

    void Spell(std::vector<std::string>& names) const
    {
        for (auto& name : names)
        {
            Spell(name);
        }
    }

    void Spell(HostSpec& host) const
    {
        Spell(host.resolvers);
        Spell(host.mua.submitTo);
        Spell(host.mua.fetchFrom);
        Spell(host.msa.smartHost);
        Spell(host.mta.smartHost);
    }

    void operator()(Send& send) const
    {
        Spell(send.host);
    }

    void operator()(Fetch& fetch) const
    {
        Spell(fetch.host);
    }

    void operator()(Say& say) const
    {
        Spell(say.host);
        Spell(say.to);
    }

    void operator()(Fail& fail) const
    {
        Spell(fail.target);
    }

    void operator()(Restore& restore) const
    {
        Spell(restore.target);
    }

    void operator()(EditZone& /*edit*/) const
    {
    }

  private:
    void Spell(Target& target) const
    {
        if (target.kind == Target::Kind::HOST)
        {
            Spell(target.name);
        }
    }

    const Spec& m_spec;
};

/// The recipient of a message that an address means; nullptr when there is none.
const mail::AddrSpec*
FindRecipient(const Send& send, const mail::AddrSpec& address)
{
    for (const auto* const list : {&send.to, &send.cc, &send.bcc})
    {
        const auto found = std::find(list->begin(), list->end(), address);
        if (found != list->end())
        {
            return &*found;
        }
    }
    return nullptr;
}

} // namespace

void
UseDeclaredHosts(Spec& spec)
{
    const HostSpeller speller(spec);
    for (auto& host : spec.hosts)
    {
        speller.Spell(host);
    }
    for (auto& domain : spec.domains)
    {
        speller.Spell(domain.nameServers);
        speller.Spell(domain.mailboxHost);
    }
    for (auto& link : spec.links)
    {
        speller.Spell(link.ends[0]);
        speller.Spell(link.ends[1]);
    }
    for (auto& event : spec.events)
    {
        std::visit(speller, event.action);
    }
}

void
UseDeclaredRecipients(Spec& spec)
{
    const auto sends = spec.GetSends();
    for (auto& expectation : spec.expectations)
    {
        auto* const outcome = std::get_if<ExpectOutcome>(&expectation);
        if (!outcome || !outcome->to)
        {
            continue;
        }
        for (const auto* const send : sends)
        {
            const auto* const recipient =
                send->id == outcome->message ? FindRecipient(*send, *outcome->to) : nullptr;
            if (recipient)
            {
                outcome->to = *recipient;
            }
        }
    }
}

} // namespace ns3::postroad::scenario
