package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.reference.PanelTranscript;
import org.cotarget.reference.PanelTranscript.Exon;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A file without annotation must not lose to a filter of origin what an annotated one keeps: every
 * recurrent change, be it of one base, of several, or of a splice site, and no other.
 */
class HotspotFilterTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final RecurrentChanges RECURRENT =
      new RecurrentChanges(REFERENCE, new VariantAnnotator(REFERENCE));
  private static final String BASES = "ACGT";

  @TempDir Path folder;
  private final InputProblems problems = new InputProblems();

  private VariantLayer read(VcfBuilder vcf, Optional<GenomeAssembly> assembly) throws IOException {
    VcfReader.Options options =
        new VcfReader.Options(Set.of(), Optional.empty(), id -> false, assembly, Set.of());
    return new VcfReader(REFERENCE, RECURRENT, ReaderKind.SCAN)
        .read(vcf.write(folder.resolve("T.vcf")), options, problems)
        .map(VariantFile::variants)
        .orElseThrow();
  }

  /** Everything that the bases from a position on can be changed to. */
  private static void bases(VcfBuilder vcf, PanelTranscript transcript, long first, int count) {
    StringBuilder reference = new StringBuilder();
    for (int i = 0; i < count; i++) {
      reference.append(transcript.base(first + i));
    }
    for (int code = 0; code < 1 << (2 * count); code++) {
      StringBuilder changed = new StringBuilder();
      for (int i = 0; i < count; i++) {
        changed.append(BASES.charAt((code >> (2 * i)) & 3));
      }
      if (!changed.toString().contentEquals(reference)) {
        filtered(vcf, transcript, first, reference.toString(), changed.toString());
      }
    }
  }

  private static void filtered(
      VcfBuilder vcf, PanelTranscript transcript, long position, String ref, String alt) {
    vcf.record(
        String.format(
            "%s %d . %s %s 50 germline . GT:AD 0/1:30,10", transcript.chrom(), position, ref, alt));
  }

  @ParameterizedTest
  @EnumSource(
      value = GenomeAssembly.class,
      names = {"GRCH37", "GRCH38"})
  void keepsEveryRecurrentChangeAndNoOther(GenomeAssembly assembly) throws IOException {
    VcfBuilder vcf = new VcfBuilder().samples("T");
    Set<String> wanted = new TreeSet<>();
    for (PanelTranscript transcript : REFERENCE.transcripts().all()) {
      if (!transcript.assembly().equals(assembly.label()) || !transcript.coding().isKnown()) {
        continue;
      }
      Set<Integer> codons = new TreeSet<>();
      REFERENCE.hotspots().all().stream()
          .filter(row -> row.gene().equals(transcript.gene()))
          .forEach(
              row -> {
                wanted.add(row.gene() + " " + row.proteinChange());
                codons.add(row.codon());
              });
      for (Exon exon : transcript.exons()) {
        for (long position = exon.codingStart(); position <= exon.codingEnd(); position++) {
          int place = transcript.codingPosition(position);
          if (exon.isCoding() && codons.contains((place + 2) / 3)) {
            bases(vcf, transcript, position, 1);
            boolean first = place % 3 == (transcript.forward() ? 1 : 0);
            if (first && position + 2 <= exon.codingEnd()) {
              bases(vcf, transcript, position, 3);
            }
          }
        }
        for (int step = 1; step <= 2; step++) {
          filtered(vcf, transcript, exon.start() - step, "G", "A");
          filtered(vcf, transcript, exon.end() + step, "G", "A");
        }
      }
    }
    Set<String> kept = new TreeSet<>();
    for (SomaticVariant variant :
        read(vcf, Optional.of(assembly)).variants().getOrDefault("T", List.of())) {
      kept.add(RECURRENT.find(variant).orElseThrow());
    }
    assertThat(kept).containsExactlyElementsOf(wanted);
    assertThat(wanted).hasSizeGreaterThan(250);
  }

  /** What is wrong at genes of the other assembly alone lies outside the panel of this file. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '!',
      value = {
        "broken sample        ! chr3 178936091 . G A 50 PASS . GT:AD 0/7:30,10 ! ''",
        "broken REF           ! chr3 178936091 . - A 50 PASS . GT:AD 0/1:30,10 ! ''",
        "ALT is REF           ! chr3 178936091 . G G 50 PASS . GT:AD 0/1:30,10 ! ''",
        "other letters        ! chr3 178936091 . R A 50 PASS . GT:AD 0/1:30,10 ! ''",
        "filtered             ! chr3 178936091 . G A 50 weak . GT:AD 0/1:30,10 ! ''",
        "here: broken sample  ! chr3 179218303 . G A 50 PASS . GT:AD 0/7:30,10 ! VCF_RECORD",
        "here: ALT is REF     ! chr3 179218303 . G G 50 PASS . GT:AD 0/1:30,10 ! VCF_ALT_IS_REF",
        "here: filtered       ! chr3 179218303 . G A 50 weak . GT:AD 0/1:30,10 ! VCF_FILTERED VCF_HOTSPOT_FILTERED",
        "no position          ! chr3 x . G A 50 PASS . GT:AD 0/1:30,10 ! VCF_RECORD",
      })
  void isSilentOnTheOtherAssembly(String name, String record, String codes) throws IOException {
    VcfBuilder vcf =
        new VcfBuilder().meta("##contig=<ID=chr3,length=198295559>").samples("T").record(record);
    read(vcf, Optional.empty());
    String found =
        problems.sorted().stream()
            .map(InputProblem::code)
            .filter(code -> !code.equals("VCF_TUMOR_ONLY"))
            .sorted()
            .collect(Collectors.joining(" "));
    assertThat(found).as(name).isEqualTo(codes);
  }

  /**
   * chr1:11184573 is MTOR S2215 on GRCh37; on GRCh38 it lies in an intron of the same gene. The
   * file names no change, so only the position can tell.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "249250621 ! germline ! .         ! 1 ! VCF_HOTSPOT_KEPT",
        "248956422 ! germline ! .         ! 0 ! VCF_FILTERED",
        "249250621 ! PASS     ! AF=0.01   ! 1 ! VCF_HOTSPOT_KEPT",
        "248956422 ! PASS     ! AF=0.01   ! 0 ! VCF_COMMON",
        "249250621 ! weak     ! .         ! 0 ! VCF_FILTERED VCF_HOTSPOT_FILTERED",
        "248956422 ! weak     ! .         ! 0 ! VCF_FILTERED",
        "249250621 ! PASS     ! SS=1      ! 0 ! VCF_GERMLINE VCF_HOTSPOT_GERMLINE",
        "248956422 ! PASS     ! SS=1      ! 0 ! VCF_GERMLINE",
      })
  void sparesAHotspotOnlyOnItsAssembly(
      long length, String filter, String info, int kept, String codes) throws IOException {
    VcfBuilder vcf =
        VcfBuilder.vep(length)
            .samples("T")
            .record(
                "chr1 11184573 . G T 50 "
                    + filter
                    + " "
                    + (info.equals(".") ? "" : info.replace("AF", "gnomAD_AF") + ";")
                    + "CSQ="
                    + VcfBuilder.csq("T", "missense_variant", "MTOR", "ENST00000361445.9", "")
                    + " GT:AD 0/1:30,10");
    VariantLayer layer = read(vcf, Optional.empty());
    assertThat(layer.variants().getOrDefault("T", List.of())).hasSize(kept);
    assertThat(
            problems.sorted().stream()
                .map(InputProblem::code)
                .filter(code -> !code.equals("VCF_TUMOR_ONLY"))
                .sorted()
                .collect(Collectors.joining(" ")))
        .isEqualTo(codes);
  }

  /** A file of a cohort has many tumours that carry an allele; it is annotated once. */
  @Test
  void annotatesAnAlleleOnceForAllTumours() throws IOException {
    VariantAnnotator annotator = new VariantAnnotator(REFERENCE);
    AtomicInteger asked = new AtomicInteger();
    RecurrentChanges counting =
        new RecurrentChanges(
            REFERENCE,
            variant -> {
              asked.incrementAndGet();
              return annotator.name(variant);
            });
    String[] samples = IntStream.range(0, 50).mapToObj(i -> "T" + i).toArray(String[]::new);
    VcfBuilder vcf =
        new VcfBuilder()
            .meta("##contig=<ID=chr3,length=198295559>")
            .samples(samples)
            .record(
                "chr3 179218303 . G A 50 germline . GT:AD" + " 0/1:30,10".repeat(samples.length));
    VcfReader.Options options =
        new VcfReader.Options(
            Set.of(samples), Optional.empty(), id -> true, Optional.empty(), Set.of());
    VariantLayer layer =
        new VcfReader(REFERENCE, counting, ReaderKind.SCAN)
            .read(vcf.write(folder.resolve("C.vcf")), options, problems)
            .map(VariantFile::variants)
            .orElseThrow();

    assertThat(layer.variants()).hasSize(samples.length);
    assertThat(layer.variants().values()).allSatisfy(own -> assertThat(own).hasSize(1));
    assertThat(asked.get()).isLessThanOrEqualTo(3);
  }
}
