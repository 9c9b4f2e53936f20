#include "bindings.h"

#include "postroad/spec/value/config-error.h"

#include <exception>
#include <utility>

namespace py = pybind11;

namespace ns3::postroad::bindings
{

py::str
ToPython(std::string_view text)
{
    auto* const decoded =
        PyUnicode_DecodeUTF8(text.data(), static_cast<py::ssize_t>(text.size()), "replace");
    if (!decoded)
    {
        throw py::error_already_set();
    }
    return py::reinterpret_steal<py::str>(decoded);
}

void
Raise(const char* className, std::string_view text)
{
    const auto exception = py::module_::import("postroad._errors").attr(className);
    PyErr_SetObject(exception.ptr(), ToPython(text).ptr());
}

namespace
{

void
TranslateConfigError(std::exception_ptr thrown)
{
    try
    {
        if (thrown)
        {
            std::rethrow_exception(std::move(thrown));
        }
    }
    catch (const scenario::ConfigError& error)
    {
        Raise("ConfigError", error.what());
    }
}

} // namespace

} // namespace ns3::postroad::bindings

PYBIND11_MODULE(_postroad, module)
{
    module.doc() = "Scenarios in, values out: the part of postroad that is C++.";
    py::register_local_exception_translator(ns3::postroad::bindings::TranslateConfigError);
    ns3::postroad::bindings::BindScenario(module);
    ns3::postroad::bindings::BindRecord(module);
}
