#include "smtp/session-diagram.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace ns3::postroad::test
{

namespace
{

constexpr int BOX_WIDTH = 150;
constexpr int BOX_HEIGHT = 62;
constexpr int PITCH = 106;       ///< from box to box
constexpr int TOP = 60;          ///< of the first box
constexpr int LABEL_WIDTH = 170; ///< room for the words beside a box
constexpr int TRACK = 26;        ///< from one line to the next

constexpr std::array COLOURS{"#1f6f8b", "#b3541e", "#5b7f2b", "#7a3e9d", "#a12a4b", "#44546a"};

/// The step to the next state is drawn straight down, the one to the same state inside its box.
bool
IsSideways(const SessionDiagram::Step& step)
{
    return step.first != step.second && step.first + 1 != step.second;
}

/// Places all parts of one diagram.
class Drawing
{
  public:
    explicit Drawing(const SessionDiagram& diagram)
        : m_diagram(diagram)
    {
        for (const auto& [step, inputs] : diagram.inputs)
        {
            if (IsSideways(step))
            {
                auto& side = step.first < step.second ? m_right : m_left;
                side.tracks.try_emplace(step.second, 0);
                ++side.ports[step.first];
            }
        }
        for (auto* side : {&m_left, &m_right})
        {
            int number = 0;
            for (auto& [target, track] : side->tracks)
            {
                track = number++;
                ++side->ports[target];
            }
        }
        m_left.direction = -1;
        m_boxLeft = 20 + GetSideWidth(m_left);
    }

    std::string Draw()
    {
        const int width = m_boxLeft + BOX_WIDTH + GetSideWidth(m_right) + 20;
        const int height = TOP + PITCH * static_cast<int>(m_diagram.states.size());
        m_os << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << width << "\" height=\""
             << height << "\" viewBox=\"0 0 " << width << ' ' << height
             << "\" font-family=\"DejaVu Sans, sans-serif\" font-size=\"12\">\n"
             << "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
             << "<text x=\"20\" y=\"30\" font-size=\"17\">" << m_diagram.title << "</text>\n";
        for (const auto* side : {&m_left, &m_right})
        {
            DrawSide(*side);
        }
        for (std::size_t i = 0; i < m_diagram.states.size(); ++i)
        {
            DrawState(i);
        }
        m_os << "</svg>\n";
        return m_os.str();
    }

  private:
    /// One side of the column of states.
    struct Side
    {
        int direction{1};                   ///< 1 to the right, -1 to the left
        std::map<std::size_t, int> tracks;  ///< the line of each target, from the inside
        std::map<std::size_t, int> ports{}; ///< ends of lines at each state
        std::map<std::size_t, int> drawn{}; ///< those of them that were drawn
    };

    static int GetSideWidth(const Side& side)
    {
        return LABEL_WIDTH + TRACK * static_cast<int>(side.tracks.size());
    }

    static int GetTop(std::size_t state)
    {
        return TOP + PITCH * static_cast<int>(state);
    }

    const std::string* FindInputs(std::size_t from, std::size_t to) const
    {
        const auto found = m_diagram.inputs.find({from, to});
        return found == m_diagram.inputs.end() ? nullptr : &found->second;
    }

    /// The height of the next end of a line at a state.
    static int TakePort(Side& side, std::size_t state)
    {
        return GetTop(state) + BOX_HEIGHT * ++side.drawn[state] / (side.ports.at(state) + 1);
    }

    void DrawSide(Side side)
    {
        for (const auto& [target, track] : side.tracks)
        {
            DrawTrack(side, target, track);
        }
    }

    void DrawTrack(Side& side, std::size_t target, int track)
    {
        const int edge = side.direction > 0 ? m_boxLeft + BOX_WIDTH : m_boxLeft;
        const int x = edge + side.direction * (LABEL_WIDTH + TRACK * track);
        const auto* const colour = COLOURS.at(track % COLOURS.size());
        const int entry = TakePort(side, target);
        int first = entry;
        int last = entry;
        for (std::size_t from = 0; from < m_diagram.states.size(); ++from)
        {
            const auto* const inputs = FindInputs(from, target);
            if (inputs && IsSideways({from, target}) && (from < target) == (side.direction > 0))
            {
                const int y = TakePort(side, from);
                DrawLine(edge, y, x, y, colour);
                DrawText(edge + side.direction * 8,
                         y - 3,
                         side.direction > 0 ? "start" : "end",
                         colour,
                         *inputs);
                first = std::min(first, y);
                last = std::max(last, y);
            }
        }
        DrawLine(x, first, x, last, colour);
        DrawLine(x, entry, edge + side.direction * 8, entry, colour);
        DrawHead(edge, entry, side.direction * 9, 0, colour);
    }

    void DrawState(std::size_t state)
    {
        const int y = GetTop(state);
        const int middle = m_boxLeft + BOX_WIDTH / 2;
        const auto* const inside = FindInputs(state, state);
        m_os << "<rect x=\"" << m_boxLeft << "\" y=\"" << y << "\" width=\"" << BOX_WIDTH
             << "\" height=\"" << BOX_HEIGHT
             << "\" rx=\"9\" fill=\"#eef3fb\" stroke=\"#33415c\" stroke-width=\"1.5\"/>\n"
             << "<text x=\"" << middle << "\" y=\"" << y + (inside ? 28 : 36)
             << "\" text-anchor=\"middle\" font-size=\"15\" font-weight=\"bold\">"
             << m_diagram.states[state] << "</text>\n";
        if (inside)
        {
            DrawText(middle, y + 48, "middle", "#555", "stays: " + *inside);
        }
        if (const auto* const next = FindInputs(state, state + 1))
        {
            DrawLine(middle, y + BOX_HEIGHT, middle, y + PITCH - 8, "#33415c");
            DrawHead(middle, y + PITCH, 0, -9, "#33415c");
            DrawText(middle + 8, y + BOX_HEIGHT + 24, "start", "#33415c", *next);
        }
    }

    void DrawLine(int x1, int y1, int x2, int y2, const char* colour)
    {
        m_os << "<path d=\"M" << x1 << ' ' << y1 << 'L' << x2 << ' ' << y2 << "\" stroke=\""
             << colour << "\" stroke-width=\"1.5\" fill=\"none\"/>\n";
    }

    /// The head of an arrow; (dx, dy) leads from its point back along its line.
    void DrawHead(int x, int y, int dx, int dy, const char* colour)
    {
        m_os << "<path d=\"M" << x << ' ' << y << 'L' << x + dx + dy / 2 << ' ' << y + dy + dx / 2
             << 'L' << x + dx - dy / 2 << ' ' << y + dy - dx / 2 << "Z\" fill=\"" << colour
             << "\"/>\n";
    }

    void DrawText(int x, int y, const char* anchor, const char* colour, const std::string& text)
    {
        m_os << "<text x=\"" << x << "\" y=\"" << y << "\" text-anchor=\"" << anchor << "\" fill=\""
             << colour << "\">" << text << "</text>\n";
    }

    const SessionDiagram& m_diagram;
    Side m_left;
    Side m_right;
    int m_boxLeft{0};
    std::ostringstream m_os;
};

} // namespace

std::string
SessionDiagram::Draw() const
{
    return Drawing(*this).Draw();
}

} // namespace ns3::postroad::test
