package org.cotarget.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

  @Test
  void everyIdGetsAFileNameOfItsOwnEvenWhereCaseIsIgnored() {
    Set<String> names = new HashSet<>();
    for (String id : HostileIds.ALL) {
      String name = SafeName.file(id);
      assertThat(name).matches("[A-Za-z0-9_-]{1,57}");
      assertThat(names.add(name.toLowerCase(Locale.ROOT))).as(id).isTrue();
    }
  }

  /** Windows takes CON and NUL for devices, with any extension. */
  @ParameterizedTest
  @ValueSource(strings = {"CON", "nul", "COM1", ".", "..", ""})
  void noFileNameIsADevice(String id) {
    assertThat(SafeName.file(id)).matches("[A-Za-z0-9_-]*-[0-9a-f]{16}");
  }

  @Test
  void anIdThatFitsIsKept() {
    assertThat(SafeName.within("TCGA-A1-A0SK-01", "[A-Z0-9-]", 63)).isEqualTo("TCGA-A1-A0SK-01");
  }

  @Test
  void anyOtherIsChangedToOneOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (String id : HostileIds.ALL) {
      String name = SafeName.within(id, "[A-Za-z0-9._-]", 63);
      assertThat(name).matches("[A-Za-z0-9._-]{1,63}");
      assertThat(names.add(name)).as(id).isTrue();
    }
    assertThat(SafeName.within("a b", "[a-z]", 40)).matches("a_b_[0-9a-f]{16}");
    assertThat(SafeName.within("", "[a-z]", 40)).matches("_[0-9a-f]{16}");
  }

  /** Else a second sample could be named so that it takes the place of the first. */
  @Test
  void nobodyCanChooseTheNameOfAnother() {
    String changed = SafeName.within("a b", "[a-z0-9_]", 40);
    assertThat(SafeName.within(changed, "[a-z0-9_]", 40)).isNotEqualTo(changed);
  }
}
