/**
 * Rows of text in columns that line up, for a terminal.
 */
#ifndef POSTROAD_VIEW_TEXT_TABLE_H
#define POSTROAD_VIEW_TEXT_TABLE_H

#include <string>
#include <vector>

namespace ns3::postroad::view
{

/// One text a column.
using TextRow = std::vector<std::string>;

/// The rows, the first one with a line of dashes under it; each as long as the first.
std::string FormatTable(const std::vector<TextRow>& rows);

} // namespace ns3::postroad::view

#endif // POSTROAD_VIEW_TEXT_TABLE_H
