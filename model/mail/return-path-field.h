/**
 * The Return-Path field that the delivering agent puts on top of a message (RFC 5321 section 4.4):
 * the reverse path of the envelope, which ends there.
 */
#ifndef POSTROAD_MAIL_RETURN_PATH_FIELD_H
#define POSTROAD_MAIL_RETURN_PATH_FIELD_H

#include "postroad/mail/envelope.h"
#include "postroad/mail/header-field.h"
#include "postroad/wire/result.h"

namespace ns3::postroad::mail
{

/// "Return-Path: <alice@a.net>", or "Return-Path: <>".
HeaderField MakeReturnPathField(const ReversePath& reversePath);

/// Reads the body of a Return-Path field.
wire::Result<ReversePath> ParseReturnPathField(const HeaderField& field);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_RETURN_PATH_FIELD_H
