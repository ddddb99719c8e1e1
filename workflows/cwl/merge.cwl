cwlVersion: v1.2
class: CommandLineTool
label: The result folders of all shards to one
hints:
  DockerRequirement:
    dockerPull: cotarget:0.1.0
  NetworkAccess:
    networkAccess: false
requirements:
  EnvVarRequirement:
    envDef:
      JDK_JAVA_OPTIONS: -Xmx$(inputs.heap_mb)m
  ResourceRequirement:
    ramMin: $(inputs.memory_mb)
    coresMin: 1
baseCommand: [cotarget, merge]
inputs:
  parts:
    type: Directory[]
    doc: Each shard's folder; a runner that has lost one has no value for this and does not start
    inputBinding: {position: 1}
  options:
    type: string[]
    default: []
    doc: Further options, such as --export, one word an entry
    inputBinding: {position: 2}
  memory_mb:
    type: int
    default: 4096
  heap_mb:
    type: int
    default: 3072
arguments:
  - {position: 3, prefix: --out, valueFrom: results}
outputs:
  results:
    type: Directory
    outputBinding:
      glob: results
