package org.cotarget.input.vcf.structural;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
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
  private final Carriers carriers;
  private final CopySegments copies;
  private final StructuralNotes notes;
  private final EventReader reader;
  private final InputProblems problems;
  private final Map<String, List<SomaticVariant>> rearrangements = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();

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
    this.carriers = new Carriers(tumors.size(), normals);
    this.problems = problems;
    this.notes = new StructuralNotes(path, problems);
    this.reader = new EventReader(assembly, problems);
    this.copies =
        new CopySegments(genes.segments(), assembly, path, this.tumors, carriers, notes, problems);
    tumors.forEach(tumor -> rearrangements.put(tumor.id(), new ArrayList<>()));
  }

  /**
   * Takes one record that passes the filters.
   *
   * @param fields columns of the line, as many as the header has
   */
  public void take(long line, String[] fields) {
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
      if (allele.kind() == Kind.OTHER && !StructuralForm.isPlaceholder(allele.text())) {
        notes.notRead();
      }
      if (!depthOnly) {
        junctions(record, i, where);
      }
    }
    copies.take(record, depthOnly, where);
  }

  /** What all records together tell; says what was left out. */
  public Result finish(boolean onlyStructural) {
    notes.report(assembly, onlyStructural);
    return new Result(rearrangements, copies.calls());
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

  private void junctions(StructuralRecord record, int index, SourceLocation where) {
    List<StructuralEvent> events = reader.events(record, index, where);
    if (events.isEmpty()) {
      return;
    }
    boolean inherited = carriers.isInherited(record, index + 1);
    for (Tumor tumor : tumors) {
      Support support = Support.of(record, tumor.column());
      if (!carriers.carries(record, support, index + 1, tumor.column())) {
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
          copies.inner(record, tumor, deletion, where);
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
        String key = record.value("EVENT").orElseGet(event::key);
        if (seen.add(String.join("\t", tumor.id(), gene.symbol(), key))) {
          rearrangements
              .computeIfAbsent(tumor.id(), unused -> new ArrayList<>())
              .add(variant(record, index, support, event, gene, effect, where));
          if (!carriers.isPaired(record)) {
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
        boolean counted = copies.tells(record, tumor, support);
        if (gene.suppressor() && !counted && record.value("PURPLE_CN_CHANGE").isEmpty()) {
          notes.lost(tumor.id(), gene.symbol(), where);
        }
      }
      case NONE -> {}
    }
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
}
