#!/usr/bin/env nextflow

// Runs cotarget by shards of the patients with one locked model and merges the results: the same bytes
// as one run over all inputs. Needs Nextflow 23.10 or newer and no plugin. See README.md.

nextflow.enable.dsl = 2

// Options of `run` that name one file or folder, or several, in the data folder.
def sharedOptions() {
    ['study', 'vcf', 'maf', 'cna', 'seg', 'expression', 'clinical', 'clinical_mapping']
}

def listOf(value) {
    value instanceof List ? value : (value ? value.toString().tokenize(',').collect { it.trim() } : [])
}

// As one word of the shell.
def quoted(text) {
    "'" + text.toString().replace("'", "'\\''") + "'"
}

def isFileName(text) {
    text.contains('/') || text ==~ /.*\.(json|ya?ml)/
}

// As printed in results: the data folder's name, then the name in it.
def shownAs(name) {
    name == '.' ? file(params.data).name : "${file(params.data).name}/${name}"
}

def inData(name) {
    def found = name == '.' ? file(params.data) : file("${params.data}/${name}")
    if (!found.exists()) {
        error("${name} is not in the data folder ${params.data}")
    }
    found
}

def namesOf(option) {
    listOf(params[option])
}

// The tabix or CSI index beside a VCF lets cotarget read less; without it the results are the same.
def withIndexes(names) {
    names + names.collectMany { name ->
        ['.tbi', '.csi'].collect { name + it }.findAll { name != '.' && file("${params.data}/${it}").exists() }
    }
}

// `-resume` looks at a folder's own date only, so what is in it becomes a part of the task's inputs.
def stateOf(folder) {
    def seen = []
    folder.eachFileRecurse { f ->
        if (f.isFile()) {
            seen << "${folder.relativize(f)}:${f.size()}:${f.lastModified()}".toString()
        }
    }
    seen.sort().join('\n').md5()
}

// Rows of the sample sheet with the patient's id as cotarget takes it.
def rowsOfSheet() {
    if (!params.input) {
        return []
    }
    def separator = params.input ==~ /.*\.(tsv|txt)/ ? '\t' : ','
    inData(params.input).splitCsv(header: true, sep: separator, quote: '"', strip: true).collect { row ->
        def cells = row.collectEntries { k, v -> [k.toLowerCase(), v ?: ''] }
        def barcode = cells.sample =~ /^(TCGA-\w{2}-\w{4})/
        def patient = cells.patient ?: (barcode.find() ? barcode.group(1) : cells.sample)
        def files = ['vcf', 'maf', 'cna', 'cnv', 'seg', 'expression'].collect { cells[it] }.findAll { it }
        [patient: patient, files: files]
    }
}

def shardOf(patient) {
    def digest = java.security.MessageDigest.getInstance('SHA-256').digest(patient.getBytes('UTF-8'))
    new BigInteger(1, Arrays.copyOf(digest, 8)).mod(BigInteger.valueOf(params.shards as long)).intValue() + 1
}

// The rows' files are named from the folder of the sheet.
def nameFromSheet(text) {
    def folder = params.input.contains('/') ? params.input.replaceFirst('/[^/]*$', '/') : ''
    folder + text
}

// Names in the data folder that each shard needs: a map from the number of the shard, 0 for those of all.
def namesByShard() {
    def rows = rowsOfSheet()
    def uses = rows.collectMany { it.files }.countBy { it }
    def byShard = [:].withDefault { [] }
    rows.each { row ->
        row.files.each { text ->
            def ofAll = params.stage == 'all' || uses[text] > 1
            byShard[ofAll ? 0 : shardOf(row.patient)] << nameFromSheet(text)
        }
    }
    if (params.input) {
        byShard[0] << params.input
    }
    sharedOptions().each { option -> byShard[0].addAll(namesOf(option)) }
    listOf(params.assay).each { assay ->
        def name = assay.replaceFirst('^[^=]*=', '')
        if (!(name in ['WES', 'WGS'])) {
            byShard[0] << name
        }
    }
    byShard
}

// What a task takes: its shard, the names to lay its files out by, the state of folders, the files.
def taskOf(shard, names) {
    def laidOut = withIndexes(names.unique(false)).sort()
    def files = laidOut.collect { inData(it) }
    def state = files.findAll { it.isDirectory() }.collect { stateOf(it) }
    [shard, laidOut.collect { shownAs(it) }, state, files]
}

// Options that name inputs, as words of the shell.
def inputWords() {
    def words = []
    if (params.input) {
        words += ['--samplesheet', quoted(shownAs(params.input))]
    }
    sharedOptions().each { option ->
        namesOf(option).each { words += ["--${option.replace('_', '-')}", quoted(shownAs(it))] }
    }
    listOf(params.assay).each { assay ->
        def name = assay.replaceFirst('^[^=]*=', '')
        def shown = name in ['WES', 'WGS'] ? assay : assay.substring(0, assay.length() - name.length()) + shownAs(name)
        words += ['--assay', quoted(shown)]
    }
    words.join(' ')
}

def criteriaWords() {
    listOf(params.criteria).collect { "--criteria ${quoted(isFileName(it) ? file(it).name : it)}" }.join(' ')
}

def checkParams() {
    def faults = []
    if (!params.data) {
        faults << '--data: the folder that holds all inputs is not given'
    }
    if (!params.input && sharedOptions().every { !params[it] }) {
        faults << 'nothing to read: give --input, --study, or --clinical with --maf, --vcf, --cna...'
    }
    if (!(params.shards.toString() ==~ /[1-9]\d{0,5}/)) {
        faults << "--shards ${params.shards}: give a number from 1 to 999999"
    }
    if (!(params.stage in ['rows', 'all'])) {
        faults << "--stage ${params.stage}: give rows or all"
    }
    if (params.fit_id && params.model) {
        faults << '--fit_id and --model: a model is either fitted or given'
    }
    def absolute = ([params.input] + sharedOptions().collectMany { namesOf(it) }).findAll { it && it.startsWith('/') }
    if (absolute) {
        faults << "${absolute.join(', ')}: name files as they are called in the data folder ${params.data}"
    }
    if (faults) {
        error(faults.join('\n'))
    }
}

// Lays staged files out under the names that results print. Links, so nothing is copied.
def layOut(names, files) {
    def staged = files instanceof List ? files : [files]
    [names, staged].transpose().collect { name, path ->
        "mkdir -p \"\$(dirname ${quoted(name)})\" && ln -s \"\$PWD/\"${quoted(path)} ${quoted(name)}"
    }.join('\n')
}

// The Java heap, as a share of the task's memory.
def heap(memory) {
    "export JDK_JAVA_OPTIONS=-Xmx${(memory.toMega() * 3).intdiv(4)}m"
}

process COTARGET_FIT {
    tag "${params.fit_id}"
    label 'cotarget_fit'

    input:
    tuple val(shard), val(names), val(state), path(files, stageAs: 'staged*/*')

    output:
    path 'model.json', emit: model

    script:
    """
    ${heap(task.memory)}
    ${layOut(names, files)}
    ${params.cotarget} fit ${inputWords()} --id ${quoted(params.fit_id)} ${params.fit_options} --out model.json
    """

    stub:
    """
    echo '{}' > model.json
    """
}

process COTARGET_RUN {
    tag "${shard}/${params.shards}"
    label 'cotarget_run'

    input:
    tuple val(shard), val(names), val(state), path(files, stageAs: 'staged*/*')
    path model, stageAs: 'model/*'
    path criteria

    output:
    path "shard-${shard}", emit: results

    script:
    def locked = model ? "--model ${quoted(model)}" : (params.model ? "--model ${quoted(params.model)}" : '')
    """
    ${heap(task.memory)}
    ${layOut(names, files)}
    ${params.cotarget} run ${inputWords()} ${locked} ${criteriaWords()} ${params.options} \\
        --shard ${shard}/${params.shards} --out shard-${shard}
    """

    stub:
    """
    mkdir shard-${shard}
    echo '{}' > shard-${shard}/results.json
    """
}

process COTARGET_MERGE {
    label 'cotarget_merge'
    publishDir params.outdir, mode: params.publish_dir_mode

    input:
    path parts

    output:
    path 'results', emit: results

    script:
    """
    ${heap(task.memory)}
    ls -d shard-* > folders.txt
    found=\$(wc -l < folders.txt)
    if [ "\$found" -ne ${params.shards} ]; then
        echo "\$found of ${params.shards} shards are here; nothing is merged" >&2
        exit 1
    fi
    ${params.cotarget} merge @folders.txt ${params.merge_options} --out results
    """

    stub:
    """
    mkdir results
    cat shard-*/results.json > results/results.json
    """
}

workflow {
    checkParams()
    def names = namesByShard()
    def tasks = channel.fromList((1..(params.shards as int)).collect { taskOf(it, names[0] + names[it]) })
    def criteria = listOf(params.criteria).findAll { isFileName(it) }.collect { file(it, checkIfExists: true) }

    def model = channel.value([])
    if (params.fit_id) {
        def everything = names.values().flatten()
        model = COTARGET_FIT(channel.of(taskOf(0, everything))).model.first()
    } else if (params.model && isFileName(params.model)) {
        model = channel.value(file(params.model, checkIfExists: true))
    }
    COTARGET_RUN(tasks, model, criteria)
    // Sorted, so that -resume finds a merge of the same shards whichever ended first.
    COTARGET_MERGE(COTARGET_RUN.out.results.toSortedList { a, b -> a.name <=> b.name })
}
