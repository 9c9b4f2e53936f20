/**
 * The hosts that take mail for a domain, in the order in which they are tried (RFC 5321
 * section 5.1).
 *
 * Lower preference first; equal preferences in an order that the run's random stream decides; the
 * domain itself when it has no MX record (implicit MX); none when it says by a null MX that it
 * takes no mail (RFC 7505). A host that finds itself among the exchangers drops itself and all that
 * are not better, so that mail does not go in circles between a domain's backups.
 */
#ifndef POSTROAD_ROUTE_EXCHANGERS_H
#define POSTROAD_ROUTE_EXCHANGERS_H

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::route
{

/// One host that takes mail for a domain.
struct Exchanger
{
    std::uint16_t preference{0}; ///< lower is tried first
    std::string name;            ///< its domain name, without the final dot

    bool operator==(const Exchanger&) const = default;
};

/// Gives a number from 0 up to, not including, its argument.
using RandomIndex = std::function<std::size_t(std::size_t)>;

/// The exchanger of a domain that has no MX record: the domain itself.
std::vector<Exchanger> MakeImplicitExchangers(std::string_view domain);

/// True for the answer "0 .", by which a domain says that it takes no mail.
bool IsNullExchanger(const std::vector<Exchanger>& exchangers);

/**
 * Puts the exchangers of a domain in the order in which they are to be tried.
 * \param exchangers as DNS gave them
 * \param ownName the name of the host that asks
 * \param random decides between equal preferences
 * \return the exchangers to try; empty when none is better than the host itself
 */
std::vector<Exchanger> OrderExchangers(std::vector<Exchanger> exchangers,
                                       std::string_view ownName,
                                       const RandomIndex& random);

} // namespace ns3::postroad::route

#endif // POSTROAD_ROUTE_EXCHANGERS_H
