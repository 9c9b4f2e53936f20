/**
 * A subject whose session is wrapped (masked-session.h), as the transcript machinery sees it: what
 * it feeds is masked on the way in, and what comes out is unmasked, by a second wrapper.
 */
#ifndef POSTROAD_TESTS_SUPPORT_MASKED_SUBJECT_H
#define POSTROAD_TESTS_SUPPORT_MASKED_SUBJECT_H

#include "support/test-subject.h"

namespace ns3::postroad::test
{

/// Makes the same subjects, wrapped.
MakeSubject Masked(MakeSubject makeSubject);

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SUPPORT_MASKED_SUBJECT_H
