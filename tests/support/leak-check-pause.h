/**
 * A time in which what is allocated may leak, for tests of what ns-3 itself leaks.
 */
#ifndef POSTROAD_TESTS_SUPPORT_LEAK_CHECK_PAUSE_H
#define POSTROAD_TESTS_SUPPORT_LEAK_CHECK_PAUSE_H

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace ns3::postroad::test
{

#ifdef __SANITIZE_ADDRESS__
/// From its making to its end LeakSanitizer looks away.
using LeakCheckPause = __lsan::ScopedDisabler;
#else
/// Nobody looks for leaks in this build.
struct LeakCheckPause
{
    LeakCheckPause()
    {
    }
};
#endif

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SUPPORT_LEAK_CHECK_PAUSE_H
