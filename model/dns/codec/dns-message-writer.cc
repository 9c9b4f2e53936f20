#include "postroad/dns/codec/dns-message-writer.h"

#include <cstdint>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::uint16_t POINTER_TAG = 0xc000;

/// The first offset that the 14 bits of a pointer cannot tell.
constexpr std::size_t POINTER_LIMIT = 0x4000;

} // namespace

void
MessageWriter::WriteName(const Name& name)
{
    auto rest = name.GetLabels();
    while (!rest.empty())
    {
        if (const auto place = m_places.find(rest); place != m_places.end())
        {
            WriteU16(POINTER_TAG | place->second);
            return;
        }
        if (GetSize() < POINTER_LIMIT)
        {
            m_places.emplace(rest, static_cast<std::uint16_t>(GetSize()));
        }
        WriteU8(static_cast<std::uint8_t>(rest.front().size()));
        Write(rest.front());
        rest.erase(rest.begin());
    }
    WriteU8(0);
}

void
MessageWriter::WritePlainName(const Name& name)
{
    for (const auto& label : name.GetLabels())
    {
        WriteU8(static_cast<std::uint8_t>(label.size()));
        Write(label);
    }
    WriteU8(0);
}

} // namespace ns3::postroad::dns
