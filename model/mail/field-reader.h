/**
 * A cursor over the body of a structured header field, whose methods read like the ABNF of RFC 5322
 * section 3.2 and 3.4 and whose first error sticks.
 *
 * After an error every method gives nothing and the cursor stays at the end, so a parser reads one
 * piece after the other and calls Finish() once. Of the obsolete syntax it takes blanks and
 * comments between any two pieces; it leaves out obsolete routes, groups and control characters.
 */
#ifndef POSTROAD_MAIL_FIELD_READER_H
#define POSTROAD_MAIL_FIELD_READER_H

#include "postroad/mail/addr-spec.h"
#include "postroad/wire/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ns3::postroad::mail
{

/// The deepest nesting of comments that is read.
inline constexpr std::size_t COMMENT_NESTING_LIMIT = 16;

/// Reads one field body from front to back.
class FieldReader
{
  public:
    explicit FieldReader(std::string_view text)
        : m_text(text)
    {
    }

    /// CFWS: skips blanks, line ends and comments; gives the text of each comment, trimmed.
    std::vector<std::string> ReadComments();

    /// atom, with the CFWS before it.
    std::string_view ReadAtom();

    /// dot-atom, with the CFWS before it.
    std::string_view ReadDotAtom();

    /// quoted-string, with the CFWS before it; gives the text without quotes and backslashes.
    std::string ReadQuotedString();

    /// domain: dot-atom or domain-literal, with the CFWS before it; a literal keeps its brackets.
    std::string ReadDomain();

    /// local-part, with the CFWS before it; gives what stands between the quotes, if there are any.
    std::string ReadLocalPart();

    /// addr-spec, with the CFWS before it.
    AddrSpec ReadAddrSpec();

    /// Everything up to the next blank, comment or semicolon, with the CFWS before it.
    std::string_view ReadValue();

    /// 1*DIGIT of `least` to `most` digits, with the CFWS before it.
    int ReadNumber(std::size_t least, std::size_t most);

    /// Skips CFWS, and `c` if it stands next; says whether it did.
    bool Match(char c);

    /// Skips CFWS, then takes `c`, which has to stand next.
    void Expect(char c);

    /// Skips CFWS, and says whether `c` stands next.
    bool IsNext(char c);

    /// Skips CFWS, and says whether a digit stands next.
    bool IsDigitNext();

    /// Skips CFWS, and says whether nothing is left.
    bool IsAtEnd();

    /// Sets the error, unless there is one: "expected <what>".
    void FailExpected(std::string_view what);

    /// Sets the error, unless there is one.
    void Fail(wire::ErrorKind kind, std::string reason);

    bool HasFailed() const
    {
        return m_error.has_value();
    }

    /// The value that was read, if it was the whole text and without error.
    template <typename T>
    wire::Result<T> Finish(T value)
    {
        if (!IsAtEnd())
        {
            FailExpected("nothing more");
        }
        if (m_error)
        {
            return *m_error;
        }
        return value;
    }

  private:
    std::string ReadComment();
    std::string_view ReadDomainLiteral();
    std::string_view TakeWhile(bool (*accepts)(char));
    void SkipBlanks();

    std::string_view m_text;
    std::size_t m_offset{0};
    std::optional<wire::Error> m_error;
};

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_FIELD_READER_H
