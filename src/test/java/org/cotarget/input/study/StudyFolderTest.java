package org.cotarget.input.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyFolderTest {

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "./", "a/..", "./a", "..", "../a", "a", "/a"})
  void filesAreFoundHoweverTheFolderIsNamed(String folder) {
    StudyFolder study = new StudyFolder(Path.of(folder), false);
    assertThat(study.named("data.txt")).contains(Path.of(folder).resolve("data.txt"));
    assertThat(study.named("within/data.txt")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "/etc/passwd", "within/../../a", "C:\\a", "a\0b"})
  void namesThatLeadOutAreRefusedAlsoWhereLinksAreFollowed(String name) {
    assertThat(new StudyFolder(Path.of("."), true).named(name)).isEmpty();
    assertThat(new StudyFolder(Path.of("study"), false).named(name)).isEmpty();
  }
}
