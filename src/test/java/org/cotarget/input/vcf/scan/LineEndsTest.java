package org.cotarget.input.vcf.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The words-at-a-time search against a loop over bytes, on every kind of boundary. */
class LineEndsTest {

  private static final byte[] ALPHABET = {
    '\n', '\r', '\t', 'a', 'b', '0', 0, 1, (byte) 0x80, (byte) 0xff, '\n' - 1, '\n' + 1, '\r' + 1
  };

  private static byte[] random(Random random, int length, int rare) {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] =
          random.nextInt(rare) == 0
              ? ALPHABET[random.nextInt(3)]
              : ALPHABET[3 + random.nextInt(10)];
    }
    return text;
  }

  private static int slow(byte[] text, int from, int to, String wanted, int count) {
    int left = count;
    for (int i = from; i < to; i++) {
      if (wanted.indexOf((char) (text[i] & 0xff)) >= 0 && --left == 0) {
        return i;
      }
    }
    return to;
  }

  @Test
  void findsWhatALoopFinds() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] text = random(random, random.nextInt(80), 1 + random.nextInt(40));
      int from = random.nextInt(text.length + 1);
      int to = from + random.nextInt(text.length - from + 1);
      int count = 1 + random.nextInt(9);
      assertThat(LineEnds.next(text, from, to)).isEqualTo(slow(text, from, to, "\n\r", 1));
      assertThat(LineEnds.tab(text, from, to)).isEqualTo(slow(text, from, to, "\t", 1));
      assertThat(LineEnds.tab(text, from, to, count)).isEqualTo(slow(text, from, to, "\t", count));
    }
  }
}
