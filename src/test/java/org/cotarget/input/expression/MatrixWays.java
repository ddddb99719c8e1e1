package org.cotarget.input.expression;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.reference.Reference;

/** Holds the two ways to read a matrix against each other: from bytes, and row by row. */
public final class MatrixWays {

  private final ExpressionReader reader;

  public MatrixWays(Reference reference) {
    this.reader = new ExpressionReader(reference);
  }

  /** Fails where they differ in values, samples, genes, unit, provenance or problems. */
  public void requireAgreement(Path file) {
    InputProblems fast = new InputProblems();
    InputProblems slow = new InputProblems();
    Optional<ExpressionLayer> bytes = reader.read(file, Optional.empty(), Optional.empty(), fast);
    Optional<ExpressionLayer> rows =
        reader.readTable(file, Optional.empty(), Optional.empty(), slow);
    require(fast.sorted(), slow.sorted(), file);
    require(bytes.map(ExpressionLayer::files), rows.map(ExpressionLayer::files), file);
    if (bytes.isPresent() && rows.isPresent()) {
      ExpressionMatrix a = bytes.get().matrix();
      ExpressionMatrix b = rows.get().matrix();
      require(a.genes(), b.genes(), file);
      require(a.samples(), b.samples(), file);
      require(a.unit(), b.unit(), file);
      require(true, Arrays.deepEquals(a.values(), b.values()), file);
    }
  }

  private static void require(Object bytes, Object rows, Path file) {
    if (!Objects.equals(bytes, rows)) {
      throw new AssertionError("bytes and rows of " + file + " differ:\n" + bytes + "\n" + rows);
    }
  }
}
