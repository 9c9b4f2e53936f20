/**
 * A folder that belongs to one program at a time.
 */
#ifndef POSTROAD_SCENARIO_FOLDER_LOCK_H
#define POSTROAD_SCENARIO_FOLDER_LOCK_H

#include <filesystem>

namespace ns3::postroad::scenario
{

/// Holds a folder for as long as it lives, or as the program does: the system lets go of the folder
/// of a program that was killed. Nothing is written.
class FolderLock
{
  public:
    /// Tries to take a folder. \param folder one that is there
    explicit FolderLock(const std::filesystem::path& folder);

    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();

    /// True when another lock holds the folder. A folder that cannot be locked at all is free.
    bool IsHeld() const
    {
        return m_isTaken;
    }

  private:
    int m_descriptor;
    bool m_isTaken;
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_FOLDER_LOCK_H
