#include "postroad/tool/fatal-signals.h"

#include "postroad/tool/commands.h"

#include "ns3/simulator.h"

#include <array>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <unistd.h>

namespace ns3::postroad::tool
{

namespace
{

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int FATAL_SIGNALS[] = {SIGABRT}; // a sanitizer tells more of the others
#else
constexpr int FATAL_SIGNALS[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV};
#endif

/// Octets: a crash may come of a stack that is used up.
constexpr std::size_t STACK_SIZE = 65536;

/// Nothing here allocates. Simulator::Now() reads a number, once there is a simulator, and there is
/// one whenever a run is under way.
void
TellAndLeave(int signal)
{
    std::array<char, 200> text{};
    const auto size = std::snprintf(text.data(),
                                    text.size(),
                                    "postroad: the run broke off at %.6f s of virtual time: %s; "
                                    "this is a fault of Postroad\n",
                                    Simulator::Now().GetSeconds(),
                                    signal == SIGABRT ? "it was aborted" : "the program crashed");
    [[maybe_unused]] const auto written =
        write(STDERR_FILENO, text.data(), static_cast<std::size_t>(size));
    _exit(EXIT_BROKEN_OFF);
}

} // namespace

void
TellFatalSignals()
{
    static std::array<std::uint8_t, STACK_SIZE> stack;
    stack_t ownStack{};
    ownStack.ss_sp = stack.data();
    ownStack.ss_size = stack.size();
    sigaltstack(&ownStack, nullptr);
    struct sigaction action
    {
    };
    action.sa_handler = &TellAndLeave;
    action.sa_flags = SA_ONSTACK | SA_RESETHAND;
    for (const auto signal : FATAL_SIGNALS)
    {
        sigaction(signal, &action, nullptr);
    }
}

} // namespace ns3::postroad::tool
