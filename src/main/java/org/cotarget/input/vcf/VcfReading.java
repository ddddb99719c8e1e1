package org.cotarget.input.vcf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.CopyNumberLayer;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.layer.VariantLayer.RecordSpread;
import org.cotarget.input.table.SourceFile;
import org.cotarget.input.vcf.scan.PanelWindows;
import org.cotarget.input.vcf.scan.RecordPass;
import org.cotarget.input.vcf.scan.VcfFormatException;
import org.cotarget.input.vcf.structural.StructuralGenes;
import org.cotarget.input.vcf.structural.StructuralRecords;
import org.cotarget.reference.Reference;

/**
 * One pass through one file. The assembly may be known only at its end, so records of the panel on
 * both assemblies are taken, and those of the other one are left out then.
 */
final class VcfReading {

  /** Columns that say what they are and not whose. */
  private static final Pattern COMMON_NAME =
      Pattern.compile("(?i)(tumou?r|normal|primary|sample|unknown|germline|blood)[_. -]?\\d{0,2}");

  private final SourceFile source;
  private final RecordPass pass;
  private final Reference reference;
  private final RecurrentChanges recurrent;
  private final VcfReader.Options options;
  private final InputProblems problems;
  private final SiteCodec codec;
  private final Optional<AnnotationFormat> format;
  private final AssemblyEvidence evidence;
  private final BuildVote vote;
  private final BuildDecision build;
  private final CallableBases callable;

  VcfReading(
      SourceFile source,
      RecordPass pass,
      Reference reference,
      RecurrentChanges recurrent,
      VcfReader.Options options,
      InputProblems problems)
      throws VcfFormatException {
    this.source = source;
    this.pass = pass;
    this.reference = reference;
    this.recurrent = recurrent;
    this.options = options;
    this.problems = problems;
    List<String> header = pass.header();
    this.codec = new SiteCodec(header);
    this.format = annotation(header);
    this.evidence = new AssemblyEvidence(header, options.assembly());
    this.vote =
        new BuildVote(
            reference.transcripts(), reference.hotspotPositions(), reference.thresholds());
    this.build = new BuildDecision(evidence, vote, SourceLocation.ofFile(source.shown()), problems);
    this.callable = new CallableBases(reference.codingRegions(), reference.thresholds());
  }

  /** Empty, with a problem, where the tumours are not known. */
  Optional<VariantFile> read(String fileStem) throws IOException {
    TumorColumns.Decision columns =
        new TumorColumns(pass.header(), codec.columns()).decide(options, fileStem);
    if (columns.tumors().isEmpty()) {
      reportNoTumor(columns.evidence());
      return Optional.empty();
    }
    columns.tumors().forEach(tumor -> callable.tumor(tumor.id()));
    if (pass.header().stream().anyMatch(line -> line.startsWith("##GVCFBlock"))) {
      callable.headerDeclaresBlocks();
    }
    GenePositions positions = new GenePositions(reference);
    RecordFindings findings = new RecordFindings(positions);
    FoundVariants found = new FoundVariants();
    FilterPolicy filters =
        new FilterPolicy(options.includedFilters(), reference.variantVocabulary());
    StructuralPart structural =
        new StructuralPart(
            StructuralGenes.of(reference), source.shown(), pass.header(), columns, filters);
    SmallVariants variants =
        new SmallVariants(
            reference,
            recurrent,
            new GeneEffects(reference.panel(), positions, format, vote),
            filters,
            columns.withNormal(),
            found,
            findings);
    PanelRecords records =
        new PanelRecords(
            source.shown(),
            codec,
            positions,
            columns,
            vote,
            evidence,
            callable,
            variants,
            structural,
            findings);
    RecordPass.Summary summary =
        pass.read(
            new PanelWindows(
                reference.geneSpans(), EnumSet.of(GenomeAssembly.GRCH37, GenomeAssembly.GRCH38)),
            columns.tumors().stream()
                .map(TumorColumns.Tumor::column)
                .filter(column -> column >= 0)
                .toList(),
            options.includedFilters(),
            records);
    GenomeAssembly assembly = build.decide(found, structural.isAll());
    findings.report(assembly, source.shown(), problems);
    reportUnconfirmed(variants);
    StructuralRecords.Result broken = structural.finish(assembly, problems);
    Set<String> samples = new TreeSet<>();
    columns.tumors().forEach(tumor -> samples.add(tumor.id()));
    Map<String, List<SomaticVariant>> all = found.on(assembly, samples);
    broken
        .rearrangements()
        .forEach((id, list) -> all.computeIfAbsent(id, unused -> new ArrayList<>()).addAll(list));
    VariantLayer layer =
        structural.isAll()
            ? structuralLayer(all, columns, summary, assembly)
            : layer(all, columns, summary, assembly, variants.hasUnconfirmed());
    return Optional.of(
        new VariantFile(
            layer,
            broken.copyNumbers().map(calls -> new CopyNumberLayer(calls, layer.file())),
            !structural.isAll(),
            codec.columns().stream()
                .filter(name -> !COMMON_NAME.matcher(name).matches())
                .collect(Collectors.toUnmodifiableSet())));
  }

  /** Whoever looked for structural variants alone need not have sequenced for small ones. */
  private VariantLayer structuralLayer(
      Map<String, List<SomaticVariant>> variants,
      TumorColumns.Decision columns,
      RecordPass.Summary summary,
      GenomeAssembly assembly)
      throws IOException {
    String detail = build.text(assembly) + "; " + columns.evidence();
    return new VariantLayer(
        variants,
        Map.of(),
        Set.of(),
        source.provenance("VCF of structural variants", summary.records(), detail));
  }

  private VariantLayer layer(
      Map<String, List<SomaticVariant>> variants,
      TumorColumns.Decision columns,
      RecordPass.Summary summary,
      GenomeAssembly assembly,
      boolean unconfirmed)
      throws IOException {
    Map<String, RecordSpread> spread = new TreeMap<>();
    for (TumorColumns.Tumor tumor : columns.tumors()) {
      RecordSpread seen = summary.spread().getOrDefault(tumor.column(), new RecordSpread(0, 0, 0));
      // On an unknown assembly the panel may lie elsewhere, and nothing is shown to be wild type.
      boolean known = assembly != GenomeAssembly.UNKNOWN;
      spread.merge(
          tumor.id(), known ? seen : new RecordSpread(0, 0, seen.records()), VcfReading::wider);
    }
    List<String> detail = new ArrayList<>();
    detail.add(build.text(assembly));
    detail.add(format.map(f -> f.key() + " of " + program(f)).orElse("no annotation"));
    detail.add(columns.evidence());
    if (unconfirmed) {
      detail.add("tumour only: germline variants not excluded");
    }
    Map<String, Set<String>> covered = callable.genes(assembly);
    if (!covered.isEmpty()) {
      detail.add("reference blocks or sites show what was sequenced");
    }
    return new VariantLayer(
        variants,
        spread,
        new TreeSet<>(spread.keySet()),
        covered,
        source.provenance("VCF", summary.records(), String.join("; ", detail)));
  }

  private static RecordSpread wider(RecordSpread a, RecordSpread b) {
    return a.genes() >= b.genes() ? a : b;
  }

  /** The annotation of the file, where its layout can be read; else ours has to do. */
  private Optional<AnnotationFormat> annotation(List<String> header) {
    Optional<AnnotationFormat> declared = AnnotationFormat.of(header);
    if (declared.isPresent() && !declared.get().isUsable()) {
      problems.warning(
          "VCF_ANNOTATION_FIELDS",
          SourceLocation.ofFile(source.shown()).atColumn("INFO"),
          declared.get().key()
              + " has no field that names the gene or the consequence, so it is not used",
          "annotate again with the fields Consequence, SYMBOL and Gene among those of --fields");
      return Optional.empty();
    }
    return declared;
  }

  private static String program(AnnotationFormat format) {
    return switch (format.source()) {
      case VEP_CSQ -> "VEP";
      case SNPEFF_ANN -> "SnpEff";
      default -> "bcftools csq";
    };
  }

  private void reportUnconfirmed(SmallVariants variants) {
    if (variants.hasUnconfirmed()) {
      problems.note(
          "VCF_TUMOR_ONLY",
          SourceLocation.ofFile(source.shown()),
          "tumour only: germline variants are not excluded, but for those marked as germline or common in a population",
          "call against a matched normal, or annotate with gnomAD frequencies, where a germline variant must not count");
    }
  }

  private void reportNoTumor(String finding) {
    List<String> columns = codec.columns();
    problems.error(
        "VCF_TUMOR_UNCLEAR",
        SourceLocation.ofLine(source.shown(), 0).atColumn(String.join(",", shown(columns))),
        finding
            + (columns.isEmpty() ? "" : "; the columns are " + String.join(", ", shown(columns))),
        columns.isEmpty()
            ? "name the sample in a sample sheet or with --tumor-sample NAME"
            : "name the tumour with --tumor-sample COLUMN");
  }

  private static List<String> shown(List<String> columns) {
    return columns.size() <= 10 ? columns : columns.subList(0, 10);
  }
}
