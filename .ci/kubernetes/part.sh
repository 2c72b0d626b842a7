#!/bin/sh
# What one pod of job.yaml does: a shard, or, with the last index, the merge. Exits 1 only when tests failed; anything
# else is worth another try.
set -u
run=$REPORTS/$RUN
export MTX_DURATIONS="$REPORTS/history.json"

if [ "$JOB_COMPLETION_INDEX" -lt "$SHARDS" ]; then
  shard=$run/shard-$JOB_COMPLETION_INDEX
  rm -rf "$shard.unfinished"
  MTX_REPORTS=$shard.unfinished npm test -- --shard "$((JOB_COMPLETION_INDEX + 1))/$SHARDS"
  # Failed tests are told by the merge: this pod has done its part when the report is there. It appears as a whole.
  if [ $? -le 1 ] && [ -s "$shard.unfinished/messages.ndjson" ]; then
    rm -rf "$shard" && mv "$shard.unfinished" "$shard" || exit 2
    exit 0
  fi
  exit 2
fi

set --
index=0
while [ "$index" -lt "$SHARDS" ]; do
  set -- "$@" "$run/shard-$index"
  index=$((index + 1))
done
unset MTX_DURATIONS
MTX_REPORTS=$REPORTS npm run --silent report -- merge --wait "${WAIT_SECONDS:-1800}" "$@" && rm -r "$run"
