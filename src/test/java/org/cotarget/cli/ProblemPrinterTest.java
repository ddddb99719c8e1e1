package org.cotarget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemPrinterTest {

  @ParameterizedTest
  @ValueSource(ints = {0x1B, 0x7F, 0x9B, 0x85, 0x202E, 0x2066, 0x200B, 0xFEFF, 0xD800})
  void whatWouldMoveTheCursorOrHideIsReplaced(int point) {
    String shown = ProblemPrinter.printable("a" + Character.toString(point) + "b");
    assertThat(shown).isEqualTo("a\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\data", "Müller", "\"a\"", "\uD83D\uDE00"})
  void otherTextStays(String text) {
    assertThat(ProblemPrinter.printable(text)).isEqualTo(text);
  }
}
