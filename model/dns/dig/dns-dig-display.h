/**
 * Which parts of an answer the tool dig prints, as its options choose them.
 *
 * Left out: +multiline, +yaml, +rrcomments and what else changes the form of data.
 */
#ifndef POSTROAD_DNS_DIG_DNS_DIG_DISPLAY_H
#define POSTROAD_DNS_DIG_DNS_DIG_DISPLAY_H

#include "postroad/dns/record/dns-record.h"

namespace ns3::postroad::dns
{

/// What is shown of an answer.
struct DigDisplay
{
    bool isShort{false};      ///< the data of the answer section, and nothing else
    bool hasCommand{true};    ///< the command as its user typed it, in front of all
    bool hasComments{true};   ///< the header, the OPT pseudosection, the names of the sections
    bool hasQuestion{true};   ///< the question section
    bool hasAnswer{true};     ///< the answer section
    bool hasAuthority{true};  ///< the authority section
    bool hasAdditional{true}; ///< the additional section
    bool hasStatistics{true}; ///< how long it took, who answered, when, and the size
    bool isIdentified{false}; ///< who answered, where the statistics do not tell it
    RecordStyle records{};    ///< what of each record

    /// +all and +noall: everything, or nothing.
    void ShowAll(bool isShown);

    /// +short: the data alone.
    void ShowData();

    /// +trace: the records of each step, and who gave them.
    void ShowSteps();

    bool operator==(const DigDisplay&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DIG_DNS_DIG_DISPLAY_H
