#include "postroad/pop3/pop3-maildrop.h"

#include <utility>

namespace ns3::postroad::pop3
{

Maildrop::Maildrop(std::vector<store::StoredMessage> messages)
{
    for (auto& message : messages)
    {
        if (!message.content.empty() && !message.content.ends_with("\r\n"))
        {
            message.content += "\r\n";
        }
        m_messages.push_back({std::move(message)});
    }
}

bool
Maildrop::HasNumber(std::size_t number) const
{
    return number >= 1 && number <= m_messages.size();
}

bool
Maildrop::IsMarked(std::size_t number) const
{
    return m_messages.at(number - 1).isMarked;
}

void
Maildrop::Mark(std::size_t number)
{
    m_messages.at(number - 1).isMarked = true;
}

void
Maildrop::UnmarkAll()
{
    for (auto& entry : m_messages)
    {
        entry.isMarked = false;
    }
}

std::size_t
Maildrop::GetOctets(std::size_t number) const
{
    return GetContent(number).size();
}

const std::string&
Maildrop::GetContent(std::size_t number) const
{
    return m_messages.at(number - 1).message.content;
}

std::size_t
Maildrop::CountMessages() const
{
    return m_messages.size() - GetMarked().size();
}

std::size_t
Maildrop::CountOctets() const
{
    std::size_t octets = 0;
    for (const auto& entry : m_messages)
    {
        octets += entry.isMarked ? 0 : entry.message.content.size();
    }
    return octets;
}

std::vector<store::UniqueId>
Maildrop::GetMarked() const
{
    std::vector<store::UniqueId> marked;
    for (const auto& entry : m_messages)
    {
        if (entry.isMarked)
        {
            marked.push_back(entry.message.uid);
        }
    }
    return marked;
}

std::string
Maildrop::Describe() const
{
    return DescribeCount(CountMessages()) + " (" + std::to_string(CountOctets()) + " octets)";
}

std::string
DescribeCount(std::size_t count)
{
    return std::to_string(count) + (count == 1 ? " message" : " messages");
}

} // namespace ns3::postroad::pop3
