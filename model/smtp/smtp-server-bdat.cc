#include "postroad/smtp/smtp-command.h"
#include "postroad/smtp/smtp-server-session.h"
#include "postroad/text/ascii.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

/// What BDAT announces.
struct BdatArgument
{
    std::uint64_t size{0}; ///< octets
    bool isLast{false};
};

/// RFC 3030 section 2: bdat-cmd = "BDAT" SP chunk-size [ SP end-marker ] CR LF;
/// chunk-size = 1*DIGIT; end-marker = "LAST"
std::optional<BdatArgument>
ParseBdat(std::string_view text)
{
    const auto* const last = text.data() + text.size();
    BdatArgument bdat;
    const auto [end, error] = std::from_chars(text.data(), last, bdat.size);
    const auto rest = text.substr(static_cast<std::size_t>(end - text.data()));
    const auto marker = text::Trim(rest);
    bdat.isLast = text::EqualsIgnoringCase(marker, "LAST");
    const bool isWhole = marker.empty() || (bdat.isLast && text::IsBlank(rest.front()));
    return error == std::errc() && isWhole ? std::optional(bdat) : std::nullopt;
}

} // namespace

/// What follows a BDAT of unknown length cannot be told from commands, so the session is over. What
/// follows one that is out of order is read and forgotten.
void
ServerSession::HandleBdat(std::string_view argument)
{
    const auto bdat = ParseBdat(argument);
    if (!bdat)
    {
        return Expel(
            MakeReply(421, POLICY_TROUBLE, "Expected BDAT size [LAST], closing connection"));
    }
    m_chunk = Chunk{bdat->size, bdat->size, bdat->isLast, IsInOrder(ServerInput::BDAT), {}, 0};
    if (m_chunk->isInOrder)
    {
        if (GetState() == ServerState::RCPT)
        {
            m_chunks.emplace(m_config.contentLimit);
        }
        m_chunk->kept = m_chunks->GetContent().size();
        Move(ServerInput::BDAT);
    }
    if (m_chunk->left == 0)
    {
        EndChunk();
    }
}

std::uint64_t
ServerSession::GetOctetsWanted() const
{
    return m_chunk ? m_chunk->left : 0;
}

void
ServerSession::HandleOctets(std::string_view octets,
                            const wire::ByteRange& range,
                            wire::TimePoint now)
{
    RestartTimer(now);
    auto& chunk = *m_chunk;
    if (chunk.isInOrder)
    {
        m_chunks->Add(octets);
    }
    chunk.range.begin = chunk.left == chunk.size ? range.begin : chunk.range.begin;
    chunk.range.end = range.end;
    chunk.left -= octets.size();
    if (chunk.left == 0)
    {
        EndChunk();
    }
}

void
ServerSession::EndChunk()
{
    const auto chunk = *std::exchange(m_chunk, std::nullopt);
    if (!chunk.isInOrder)
    {
        return ExplainOrder(ServerInput::BDAT);
    }
    const auto kept = std::string_view(m_chunks->GetContent()).substr(chunk.kept);
    if (auto* observer = GetObserver(); observer && !kept.empty())
    {
        observer->OnContent(wire::Direction::RECEIVED, chunk.range, kept);
    }
    if (chunk.isLast)
    {
        auto content = *std::exchange(m_chunks, std::nullopt);
        const auto fault = content.Judge();
        return JudgeContent(fault, content.Take());
    }
    if (m_chunks->IsTooLarge())
    {
        return SendReply(MakeFaultReply(ContentFault::TOO_LARGE));
    }
    SendReply(MakeReply(250, SUCCESS, std::to_string(chunk.size) + " octets received"));
}

} // namespace ns3::postroad::smtp
