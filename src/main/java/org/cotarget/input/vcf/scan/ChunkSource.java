package org.cotarget.input.vcf.scan;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives a file piece by piece, in order. */
interface ChunkSource {

  /** Text of a chunk: large enough that handing it to another thread costs nothing. */
  int TEXT = 1 << 20;

  /** The next bytes, or null at the true end of the file. */
  @Nullable Chunk next() throws IOException;
}
