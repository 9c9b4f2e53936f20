#include "postroad/gateway/host-stream.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/socket_base.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <utility>

namespace ns3::postroad
{

HostStream::HostStream(std::shared_ptr<HostLoop> loop, Socket socket)
    : m_loop(std::move(loop))
    , m_socket(std::move(socket))
    , m_isConnected(true)
{
}

HostStream::HostStream(std::shared_ptr<HostLoop> loop, Endpoint remote)
    : m_loop(std::move(loop))
    , m_socket(m_loop->GetContext())
    , m_remote(std::move(remote))
    , m_isConnected(false)
{
}

void
HostStream::Start(std::weak_ptr<HostStreamUser> user)
{
    m_loop->Post([self = shared_from_this(), user = std::move(user)] {
        self->m_user = user;
        self->m_isConnected ? self->Read() : self->Connect();
    });
}

void
HostStream::Write(std::string bytes)
{
    m_loop->Post([self = shared_from_this(), bytes = std::move(bytes)] {
        self->m_output.push_back(bytes);
        self->WriteNext();
    });
}

void
HostStream::Grant(std::size_t octets)
{
    m_loop->Post([self = shared_from_this(), octets] {
        self->m_granted += octets;
        self->Read();
    });
}

void
HostStream::End()
{
    m_loop->Post([self = shared_from_this()] {
        self->m_isEnding = true;
        self->WriteNext();
    });
}

void
HostStream::Reset()
{
    m_loop->Post([self = shared_from_this()] {
        boost::system::error_code ignored;
        self->m_isBroken = true;
        self->m_socket.set_option(boost::asio::socket_base::linger(true, 0), ignored);
        self->m_socket.close(ignored);
    });
}

/// The user may be gone by the time that the simulation is entered.
void
HostStream::Tell(std::function<void(HostStreamUser&)> call)
{
    m_loop->Enter([user = m_user, call = std::move(call)] {
        if (const auto present = user.lock())
        {
            call(*present);
        }
    });
}

void
HostStream::Connect()
{
    m_socket.async_connect(m_remote, [self = shared_from_this()](const auto& error) {
        if (error)
        {
            self->Break(&HostStreamUser::OnHostRefused);
            return;
        }
        boost::system::error_code ignored;
        self->m_socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
        self->m_isConnected = true;
        self->Read();
        self->WriteNext();
    });
}

void
HostStream::Read()
{
    if (!m_isConnected || m_isReading || m_isInputOver || m_isBroken || m_granted == 0)
    {
        return;
    }
    m_isReading = true;
    m_socket.async_read_some(
        boost::asio::buffer(m_input.data(), std::min(m_granted, m_input.size())),
        [self = shared_from_this()](const auto& error, std::size_t octets) {
            self->OnRead(error, octets);
        });
}

void
HostStream::OnRead(const boost::system::error_code& error, std::size_t octets)
{
    m_isReading = false;
    if (octets > 0)
    {
        m_granted -= octets;
        Tell([bytes = std::string(m_input.data(), octets)](HostStreamUser& user) {
            user.OnHostBytes(bytes);
        });
    }
    if (error == boost::asio::error::eof)
    {
        m_isInputOver = true;
        Tell([](HostStreamUser& user) { user.OnHostEnd(); });
    }
    else if (error)
    {
        Break(&HostStreamUser::OnHostBroken);
    }
    Read();
}

void
HostStream::WriteNext()
{
    if (!m_isConnected || m_isWriting || m_isBroken)
    {
        return;
    }
    if (!m_output.empty())
    {
        m_isWriting = true;
        boost::asio::async_write(
            m_socket,
            boost::asio::buffer(m_output.front()),
            [self = shared_from_this()](const auto& error, std::size_t octets) {
                self->OnWritten(error, octets);
            });
    }
    else if (std::exchange(m_isEnding, false))
    {
        boost::system::error_code ignored;
        m_socket.shutdown(Socket::shutdown_send, ignored);
    }
}

void
HostStream::OnWritten(const boost::system::error_code& error, std::size_t octets)
{
    m_isWriting = false;
    m_output.pop_front();
    if (error)
    {
        Break(&HostStreamUser::OnHostBroken);
        return;
    }
    Tell([octets](HostStreamUser& user) { user.OnHostRoom(octets); });
    WriteNext();
}

void
HostStream::Break(void (HostStreamUser::*tell)())
{
    if (!std::exchange(m_isBroken, true))
    {
        boost::system::error_code ignored;
        m_socket.close(ignored);
        Tell([tell](HostStreamUser& user) { (user.*tell)(); });
    }
}

} // namespace ns3::postroad
