#include "postroad/dns/record/dns-message-stream.h"

#include "postroad/dns/record/dns-message.h"
#include "postroad/wire/take-front.h"

#include <cstdint>
#include <stdexcept>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::size_t LENGTH_SIZE = 2;

} // namespace

MessageStream::MessageStream(std::optional<wire::Duration> idleTimeout)
    : m_idleTimeout(idleTimeout)
{
}

void
MessageStream::SendMessage(std::string_view octets)
{
    if (octets.size() > MESSAGE_LIMIT)
    {
        throw std::logic_error("dns::MessageStream: a message of " + std::to_string(octets.size()) +
                               " octets");
    }
    if (m_hasEnded)
    {
        return;
    }
    wire::ByteWriter writer;
    writer.WriteU16(static_cast<std::uint16_t>(octets.size()));
    writer.Write(octets);
    m_outlet.SendContent(writer.TakeOctets());
}

void
MessageStream::Close()
{
    m_hasEnded = true;
    m_outlet.SetDeadline(std::nullopt);
    m_outlet.SetNextAction(wire::NextAction::CLOSE);
}

std::optional<MessageStreamEvent>
MessageStream::NextEvent()
{
    return wire::TakeFront(m_events);
}

void
MessageStream::Start(wire::TimePoint now)
{
    Wait(now);
}

void
MessageStream::Receive(std::string_view bytes, wire::TimePoint now)
{
    if (!m_hasEnded)
    {
        m_input += bytes;
        Wait(now);
        TakeMessages();
    }
}

void
MessageStream::ReceiveEnd(wire::TimePoint /*now*/)
{
    End(m_input.empty() ? "" : "the stream ends inside of a message");
}

void
MessageStream::Abort(wire::TimePoint /*now*/)
{
    End("the connection is lost");
}

void
MessageStream::Expire(wire::TimePoint now)
{
    if (GetDeadline() && *GetDeadline() <= now)
    {
        End("nothing came for too long");
    }
}

bool
MessageStream::WantsInput() const
{
    return !m_hasEnded && m_events.size() < WAITING_LIMIT;
}

void
MessageStream::SecurityEstablished(const wire::Security& security, wire::TimePoint /*now*/)
{
    m_outlet.SetSecurity(security);
}

std::string
MessageStream::SurrenderInput()
{
    m_taken += m_input.size();
    return std::exchange(m_input, {});
}

bool
MessageStream::IsHeldBack() const
{
    return false;
}

std::string
MessageStream::TakeOutput()
{
    return m_outlet.TakeOutput();
}

bool
MessageStream::HasOutput() const
{
    return m_outlet.GetOutputSize() > 0;
}

wire::NextAction
MessageStream::GetNextAction() const
{
    return m_outlet.GetNextAction();
}

std::optional<wire::TimePoint>
MessageStream::GetDeadline() const
{
    return m_outlet.GetDeadline();
}

void
MessageStream::SetObserver(wire::SessionObserver* observer)
{
    m_outlet.SetObserver(observer);
}

/// RFC 1035 section 4.2.2: a two byte length field which gives the message length, excluding the
/// two byte length field.
void
MessageStream::TakeMessages()
{
    std::size_t begin = 0;
    while (m_input.size() - begin >= LENGTH_SIZE)
    {
        wire::ByteReader reader(m_input, begin);
        const std::size_t length = reader.ReadU16();
        if (length < HEADER_SIZE)
        {
            End("a message of " + std::to_string(length) + " octets is none");
            return;
        }
        if (m_input.size() - begin - LENGTH_SIZE < length)
        {
            break;
        }
        const auto framed = std::string_view(m_input).substr(begin, LENGTH_SIZE + length);
        if (auto* const observer = m_outlet.GetObserver())
        {
            observer->OnContent(wire::Direction::RECEIVED,
                                {m_taken, m_taken + framed.size()},
                                framed);
        }
        m_events.emplace_back(MessageArrived{std::string(framed.substr(LENGTH_SIZE))});
        m_taken += framed.size();
        begin += framed.size();
    }
    m_input.erase(0, begin);
}

void
MessageStream::End(std::string reason)
{
    if (!m_hasEnded)
    {
        m_events.emplace_back(MessageStreamEnded{std::move(reason)});
        Close();
    }
}

void
MessageStream::Wait(wire::TimePoint now)
{
    if (m_idleTimeout)
    {
        m_outlet.SetDeadline(now + *m_idleTimeout);
    }
}

} // namespace ns3::postroad::dns
