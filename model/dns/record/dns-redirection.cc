#include "postroad/dns/record/dns-redirection.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::dns
{

const Record*
FindRedirection(std::span<const Record> records, const Name& name)
{
    const auto at = std::find_if(records.begin(), records.end(), [&name](const Record& record) {
        return record.GetType() == RecordType::DNAME && record.recordClass == RecordClass::IN &&
               name.IsAtOrBelow(record.name) && name != record.name;
    });
    return at == records.end() ? nullptr : &*at;
}

/// RFC 6672 section 2.2: the labels of the owner at the end of the name become those of the target.
std::optional<Record>
MakeAlias(const Record& redirection, const Name& name)
{
    const auto& target = std::get<DnameData>(redirection.data).target.GetLabels();
    auto labels = name.GetLabels();
    labels.resize(labels.size() - redirection.name.GetLabels().size());
    labels.insert(labels.end(), target.begin(), target.end());
    auto made = Name::FromLabels(std::move(labels));
    if (!made)
    {
        return std::nullopt;
    }
    return Record{name, redirection.ttl, CnameData{std::move(made).GetValue()}};
}

} // namespace ns3::postroad::dns
