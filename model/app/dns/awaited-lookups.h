/**
 * The look-ups of a resolver's engine that tasks wait for.
 */
#ifndef POSTROAD_APP_DNS_AWAITED_LOOKUPS_H
#define POSTROAD_APP_DNS_AWAITED_LOOKUPS_H

#include "postroad/dns/resolver/dns-lookup.h"
#include "postroad/net/completion.h"

#include <map>

namespace ns3::postroad
{

/// Which tasks wait for which look-up.
class AwaitedLookups
{
  public:
    /// One look-up that the task in whose frame this stands waits for. When the task is dropped, it
    /// is waited for no more.
    class Awaited
    {
      public:
        /// \param ended what came of it, to be awaited; must outlive this object
        Awaited(AwaitedLookups& lookups,
                dns::LookupHandle handle,
                Completion<dns::LookupEnded>& ended)
            : m_lookups(lookups)
            , m_handle(handle)
        {
            m_lookups.m_waiting[handle] = &ended;
        }

        Awaited(const Awaited&) = delete;
        Awaited& operator=(const Awaited&) = delete;

        ~Awaited()
        {
            m_lookups.m_waiting.erase(m_handle);
        }

      private:
        AwaitedLookups& m_lookups;
        dns::LookupHandle m_handle;
    };

    /// Tells the task that waits for a look-up, if one does.
    void End(const dns::LookupEnded& ended)
    {
        const auto waiting = m_waiting.find(ended.handle);
        if (waiting != m_waiting.end())
        {
            waiting->second->Set(ended);
        }
    }

  private:
    std::map<dns::LookupHandle, Completion<dns::LookupEnded>*> m_waiting;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_AWAITED_LOOKUPS_H
