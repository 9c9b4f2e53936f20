#include "postroad/spec/value/place.h"

#include "postroad/mail/domain-name.h"

#include <utility>

namespace ns3::postroad::scenario
{

std::string
Place::ToString() const
{
    return line > 0 ? source + ":" + std::to_string(line) : source;
}

void
PlaceMap::Set(std::string_view path, Place place)
{
    m_places.insert_or_assign(mail::DomainName(path).ToString(), std::move(place));
}

Place
PlaceMap::Find(std::string_view field) const
{
    const mail::DomainName key(field);
    std::string_view path = key;
    for (;;)
    {
        if (const auto found = m_places.find(path); found != m_places.end())
        {
            return found->second;
        }
        if (path.empty())
        {
            return {};
        }
        const auto cut = path.find_last_of(".[");
        path = cut == std::string_view::npos ? std::string_view() : path.substr(0, cut);
    }
}

} // namespace ns3::postroad::scenario
