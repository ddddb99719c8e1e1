package org.cotarget.input.vcf.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotarget.input.layer.VariantLayer.RecordSpread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tally with its shortcuts against the rule without them. */
class SpreadTallyTest {

  private static final String COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";

  private static String cohort(Random random, int samples, int records, int rarity) {
    StringBuilder text = new StringBuilder("##fileformat=VCFv4.2\n" + COLUMNS + "\tFORMAT");
    IntStream.range(0, samples).forEach(i -> text.append("\tS").append(i));
    text.append('\n');
    for (int i = 0; i < records; i++) {
      text.append(1 + random.nextInt(24)).append('\t').append(random.nextInt(240_000_000));
      text.append("\t.\tA\t").append(random.nextInt(9) == 0 ? "<NON_REF>" : "C");
      text.append("\t.\t").append(random.nextInt(4) == 0 ? "weak;kept" : "kept;PASS");
      text.append("\t.\t").append(random.nextInt(5) == 0 ? "DP:GT" : "GT:DP");
      for (int s = 0; s < samples; s++) {
        String genotype = random.nextInt(rarity) == 0 ? "0|2" : "0/0";
        text.append("\t").append(genotype).append(":10");
      }
      text.append('\n');
    }
    return text.toString();
  }

  @Test
  void countsWhatTheRuleCounts() throws IOException {
    Random random = new Random(23);
    for (int round = 0; round < 12; round++) {
      byte[] text = Passes.bytes(cohort(random, 1 + random.nextInt(60), 300, 3 + 20 * (round % 4)));
      PanelWindows none = Passes.windows();
      Map<Integer, RecordSpread> expected = Passes.byHtsjdk(text, none).summary().spread();
      for (int size : new int[] {511, 4096, 1 << 20}) {
        assertThat(Passes.scanInPieces(text, none, size).summary().spread()).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GT,0/1,true",
    "GT,0/0,false",
    "GT,./.,false",
    "GT,0|12,true",
    "GT:AD,1:3,true",
    "AD:GT,3:0/1,true",
    "AD:GT,3,false",
    "AD,3,true",
    "GTX:GT,0/1:0/0,false"
  })
  void ofOneTumour(String format, String values, boolean counts) throws IOException {
    byte[] text =
        Passes.bytes(
            "##fileformat=VCFv4.2\n"
                + COLUMNS
                + "\tFORMAT\tA\n3\t5\t.\tA\tC\t.\t.\t.\t"
                + format
                + "\t"
                + values
                + "\n");
    RecordSpread spread = counts ? new RecordSpread(1, 1, 1) : new RecordSpread(0, 0, 0);
    assertThat(Passes.scanInPieces(text, Passes.windows(), 100).summary().spread())
        .isEqualTo(Map.of(0, spread));
    assertThat(Passes.byHtsjdk(text, Passes.windows()).summary().spread())
        .isEqualTo(Map.of(0, spread));
  }

  @Test
  void ofAFileWithoutColumns() throws IOException {
    byte[] text =
        Passes.bytes(
            "##fileformat=VCFv4.2\n"
                + COLUMNS
                + "\n3\t5\t.\tA\tC\t.\tPASS\t.\nMT\t5\t.\tA\tC\t.\tPASS\t.\n");
    assertThat(Passes.scanInPieces(text, Passes.windows(), 100).summary().spread())
        .isEqualTo(Map.of(-1, new RecordSpread(1, 1, 1)));
  }

  @Test
  void stopsAtTheLimits() {
    SpreadTally tally = new SpreadTally(List.of(4, 2), Set.of(), new SpreadLimits(3, 2));
    for (int i = 0; i < 5; i++) {
      tally.add(0, SpreadTally.tile(0, i * 1_000_000L));
    }
    assertThat(tally.open()).containsExactly(0, 1);
    tally.add(0, SpreadTally.tile(1, 5));
    assertThat(tally.open()).containsExactly(1);
    assertThat(tally.isComplete()).isFalse();
    assertThat(tally.result())
        .isEqualTo(Map.of(2, new RecordSpread(3, 2, 3), 4, new RecordSpread(0, 0, 0)));
    assertThat(tally.wants(-1)).isFalse();
  }
}
