package org.cotarget.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.KnownIds;
import org.cotarget.cohort.Patient;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.input.layer.CopyNumberLayer;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.study.Study;
import org.cotarget.reference.Thresholds;

/** Joins what was read into patients and their tumour samples. */
final class CohortAssembler {

  /** Clinical columns that name a sample's assay. */
  private static final List<String> ASSAY_COLUMNS = List.of("ASSAY", "GENE_PANEL", "SEQ_ASSAY_ID");

  private static final ClinicalJoin.Clinical NOTHING =
      new ClinicalJoin.Clinical(List.of(), List.of(), Map.of());

  private final CohortInputs inputs;
  private final InputProblems problems;
  private final SampleDirectory directory = new SampleDirectory();
  private final Map<String, Set<SomaticVariant>> variants = new HashMap<>();
  private final CopyNumberJoin copyNumbers;
  private final ExpressionJoin expression;
  private final CoverageJoin coverage;

  CohortAssembler(CohortInputs inputs, Thresholds thresholds, InputProblems problems) {
    this.inputs = inputs;
    this.problems = problems;
    this.copyNumbers = new CopyNumberJoin(problems);
    this.expression = new ExpressionJoin(problems);
    this.coverage = new CoverageJoin(inputs.assays(), thresholds, problems);
  }

  /** Joins everything; what does not join becomes a problem. */
  Cohort assemble() {
    inputs.clinical().forEach(table -> directory.addClinical(table.records()));
    inputs
        .sheet()
        .ifPresent(
            sheet -> sheet.rows().forEach(row -> directory.addListed(row.sample(), row.patient())));
    inputs.variants().forEach(layer -> directory.addBarcodes(ids(layer)));
    inputs.rearrangements().forEach(layer -> directory.addBarcodes(ids(layer)));
    inputs.copyNumbers().forEach(layer -> directory.addBarcodes(layer.calls().keySet()));
    inputs.segments().forEach(layer -> directory.addBarcodes(layer.calls().keySet()));
    inputs.expression().forEach(layer -> directory.addBarcodes(layer.matrix().samples()));

    addSheetSamples();
    OwnVariants own = OwnVariants.of(inputs.sheet(), directory::findOrAdd);
    joinLayers(own);
    Map<String, SortedSet<String>> samples = samples();
    ClinicalJoin clinical = new ClinicalJoin(directory, inputs.clinical(), problems);
    Map<String, ClinicalJoin.Clinical> clinicalBySample = new LinkedHashMap<>();
    samples.forEach(
        (patient, ids) ->
            ids.forEach(sample -> clinicalBySample.put(sample, clinical.of(sample, patient))));
    nameAssays(clinicalBySample);
    coverage.applyNamed();
    coverage.applyUnnamed(clinicalBySample.keySet());
    inputs
        .variants()
        .forEach(layer -> coverage.reportUnknown(layer, own.judgedBy(layer, known(ids(layer)))));

    List<Patient> patients = new ArrayList<>();
    samples.forEach(
        (patient, ids) ->
            patients.add(
                new Patient(
                    patient,
                    ids.stream()
                        .map(id -> sample(id, patient, clinicalBySample.getOrDefault(id, NOTHING)))
                        .toList())));
    return new Cohort(patients, expression.matrix(), files());
  }

  /**
   * A row that names a patient by her barcode stands for a tumour of hers, also where its files are
   * not read because she is in another shard.
   */
  private void addSheetSamples() {
    inputs
        .sheet()
        .ifPresent(
            sheet ->
                sheet.rows().stream()
                    .filter(row -> !row.files().isEmpty() && !SampleIds.isNormal(row.sample()))
                    .forEach(row -> directory.findOrAdd(row.sample())));
  }

  private void joinLayers(OwnVariants own) {
    SampleJoin join = new SampleJoin(directory, problems);
    for (VariantLayer layer : inputs.variants()) {
      Map<String, String> joined = join.join(layer.file().path(), ids(layer));
      coverage.addVariants(layer, joined, own.mayListOthers(layer));
      addVariants(layer, joined);
      reportUnlisted(layer, joined);
    }
    for (VariantLayer layer : inputs.rearrangements()) {
      // Whoever looked for rearrangements need not have sequenced for small variants.
      Map<String, String> joined = join.join(layer.file().path(), layer.variants().keySet());
      addVariants(layer, joined);
    }
    for (CopyNumberLayer layer : inputs.copyNumbers()) {
      Map<String, String> joined = join.join(layer.file().path(), layer.calls().keySet());
      copyNumbers.add(layer, join.oneAliquotEach(layer.file().path(), joined));
    }
    for (CopyNumberLayer layer : inputs.segments()) {
      Map<String, String> joined = join.join(layer.file().path(), layer.calls().keySet());
      copyNumbers.fill(layer, join.oneAliquotEach(layer.file().path(), joined));
    }
    for (ExpressionLayer layer : inputs.measuredExpression()) {
      expression.add(layer, join.join(layer));
    }
    inputs
        .study()
        .ifPresent(
            study ->
                study.coverage().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .filter(entry -> !SampleIds.isNormal(entry.getKey()))
                    .forEach(
                        entry ->
                            coverage.addDeclared(
                                directory.findOrAdd(entry.getKey()), entry.getValue())));
  }

  private void addVariants(VariantLayer layer, Map<String, String> joined) {
    joined.forEach(
        (id, sample) ->
            variants
                .computeIfAbsent(sample, key -> new LinkedHashSet<>())
                .addAll(layer.variants().getOrDefault(id, List.of())));
  }

  /**
   * All ids by which the inputs named anybody.
   *
   * @param others names that only a file uses for its samples
   */
  KnownIds ids(Set<String> others) {
    Set<String> all = new TreeSet<>(others);
    inputs.study().ifPresent(study -> all.addAll(study.coverage().keySet()));
    inputs.study().ifPresent(study -> all.addAll(study.sequenced()));
    return directory.ids(all);
  }

  /** Samples of each patient; a patient without any gets one under her own id. */
  private Map<String, SortedSet<String>> samples() {
    Map<String, SortedSet<String>> samples = new LinkedHashMap<>();
    directory
        .samplesByPatient()
        .forEach(
            (patient, ids) -> {
              SortedSet<String> all = new TreeSet<>(ids);
              if (all.isEmpty()) {
                all.add(patient);
              }
              samples.put(patient, all);
            });
    return samples;
  }

  private TumorSample sample(String id, String patient, ClinicalJoin.Clinical clinical) {
    Map<AssayLayer, AssayCoverage.Extent> layers = new EnumMap<>(AssayLayer.class);
    coverage.of(id).ifPresent(extent -> layers.put(AssayLayer.SNV_INDEL, extent));
    copyNumbers.extent(id).forEach(extent -> layers.put(AssayLayer.COPY_NUMBER, extent));
    return new TumorSample(
        id,
        patient,
        id.equals(patient) ? SampleType.PRIMARY : directory.typeOf(id),
        clinical.receptors(),
        clinical.proteins(),
        unrepeated(variants.getOrDefault(id, Set.of())),
        copyNumbers.calls(id),
        new AssayCoverage(layers),
        clinical.values());
  }

  /** One of each variant where two files or aliquots of a sample list it. */
  private static List<SomaticVariant> unrepeated(Set<SomaticVariant> all) {
    Map<List<Object>, SomaticVariant> first = new LinkedHashMap<>();
    for (SomaticVariant v : all) {
      boolean placed = v.start() > 0 && v.consequence() != Consequence.GENE_FUSION;
      Object change = placed ? "" : v.label() + ' ' + v.hgvsP();
      first.putIfAbsent(
          List.of(v.gene(), v.assembly(), v.chrom(), v.start(), v.ref(), v.alt(), change), v);
    }
    return List.copyOf(first.values());
  }

  private void nameAssays(Map<String, ClinicalJoin.Clinical> clinical) {
    clinical.forEach(
        (sample, values) -> {
          Optional<ClinicalValue> named =
              ASSAY_COLUMNS.stream()
                  .filter(values.values()::containsKey)
                  .map(values.values()::get)
                  .findFirst();
          named.ifPresent(assay -> coverage.addNamed(sample, assay.value(), assay.where()));
        });
    inputs
        .sheet()
        .ifPresent(
            sheet ->
                sheet.rows().stream()
                    .filter(row -> !row.assay().isEmpty())
                    .forEach(
                        row ->
                            coverage.addNamed(
                                directory.findOrAdd(row.sample()),
                                row.assay(),
                                row.where().atColumn("assay"))));
  }

  private Set<String> known(Set<String> ids) {
    Set<String> samples = new TreeSet<>();
    ids.forEach(id -> directory.find(id).ifPresent(samples::add));
    return samples;
  }

  private static Set<String> ids(VariantLayer layer) {
    Set<String> ids = new TreeSet<>(layer.spread().keySet());
    ids.addAll(layer.declaredSequenced());
    ids.addAll(layer.variants().keySet());
    return ids;
  }

  private void reportUnlisted(VariantLayer layer, Map<String, String> joined) {
    Optional<Study> study = inputs.study().filter(Study::listed);
    if (study.isEmpty()) {
      return;
    }
    Set<String> listed = new TreeSet<>();
    study.get().sequenced().forEach(id -> listed.add(directory.find(id).orElse(id)));
    Set<String> unlisted = new TreeSet<>(joined.values());
    unlisted.removeAll(listed);
    if (!unlisted.isEmpty()) {
      problems.warning(
          "SAMPLES_NOT_LISTED",
          SourceLocation.ofFile(layer.file().path()),
          unlisted.size()
              + " samples have mutations and are in no list of sequenced samples; whether they were"
              + " sequenced is judged by their records: "
              + SampleJoin.some(unlisted),
          "add them to the case list of sequenced samples");
    }
  }

  private List<InputFile> files() {
    List<InputFile> files = new ArrayList<>(inputs.otherInputs());
    inputs.clinical().forEach(table -> files.add(table.file()));
    inputs.sheet().ifPresent(sheet -> files.add(sheet.file()));
    inputs.variants().forEach(layer -> files.add(layer.file()));
    inputs.rearrangements().forEach(layer -> files.add(layer.file()));
    inputs.copyNumbers().forEach(layer -> files.add(layer.file()));
    inputs.segments().forEach(layer -> files.add(layer.file()));
    inputs.expression().forEach(layer -> files.addAll(layer.files()));
    files.addAll(inputs.assays().inputs());
    inputs.study().ifPresent(study -> files.addAll(study.inputs()));
    return files.stream().distinct().toList();
  }
}
