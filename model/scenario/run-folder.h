/**
 * The folder that a run leaves behind: everything that can be looked at afterwards.
 *
 *     pcap/<host>-to-<peer>.pcap   what passed each interface
 *     mail/<mailbox>/<n>.eml       the messages, on the server or fetched, in the order of arrival
 *     transcripts/<name>.txt       the dialogues in the RFCs' C:/S: form, and the DNS look-ups
 *     zones/<domain>.zone          the zones as master files, as they were at the end
 *     events.jsonl                 the record
 *     summary.json                 what became of each message, and which expectations hold
 *     incomplete.txt               only while the run is under way, and when it broke off: why
 *
 * An earlier run's files of these names are removed; other files in the folder stay. A folder that
 * holds something and is not of an earlier run is refused, and so is one to which another run is
 * writing.
 */
#ifndef POSTROAD_SCENARIO_RUN_FOLDER_H
#define POSTROAD_SCENARIO_RUN_FOLDER_H

#include "postroad/scenario/evaluate.h"
#include "postroad/scenario/folder-lock.h"
#include "postroad/scenario/lab.h"
#include "postroad/scenario/run-facts.h"
#include "postroad/trace/dns-transcript.h"
#include "postroad/trace/event-log.h"
#include "postroad/trace/run-summary.h"
#include "postroad/trace/transcript.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

/// A message under the name that it has in the folder.
struct NamedMessage
{
    std::string name;    ///< "bob@b.net/1"
    std::string content; ///< as it stands in the mailbox
};

/// When a run is turned into transcripts and outcomes.
enum class Following
{
    DURING_RUN, ///< while it happens
    AFTER_RUN,  ///< from the file of its record, so that a run without end needs no memory
};

/// The messages in all mailboxes, in order.
std::vector<NamedMessage> NameMessages(const RunFacts& facts);

/// Writes one run.
class RunFolder
{
  public:
    /**
     * Makes the folder ready.
     * \param path where; made if it is not there
     * \throws ConfigError when it cannot be written to, or belongs to something else
     */
    explicit RunFolder(std::filesystem::path path);

    /// Where the captures of the run are to go.
    std::filesystem::path GetPcapFolder() const;

    /// Listens to a lab that is about to run.
    void Attach(Lab& lab, Following following = Following::DURING_RUN);

    /**
     * Follows the run, after its end, by what stands in the file of its record.
     * \return the record
     * \throws std::runtime_error when the disk is full
     */
    std::vector<event::Event> ReadBack();

    /// What became of each message, and what people could not do: a line each.
    std::vector<std::string> DescribeOutcomes() const;

    /**
     * Writes what is known only now.
     * \param facts what the lab tells after its run
     * \param expectations what the scenario expected, and what came of it
     * \throws std::runtime_error when the disk is full
     */
    void Finish(const RunFacts& facts, const std::vector<ExpectationResult>& expectations);

    /// Writes down that the run did not come to its end, and what there is of its record.
    void MarkIncomplete(std::string_view reason);

  private:
    [[noreturn]] void
    Refuse(std::string expected, std::string_view remark, std::string advice) const;
    std::array<event::EventSink*, 3> GetFollowers();
    void WriteMailboxes(const RunFacts& facts) const;
    void WriteTranscripts(const std::vector<trace::Transcript>& transcripts) const;
    void WriteZones(const RunFacts& facts) const;
    void WriteFile(const std::filesystem::path& name, std::string_view text) const;

    std::filesystem::path m_path;
    std::optional<FolderLock> m_lock; ///< while the run is written
    std::ofstream m_eventFile;
    std::optional<trace::EventLogWriter> m_events;
    trace::TranscriptRecorder m_transcripts;
    trace::DnsTranscriptRecorder m_lookups;
    std::optional<trace::RunSummary> m_summary;
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_RUN_FOLDER_H
