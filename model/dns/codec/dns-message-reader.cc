#include "postroad/dns/codec/dns-message-reader.h"

#include <cstdint>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::uint8_t TAG_MASK = 0xc0;
constexpr std::uint8_t POINTER_TAG = 0xc0;
constexpr std::uint8_t LABEL_TAG = 0x00;

/// Walks over one name, from run of labels to run of labels.
class NameWalk
{
  public:
    NameWalk(std::string_view message, std::size_t offset)
        : m_run(message, offset)
        , m_runBegin(offset)
    {
    }

    /// Reads everything up to the root label.
    void Walk()
    {
        std::uint8_t octet = m_run.ReadU8();
        while (m_run.IsOk() && octet != 0)
        {
            Step(octet);
            octet = m_run.ReadU8();
        }
        m_end = m_end != 0 ? m_end : m_run.GetOffset();
    }

    const wire::ByteReader& GetRun() const
    {
        return m_run;
    }

    /// Where the name ends in its own place, behind the root label or the first pointer.
    std::size_t GetEnd() const
    {
        return m_end;
    }

    std::vector<std::string> TakeLabels()
    {
        return std::move(m_labels);
    }

  private:
    void Step(std::uint8_t octet)
    {
        switch (octet & TAG_MASK)
        {
        case LABEL_TAG:
            ReadLabel(octet);
            break;
        case POINTER_TAG:
            FollowPointer(octet);
            break;
        default:
            m_run.Fail(wire::ErrorKind::UNSUPPORTED, "expected a label or a pointer");
        }
    }

    void ReadLabel(std::uint8_t size)
    {
        m_length += 1 + size;
        if (m_length > Name::NAME_LIMIT)
        {
            m_run.Fail(wire::ErrorKind::TOO_LONG, "expected a name of at most 255 octets");
        }
        m_labels.emplace_back(m_run.Read(size));
    }

    void FollowPointer(std::uint8_t octet)
    {
        const std::size_t target = (octet & ~TAG_MASK) << 8 | m_run.ReadU8();
        m_end = m_end != 0 ? m_end : m_run.GetOffset();
        if (target < HEADER_SIZE || target >= m_runBegin)
        {
            m_run.Fail(wire::ErrorKind::OUT_OF_RANGE,
                       "expected a pointer to an earlier name, got one to octet " +
                           std::to_string(target));
        }
        if (m_run.IsOk())
        {
            m_run = wire::ByteReader(m_run.GetMessage(), target);
            m_runBegin = target;
        }
    }

    wire::ByteReader m_run;
    std::size_t m_runBegin;
    std::size_t m_end{0};
    std::size_t m_length{1};
    std::vector<std::string> m_labels;
};

} // namespace

/// RFC 1035 section 4.1.4: a sequence of labels ending in a zero octet, a pointer, or a sequence of
/// labels ending with a pointer.
Name
MessageReader::ReadName()
{
    NameWalk walk(GetMessage(), GetOffset());
    walk.Walk();
    if (!IsOk() || !walk.GetRun().IsOk())
    {
        const auto& error = IsOk() ? walk.GetRun().GetError() : GetError();
        Fail(error.kind, error.reason);
        return {};
    }
    Read(walk.GetEnd() - GetOffset());
    return Name::FromLabels(walk.TakeLabels()).GetValue();
}

} // namespace ns3::postroad::dns
