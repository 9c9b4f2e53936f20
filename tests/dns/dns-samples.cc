#include "dns/dns-samples.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace ns3::postroad::dns
{

namespace
{

template <typename T>
T
Require(const wire::Result<T>& result, std::string_view text)
{
    if (!result)
    {
        throw std::logic_error(std::string(text) + ": " + result.GetError().reason);
    }
    return *result;
}

void
DescribeSection(std::string_view section,
                const std::vector<Record>& records,
                std::vector<std::string>& lines)
{
    for (const auto& record : records)
    {
        lines.push_back(std::string(section) + ' ' + Flatten(record));
    }
}

} // namespace

Name
MakeName(std::string_view text)
{
    return Require(Name::Parse(text), text);
}

Record
MakeRecord(std::string_view line)
{
    return Require(Record::Parse(line, {}), line);
}

std::vector<Record>
MakeRecords(const std::vector<std::string>& lines)
{
    std::vector<Record> records;
    std::transform(lines.begin(), lines.end(), std::back_inserter(records), MakeRecord);
    return records;
}

Zone
MakeZone(std::string_view origin, std::initializer_list<std::string_view> lines)
{
    Zone zone(MakeName(origin));
    for (const auto line : lines)
    {
        if (const auto error = zone.Add(Require(Record::Parse(line, {zone.GetOrigin()}), line)))
        {
            throw std::logic_error(error->reason);
        }
    }
    return zone;
}

void
AddZone(Authority& authority, Zone zone)
{
    if (const auto error = authority.AddZone(std::move(zone)))
    {
        throw std::logic_error(error->reason);
    }
}

std::string
FromHex(std::string_view digits)
{
    std::string octets;
    std::string pair;
    for (const char c : digits)
    {
        pair += text::IsBlank(c) ? "" : std::string(1, c);
        if (pair.size() == 2)
        {
            octets += static_cast<char>(std::stoi(pair, nullptr, 16));
            pair.clear();
        }
    }
    return octets;
}

std::string
Flatten(const Record& record)
{
    std::istringstream fields(record.ToString());
    std::string line;
    for (std::string field; fields >> field;)
    {
        line += line.empty() ? "" : " ";
        line += field;
    }
    return line;
}

std::vector<std::string>
Describe(const Message& response)
{
    const auto& header = response.header;
    std::vector<std::string> lines{ToString(response.GetCode()) +
                                   (header.isAuthoritative ? " AA" : "") +
                                   (header.isTruncated ? " TC" : "")};
    DescribeSection("answer", response.answers, lines);
    DescribeSection("authority", response.authorities, lines);
    DescribeSection("additional", response.additionals, lines);
    return lines;
}

Message
MakeGmailResponse()
{
    Message message;
    message.header.id = 0x1234;
    message.header.isResponse = true;
    message.header.isRecursionDesired = true;
    message.header.isRecursionAvailable = true;
    message.questions = {{MakeName("gmail.com."), RecordType::MX}};
    message.answers = MakeRecords({
        "gmail.com. 2696 IN MX 5 gmail-smtp-in.l.google.com.",
        "gmail.com. 2696 IN MX 10 alt1.gmail-smtp-in.l.google.com.",
        "gmail.com. 2696 IN MX 20 alt2.gmail-smtp-in.l.google.com.",
        "gmail.com. 2696 IN MX 30 alt3.gmail-smtp-in.l.google.com.",
        "gmail.com. 2696 IN MX 40 alt4.gmail-smtp-in.l.google.com.",
    });
    message.authorities = MakeRecords({"com. 60 IN SOA a.nic.com. b.com. 7 6 5 4 3"});
    message.additionals = MakeRecords({
        "gmail-smtp-in.l.google.com. 300 IN A 108.177.127.27",
        "alt1.gmail-smtp-in.l.google.com. 300 IN TYPE65280 \\# 3 ABCDEF",
    });
    message.edns = Edns{};
    return message;
}

} // namespace ns3::postroad::dns
