/**
 * The envelope of a message: where it comes from and where it is to go (RFC 5321 section 2.3.1).
 *
 * The envelope, not the header, decides the way of a message; To and From are for people.
 */
#ifndef POSTROAD_MIME_ENVELOPE_H
#define POSTROAD_MIME_ENVELOPE_H

#include "postroad/mime/addr-spec.h"

#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad::mime
{

/// Where failures are reported to; null for messages about which nothing shall be reported.
struct ReversePath
{
    std::optional<AddrSpec> mailbox; ///< none is the null reverse path

    bool IsNull() const
    {
        return !mailbox;
    }

    /// "<alice@a.net>", or "<>".
    std::string ToString() const;

    bool operator==(const ReversePath&) const = default;
};

/// One recipient.
struct ForwardPath
{
    AddrSpec mailbox; ///< the domain is empty only for "postmaster"

    /// "<bob@b.net>".
    std::string ToString() const;

    bool operator==(const ForwardPath&) const = default;
};

/// Sender and recipients of one mail transaction.
struct Envelope
{
    ReversePath reversePath;             ///< from MAIL FROM
    std::vector<ForwardPath> recipients; ///< from each accepted RCPT TO, in order

    bool operator==(const Envelope&) const = default;
};

} // namespace ns3::postroad::mime

#endif // POSTROAD_MIME_ENVELOPE_H
