#include "support/transcript.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ns3::postroad::test
{

namespace
{

/// Reads one file line by line into a Transcript.
class Parser
{
  public:
    explicit Parser(const std::string& path)
    {
        m_transcript.path = path;
        bool isWordStart = true;
        for (const char c : std::filesystem::path(path).stem().string())
        {
            if (text::IsAlphaNumeric(c))
            {
                m_transcript.name += isWordStart ? text::ToUpper(c) : c;
            }
            isWordStart = !text::IsAlphaNumeric(c);
        }
    }

    void AddLine(std::string_view line)
    {
        ++m_line;
        if (line.empty() || line.front() == '#')
        {
            return;
        }
        if (line.starts_with("set "))
        {
            AddOption(line.substr(4));
        }
        else if (line.starts_with("at "))
        {
            AddTime(line.substr(3));
        }
        else
        {
            AddMarkedLine(line);
        }
    }

    Transcript Finish()
    {
        if (m_transcript.steps.empty())
        {
            Fail("expected at least one step, found none");
        }
        return std::move(m_transcript);
    }

  private:
    [[noreturn]] void Fail(const std::string& reason) const
    {
        throw std::invalid_argument(m_transcript.path + ':' + std::to_string(m_line) + ": " +
                                    reason);
    }

    void AddOption(std::string_view text)
    {
        if (!m_transcript.steps.empty())
        {
            Fail("\"set\" lines stand before the first step");
        }
        const auto space = text.find(' ');
        const auto value = space == text.npos ? std::string_view() : text.substr(space + 1);
        m_transcript.options[std::string(text.substr(0, space))] = value;
    }

    void AddTime(std::string_view text)
    {
        std::istringstream is{std::string(text)};
        double seconds = 0;
        std::string unit;
        if (!(is >> seconds >> unit) || unit != "s")
        {
            Fail("expected a time such as \"at 300s\"");
        }
        const auto time =
            std::chrono::duration_cast<wire::Duration>(std::chrono::duration<double>(seconds));
        Add({StepKind::TIME, Side::CLIENT, {}, wire::TimePoint(time), m_line});
    }

    void AddMarkedLine(std::string_view line)
    {
        const auto mark = line.substr(0, 2);
        const auto text = line.substr(std::min<std::size_t>(line.size(), 3));
        if (mark == "E:" || mark == "A:")
        {
            const auto kind = mark == "E:" ? StepKind::EVENT : StepKind::ACT;
            Add({kind, Side::CLIENT, Unescape(text), {}, m_line});
        }
        else if (mark == "C:" || mark == "S:" || mark == "C>" || mark == "S>")
        {
            AddTraffic(mark[0] == 'C' ? Side::CLIENT : Side::SERVER, mark[1] == ':', text);
        }
        else
        {
            Fail("expected \"C:\", \"S:\", \"C>\", \"S>\", \"E:\", \"A:\", \"at\", \"set\" or "
                 "\"#\"");
        }
    }

    void AddTraffic(Side side, bool isLine, std::string_view text)
    {
        if (text == "<close connection>" || text == "<abort connection>")
        {
            const auto kind = text[1] == 'c' ? StepKind::CLOSE : StepKind::ABORT;
            Add({kind, side, {}, {}, m_line});
            return;
        }
        const auto octets = Unescape(text) + (isLine ? "\r\n" : "");
        auto& steps = m_transcript.steps;
        if (!steps.empty() && steps.back().kind == StepKind::BYTES && steps.back().side == side)
        {
            steps.back().text += octets;
            return;
        }
        Add({StepKind::BYTES, side, octets, {}, m_line});
    }

    std::string Unescape(std::string_view text) const
    {
        std::string octets;
        for (std::size_t i = 0; i < text.size(); ++i)
        {
            if (text[i] != '\\')
            {
                octets += text[i];
                continue;
            }
            const char code = ++i < text.size() ? text[i] : '\0';
            switch (code)
            {
            case 'r':
                octets += '\r';
                break;
            case 'n':
                octets += '\n';
                break;
            case '\\':
                octets += '\\';
                break;
            case 'x':
                octets += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), {}, 16));
                i += 2;
                break;
            default:
                Fail("expected \\r, \\n, \\\\ or \\x00");
            }
        }
        return octets;
    }

    void Add(Step step)
    {
        m_transcript.steps.push_back(std::move(step));
    }

    Transcript m_transcript;
    int m_line{0};
};

} // namespace

Transcript
ParseTranscript(std::string_view text, const std::string& path)
{
    Parser parser(path);
    std::istringstream is{std::string(text)};
    for (std::string line; std::getline(is, line);)
    {
        parser.AddLine(line);
    }
    return parser.Finish();
}

std::vector<Transcript>
LoadTranscripts(const std::string& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(POSTROAD_TESTS_DIR) + '/' + folder))
    {
        if (entry.path().extension() == ".txt")
        {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<Transcript> transcripts;
    for (const auto& file : files)
    {
        std::ifstream is(file);
        const std::string text{std::istreambuf_iterator<char>(is), {}};
        transcripts.push_back(ParseTranscript(text, file.string()));
    }
    if (transcripts.empty())
    {
        throw std::invalid_argument("no transcript (*.txt) in tests/" + folder);
    }
    return transcripts;
}

std::ostream&
operator<<(std::ostream& os, const Transcript& transcript)
{
    return os << transcript.path;
}

} // namespace ns3::postroad::test
