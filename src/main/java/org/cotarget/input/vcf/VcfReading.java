package org.cotarget.input.vcf;

import htsjdk.tribble.TribbleException;
import htsjdk.variant.variantcontext.VariantContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.CopyNumberLayer;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.table.SourceFile;
import org.cotarget.input.vcf.TranscriptChoice.Chosen;
import org.cotarget.input.vcf.structural.StructuralForm;
import org.cotarget.input.vcf.structural.StructuralGenes;
import org.cotarget.input.vcf.structural.StructuralRecords;
import org.cotarget.reference.GenePanel;

/** One pass through one file. */
final class VcfReading {

  private static final String ANNOTATE =
      "annotate the file with VEP, SnpEff or bcftools csq, e.g. vep --vcf --symbol --hgvs --mane --flag_pick --offline --cache";

  private final SourceFile source;
  private final VariantLines lines;
  private final StructuralGenes structuralGenes;
  private final InputProblems problems;
  private final VcfReader.Options options;
  private final TranscriptChoice choice;
  private final SiteCodec codec;
  private final Optional<AnnotationFormat> format;
  private final AssemblyEvidence assembly;
  private final DroppedRecords dropped = new DroppedRecords();
  private final Map<String, List<SomaticVariant>> variants = new TreeMap<>();
  private final Map<String, SampleSpread> spread = new TreeMap<>();
  private final NameIndex geneNames = new NameIndex();
  private final NameIndex chromosomeNames = new NameIndex();
  private final BackReferences references = new BackReferences();
  private List<TumorColumns.Tumor> tumors = List.of();
  private long structuralRecords;
  private long records;
  private long small;
  private long annotated;

  VcfReading(
      SourceFile source,
      VariantLines lines,
      GenePanel panel,
      StructuralGenes structuralGenes,
      VcfReader.Options options,
      InputProblems problems)
      throws VcfFormatException {
    this.source = source;
    this.lines = lines;
    this.structuralGenes = structuralGenes;
    this.options = options;
    this.problems = problems;
    this.choice = new TranscriptChoice(panel);
    this.codec = new SiteCodec(lines.header());
    this.format = AnnotationFormat.of(lines.header());
    this.assembly = new AssemblyEvidence(lines.header(), options.assembly());
  }

  /** Empty, with a problem, where the tumours are not known. */
  Optional<VariantFile> read(String fileStem) throws IOException {
    reportAssembly();
    TumorColumns columns = new TumorColumns(lines.header(), codec.columns());
    TumorColumns.Decision decision = columns.decide(options, fileStem);
    tumors = decision.tumors();
    StructuralRecords structural =
        new StructuralRecords(
            structuralGenes,
            assembly.assembly(),
            source.shown(),
            tumors.stream()
                .map(tumor -> new StructuralRecords.Tumor(tumor.column(), tumor.id()))
                .toList(),
            columns.normals(tumors),
            problems);
    if (tumors.isEmpty()) {
      reportNoTumor(decision.evidence());
    }
    if (format.isPresent() && !format.get().isUsable()) {
      throw new VcfFormatException(
          "VCF_ANNOTATION_FIELDS",
          0,
          format.get().key() + " has no field that names the gene or the consequence",
          "annotate again with the fields Consequence, SYMBOL and Gene among those of --fields");
    }
    for (TumorColumns.Tumor tumor : tumors) {
      spread.put(tumor.id(), new SampleSpread());
      variants.put(tumor.id(), new ArrayList<>());
    }
    for (String line = lines.next(); line != null; line = lines.next()) {
      records++;
      record(line, structural);
    }
    if (small > 0 && annotated == 0) {
      throw notAnnotated(
          "none of "
              + small
              + " small variants has a value in "
              + format.map(AnnotationFormat::key).orElse("INFO"));
    }
    dropped.report(source.shown(), problems);
    boolean onlyStructural =
        small == 0 && (structuralRecords > 0 || StructuralForm.isStructuralHeader(lines.header()));
    StructuralRecords.Result found = structural.finish(onlyStructural);
    return tumors.isEmpty()
        ? Optional.empty()
        : Optional.of(file(decision.evidence(), found, onlyStructural));
  }

  private VariantFile file(
      String evidence, StructuralRecords.Result structural, boolean onlyStructural)
      throws IOException {
    VariantLayer layer = layer(evidence, structural, onlyStructural);
    return new VariantFile(
        layer,
        structural.copyNumbers().map(calls -> new CopyNumberLayer(calls, layer.file())),
        !onlyStructural);
  }

  private VariantLayer layer(
      String evidence, StructuralRecords.Result structural, boolean onlyStructural)
      throws IOException {
    structural
        .rearrangements()
        .forEach(
            (id, found) -> variants.computeIfAbsent(id, key -> new ArrayList<>()).addAll(found));
    Map<String, VariantLayer.RecordSpread> spreads = new TreeMap<>();
    spread.forEach((id, seen) -> spreads.put(id, seen.toRecord()));
    Set<String> sequenced = new TreeSet<>(spread.keySet());
    String annotation = format.map(f -> f.key() + " of " + program(f)).orElse("no annotation");
    if (onlyStructural) {
      String detail = String.join("; ", assembly.text(), evidence);
      return new VariantLayer(
          variants,
          Map.of(),
          Set.of(),
          source.provenance("VCF of structural variants", records, detail));
    }
    String detail = String.join("; ", assembly.text(), annotation, evidence);
    return new VariantLayer(
        variants, spreads, sequenced, source.provenance("VCF", records, detail));
  }

  private static String program(AnnotationFormat format) {
    return switch (format.source()) {
      case VEP_CSQ -> "VEP";
      case SNPEFF_ANN -> "SnpEff";
      default -> "bcftools csq";
    };
  }

  private void record(String line, StructuralRecords structural) throws VcfFormatException {
    String[] fields = line.split("\t", -1);
    boolean isStructural =
        codec.isComplete(fields)
            && StructuralForm.concerns(fields)
            && (format.isEmpty() || !StructuralForm.isBases(fields[4]));
    if (isStructural) {
      structuralRecords++;
      if (passes(StructuralForm.filters(fields))) {
        structural.take(lines.line(), fields, format.isEmpty());
      }
      if (!StructuralForm.hasBases(fields[4]) || format.isEmpty()) {
        return;
      }
    }
    VariantContext site;
    try {
      site = codec.decode(fields);
    } catch (TribbleException | IllegalArgumentException | IllegalStateException e) {
      problems.error(
          "VCF_RECORD",
          here(),
          "the record cannot be read: " + SiteCodec.plain(e),
          "mend or remove the line; bcftools view shows what is wrong with it");
      return;
    }
    SiteAlleles alleles = SiteCodec.alleles(site);
    if (alleles.count() == 0) {
      return;
    }
    if (!isStructural && !passes(site.getFilters())) {
      return;
    }
    Sample[] carriers = carriers(fields, alleles);
    for (int alternate = 0; alternate < alleles.count(); alternate++) {
      if (!alleles.isSmallVariant(alternate)) {
        if (alleles.alternate(alternate).equals("*")) {
          dropped.notSmall();
        }
        continue;
      }
      small++;
      if (format.isEmpty()) {
        throw notAnnotated(
            "the header defines none of INFO/CSQ (VEP), ANN (SnpEff) and BCSQ (bcftools csq)");
      }
      allele(site, fields[7], alleles, alternate, carriers, format.get());
    }
  }

  private VcfFormatException notAnnotated(String finding) {
    return new VcfFormatException("VCF_NOT_ANNOTATED", 0, finding, ANNOTATE);
  }

  private boolean passes(Collection<String> filters) {
    boolean passes = true;
    for (String filter : new TreeSet<>(filters)) {
      if (!filter.equals("PASS")
          && !filter.equals(".")
          && !options.includedFilters().contains(filter)) {
        dropped.filtered(filter);
        passes = false;
      }
    }
    return passes;
  }

  /** A tumour's values in the current record. */
  private record Sample(TumorColumns.Tumor tumor, FieldValues values, Genotype genotype) {}

  private Sample[] carriers(String[] fields, SiteAlleles alleles) {
    FieldValues info = FieldValues.ofInfo(fields[7]);
    Sample[] samples = new Sample[tumors.size()];
    for (int i = 0; i < samples.length; i++) {
      TumorColumns.Tumor tumor = tumors.get(i);
      boolean column = tumor.column() >= 0;
      FieldValues values =
          column ? FieldValues.ofSample(fields[8], fields[9 + tumor.column()]) : info;
      samples[i] =
          new Sample(tumor, values, Genotype.of(values, info, alleles, column, tumors.size() == 1));
    }
    return samples;
  }

  private void allele(
      VariantContext site,
      String info,
      SiteAlleles alleles,
      int alternate,
      Sample[] samples,
      AnnotationFormat layout) {
    List<String> entries = site.getAttributeAsStringList(layout.key(), "");
    if (!entries.isEmpty()) {
      annotated++;
    }
    List<TranscriptAnnotation> annotations =
        layout.ofAllele(references.resolve(site.getContig(), entries), alleles, alternate);
    List<Chosen> chosen = choice.choose(annotations);
    references.remember(site.getContig(), site.getStart(), entries, !chosen.isEmpty());
    boolean carried =
        Arrays.stream(samples).anyMatch(s -> s.genotype().of(alternate) == Genotype.State.CARRIED);
    if (carried && annotations.isEmpty() && choice.namesPanelGene(layout, entries)) {
      problems.warning(
          "VCF_ANNOTATION_ALLELE",
          here(),
          "no " + layout.key() + " entry is for the allele " + alleles.alternate(alternate),
          "split and normalise the records first (bcftools norm -m-), then annotate");
    }
    for (Sample sample : samples) {
      switch (sample.genotype().of(alternate)) {
        case CARRIED -> {
          count(sample.tumor().id(), site.getContig(), annotations);
          for (Chosen gene : chosen) {
            add(site, info, alleles, alternate, sample, gene, layout);
          }
        }
        case GERMLINE -> dropped.germline();
        case LOST_HETEROZYGOSITY -> dropped.lostHeterozygosity();
        case NO_CALL -> {
          if (!chosen.isEmpty()) {
            dropped.noCall();
          }
        }
        case NOT_CARRIED -> {}
      }
    }
  }

  private void count(String id, String chrom, List<TranscriptAnnotation> annotations) {
    SampleSpread seen = spread.computeIfAbsent(id, unused -> new SampleSpread());
    seen.record(chromosomeNames.of(chrom));
    for (TranscriptAnnotation annotation : annotations) {
      if (annotation.isInGene() && !annotation.symbol().isEmpty()) {
        seen.gene(geneNames.of(annotation.symbol()));
      }
    }
  }

  private void add(
      VariantContext site,
      String info,
      SiteAlleles alleles,
      int alternate,
      Sample sample,
      Chosen gene,
      AnnotationFormat layout) {
    TranscriptAnnotation annotation = gene.annotation();
    FieldValues values = sample.tumor().column() < 0 ? FieldValues.ofInfo(info) : sample.values();
    AlleleReads reads = AlleleReads.of(values, alleles, alternate);
    String filter =
        site.getFilters().isEmpty() ? "PASS" : String.join(";", new TreeSet<>(site.getFilters()));
    List<SomaticVariant> list =
        variants.computeIfAbsent(sample.tumor().id(), unused -> new ArrayList<>());
    list.add(
        new SomaticVariant(
            gene.symbol(),
            assembly.assembly(),
            site.getContig(),
            site.getStart(),
            site.getStart(),
            alleles.reference(),
            alleles.alternate(alternate),
            annotation.consequence(),
            annotation.protein(),
            annotation.hgvsC(),
            annotation.hgvsP(),
            annotation.transcript(),
            reads.depth(),
            reads.alternateDepth(),
            reads.fraction(),
            filter,
            layout.source(),
            AnnotationCheck.NONE,
            "",
            here()));
  }

  private SourceLocation here() {
    return SourceLocation.ofLine(source.shown(), lines.line());
  }

  private void reportAssembly() {
    SourceLocation where = SourceLocation.ofFile(source.shown());
    if (assembly.isConflict()) {
      problems.error(
          "VCF_BUILD_CONFLICT",
          where,
          "the assembly is contradictory: " + assembly.text(),
          "correct the header or the --assembly option, whichever is wrong");
    } else if (assembly.assembly() == GenomeAssembly.UNKNOWN) {
      problems.warning(
          "VCF_BUILD_UNKNOWN",
          where,
          assembly.hasForeignLength()
              ? "the contig lengths are those of neither GRCh37 nor GRCh38"
              : "nothing in the header tells the assembly",
          "name it with --assembly, or keep the ##contig lines of the reference in the header");
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

  /** Small numbers for names, so that a set of them for each sample is a bit set. */
  private static final class NameIndex {
    private final Map<String, Integer> byName = new HashMap<>();

    int of(String name) {
      return byName.computeIfAbsent(name, unused -> byName.size());
    }
  }
}
