#include "postroad/dns/codec/dns-name.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

std::weak_ordering
CompareLabels(const std::string& a, const std::string& b)
{
    const text::LessIgnoringCase less;
    return less(a, b)   ? std::weak_ordering::less
           : less(b, a) ? std::weak_ordering::greater
                        : std::weak_ordering::equivalent;
}

} // namespace

wire::Result<Name>
Name::FromLabels(std::vector<std::string> labels)
{
    std::size_t length = 1;
    for (const auto& label : labels)
    {
        if (label.empty())
        {
            return wire::Error{wire::ErrorKind::SYNTAX, 0, "expected a label, got an empty one"};
        }
        if (label.size() > LABEL_LIMIT)
        {
            return wire::Error{wire::ErrorKind::TOO_LONG,
                               0,
                               "expected labels of at most 63 octets, got one of " +
                                   std::to_string(label.size())};
        }
        length += 1 + label.size();
    }
    if (length > NAME_LIMIT)
    {
        return wire::Error{wire::ErrorKind::TOO_LONG,
                           0,
                           "expected a name of at most 255 octets, got one of " +
                               std::to_string(length)};
    }
    Name name;
    name.m_labels = std::move(labels);
    return name;
}

bool
Name::IsAtOrBelow(const Name& ancestor) const
{
    return m_labels.size() >= ancestor.m_labels.size() &&
           GetAncestor(ancestor.m_labels.size()) == ancestor;
}

Name
Name::GetAncestor(std::size_t count) const
{
    if (count > m_labels.size())
    {
        throw std::logic_error("dns::Name::GetAncestor: " + ToString() + " has no " +
                               std::to_string(count) + " labels");
    }
    Name ancestor;
    ancestor.m_labels.assign(m_labels.end() - static_cast<std::ptrdiff_t>(count), m_labels.end());
    return ancestor;
}

bool
Name::operator==(const Name& other) const
{
    return std::equal(m_labels.begin(),
                      m_labels.end(),
                      other.m_labels.begin(),
                      other.m_labels.end(),
                      text::EqualsIgnoringCase);
}

std::weak_ordering
Name::operator<=>(const Name& other) const
{
    return std::lexicographical_compare_three_way(m_labels.rbegin(),
                                                  m_labels.rend(),
                                                  other.m_labels.rbegin(),
                                                  other.m_labels.rend(),
                                                  CompareLabels);
}

} // namespace ns3::postroad::dns
