/**
 * The mode of an SMTP server's session in which a chunk comes: octets whose number BDAT has told
 * (RFC 3030 section 2).
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_BDAT_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_BDAT_H

#include "postroad/wire/session-observer.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ns3::postroad::smtp
{

class ServerContext;

/// What BDAT has announced, and what has come of it.
struct Chunk
{
    std::uint64_t size{0}; ///< octets, as announced
    std::uint64_t left{0}; ///< octets that have not come yet
    bool isLast{false};    ///< the content ends with it
    bool isInOrder{false}; ///< else it is read and forgotten
    wire::ByteRange range; ///< what has come of it
    std::size_t kept{0};   ///< octets of the content in front of it
};

/// Reads one chunk.
class ChunkMode
{
  public:
    /// \param chunk of which at least one octet is still to come
    explicit ChunkMode(const Chunk& chunk)
        : m_chunk(chunk)
    {
    }

    std::uint64_t GetOctetsWanted() const
    {
        return m_chunk.left;
    }

    void
    HandleOctets(ServerContext& session, std::string_view octets, const wire::ByteRange& range);

  private:
    Chunk m_chunk;
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_BDAT_H
