package org.cotarget.input.layer;

import java.util.List;
import java.util.Map;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.InputFile;

/**
 * One expression matrix, of one file or put together from one file a sample.
 *
 * @param matrix the matrix, without samples where its files hold none that was measured; its
 *     samples named as the file or the sample sheet spells them; joining takes its rows away, since
 *     there may be no room for a copy
 * @param files provenance of its files, with unit and on what evidence; never empty
 * @param fileBySample the file of each sample where each has its own; else empty
 * @param unitByValues whether only the values told the unit, neither the user nor a file
 */
public record ExpressionLayer(
    ExpressionMatrix matrix,
    List<InputFile> files,
    Map<String, InputFile> fileBySample,
    boolean unitByValues) {

  public ExpressionLayer {
    files = List.copyOf(files);
    fileBySample = Map.copyOf(fileBySample);
  }

  /** A matrix of one file. */
  public static ExpressionLayer of(ExpressionMatrix matrix, InputFile file, boolean unitByValues) {
    return new ExpressionLayer(matrix, List.of(file), Map.of(), unitByValues);
  }

  /** Whether it was put together from files of single samples. */
  public boolean isOfSamples() {
    return !fileBySample.isEmpty();
  }

  /** The file, or the first one of several. */
  public InputFile file() {
    return files.get(0);
  }

  /** The file that holds a sample. */
  public InputFile fileOf(String sample) {
    return fileBySample.getOrDefault(sample, file());
  }
}
