package org.cotarget.input.vcf.structural;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.ChromosomeLengths;
import org.cotarget.input.vcf.structural.StructuralAllele.Kind;
import org.cotarget.input.vcf.structural.StructuralAllele.Mate;

/**
 * Reads the event that an allele stands for. Callers that write all events as pairs of breakends
 * (GRIDSS, PURPLE) mean deletions, duplications and inversions by those on one chromosome; they are
 * read as such by the sides that each end keeps.
 */
final class EventReader {

  private final GenomeAssembly assembly;
  private final InputProblems problems;

  EventReader(GenomeAssembly assembly, InputProblems problems) {
    this.assembly = assembly;
    this.problems = problems;
  }

  /** One end of a junction: where it breaks and whether it keeps what is left of the break. */
  private record End(String chrom, Break point, boolean keepsLeft, long position) {}

  /**
   * The stretch of an allele.
   *
   * @param start first base
   * @param end last base
   */
  record Stretch(long start, long end) {}

  /**
   * The events of an allele, one for each chromosome that it concerns; none for a segment and for
   * what is no event or cannot be read, which is then reported.
   */
  List<StructuralEvent> events(StructuralRecord record, int index, SourceLocation where) {
    StructuralAllele allele = record.alleles().get(index);
    return switch (allele.kind()) {
      case DELETION, DUPLICATION, INVERSION -> stretchEvent(record, index, where);
      case INSERTION ->
          List.of(
              new StructuralEvent.Insertion(record.chrom(), localBreak(record, record.position())));
      case BREAKEND -> allele.mate().map(mate -> paired(record, allele, mate)).orElse(List.of());
      case SINGLE_BREAKEND ->
          List.of(
              new StructuralEvent.LooseEnd(
                  record.chrom(), localBreak(record, breakAt(record, allele.keepsLeft()))));
      case TRANSLOCATION -> translocation(record, where);
      case BROKEN -> {
        problems.error(
            "VCF_SV_MATE",
            where.atColumn("ALT"),
            allele.text() + " is no breakend: it names no place of the form t[chr:pos[",
            "correct the allele, or remove the record");
        yield List.of();
      }
      // Our own annotation tells what alleles do that are written as bases.
      case SEQUENCE, COPY_NUMBER, COPY_ALLELE, LOH, REFERENCE, OTHER -> List.of();
    };
  }

  /** The bases of an allele that has an end; empty, reported, where the record does not tell it. */
  Optional<Stretch> stretch(StructuralRecord record, int index, SourceLocation where) {
    OptionalLong end = record.end(index);
    if (end.isEmpty()) {
      problems.error(
          "VCF_SV_END",
          where.atColumn("INFO"),
          record.alleles().get(index).text()
              + " has neither END nor SVLEN, so its end is not known",
          "write END=last base into INFO");
      return Optional.empty();
    }
    if (end.getAsLong() < record.position()) {
      problems.error(
          "VCF_SV_RANGE",
          where.atColumn("INFO/END"),
          "END " + end.getAsLong() + " lies before POS " + record.position(),
          "correct END, or POS");
      return Optional.empty();
    }
    String chrom = ChromosomeLengths.plainName(record.chrom());
    OptionalLong length = ChromosomeLengths.length(assembly, chrom);
    if (length.isPresent() && end.getAsLong() > length.getAsLong()) {
      problems.error(
          "VCF_SV_RANGE",
          where.atColumn("INFO/END"),
          "END "
              + end.getAsLong()
              + " lies behind the end of chromosome "
              + chrom
              + " in "
              + assembly.label(),
          "name the assembly that the calls were made on with --assembly");
      return Optional.empty();
    }
    return Optional.of(new Stretch(record.position() + 1, end.getAsLong()));
  }

  private List<StructuralEvent> stretchEvent(
      StructuralRecord record, int index, SourceLocation where) {
    Optional<Stretch> stretch = stretch(record, index, where);
    if (stretch.isEmpty()) {
      return List.of();
    }
    StructuralAllele allele = record.alleles().get(index);
    OptionalLong length = record.length(index);
    if (allele.kind() == Kind.DUPLICATION && length.isPresent() && length.getAsLong() < 0) {
      problems.warning(
          "VCF_SV_LENGTH",
          where.atColumn("INFO/SVLEN"),
          "SVLEN " + length.getAsLong() + " of a duplication is negative; its amount is read",
          "write the length of a duplication without a sign");
    }
    Break first = localBreak(record, record.position());
    Break second = Break.of(stretch.get().end(), record.value("CIEND").orElse(""));
    return List.of(shaped(allele.kind(), record.chrom(), first, second));
  }

  private static StructuralEvent shaped(Kind kind, String chrom, Break first, Break second) {
    return switch (kind) {
      case DELETION -> new StructuralEvent.Deletion(chrom, first, second);
      case DUPLICATION -> new StructuralEvent.Duplication(chrom, first, second);
      default -> new StructuralEvent.Inversion(chrom, first, second);
    };
  }

  private static List<StructuralEvent> paired(
      StructuralRecord record, StructuralAllele allele, Mate mate) {
    End here =
        new End(
            record.chrom(),
            localBreak(record, breakAt(record, allele.keepsLeft())),
            allele.keepsLeft(),
            record.position());
    String interval = record.value("CIRPOS").or(() -> record.value("CIEND")).orElse("");
    End there =
        new End(
            mate.chrom(),
            Break.of(mate.toRight() ? mate.position() - 1 : mate.position(), interval),
            !mate.toRight(),
            mate.position());
    return joined(here, there);
  }

  private static List<StructuralEvent> joined(End here, End there) {
    if (!sameChromosome(here.chrom(), there.chrom())) {
      return List.of(
          new StructuralEvent.Junction(here.chrom(), here.point(), there.chrom(), there.position()),
          new StructuralEvent.Junction(
              there.chrom(), there.point(), here.chrom(), here.position()));
    }
    boolean ordered = here.point().at() <= there.point().at();
    End lower = ordered ? here : there;
    End upper = ordered ? there : here;
    Kind kind =
        lower.keepsLeft() == upper.keepsLeft()
            ? Kind.INVERSION
            : lower.keepsLeft() ? Kind.DELETION : Kind.DUPLICATION;
    return List.of(shaped(kind, here.chrom(), lower.point(), upper.point()));
  }

  /** Delly before 0.7.7, SURVIVOR: the partner is CHR2 with END or POS2, the sides are CT. */
  private List<StructuralEvent> translocation(StructuralRecord record, SourceLocation where) {
    Optional<String> chrom = record.value("CHR2");
    OptionalLong position =
        StructuralRecord.number(record.value("POS2").or(() -> record.value("END")).orElse(""));
    if (chrom.isEmpty() || position.isEmpty()) {
      problems.error(
          "VCF_SV_MATE",
          where.atColumn(chrom.isEmpty() ? "INFO/CHR2" : "INFO/END"),
          "the record names no partner: it has no "
              + (chrom.isEmpty() ? "CHR2" : "END or POS2 that is a number"),
          "write CHR2 and END, or a breakend allele of the form t[chr:pos[");
      return List.of();
    }
    String sides = record.value("CT").orElse("");
    boolean hereLeft = !sides.startsWith("5to");
    boolean thereLeft = sides.endsWith("to3");
    End here =
        new End(record.chrom(), localBreak(record, record.position()), hereLeft, record.position());
    End there =
        new End(
            chrom.get(),
            Break.of(position.getAsLong(), record.value("CIEND").orElse("")),
            thereLeft,
            position.getAsLong());
    return joined(here, there);
  }

  private static Break localBreak(StructuralRecord record, long at) {
    return Break.of(at, record.value("CIPOS").orElse(""));
  }

  private static long breakAt(StructuralRecord record, boolean keepsLeft) {
    return keepsLeft ? record.position() : record.position() - 1;
  }

  private static boolean sameChromosome(String one, String other) {
    return ChromosomeLengths.plainName(one).equals(ChromosomeLengths.plainName(other));
  }
}
