package org.cotarget.input;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.table.SourceFile;

/**
 * Files of variants that the sample sheet gives to one sample each. They are read only where the
 * patient is wanted, so nothing about another sample may depend on them.
 *
 * @param samples the samples, as the cohort names them
 * @param paths the files
 */
record OwnVariants(Set<String> samples, Set<String> paths) {

  OwnVariants {
    samples = Set.copyOf(samples);
    paths = Set.copyOf(paths);
  }

  /**
   * Those of a sheet.
   *
   * @param name the name in the cohort of a sample of the sheet
   */
  static OwnVariants of(Optional<SampleSheet> sheet, UnaryOperator<String> name) {
    Set<String> samples = new HashSet<>();
    Set<String> paths = new HashSet<>();
    sheet.ifPresent(
        s -> {
          Set<Path> ofOneRow = s.ofOneRow();
          for (SampleSheet.Row row : s.rows()) {
            Stream.of(SampleSheet.Column.VCF, SampleSheet.Column.MAF)
                .map(row.files()::get)
                .filter(Objects::nonNull)
                .map(SampleSheet.Named::path)
                .filter(ofOneRow::contains)
                .forEach(
                    path -> {
                      samples.add(name.apply(row.sample()));
                      paths.add(SourceFile.shown(path));
                    });
          }
        });
    return new OwnVariants(samples, paths);
  }

  /**
   * Whether a file knows of samples that have no record in it. A VCF names all samples that it is
   * of, and a file that one row of the sheet names is of that row's sample.
   */
  boolean mayListOthers(VariantLayer layer) {
    return layer.file().kind().startsWith("MAF") && !paths.contains(layer.file().path());
  }

  /** Those of a file's samples of which it may be the one to tell what was sequenced. */
  Set<String> judgedBy(VariantLayer layer, Set<String> samplesOfFile) {
    Set<String> judged = new HashSet<>(samplesOfFile);
    if (!paths.contains(layer.file().path())) {
      judged.removeAll(samples);
    }
    return judged;
  }
}
