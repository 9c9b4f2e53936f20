#include "postroad/scenario/folder-lock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace ns3::postroad::scenario
{

FolderLock::FolderLock(const std::filesystem::path& folder)
    : m_descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    , m_isTaken(m_descriptor >= 0 && flock(m_descriptor, LOCK_EX | LOCK_NB) != 0 &&
                errno == EWOULDBLOCK)
{
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
    {
        close(m_descriptor);
    }
}

} // namespace ns3::postroad::scenario
