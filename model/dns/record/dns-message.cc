#include "postroad/dns/record/dns-message.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::size_t SECTION_COUNT = 4;

/// How many bits of a response code the header has.
constexpr int HEADER_CODE_BITS = 4;

/// How many entries each of the sections has, the questions first.
using Counts = std::array<std::uint16_t, SECTION_COUNT>;

/// RFC 1035 section 4.1.2: QNAME QTYPE QCLASS
Question
ReadQuestion(MessageReader& reader)
{
    Question question;
    question.name = reader.ReadName();
    question.type = RecordType{reader.ReadU16()};
    question.recordClass = RecordClass{reader.ReadU16()};
    return question;
}

void
ReadRecords(MessageReader& reader, std::uint16_t count, std::vector<Record>& records)
{
    for (std::uint16_t i = 0; i < count && reader.IsOk(); ++i)
    {
        records.push_back(Record::Read(reader));
    }
}

/// Takes the OPT record out of the additional records (RFC 6891 section 6.1.1: only one).
void
TakeEdns(MessageReader& reader, Message& message)
{
    auto& records = message.additionals;
    const auto isOpt = [](const Record& record) { return record.GetType() == RecordType::OPT; };
    const auto opt = std::find_if(records.begin(), records.end(), isOpt);
    if (!reader.IsOk() || opt == records.end())
    {
        return;
    }
    auto edns = Edns::FromRecord(*opt);
    if (!edns || std::any_of(opt + 1, records.end(), isOpt))
    {
        reader.Fail(wire::ErrorKind::SYNTAX, "expected one OPT record of whole options");
        return;
    }
    message.edns = std::move(edns).GetValue();
    records.erase(opt);
}

/// The octets of the OPT record, if there is one; they contain no pointer.
std::string
SerializeEdns(const Message& message)
{
    MessageWriter writer;
    if (message.edns)
    {
        message.edns->ToRecord().Write(writer);
    }
    return writer.TakeOctets();
}

/// Writes a message and keeps book of where it may be cut.
class MessageSerializer
{
  public:
    explicit MessageSerializer(const Message& message, std::size_t limit)
        : m_message(message)
        , m_edns(SerializeEdns(message))
        , m_limit(limit - std::min(limit, m_edns.size()))
    {
    }

    std::string Serialize()
    {
        Header header = m_message.header;
        header.Write(m_writer);
        const std::size_t countsOffset = m_writer.GetSize();
        m_writer.Write(std::string(HEADER_SIZE - countsOffset, '\0'));
        m_end = HEADER_SIZE;

        WriteQuestions();
        WriteRecords(1, m_message.answers);
        WriteRecords(2, m_message.authorities);
        header.isTruncated = header.isTruncated || m_isCut;
        WriteAdditionals();
        header.isTruncated = header.isTruncated || LacksGlue();
        m_counts.back() += m_edns.empty() ? 0 : 1;

        for (std::size_t i = 0; i < SECTION_COUNT; ++i)
        {
            m_writer.OverwriteU16(countsOffset + 2 * i, m_counts.at(i));
        }
        auto octets = m_writer.TakeOctets();
        wire::ByteWriter flags;
        header.Write(flags);
        return octets.substr(0, m_end).replace(0, countsOffset, flags.TakeOctets()) + m_edns;
    }

  private:
    void WriteQuestions()
    {
        for (const auto& question : m_message.questions)
        {
            m_writer.WriteName(question.name);
            m_writer.WriteU16(static_cast<std::uint16_t>(question.type));
            m_writer.WriteU16(static_cast<std::uint16_t>(question.recordClass));
            EndEntry(0);
        }
    }

    void WriteRecords(std::size_t section, const std::vector<Record>& records)
    {
        for (const auto& record : records)
        {
            if (m_isCut)
            {
                return;
            }
            record.Write(m_writer);
            EndEntry(section);
        }
    }

    /// Like the other sections, but goes back to the last end of a set when the cut falls into one.
    void WriteAdditionals()
    {
        const auto& records = m_message.additionals;
        std::size_t setEnd = m_end;
        std::uint16_t setCount = 0;
        for (std::size_t i = 0; i < records.size() && !m_isCut; ++i)
        {
            records[i].Write(m_writer);
            EndEntry(SECTION_COUNT - 1);
            if (!m_isCut && (i + 1 == records.size() || !IsSameSet(records[i], records[i + 1])))
            {
                setEnd = m_end;
                setCount = m_counts.back();
            }
        }
        m_end = setEnd;
        m_counts.back() = setCount;
    }

    /// True when one of the additional records that are left out is glue.
    bool LacksGlue() const
    {
        const auto& records = m_message.additionals;
        return std::any_of(
            records.begin() + m_counts.back(),
            records.end(),
            [this](const auto& each) { return IsGlue(each, m_message.authorities); });
    }

    /// Keeps the entry just written, or begins to leave out.
    void EndEntry(std::size_t section)
    {
        m_isCut = m_isCut || m_writer.GetSize() > m_limit;
        if (!m_isCut)
        {
            m_end = m_writer.GetSize();
            ++m_counts.at(section);
        }
    }

    const Message& m_message;
    std::string m_edns;
    std::size_t m_limit; ///< for all but the OPT record
    MessageWriter m_writer;
    Counts m_counts{};
    std::size_t m_end{0}; ///< where the message ends, as far as it fits
    bool m_isCut{false};  ///< something did not fit
};

} // namespace

std::string
Question::ToString() const
{
    return name.ToString() + ' ' + dns::ToString(recordClass) + ' ' + dns::ToString(type);
}

ResponseCode
Message::GetCode() const
{
    const auto upper = edns ? edns->extendedCode : 0U;
    return static_cast<ResponseCode>(upper << HEADER_CODE_BITS |
                                     static_cast<unsigned>(header.code));
}

void
Message::SetCode(ResponseCode code)
{
    const auto number = static_cast<unsigned>(code);
    const auto upper = number >> HEADER_CODE_BITS;
    if (upper != 0 && !edns)
    {
        throw std::logic_error("dns::Message::SetCode: " + dns::ToString(code) + " without EDNS");
    }
    header.code = static_cast<ResponseCode>(number & 0x0f);
    if (edns)
    {
        edns->extendedCode = static_cast<std::uint8_t>(upper);
    }
}

/// RFC 1035 section 4.1: Header Question Answer Authority Additional
wire::Result<Message>
Message::Parse(std::string_view octets)
{
    MessageReader reader(octets);
    Message message;
    message.header = Header::Read(reader);
    Counts counts{};
    for (auto& count : counts)
    {
        count = reader.ReadU16();
    }
    for (std::uint16_t i = 0; i < counts[0] && reader.IsOk(); ++i)
    {
        message.questions.push_back(ReadQuestion(reader));
    }
    ReadRecords(reader, counts[1], message.answers);
    ReadRecords(reader, counts[2], message.authorities);
    ReadRecords(reader, counts[3], message.additionals);
    TakeEdns(reader, message);
    if (reader.IsOk() && reader.GetRemaining() != 0)
    {
        reader.Fail(wire::ErrorKind::OUT_OF_RANGE,
                    "expected the end of the message, got " +
                        std::to_string(reader.GetRemaining()) + " more octets");
    }
    if (!reader.IsOk())
    {
        return reader.GetError();
    }
    return message;
}

std::string
Message::Serialize(std::size_t limit) const
{
    return MessageSerializer(*this, limit).Serialize();
}

bool
IsGlue(const Record& address, std::span<const Record> servers)
{
    const auto type = address.GetType();
    return (type == RecordType::A || type == RecordType::AAAA) &&
           std::any_of(servers.begin(), servers.end(), [&address](const Record& server) {
               const auto* const data = std::get_if<NsData>(&server.data);
               return data != nullptr && data->nameServer == address.name &&
                      address.name.IsAtOrBelow(server.name);
           });
}

Message
MakeQuery(std::uint16_t id, const Question& question)
{
    Message query;
    query.header.id = id;
    query.header.isRecursionDesired = true;
    query.questions = {question};
    return query;
}

} // namespace ns3::postroad::dns
