/**
 * Where everything of a ladder's picture stands: computed once, so that nothing overlaps.
 *
 * Measures are whole units of a 96th of an inch. Texts are measured as letters of one width.
 */
#ifndef POSTROAD_VIEW_LADDER_LAYOUT_H
#define POSTROAD_VIEW_LADDER_LAYOUT_H

#include "postroad/view/ladder.h"

#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::view
{

/// The places and sizes of one picture.
class LadderLayout
{
  public:
    static constexpr int MARGIN = 20;
    static constexpr int TITLE_HEIGHT = 34;
    static constexpr int LEGEND_HEIGHT = 28;
    static constexpr int LEGEND_ARROW = 34; ///< length of an arrow of the legend
    static constexpr int LEGEND_SPACE = 18; ///< between its entries
    static constexpr int HOST_HEIGHT = 26;
    static constexpr int ROW_HEIGHT = 26;
    static constexpr int NOTE_HEIGHT = 19;
    static constexpr int TIME_WIDTH = 100; ///< of the column of times
    static constexpr int TEXT_SIZE = 11;
    static constexpr int TITLE_SIZE = 16;
    static constexpr int TEXT_PADDING = 8;   ///< around the text of a box
    static constexpr int ARROW_PADDING = 18; ///< between an arrow's text and its ends
    static constexpr int LOOP_WIDTH = 24;    ///< of the arrow of a host to itself

    /// The longest text of an arrow that gets its room.
    static constexpr std::size_t MAX_LETTERS = 46;

    /// The longest text of a note.
    static constexpr std::size_t MAX_NOTE_LETTERS = 64;

    explicit LadderLayout(const Ladder& ladder);

    /// How wide a text is.
    static int MeasureText(std::string_view text);

    /// The text, cut to what `width` has room for.
    static std::string FitText(std::string_view text, int width);

    /// Where the middle of a note stands: on its lifeline, unless that is too near to the times.
    int GetNoteMiddle(const Rung& rung) const;

    /// The width of a note.
    static int MeasureNote(const Rung& rung);

    /// True for what a host says to itself, which is drawn as a loop.
    static bool IsLoop(const Rung& rung);

    std::vector<int> lifelines;         ///< where each host's lifeline stands
    std::vector<std::string> protocols; ///< in the order of the legend
    int top{0};                         ///< where the lifelines begin
    int bottom{0};                      ///< where they end
    int width{0};                       ///< of the picture
    int height{0};                      ///< of the picture

  private:
    void PlaceLifelines(const Ladder& ladder);
    void CollectProtocols(const Ladder& ladder);
    int FindEndOfArrows(const Ladder& ladder, std::size_t host) const;
    int MeasureLegend() const;
};

/// The entries of the legend that every picture has, behind those of its protocols.
inline constexpr std::string_view FROM_CLIENT = "from the client";
inline constexpr std::string_view FROM_SERVER = "from the server";
inline constexpr std::string_view A_MESSAGE = "a message";

} // namespace ns3::postroad::view

#endif // POSTROAD_VIEW_LADDER_LAYOUT_H
