#include "bindings.h"

#include "postroad/scenario/run-scenario.h"
#include "postroad/scenario/scenario-library.h"
#include "postroad/spec/read/loader.h"

#include <pybind11/stl.h>

#include <string>
#include <vector>

namespace py = pybind11;

namespace ns3::postroad::bindings
{

namespace
{

std::vector<std::string>
ListNames(const std::string& library)
{
    std::vector<std::string> names;
    for (const auto& file : scenario::ListScenarios(library))
    {
        names.push_back(file.stem().string());
    }
    return names;
}

py::dict
Check(const std::string& nameOrFile, const std::string& library)
{
    const auto file = scenario::FindScenario(nameOrFile, library);
    const auto spec = scenario::LoadScenario(file);
    py::list lecture;
    for (const auto& row : spec.lecture)
    {
        lecture.append(ToPython(row));
    }
    py::dict facts;
    facts["path"] = file.string();
    facts["name"] = ToPython(spec.name);
    facts["title"] = ToPython(spec.title);
    facts["about"] = ToPython(spec.about);
    facts["lecture"] = lecture;
    return facts;
}

void
Run(const std::string& file, const std::string& out, const std::vector<std::string>& overrides)
{
    scenario::RunScenario(scenario::LoadScenario(file, overrides), out);
}

} // namespace

void
BindScenario(py::module_& module)
{
    module.attr("SCENARIOS_FOLDER") = POSTROAD_SCENARIOS_FOLDER;
    module.def("list_scenarios",
               &ListNames,
               py::arg("library"),
               "The names of the scenarios in a folder of scenarios.");
    module.def("check",
               &Check,
               py::arg("name_or_file"),
               py::arg("library"),
               "Finds and checks a scenario, and returns what it says of itself.");
    module.def("run",
               &Run,
               py::arg("file"),
               py::arg("out"),
               py::arg("overrides"),
               "Simulates a scenario in this process, which may end with it, into a folder.");
}

} // namespace ns3::postroad::bindings
