/**
 * The last words of a process in which a simulation crashes.
 *
 * ns-3 ends its process by abort() on a mistake, and a fault in C++ does so by a signal. Either is
 * told in one line with the virtual time, and with the exit status of a run that broke off, in
 * place of the shell's "Segmentation fault".
 */
#ifndef POSTROAD_TOOL_FATAL_SIGNALS_H
#define POSTROAD_TOOL_FATAL_SIGNALS_H

namespace ns3::postroad::tool
{

/// Ends the process with EXIT_BROKEN_OFF on a fatal signal from now on. A second such signal, while
/// the first is being told, ends it as usual.
void TellFatalSignals();

} // namespace ns3::postroad::tool

#endif // POSTROAD_TOOL_FATAL_SIGNALS_H
