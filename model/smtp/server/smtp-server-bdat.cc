#include "postroad/smtp/server/smtp-server-bdat.h"

#include "postroad/smtp/server/smtp-server-commands.h"
#include "postroad/smtp/server/smtp-server-context.h"
#include "postroad/smtp/server/smtp-server-message.h"
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

void
EndChunk(ServerContext& session, const Chunk& chunk)
{
    if (!chunk.isInOrder)
    {
        return session.ExplainOrder(ServerInput::BDAT);
    }
    auto& content = session.GetTransaction().content;
    const auto kept = std::string_view(content->GetContent()).substr(chunk.kept);
    if (!kept.empty())
    {
        session.ReportContent(chunk.range, kept);
    }
    if (chunk.isLast)
    {
        auto whole = *std::exchange(content, std::nullopt);
        const auto fault = whole.Judge();
        return FinishMessage(session, fault, whole.TakeContent());
    }
    if (content->IsTooLarge())
    {
        return session.SendReply(MakeFaultReply(ContentFault::TOO_LARGE));
    }
    session.SendReply(MakeReply(250, SUCCESS, std::to_string(chunk.size) + " octets received"));
}

} // namespace

/// What follows a BDAT of unknown length cannot be told from commands, so the session is over. What
/// follows one that is out of order is read and forgotten.
void
HandleBdat(ServerContext& session, std::string_view argument)
{
    const auto bdat = ParseBdat(argument);
    if (!bdat)
    {
        return session.Expel(
            MakeReply(421, POLICY_TROUBLE, "Expected BDAT size [LAST], closing connection"));
    }
    Chunk chunk{bdat->size, bdat->size, bdat->isLast, session.IsInOrder(ServerInput::BDAT), {}, 0};
    if (chunk.isInOrder)
    {
        auto& content = session.GetTransaction().content;
        if (!content)
        {
            content.emplace(session.GetConfig().contentLimit);
        }
        chunk.kept = content->GetContent().size();
        session.Move(ServerInput::BDAT);
    }
    if (chunk.left == 0)
    {
        return EndChunk(session, chunk);
    }
    session.Enter(ChunkMode(chunk));
}

void
ChunkMode::HandleOctets(ServerContext& session,
                        std::string_view octets,
                        const wire::ByteRange& range)
{
    if (m_chunk.isInOrder)
    {
        session.GetTransaction().content->Add(octets);
    }
    m_chunk.range.begin = m_chunk.left == m_chunk.size ? range.begin : m_chunk.range.begin;
    m_chunk.range.end = range.end;
    m_chunk.left -= octets.size();
    if (m_chunk.left == 0)
    {
        const auto chunk = m_chunk;
        session.Enter(CommandMode()); // this object is gone
        EndChunk(session, chunk);
    }
}

} // namespace ns3::postroad::smtp
