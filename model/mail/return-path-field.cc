#include "postroad/mail/return-path-field.h"

#include "postroad/mail/field-reader.h"

#include <utility>

namespace ns3::postroad::mail
{

HeaderField
MakeReturnPathField(const ReversePath& reversePath)
{
    return {"Return-Path", ' ' + reversePath.ToString()};
}

/// path = angle-addr / ([CFWS] "<" [CFWS] ">" [CFWS])
wire::Result<ReversePath>
ParseReturnPathField(const HeaderField& field)
{
    FieldReader reader(field.body);
    ReversePath path;
    reader.Expect('<');
    if (!reader.Match('>'))
    {
        path.mailbox = reader.ReadAddrSpec();
        reader.Expect('>');
    }
    return reader.Finish(std::move(path));
}

} // namespace ns3::postroad::mail
