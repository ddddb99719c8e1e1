package org.cotarget.input.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Float#parseFloat} is the oracle: what the scanner accepts it must round alike. */
class DecimalScannerTest {

  private static final int NUMBERS = 400_000;

  private final DecimalScanner scanner = new DecimalScanner();

  private static byte[] bytes(String text) {
    byte[] ascii = (text + "\t9e9").getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(ascii, ascii.length + DecimalScanner.SLACK);
  }

  private float scan(String text) {
    float value = scanner.scan(bytes(text), 0);
    // A number in front of other text is not the number of the cell.
    return Float.isNaN(value) || scanner.end() == text.length() ? value : Float.NaN;
  }

  @Test
  void roundsAsJavaDoes() {
    Random random = new Random(5);
    int accepted = 0;
    for (int i = 0; i < NUMBERS; i++) {
      String text = number(random);
      float value = scan(text);
      if (!Float.isNaN(value)) {
        accepted++;
        if (Float.floatToRawIntBits(value) != Float.floatToRawIntBits(Float.parseFloat(text))) {
          assertThat(value).as(text).isEqualTo(Float.parseFloat(text));
        }
      }
    }
    assertThat(accepted).isGreaterThan(NUMBERS * 8 / 10);
  }

  /** Numbers as files write them, and such near the middle of two floats. */
  private static String number(Random random) {
    double value = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(12) - 4);
    return switch (random.nextInt(10)) {
      case 0 -> String.valueOf(random.nextInt(1 << random.nextInt(31)));
      case 1 -> fixed(value, random.nextInt(12));
      case 2 -> String.valueOf(value);
      case 3 -> String.valueOf((float) value);
      case 4 -> String.format(Locale.ROOT, "%." + random.nextInt(16) + "e", value);
      case 5 -> fixed(value, 18);
      case 6 -> middle(random);
      case 7 ->
          random.nextInt(100)
              + "."
              + String.valueOf(random.nextLong() >>> (1 + random.nextInt(62)));
      case 8 -> String.valueOf(Float.intBitsToFloat(random.nextInt(0x7f800000)));
      default -> "0.000" + random.nextInt(1 << random.nextInt(31));
    };
  }

  private static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A number halfway between two floats, written out, cut or with a last digit more or less. */
  private static String middle(Random random) {
    float below = Float.intBitsToFloat(0x30000000 + random.nextInt(0x20000000));
    double middle = (below + (double) Math.nextUp(below)) / 2;
    String text = new java.math.BigDecimal(middle).toPlainString();
    return text.substring(0, Math.min(text.length(), 6 + random.nextInt(14)));
  }

  @Test
  void leavesTheMiddleOfTwoFloatsToJava() {
    // 1 + 2^-24 lies between two floats; one digit more decides, beyond a double's precision.
    assertThat(scan("1.00000005960464477")).isNaN();
    assertThat(scan("16777217")).isEqualTo(16777216f);
    assertThat(scan("16777219")).isEqualTo(16777220f);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "-.",
        "e5",
        "1e",
        "1e+",
        "NA",
        "+1",
        "0x1F",
        "1,5",
        "1.5.2",
        "--1",
        "1 ",
        "1e400",
        "1e-400",
        "1e99999",
        "NaN",
        "Infinity",
        "-Inf",
        "1f",
        "1d",
        "1.e",
        "\u0000",
        "12345678901234567890123456789",
        "1e39",
        "1e-46"
      })
  void leavesEverythingElse(String text) {
    assertThat(scan(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "5",
        "-5",
        "5.",
        ".5",
        "-.5",
        "007",
        "1e5",
        "1E5",
        "1e-5",
        "1.5e+3",
        "0.00000000000000000000000012",
        "1234567",
        "12345678",
        "123456789",
        "9999999",
        "99999999",
        "0.1234567",
        "0.12345678",
        "12.345678",
        "123456.7",
        "1234567.8",
        "3.4028e26",
        "1.1755e-34",
        "100000000000000000",
        "0000000000000000.5"
      })
  void readsEveryPlainForm(String text) {
    assertThat(scan(text)).isEqualTo(Float.parseFloat(text));
  }

  @Test
  void knowsWhichDoublesMayRoundTwice() {
    Random random = new Random(6);
    for (int i = 0; i < NUMBERS / 4; i++) {
      String text = number(random);
      double value = Double.parseDouble(text);
      if (!DecimalScanner.mayRoundTwice(value) && (float) value != Float.parseFloat(text)) {
        assertThat((float) value).as(text).isEqualTo(Float.parseFloat(text));
      }
    }
    assertThat(DecimalScanner.mayRoundTwice(1 + Math.pow(2, -24))).isTrue();
    assertThat(DecimalScanner.mayRoundTwice(1.5)).isFalse();
  }
}
