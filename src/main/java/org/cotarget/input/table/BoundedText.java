package org.cotarget.input.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Small files that are read whole: also a device that never ends is then read up to a limit. */
public final class BoundedText {

  private BoundedText() {}

  /**
   * The text of a file in UTF-8.
   *
   * @param most bytes of the largest file
   * @return empty where the file has more
   * @throws java.nio.charset.CharacterCodingException where it is no UTF-8
   * @throws IOException where it cannot be read
   */
  public static Optional<String> read(Path file, int most) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(most + 1);
    }
    return bytes.length > most
        ? Optional.empty()
        : Optional.of(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }
}
