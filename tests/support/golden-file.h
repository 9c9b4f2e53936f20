/**
 * Files under tests/ that hold what is expected. With the environment variable
 * POSTROAD_WRITE_GOLDEN set, they are written instead of compared.
 */
#ifndef POSTROAD_TESTS_SUPPORT_GOLDEN_FILE_H
#define POSTROAD_TESTS_SUPPORT_GOLDEN_FILE_H

#include <string>
#include <string_view>

namespace ns3::postroad::test
{

/// The octets of a file under tests/; a file that is not there fails the test.
std::string ReadTestFile(const std::string& path);

/// Fails unless `text` is what the file under tests/ holds.
void ExpectGolden(std::string_view text, const std::string& path);

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SUPPORT_GOLDEN_FILE_H
