/**
 * What the Python package `postroad` takes from C++: scenarios in, values out.
 *
 * No object of the simulator passes this line. A simulation runs in a process of its own, which the
 * package forks (postroad/_worker.py), and leaves a folder; everything else is read from there.
 */
#ifndef POSTROAD_BINDINGS_H
#define POSTROAD_BINDINGS_H

#include <pybind11/pybind11.h>

#include <string_view>

namespace ns3::postroad::bindings
{

/// Adds what loads and runs scenarios.
void BindScenario(pybind11::module_& module);

/// Adds the record of a run, and what is derived from it.
void BindRecord(pybind11::module_& module);

/// The text in Python; what is no UTF-8 becomes U+FFFD.
pybind11::str ToPython(std::string_view text);

/// Raises an exception of the package (postroad/_errors.py).
void Raise(const char* className, std::string_view text);

} // namespace ns3::postroad::bindings

#endif // POSTROAD_BINDINGS_H
