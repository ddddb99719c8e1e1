cwlVersion: v1.2
class: CommandLineTool
label: The numbers of the shards, 1 to shard_count
doc: A shell instead of JavaScript, so that a runner without node will do.
inputs:
  shard_count: int
baseCommand: [sh, -c]
arguments:
  - |
    n=$0; i=1; list=1
    [ "$n" -ge 1 ] || exit 1
    while [ "$i" -lt "$n" ]; do i=\$((i + 1)); list="$list, $i"; done
    printf '{"shards": [%s]}\n' "$list" >cwl.output.json
  - $(inputs.shard_count)
outputs:
  shards: int[]
