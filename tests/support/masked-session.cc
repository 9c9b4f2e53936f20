#include "support/masked-session.h"

#include "postroad/wire/byte-reader.h"
#include "postroad/wire/byte-writer.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace ns3::postroad::test
{

namespace
{

constexpr std::string_view MARK = "\x06\x16MASK\x16\x06";
constexpr std::size_t HEADER = 2;
constexpr char MASK = 0x55;

std::string
Mask(std::string_view bytes)
{
    std::string masked(bytes);
    std::transform(masked.begin(), masked.end(), masked.begin(), [](char c) {
        return static_cast<char>(c ^ MASK);
    });
    return masked;
}

/// How many octets at the end may be the beginning of a mark.
std::size_t
CountPartialMark(std::string_view bytes)
{
    auto count = std::min(bytes.size(), MARK.size() - 1);
    while (!MARK.starts_with(bytes.substr(bytes.size() - count)))
    {
        --count;
    }
    return count;
}

} // namespace

wire::ByteRange
OffsetMap::Map(const wire::ByteRange& inner) const
{
    const auto begin = MapOffset(inner.begin);
    return {begin, inner.begin == inner.end ? begin : MapOffset(inner.end - 1) + 1};
}

std::uint64_t
OffsetMap::MapOffset(std::uint64_t inner) const
{
    const auto behind = std::find_if(m_runs.begin(), m_runs.end(), [inner](const auto& run) {
        return run.first > inner;
    });
    const auto& [from, to] = *std::prev(behind);
    return to + (inner - from);
}

MaskedSession::MaskedSession(wire::StreamSession& inner, Begin begin)
    : m_inner(inner)
    , m_begin(begin)
{
}

void
MaskedSession::Start(wire::TimePoint now)
{
    m_inner.Start(now);
    BeginIfAsked();
}

void
MaskedSession::Receive(std::string_view bytes, wire::TimePoint now)
{
    BeginIfAsked();
    m_input += bytes;
    if (m_readsMasked || TakeMark(now))
    {
        TakeFrames(now);
    }
    else
    {
        const auto clear = m_input.size() - CountPartialMark(m_input);
        GiveInner(std::string(m_input, 0, clear), now);
        m_input.erase(0, clear);
    }
    BeginIfAsked();
}

void
MaskedSession::ReceiveEnd(wire::TimePoint now)
{
    if (!m_readsMasked)
    {
        GiveInner(std::exchange(m_input, {}), now);
    }
    m_inner.ReceiveEnd(now);
}

void
MaskedSession::Abort(wire::TimePoint now)
{
    m_inner.Abort(now);
}

void
MaskedSession::Expire(wire::TimePoint now)
{
    m_inner.Expire(now);
    BeginIfAsked();
}

void
MaskedSession::SecurityEstablished(const wire::Security& security, wire::TimePoint now)
{
    m_inner.SecurityEstablished(security, now);
}

std::string
MaskedSession::SurrenderInput()
{
    return m_inner.SurrenderInput() + std::exchange(m_input, {});
}

bool
MaskedSession::WantsInput() const
{
    return m_isWaiting || m_inner.WantsInput();
}

bool
MaskedSession::IsHeldBack() const
{
    return m_inner.IsHeldBack();
}

std::string
MaskedSession::TakeOutput()
{
    BeginIfAsked();
    TakeInnerOutput();
    if (m_begin == Begin::AFTER_FIRST_WORD && m_hasSpoken && !m_sendsMasked)
    {
        Write(MARK);
        m_sendsMasked = true;
    }
    return std::exchange(m_output, {});
}

bool
MaskedSession::HasOutput() const
{
    return !m_output.empty() || m_inner.HasOutput();
}

wire::NextAction
MaskedSession::GetNextAction() const
{
    const auto action = m_inner.GetNextAction();
    return action == wire::NextAction::START_TLS ? wire::NextAction::CONTINUE : action;
}

std::optional<wire::TimePoint>
MaskedSession::GetDeadline() const
{
    return m_inner.GetDeadline();
}

void
MaskedSession::SetObserver(wire::SessionObserver* observer)
{
    m_observer = observer;
    m_inner.SetObserver(observer ? this : nullptr);
}

void
MaskedSession::OnLine(wire::Direction direction,
                      const wire::ByteRange& range,
                      std::string_view line)
{
    m_observer->OnLine(direction, Map(direction, range), line);
}

void
MaskedSession::OnContent(wire::Direction direction,
                         const wire::ByteRange& range,
                         std::string_view content)
{
    m_observer->OnContent(direction, Map(direction, range), content);
}

void
MaskedSession::OnTransition(std::size_t row)
{
    m_observer->OnTransition(row);
}

void
MaskedSession::OnStateChange(std::string_view from, std::string_view to)
{
    m_observer->OnStateChange(from, to);
}

/// What is sent was not taken yet when it is told of: where it will stand is foreseen.
wire::ByteRange
MaskedSession::Map(wire::Direction direction, const wire::ByteRange& range) const
{
    if (direction == wire::Direction::RECEIVED)
    {
        return m_in.Map(range);
    }
    const auto foresee = [this](std::uint64_t inner) {
        const auto ahead = inner - m_innerOut;
        const auto headers = m_sendsMasked ? (ahead / FRAME_LIMIT + 1) * HEADER : 0;
        return m_outerOut + headers + ahead;
    };
    return {foresee(range.begin),
            range.begin == range.end ? foresee(range.begin) : foresee(range.end - 1) + 1};
}

void
MaskedSession::BeginIfAsked()
{
    if (m_inner.GetNextAction() != wire::NextAction::START_TLS || m_isWaiting)
    {
        return;
    }
    m_isWaiting = true;
    m_surrendered += m_inner.SurrenderInput().size();
    TakeInnerOutput();
    if (!m_sendsMasked)
    {
        Write(MARK);
        m_sendsMasked = true;
    }
}

void
MaskedSession::TakeInnerOutput()
{
    const auto output = m_inner.TakeOutput();
    m_hasSpoken = m_hasSpoken || !output.empty();
    for (std::size_t i = 0; m_sendsMasked && i < output.size(); i += FRAME_LIMIT)
    {
        const auto piece = std::string_view(output).substr(i, FRAME_LIMIT);
        wire::ByteWriter frame;
        frame.WriteU16(static_cast<std::uint16_t>(piece.size()));
        frame.Write(Mask(piece));
        Write(frame.TakeOctets());
        m_masked += piece.size();
    }
    if (!m_sendsMasked)
    {
        Write(output);
    }
    m_innerOut += output.size();
}

void
MaskedSession::Write(std::string_view bytes)
{
    m_output += bytes;
    m_outerOut += bytes.size();
}

/// Gives octets that stand behind each other on the wire.
void
MaskedSession::GiveInner(std::string_view bytes, wire::TimePoint now)
{
    m_in.Add(m_innerIn, m_outerIn);
    m_outerIn += bytes.size();
    if (m_isWaiting && !m_readsMasked)
    {
        m_surrendered += bytes.size();
        return;
    }
    m_innerIn += bytes.size();
    m_inner.Receive(bytes, now);
}

/// Goes over to reading masked octets, if the mark is there.
bool
MaskedSession::TakeMark(wire::TimePoint now)
{
    const auto mark = m_input.find(MARK);
    if (mark == std::string::npos)
    {
        return false;
    }
    GiveInner(m_input.substr(0, mark), now);
    BeginIfAsked();
    m_input.erase(0, mark + MARK.size());
    m_outerIn += MARK.size();
    m_readsMasked = true;
    if (!m_sendsMasked)
    {
        TakeInnerOutput();
        Write(MARK);
        m_sendsMasked = true;
    }
    if (std::exchange(m_isWaiting, false))
    {
        m_inner.SecurityEstablished({"MASK", "XOR", ""}, now);
    }
    return true;
}

void
MaskedSession::TakeFrames(wire::TimePoint now)
{
    while (m_input.size() >= HEADER)
    {
        const std::size_t length = wire::ByteReader(m_input).ReadU16();
        if (m_input.size() < HEADER + length)
        {
            break;
        }
        const auto bytes = Mask(std::string_view(m_input).substr(HEADER, length));
        m_input.erase(0, HEADER + length);
        m_outerIn += HEADER;
        m_masked += length;
        GiveInner(bytes, now);
    }
    if (m_inner.IsHeldBack())
    {
        m_inner.Receive({}, now);
    }
}

} // namespace ns3::postroad::test
