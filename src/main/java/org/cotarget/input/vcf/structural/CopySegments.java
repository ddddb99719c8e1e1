package org.cotarget.input.vcf.structural;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.copynumber.GeneSegments;
import org.cotarget.input.vcf.structural.StructuralAllele.Kind;

/** Gathers the copies that the records of one file tell of its tumours. */
final class CopySegments {

  private final List<StructuralRecords.Tumor> tumors;
  private final Carriers carriers;
  private final GenomeAssembly assembly;
  private final String path;
  private final EventReader reader;
  private final Copies copies;
  private final StructuralNotes notes;
  private final GeneSegments.Placed segments;
  private final Map<String, InnerCopies> innerCopies = new TreeMap<>();
  private boolean tellsCopies;

  CopySegments(
      GeneSegments genes,
      GenomeAssembly assembly,
      String path,
      List<StructuralRecords.Tumor> tumors,
      Carriers carriers,
      StructuralNotes notes,
      InputProblems problems) {
    this.tumors = tumors;
    this.carriers = carriers;
    this.assembly = assembly;
    this.path = path;
    this.reader = new EventReader(assembly, problems);
    this.copies = new Copies(problems);
    this.notes = notes;
    this.segments = genes.on(assembly);
  }

  /** The calls by tumour, each tumour a key; empty where no record told any. */
  Optional<Map<String, List<CopyNumberCall>>> calls() {
    Map<String, List<CopyNumberCall>> calls = new TreeMap<>();
    tumors.forEach(tumor -> calls.put(tumor.id(), segments.calls(tumor.id())));
    return tellsCopies ? Optional.of(calls) : Optional.empty();
  }

  /** Whether a record tells the copies of a tumour; what is wrong with it is told by taking it. */
  boolean tells(StructuralRecord record, StructuralRecords.Tumor tumor, Support support) {
    return copies(
            new Copies(new InputProblems()), record, tumor, support, SourceLocation.ofFile(path))
        .isPresent();
  }

  private Optional<Copies.Value> copies(
      Copies reading,
      StructuralRecord record,
      StructuralRecords.Tumor tumor,
      Support support,
      SourceLocation where) {
    return reading.of(
        record, tumor.column(), carriers.isAlone(), carriers.isPaired(record), support, where);
  }

  /** Takes the copies between the ends of a deletion, where the caller tells them. */
  void inner(
      StructuralRecord record,
      StructuralRecords.Tumor tumor,
      StructuralEvent.Deletion deletion,
      SourceLocation where) {
    OptionalDouble inner =
        innerCopies
            .computeIfAbsent(tumor.id(), unused -> new InnerCopies())
            .take(record, deletion.key());
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
  void take(StructuralRecord record, boolean depthOnly, SourceLocation where) {
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
    for (StructuralRecords.Tumor tumor : tumors) {
      Support support = Support.of(record, tumor.column());
      boolean calledWithout = support.isCalled() && !support.calls(index + 1);
      if (!depthOnly && !record.alleles().get(index).isSegment()) {
        // What the tumour does not carry says nothing of its copies; nor does what is inherited.
        if (calledWithout || carriers.isInherited(record, index + 1)) {
          continue;
        }
      }
      copies(copies, record, tumor, support, where)
          .ifPresent(value -> add(tumor, record, stretch.get(), value, where));
    }
  }

  private void add(
      StructuralRecords.Tumor tumor,
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
}
