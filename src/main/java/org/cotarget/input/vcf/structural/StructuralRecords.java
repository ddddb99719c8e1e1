package org.cotarget.input.vcf.structural;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.copynumber.GeneSegments;
import org.cotarget.input.layer.ChromosomeLengths;
import org.cotarget.input.vcf.structural.StructuralAllele.Kind;

/**
 * The structural and copy-number records of one file. A gene that an event breaks gets a {@link
 * Consequence#GENE_FUSION}, once for each event however many records write it; the copies that
 * records tell become those of the genes under them. A gene without a record has neither: a file
 * that lists events says nothing of the rest.
 */
public final class StructuralRecords {

  /**
   * A tumour of the file.
   *
   * @param column index among the sample columns from 0, or -1 where the file has none
   * @param id sample id
   */
  public record Tumor(int column, String id) {}

  /**
   * What the file holds.
   *
   * @param rearrangements broken genes by tumour; every tumour is a key
   * @param copyNumbers copies of panel genes by tumour, each tumour a key; empty where no record
   *     tells any
   */
  public record Result(
      Map<String, List<SomaticVariant>> rearrangements,
      Optional<Map<String, List<CopyNumberCall>>> copyNumbers) {}

  private final StructuralGenes genes;
  private final GenomeAssembly assembly;
  private final String path;
  private final List<Tumor> tumors;
  private final List<Integer> normals;
  private final StructuralNotes notes;
  private final EventReader reader;
  private final Copies copies;
  private final InputProblems problems;
  private final Map<String, InnerCopies> innerCopies = new TreeMap<>();
  private final Map<String, List<SomaticVariant>> rearrangements = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private final GeneSegments.Placed segments;
  private boolean tellsCopies;

  /**
   * Starts an empty file.
   *
   * @param assembly assembly of the coordinates
   * @param path the file as problems name it
   * @param normals sample columns that are known to be normals
   */
  public StructuralRecords(
      StructuralGenes genes,
      GenomeAssembly assembly,
      String path,
      List<Tumor> tumors,
      List<Integer> normals,
      InputProblems problems) {
    this.genes = genes;
    this.assembly = assembly;
    this.path = path;
    this.tumors = List.copyOf(tumors);
    this.normals = List.copyOf(normals);
    this.problems = problems;
    this.notes = new StructuralNotes(path, problems);
    this.reader = new EventReader(assembly, problems);
    this.copies = new Copies(problems);
    this.segments = genes.segments().on(assembly);
    tumors.forEach(tumor -> rearrangements.put(tumor.id(), new ArrayList<>()));
  }

  /**
   * Whether a record is structural: it has a symbolic allele, a breakend, an unchanged segment with
   * its copies, or bases that the caller declares to be a structural variant.
   *
   * @param fields columns of the line, at least eight
   */
  public static boolean concerns(String[] fields) {
    if (!RecordExtent.isStructural(fields[4])) {
      return fields[7].startsWith("SVTYPE=") || fields[7].contains(";SVTYPE=");
    }
    if (fields[4].equals(".") && !fields[7].contains("END=")) {
      return false;
    }
    StructuralRecord record = StructuralRecord.of(fields);
    return record.alleles().stream()
        .anyMatch(
            allele ->
                allele.kind() == Kind.REFERENCE
                    ? record.hasDepthKeys() && record.flag("END")
                    : allele.kind() != Kind.SEQUENCE && !isPlaceholder(allele.text()));
  }

  private static boolean isPlaceholder(String allele) {
    return allele.equals("*") || allele.equals("<*>") || allele.startsWith("<NON_REF");
  }

  /** The words of FILTER that judge a record; that FACETS marks a neutral segment is no fault. */
  public static List<String> filters(String[] fields) {
    List<String> words = new ArrayList<>(List.of(fields[6].split(";", -1)));
    if (fields[7].contains("SVTYPE=NEUTR")) {
      words.removeIf(word -> word.equals("neutral"));
    }
    return words;
  }

  /**
   * Takes one record that passes the filters.
   *
   * @param fields columns of the line, as many as the header has
   * @param sequences whether alleles that are written as bases are to be read, too; they are not
   *     where an annotation tells what they do
   */
  public void take(long line, String[] fields, boolean sequences) {
    StructuralRecord record = StructuralRecord.of(fields);
    SourceLocation where = SourceLocation.ofLine(path, line);
    if (record.position() < 0) {
      problems.error(
          "VCF_SV_RANGE",
          where.atColumn("POS"),
          "POS '" + fields[1] + "' is no position",
          "write the position in digits");
      return;
    }
    if (assembly == GenomeAssembly.UNKNOWN) {
      notes.unplaced(line);
      return;
    }
    if (!touchesGene(fields)) {
      return;
    }
    boolean depthOnly = record.isDepthOnly();
    for (int i = 0; i < record.alleles().size(); i++) {
      StructuralAllele allele = record.alleles().get(i);
      if (allele.kind() == Kind.OTHER && !isPlaceholder(allele.text())) {
        notes.notRead();
      }
      if (!depthOnly && (sequences || allele.kind() != Kind.SEQUENCE)) {
        junctions(record, i, where);
      }
    }
    segment(record, depthOnly, where);
  }

  /** What all records together tell; says what was left out. */
  public Result finish(boolean onlyStructural) {
    notes.report(assembly, onlyStructural);
    Map<String, List<CopyNumberCall>> calls = new TreeMap<>();
    tumors.forEach(tumor -> calls.put(tumor.id(), segments.calls(tumor.id())));
    return new Result(rearrangements, tellsCopies ? Optional.of(calls) : Optional.empty());
  }

  private boolean touchesGene(String[] fields) {
    for (RecordExtent.Stretch stretch : RecordExtent.of(fields)) {
      for (PlacedGene gene : genes.on(assembly, stretch.chrom())) {
        if (gene.touches(stretch.start(), stretch.end() + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isInherited(StructuralRecord record, int allele) {
    return !record.flag("SOMATIC")
        && normals.stream().anyMatch(column -> Support.of(record, column).calls(allele));
  }

  private boolean carries(StructuralRecord record, Support support, int allele, int column) {
    if (column < 0 || support.calls(allele)) {
      return true;
    }
    if (support.isCalled()) {
      // A caller that says SOMATIC of a tumour with few reads may still write 0/0.
      return record.flag("SOMATIC") && support.alternate() > 0;
    }
    return support.alternate() > 0
        || (support.alternate() < 0 && tumors.size() == 1 && !record.keys().contains("GT"));
  }

  private void junctions(StructuralRecord record, int index, SourceLocation where) {
    List<StructuralEvent> events = reader.events(record, index, where);
    if (events.isEmpty()) {
      return;
    }
    boolean inherited = isInherited(record, index + 1);
    for (Tumor tumor : tumors) {
      Support support = Support.of(record, tumor.column());
      if (!carries(record, support, index + 1, tumor.column())) {
        continue;
      }
      for (StructuralEvent event : events) {
        for (PlacedGene gene : genes.on(assembly, event.chrom())) {
          if (gene.touches(event.from(), event.to())) {
            if (inherited) {
              notes.germline();
            } else {
              judge(record, index, tumor, support, event, gene, where);
            }
          }
        }
        if (!inherited && event instanceof StructuralEvent.Deletion deletion) {
          innerCopies(record, tumor, deletion, where);
        }
      }
    }
  }

  private void judge(
      StructuralRecord record,
      int index,
      Tumor tumor,
      Support support,
      StructuralEvent event,
      PlacedGene gene,
      SourceLocation where) {
    Effect effect = event.on(gene);
    switch (effect.kind()) {
      case BROKEN -> {
        String key = record.value("EVENT").orElseGet(() -> key(event));
        if (seen.add(String.join("\t", tumor.id(), gene.symbol(), key))) {
          rearrangements
              .computeIfAbsent(tumor.id(), unused -> new ArrayList<>())
              .add(variant(record, index, support, event, gene, effect, where));
          if (normals.isEmpty() && !record.flag("SOMATIC")) {
            notes.unpaired();
          }
        }
      }
      case UNCERTAIN -> {
        if (gene.suppressor()) {
          notes.uncertain(tumor.id(), gene.symbol(), effect.text(), where);
        }
      }
      case LOST -> {
        boolean counted =
            copies
                .of(record, tumor.column(), tumors.size() == 1, isPaired(record), support, where)
                .isPresent();
        if (gene.suppressor() && !counted && record.value("PURPLE_CN_CHANGE").isEmpty()) {
          notes.lost(tumor.id(), gene.symbol(), where);
        }
      }
      case NONE -> {}
    }
  }

  /** Both breakend records of a junction come to the same key. */
  private static String key(StructuralEvent event) {
    String chrom = ChromosomeLengths.plainName(event.chrom());
    String type = event.getClass().getSimpleName();
    return String.join(
        ":", type, chrom, String.valueOf(event.from()), String.valueOf(event.to()));
  }

  private SomaticVariant variant(
      StructuralRecord record,
      int index,
      Support support,
      StructuralEvent event,
      PlacedGene gene,
      Effect effect,
      SourceLocation where) {
    boolean here =
        ChromosomeLengths.plainName(record.chrom())
            .equals(ChromosomeLengths.plainName(event.chrom()));
    long position = here ? record.position() : event.from();
    String label =
        event instanceof StructuralEvent.Junction junction
            ? gene.symbol() + "-" + partner(junction)
            : effect.text();
    String filter = record.cells().get(6).equals(".") ? "PASS" : record.cells().get(6);
    return new SomaticVariant(
        gene.symbol(),
        assembly,
        here ? record.chrom() : event.chrom(),
        position,
        position,
        "",
        record.alleles().get(index).text(),
        Consequence.GENE_FUSION,
        Optional.empty(),
        "",
        label,
        "",
        (int) Math.min(Integer.MAX_VALUE, support.depth()),
        (int) Math.min(Integer.MAX_VALUE, support.alternate()),
        support.fraction(),
        filter,
        SomaticVariant.Annotation.COTARGET,
        AnnotationCheck.NONE,
        "",
        where);
  }

  private String partner(StructuralEvent.Junction junction) {
    for (PlacedGene gene : genes.on(assembly, junction.partnerChrom())) {
      if (gene.touches(junction.partnerPosition(), junction.partnerPosition())) {
        return gene.symbol();
      }
    }
    return junction.partnerChrom() + ":" + junction.partnerPosition();
  }

  private void innerCopies(
      StructuralRecord record,
      Tumor tumor,
      StructuralEvent.Deletion deletion,
      SourceLocation where) {
    OptionalDouble inner =
        innerCopies
            .computeIfAbsent(tumor.id(), unused -> new InnerCopies())
            .take(record, key(deletion));
    if (inner.isPresent()) {
      tellsCopies = true;
      segments.add(
          tumor.id(),
          deletion.chrom(),
          deletion.first().at() + 1,
          deletion.second().at(),
          Scale.ABSOLUTE,
          inner.getAsDouble(),
          where.atColumn("INFO/PURPLE_CN"));
    }
  }

  /** Adds the copies that a record tells, once for each tumour. */
  private void segment(StructuralRecord record, boolean depthOnly, SourceLocation where) {
    int index = countingAllele(record);
    if (index < 0) {
      return;
    }
    Optional<EventReader.Stretch> stretch =
        depthOnly || record.alleles().get(index).isSegment()
            ? reader.stretch(record, index, where)
            : quietStretch(record, index);
    if (stretch.isEmpty()) {
      return;
    }
    for (Tumor tumor : tumors) {
      Support support = Support.of(record, tumor.column());
      boolean calledWithout = support.isCalled() && !support.calls(index + 1);
      if (!depthOnly && !record.alleles().get(index).isSegment()) {
        // What the tumour does not carry says nothing of its copies; nor does what is inherited.
        if (calledWithout || isInherited(record, index + 1)) {
          continue;
        }
      }
      copies
          .of(record, tumor.column(), tumors.size() == 1, isPaired(record), support, where)
          .ifPresent(value -> add(tumor, record, stretch.get(), value, where));
    }
  }

  private void add(
      Tumor tumor,
      StructuralRecord record,
      EventReader.Stretch stretch,
      Copies.Value value,
      SourceLocation where) {
    tellsCopies = true;
    if (value.byGenotype()) {
      notes.byGenotype();
    }
    segments.add(
        tumor.id(),
        record.chrom(),
        stretch.start(),
        stretch.end(),
        value.scale(),
        value.number(),
        where);
  }

  /** The stretch of a junction; what is wrong with it was reported when its event was read. */
  private Optional<EventReader.Stretch> quietStretch(StructuralRecord record, int index) {
    return new EventReader(assembly, new InputProblems())
        .stretch(record, index, SourceLocation.ofFile(path));
  }

  /** Index of the allele whose stretch the copies of the record are about, or -1. */
  private static int countingAllele(StructuralRecord record) {
    for (int i = 0; i < record.alleles().size(); i++) {
      Kind kind = record.alleles().get(i).kind();
      if (kind == Kind.DELETION
          || kind == Kind.DUPLICATION
          || record.alleles().get(i).isSegment()) {
        return i;
      }
    }
    return -1;
  }

  private boolean isPaired(StructuralRecord record) {
    return record.flag("SOMATIC") || !normals.isEmpty();
  }

  /**
   * Whether a header is that of a caller of structural variants or copy numbers, so that a file
   * without a record was not searched for small variants.
   */
  public static boolean isStructuralHeader(List<String> header) {
    return header.stream()
        .map(line -> line.toUpperCase(Locale.ROOT))
        .anyMatch(
            line ->
                line.startsWith("##INFO=<ID=SVTYPE,")
                    || line.matches("##ALT=<ID=(DEL|DUP|CNV|INV|BND|CN\\d+)[,:].*")
                    || line.startsWith("##SOURCE=DRAGEN_CNV"));
  }
}
