#include "bindings.h"

#include "postroad/event/event-kind.h"
#include "postroad/mail/mail-date.h"
#include "postroad/trace/event-log.h"
#include "postroad/view/ladder-svg.h"
#include "postroad/view/ladder-text.h"
#include "postroad/view/ladder.h"
#include "postroad/view/received-table.h"

#include <pybind11/stl.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;

namespace ns3::postroad::bindings
{

namespace
{

/// The record of one run, read from its events.jsonl.
class Record
{
  public:
    explicit Record(const std::string& path)
    {
        std::ifstream file(path, std::ios::binary);
        if (!file)
        {
            Fail(path + ": expected the record of a run, got no file that can be read");
        }
        auto events = trace::ReadEventLog(file, path);
        if (!events.IsOk())
        {
            Fail(events.GetError().reason);
        }
        m_events = *std::move(events);
    }

    /// \return the picture, its twin in text, and a sentence on what it shows
    py::tuple DrawLadder(const std::string& title) const;

    /// \return one dictionary a Received field
    py::list TraceMessage(const py::bytes& message) const;

  private:
    [[noreturn]] static void Fail(const std::string& text)
    {
        Raise("PostroadError", text);
        throw py::error_already_set();
    }

    std::vector<event::Event> m_events;
};

py::tuple
Record::DrawLadder(const std::string& title) const
{
    view::LadderOptions options;
    options.title = title;
    const auto ladder = view::MakeLadder(m_events, options);
    return py::make_tuple(ToPython(view::DrawLadder(ladder)),
                          ToPython(view::FormatLadder(ladder)),
                          ToPython(view::DescribeLadder(ladder)));
}

/// The text, or None for an empty one.
py::object
ToPythonUnlessEmpty(std::string_view text)
{
    return text.empty() ? py::object(py::none()) : py::object(ToPython(text));
}

py::dict
MakeRow(const view::ReceivedRow& row)
{
    py::dict values;
    values["from"] = ToPythonUnlessEmpty(row.from);
    values["address"] = ToPythonUnlessEmpty(row.address);
    values["by"] = ToPythonUnlessEmpty(row.by);
    values["with"] = ToPythonUnlessEmpty(row.with);
    values["id"] = ToPythonUnlessEmpty(row.id);
    values["for"] = ToPythonUnlessEmpty(row.recipient);
    values["fault"] = ToPythonUnlessEmpty(row.fault);
    if (row.date)
    {
        values["date"] = ToPython(mail::FormatDate(*row.date));
    }
    if (row.delay)
    {
        values["delay_s"] = *row.delay;
    }
    if (row.time)
    {
        values["time_s"] = std::chrono::duration<double>(row.time->time_since_epoch()).count();
    }
    if (row.connection)
    {
        values["connection"] = row.connection->number;
        values["begin"] = row.range.begin;
        values["end"] = row.range.end;
    }
    return values;
}

py::list
Record::TraceMessage(const py::bytes& message) const
{
    py::list rows;
    for (const auto& row : view::MakeReceivedRows(std::string_view(message), m_events))
    {
        rows.append(MakeRow(row));
        rows[rows.size() - 1]["hop"] = rows.size();
    }
    return rows;
}

/// The names of all fields that events have, in the order of the table of kinds.
std::vector<std::string>
ListEventFields()
{
    std::vector<std::string> names;
    for (const auto& kind : event::GetEventKinds())
    {
        for (const auto& field : kind.fields)
        {
            if (std::find(names.begin(), names.end(), field.name) == names.end())
            {
                names.emplace_back(field.name);
            }
        }
    }
    return names;
}

} // namespace

void
BindRecord(py::module_& module)
{
    module.def("event_fields",
               &ListEventFields,
               "The names of the fields that events have beside those that all have.");
    py::class_<Record>(module, "Record", "The record of a run, read from its events.jsonl.")
        .def(py::init<const std::string&>(), py::arg("path"))
        .def("ladder",
             &Record::DrawLadder,
             py::arg("title"),
             "The ladder as SVG, the same as text, and a sentence on what it shows.")
        .def("received",
             &Record::TraceMessage,
             py::arg("message"),
             "The Received fields of a message, oldest first, joined with the record.");
}

} // namespace ns3::postroad::bindings
