package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.AnnotationCheck.Agreement;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our reading against the protein changes of the TCGA breast MAF, whose annotation is of 2012 and
 * names no transcript. Every difference is listed here with its cause; {@code docs/validation.md}
 * has the same list. Passes without the data.
 */
class MafAgreementTest {

  private static final Path DATA = Path.of("../shared/data");
  private static final Reference REFERENCE = ReferenceLoader.bundled();

  /** Why the MAF says something else. */
  private enum Cause {
    /** The MAF numbers the residues of another isoform. */
    OTHER_TRANSCRIPT,
    /** The MAF is not right by the sequence. */
    UPSTREAM_ERROR
  }

  private static final Map<String, Cause> DIFFERENCES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("DEPDC5 22:32239673 C>G", Cause.OTHER_TRANSCRIPT),
              Map.entry("DEPDC5 22:32241185 C>T", Cause.OTHER_TRANSCRIPT),
              Map.entry("DEPDC5 22:32272223 G>T", Cause.OTHER_TRANSCRIPT),
              Map.entry("DEPDC5 22:32275716 G>C", Cause.OTHER_TRANSCRIPT),
              Map.entry("DEPDC5 22:32289637 A>G", Cause.OTHER_TRANSCRIPT),
              Map.entry("DEPDC5 22:32289734 G>T", Cause.OTHER_TRANSCRIPT),
              Map.entry("DEPDC5 22:32293469 T>A", Cause.OTHER_TRANSCRIPT),
              Map.entry("DEPDC5 22:32297755 G>A", Cause.OTHER_TRANSCRIPT),
              Map.entry("MET 7:116399515 G>A", Cause.OTHER_TRANSCRIPT),
              Map.entry("MET 7:116411936 G>C", Cause.OTHER_TRANSCRIPT),
              Map.entry("MET 7:116418932 G>A", Cause.OTHER_TRANSCRIPT),
              // Frameshifts named by the residue after the first that differs.
              Map.entry("PTEN 10:89653844 A>-", Cause.UPSTREAM_ERROR),
              Map.entry("TP53 17:7578408 C>-", Cause.UPSTREAM_ERROR)));

  /** The study folder leaves silent variants out. */
  private static final String SILENT = "DEPDC5 22:32239673 C>G";

  @ParameterizedTest
  @ValueSource(strings = {"tcga-brca/firehose_BRCA.maf.gz", "tcga-brca-study/data_mutations.txt"})
  void everyDifferenceIsExplained(String name) {
    List<SomaticVariant> variants = compared(DATA.resolve(name));
    List<SomaticVariant> substitutions = variants.stream().filter(isIndel().negate()).toList();
    List<SomaticVariant> indels = variants.stream().filter(isIndel()).toList();
    Set<String> differences = new TreeSet<>();
    variants.stream()
        .filter(v -> v.check().agreement() == Agreement.DIFFERS)
        .forEach(v -> differences.add(text(v)));

    System.out.printf(
        "%s: %d of %d substitutions and %d of %d indels agree, %d of them by frame and codon%n",
        name,
        agreeing(substitutions),
        substitutions.size(),
        agreeing(indels),
        indels.size(),
        indels.stream().filter(v -> v.check().reason().startsWith("codon")).count());
    Set<String> expected = new TreeSet<>(DIFFERENCES.keySet());
    if (name.endsWith("data_mutations.txt")) {
      expected.remove(SILENT);
    }
    assertThat(differences).isEqualTo(expected);
    assertThat(substitutions).hasSizeGreaterThan(650);
    assertThat(indels).hasSizeGreaterThan(90);
    assertThat(share(indels)).isGreaterThanOrEqualTo(0.98);
    assertThat(
            share(
                substitutions.stream()
                    .filter(v -> DIFFERENCES.get(text(v)) != Cause.OTHER_TRANSCRIPT)
                    .toList()))
        .isGreaterThanOrEqualTo(0.995);
  }

  /** Variants of which both the MAF and the panel transcript name a change of the protein. */
  private static List<SomaticVariant> compared(Path file) {
    assumeThat(file).as("TCGA data, without which this is skipped").exists();
    CohortReader.Reading reading =
        new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE))
            .read(new Requests().maf(file).build());
    return new VariantAnnotator(REFERENCE)
        .annotate(reading.cohort().orElseThrow())
        .samples()
        .flatMap(sample -> sample.variants().stream())
        .filter(v -> v.annotation() == SomaticVariant.Annotation.MAF)
        .filter(v -> v.protein().isPresent())
        .filter(v -> v.check().agreement() != Agreement.NOT_COMPARED)
        .peek(v -> assertThat(v.assembly()).isEqualTo(GenomeAssembly.GRCH37))
        .toList();
  }

  private static Predicate<SomaticVariant> isIndel() {
    return v -> v.ref().equals("-") || v.alt().equals("-");
  }

  private static long agreeing(List<SomaticVariant> variants) {
    return variants.stream().filter(v -> v.check().agreement() == Agreement.AGREES).count();
  }

  private static double share(List<SomaticVariant> variants) {
    return (double) agreeing(variants) / variants.size();
  }

  private static String text(SomaticVariant v) {
    return v.gene() + ' ' + v.chrom() + ':' + v.position() + ' ' + v.ref() + '>' + v.alt();
  }
}
