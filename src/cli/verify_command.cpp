// SPDX-License-Identifier: EUPL-1.2
// passend verify: hands over to tools/verify_plan.py, which shares nothing with this program.
#include "cli/commands.hpp"
#include "cli/run_program.hpp"
#include "service/workspace.hpp"

namespace passend::cli {

int verify_command(const Console& console, const Common& common, const VerifyArguments& arguments) {
  const auto data = service::find_data_folder(common.data);
  std::filesystem::path verifier = data / "tools" / "verify_plan.py";  // as installed
  if (!std::filesystem::exists(verifier)) verifier = data.parent_path() / "tools" / "verify_plan.py";
  if (!std::filesystem::exists(verifier))
    return console.fail({{.code = FaultCode::kFileMissing, .file = verifier.string()}});
  std::vector<std::string> words{
      "python3",     verifier.string(), arguments.plan.string(), arguments.snapshot.string(), "--data",
      data.string(), "--lang",          common.language};
  if (arguments.sample > 0) words.insert(words.end(), {"--sample", std::to_string(arguments.sample)});
  return run_program(words);
}

}  // namespace passend::cli
