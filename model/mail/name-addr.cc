#include "postroad/mail/name-addr.h"

#include "postroad/mail/atom.h"
#include "postroad/mail/field-reader.h"
#include "postroad/text/charset.h"
#include "postroad/text/encoded-word.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::mail
{

namespace
{

/// phrase = 1*word, when the name is one as it stands; else quoted or encoded.
std::string
FormatDisplayName(std::string_view name)
{
    if (!text::IsAscii(name))
    {
        return text::EncodeWords(name);
    }
    const bool isPhrase =
        name.front() != ' ' && name.back() != ' ' && name.find("  ") == std::string_view::npos &&
        std::all_of(name.begin(), name.end(), [](char c) { return c == ' ' || IsAtomText(c); });
    return isPhrase ? std::string(name) : Quote(name);
}

/// display-name = phrase; word = atom / quoted-string
std::string
ReadDisplayName(FieldReader& reader)
{
    std::string name;
    while (!reader.HasFailed() && !reader.IsNext('<'))
    {
        name += name.empty() ? "" : " ";
        name += reader.IsNext('"') ? reader.ReadQuotedString() : std::string(reader.ReadAtom());
    }
    return name;
}

} // namespace

std::string
NameAddr::ToString() const
{
    return displayName.empty() ? address.ToString()
                               : FormatDisplayName(displayName) + " <" + address.ToString() + '>';
}

wire::Result<NameAddr>
ParseNameAddr(std::string_view text)
{
    if (auto address = ParseAddrSpec(text))
    {
        return NameAddr{{}, *address};
    }
    FieldReader reader(text);
    NameAddr mailbox{ReadDisplayName(reader), {}};
    reader.Expect('<');
    mailbox.address = reader.ReadAddrSpec();
    reader.Expect('>');
    return reader.Finish(std::move(mailbox));
}

} // namespace ns3::postroad::mail
