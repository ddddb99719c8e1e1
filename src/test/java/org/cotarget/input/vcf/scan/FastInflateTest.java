package org.cotarget.input.vcf.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What zlib deflated comes back, and damaged data do no harm. */
class FastInflateTest {

  private static byte[] text(Random random, int kind, int length) {
    byte[] text = new byte[length];
    String words = "chr1\t1234567\t.\tA\tC\tPASS\tGT:AD:DP\t0/0:12,0:12\t0/1:7,5:12\n";
    for (int i = 0; i < length; i++) {
      text[i] =
          switch (kind) {
            case 0 -> (byte) random.nextInt();
            case 1 -> (byte) words.charAt((i + random.nextInt(2)) % words.length());
            case 2 -> (byte) words.charAt(i % words.length());
            case 3 -> 'x';
            case 4 -> (byte) (Math.abs(random.nextGaussian()) * 30);
            default -> i < 40 || random.nextInt(9) == 0 ? (byte) random.nextInt() : text[i - 1 - random.nextInt(40)];
          };
    }
    return text;
  }

  private static byte[] deflate(byte[] text, int level, int strategy) {
    Deflater deflater = new Deflater(level, true);
    deflater.setStrategy(strategy);
    deflater.setInput(text);
    deflater.finish();
    byte[] data = new byte[text.length * 2 + 1000];
    int length = 0;
    while (!deflater.finished()) {
      length += deflater.deflate(data, length, data.length - length);
    }
    deflater.end();
    return Arrays.copyOf(data, length);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "6, 0", "9, 0", "6, 1", "6, 2"})
  void givesBackWhatWasDeflated(int level, int strategy) {
    Random random = new Random(level * 10L + strategy);
    FastInflate fast = new FastInflate();
    for (int kind = 0; kind < 6; kind++) {
      for (int length : new int[] {0, 1, 2, 7, 100, 300, 5_000, 65_536}) {
        byte[] text = text(random, kind, length);
        byte[] data = deflate(text, level, strategy);
        byte[] shifted = new byte[data.length + 8];
        System.arraycopy(data, 0, shifted, 3, data.length);
        byte[] out = new byte[length + 10 + FastInflate.ROOM];
        assertThat(fast.inflate(shifted, 3, 3 + data.length, out, 10, 10 + length))
            .as("kind %d, %d bytes", kind, length)
            .isEqualTo(length);
        assertThat(Arrays.copyOfRange(out, 10, 10 + length)).isEqualTo(text);
      }
    }
  }

  /** Never more text than there is room for, and never out of the data. */
  @Test
  void givesUpOnWhatIsDamaged() {
    Random random = new Random(4);
    FastInflate fast = new FastInflate();
    int given = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] text = text(random, random.nextInt(6), random.nextInt(600));
      byte[] data = deflate(text, random.nextInt(10), random.nextInt(3));
      if (random.nextBoolean()) {
        data = Arrays.copyOf(data, random.nextInt(data.length + 1));
      }
      for (int i = random.nextInt(4); i > 0 && data.length > 0; i--) {
        data[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
      }
      byte[] out = new byte[text.length + FastInflate.ROOM];
      int length = fast.inflate(data, 0, data.length, out, 0, text.length);
      assertThat(length).isBetween(FastInflate.GAVE_UP, text.length);
      given += length == FastInflate.GAVE_UP ? 1 : 0;
    }
    assertThat(given).isGreaterThan(5_000);
  }

  @Test
  void readsTheFixedCodes() {
    // RFC 1951, 3.2.6: "a" as one literal, by hand.
    byte[] data = {0x4b, 0x04, 0x00};
    byte[] out = new byte[1 + FastInflate.ROOM];
    assertThat(new FastInflate().inflate(data, 0, 3, out, 0, 1)).isEqualTo(1);
    assertThat(out[0]).isEqualTo((byte) 'a');
  }
}
