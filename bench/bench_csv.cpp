// SPDX-License-Identifier: EUPL-1.2
// How quickly a snapshot's largest kind of file is read: rows of ten short cells, per row count.
#include <benchmark/benchmark.h>

#include "base/csv.hpp"

namespace {

void read_csv_rows(benchmark::State& state) {
  std::string text = "a,b,c,d,e,f,g,h,i,j\n";
  for (std::int64_t row = 0; row < state.range(0); ++row) text += "p123,2001-02-03,1234,zoekend,bijstand,,,24.5,36,\n";
  for (auto _ : state) {
    auto table = passend::read_csv(text, "people.csv");
    benchmark::DoNotOptimize(table);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read_csv_rows)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
