#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# tools/simulate_slurm.sh WORK OUT [WORK OUT]…: the parts of `passend simulate plan … --out WORK` as a Slurm job array, then the merge into
# OUT, which starts only when every part is done. Prints the number of each merge job. WORK, scenario and population lie on a disk that
# every node reads at the same path. PASSEND names the program (else the one on PATH); SBATCH_PARTITION, SBATCH_TIMELIMIT and the
# like are read by sbatch itself.
set -euo pipefail
if (($# == 0 || $# % 2 != 0)); then
  sed -n '3,6s/^# *//p' "$0" >&2
  exit 2
fi
program=$(command -v "${PASSEND:-passend}")
program=$(realpath "$program")

while (($# > 0)); do
  work=$(realpath "$1") out=$(realpath -m "$2")
  shift 2
  parts=$(sed -n 's/^ "parts": \([0-9]\+\),\?$/\1/p' "$work/parts.json")
  printf -v run '%q simulate run %q "$SLURM_ARRAY_TASK_ID" --threads "${SLURM_CPUS_PER_TASK:-1}"' "$program" "$work"
  printf -v merge '%q simulate merge %q --out %q' "$program" "$work" "$out"
  array=$(sbatch --parsable --job-name=passend-parts --array="1-${parts:?no parts in $work/parts.json}" \
    --output="$work/part-%a.log" --wrap="$run")
  sbatch --parsable --job-name=passend-merge --dependency="afterok:${array%%;*}" --kill-on-invalid-dep=yes \
    --output="$work/merge.log" --wrap="$merge"
done
