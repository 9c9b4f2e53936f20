#include "support/session-pair.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::test
{

namespace
{

bool
IsClosed(const PairEnd& end)
{
    return end.session.GetNextAction() == wire::NextAction::CLOSE;
}

} // namespace

SessionPair::SessionPair(PairEnd client, PairEnd server, std::size_t pieceSize)
    : m_client(std::move(client))
    , m_server(std::move(server))
    , m_pieceSize(pieceSize)
{
}

bool
SessionPair::Run()
{
    m_client.session.Start(m_now);
    m_server.session.Start(m_now);
    while (!IsClosed(m_client) || !IsClosed(m_server))
    {
        const bool isCarried = Carry(m_server, m_client) | Carry(m_client, m_server);
        if (!isCarried && !ExpireNext())
        {
            return IsClosed(m_client) && IsClosed(m_server);
        }
    }
    return true;
}

bool
SessionPair::Carry(PairEnd& from, PairEnd& to)
{
    from.serve(m_now);
    const auto output = from.session.TakeOutput();
    for (std::size_t i = 0; i < output.size(); i += m_pieceSize)
    {
        to.session.Receive(std::string_view(output).substr(i, m_pieceSize), m_now);
        to.serve(m_now);
    }
    if (from.session.IsHeldBack())
    {
        from.session.Receive({}, m_now);
    }
    if (IsClosed(from) && !IsClosed(to))
    {
        to.session.ReceiveEnd(m_now);
        to.serve(m_now);
        return true;
    }
    return !output.empty();
}

bool
SessionPair::ExpireNext()
{
    const auto client = m_client.session.GetDeadline();
    const auto server = m_server.session.GetDeadline();
    if (!client && !server)
    {
        return false;
    }
    m_now =
        std::min(client.value_or(wire::TimePoint::max()), server.value_or(wire::TimePoint::max()));
    m_client.session.Expire(m_now);
    m_server.session.Expire(m_now);
    return true;
}

} // namespace ns3::postroad::test
