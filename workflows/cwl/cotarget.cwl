cwlVersion: v1.2
class: Workflow
label: A cohort by shards with one locked model, merged to the bytes of one run
requirements:
  ScatterFeatureRequirement: {}
  MultipleInputFeatureRequirement: {}
inputs:
  data: Directory
  samplesheet: string?
  study:
    type:
      - "null"
      - type: enum
        symbols: [data]
  vcf: string[]?
  maf: string[]?
  cna: string[]?
  seg: string[]?
  expression: string[]?
  clinical: string[]?
  model: File?
  model_id: string?
  fit: {type: boolean, default: false, doc: Fit the model on this cohort first}
  fit_id: {type: string, default: cohort}
  fit_options: {type: "string[]", default: []}
  criteria:
    type:
      - "null"
      - type: array
        items: [File, string]
  options: {type: "string[]", default: [], doc: "Further options of run, such as --assay, one word an entry"}
  merge_options: {type: "string[]", default: []}
  shard_count: {type: int, default: 10}
  run_memory_mb: {type: int, default: 2048}
  run_heap_mb: {type: int, default: 1536}
  fit_memory_mb: {type: int, default: 4096}
  fit_heap_mb: {type: int, default: 3072}
  merge_memory_mb: {type: int, default: 4096}
  merge_heap_mb: {type: int, default: 3072}
steps:
  shards:
    run: shards.cwl
    in: {shard_count: shard_count}
    out: [shards]
  fit_model:
    run: fit.cwl
    when: $(inputs.fit)
    in:
      fit: fit
      data: data
      samplesheet: samplesheet
      study: study
      vcf: vcf
      maf: maf
      cna: cna
      seg: seg
      expression: expression
      clinical: clinical
      id: fit_id
      options: fit_options
      memory_mb: fit_memory_mb
      heap_mb: fit_heap_mb
    out: [model]
  run_shard:
    run: run-shard.cwl
    scatter: shard
    in:
      data: data
      samplesheet: samplesheet
      study: study
      vcf: vcf
      maf: maf
      cna: cna
      seg: seg
      expression: expression
      clinical: clinical
      model:
        source: [fit_model/model, model]
        linkMerge: merge_flattened
        pickValue: all_non_null
      model_id: model_id
      criteria: criteria
      options: options
      shard: shards/shards
      shard_count: shard_count
      memory_mb: run_memory_mb
      heap_mb: run_heap_mb
    out: [results]
  merge:
    run: merge.cwl
    in:
      parts: run_shard/results
      options: merge_options
      memory_mb: merge_memory_mb
      heap_mb: merge_heap_mb
    out: [results]
outputs:
  results:
    type: Directory
    outputSource: merge/results
