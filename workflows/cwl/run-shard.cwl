cwlVersion: v1.2
class: CommandLineTool
label: One shard of a cohort to a result folder
hints:
  DockerRequirement:
    dockerPull: cotarget:0.1.0
  NetworkAccess:
    networkAccess: false
requirements:
  InitialWorkDirRequirement:
    listing:
      - $(inputs.data)
  EnvVarRequirement:
    envDef:
      JDK_JAVA_OPTIONS: -Xmx$(inputs.heap_mb)m
  ResourceRequirement:
    ramMin: $(inputs.memory_mb)
    coresMin: 1
baseCommand: [cotarget, run]
inputs:
  data:
    type: Directory
    doc: The folder that holds all inputs. Laid out under its own name, which results print before each file's.
  samplesheet:
    type: string?
    doc: Name of the sample sheet in the data folder
    inputBinding: {position: 1, prefix: --samplesheet, valueFrom: $(inputs.data.basename)/$(self)}
  study:
    type:
      - "null"
      - type: enum
        symbols: [data]
    doc: The word data where the data folder is a cBioPortal study
    inputBinding: {position: 1, prefix: --study, valueFrom: $(inputs.data.basename)}
  vcf:
    type:
      - "null"
      - type: array
        items: string
        inputBinding: {prefix: --vcf, valueFrom: $(inputs.data.basename)/$(self)}
    doc: VCFs, by name in the data folder
    inputBinding: {position: 1}
  maf:
    type:
      - "null"
      - type: array
        items: string
        inputBinding: {prefix: --maf, valueFrom: $(inputs.data.basename)/$(self)}
    doc: MAFs, by name in the data folder
    inputBinding: {position: 1}
  cna:
    type:
      - "null"
      - type: array
        items: string
        inputBinding: {prefix: --cna, valueFrom: $(inputs.data.basename)/$(self)}
    doc: Copy numbers by gene, by name in the data folder
    inputBinding: {position: 1}
  seg:
    type:
      - "null"
      - type: array
        items: string
        inputBinding: {prefix: --seg, valueFrom: $(inputs.data.basename)/$(self)}
    doc: Copy-number segments, by name in the data folder
    inputBinding: {position: 1}
  expression:
    type:
      - "null"
      - type: array
        items: string
        inputBinding: {prefix: --expression, valueFrom: $(inputs.data.basename)/$(self)}
    doc: Expression matrices, by name in the data folder
    inputBinding: {position: 1}
  clinical:
    type:
      - "null"
      - type: array
        items: string
        inputBinding: {prefix: --clinical, valueFrom: $(inputs.data.basename)/$(self)}
    doc: Clinical tables, by name in the data folder
    inputBinding: {position: 1}
  model:
    type:
      type: array
      items: File
      inputBinding: {prefix: --model}
    default: []
    doc: The locked expression model that all shards are scored by, a file that fit wrote; one or none
    inputBinding: {position: 1}
  model_id:
    type: string?
    doc: The same by the id of a built-in model
    inputBinding: {position: 1, prefix: --model}
  criteria:
    type:
      - "null"
      - type: array
        items: [File, string]
        inputBinding: {prefix: --criteria}
    doc: Criteria files, or ids of bundled ones
    inputBinding: {position: 1}
  shard: int
  shard_count: int
  options:
    type: string[]
    default: []
    doc: Further options of the command, one word an entry; names of files as they are laid out (data folder's name first)
    inputBinding: {position: 2}
  memory_mb:
    type: int
    default: 2048
    doc: Memory of the job in MiB; about a third more than the heap
  heap_mb:
    type: int
    default: 1536
    doc: Java heap in MiB
arguments:
  - {position: 1, valueFrom: --follow-links} # engines may lay files out as links
  - {position: 3, prefix: --shard, valueFrom: $(inputs.shard)/$(inputs.shard_count)}
  - {position: 3, prefix: --out, valueFrom: shard-$(inputs.shard)}
outputs:
  results:
    type: Directory
    outputBinding:
      glob: shard-$(inputs.shard)
