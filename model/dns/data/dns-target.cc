#include "postroad/dns/data/dns-target.h"

namespace ns3::postroad::dns
{

namespace
{

struct TargetFinder
{
    const Name* operator()(const NsData& data) const
    {
        return &data.nameServer;
    }

    const Name* operator()(const CnameData& data) const
    {
        return &data.canonicalName;
    }

    const Name* operator()(const PtrData& data) const
    {
        return &data.target;
    }

    const Name* operator()(const MxData& data) const
    {
        return &data.exchange;
    }

    const Name* operator()(const SrvData& data) const
    {
        return &data.target;
    }

    const Name* operator()(const NaptrData& data) const
    {
        return &data.replacement;
    }

    const Name* operator()(const DnameData& data) const
    {
        return &data.target;
    }

    const Name* operator()(const SvcbData& data) const
    {
        return &data.binding.target;
    }

    const Name* operator()(const HttpsData& data) const
    {
        return &data.binding.target;
    }

    template <typename Data>
    const Name* operator()(const Data& /*data*/) const
    {
        return nullptr;
    }
};

} // namespace

const Name*
FindTarget(const RecordData& data)
{
    return std::visit(TargetFinder(), data);
}

} // namespace ns3::postroad::dns
