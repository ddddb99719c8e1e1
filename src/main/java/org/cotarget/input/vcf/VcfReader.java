package org.cotarget.input.vcf;

import htsjdk.samtools.util.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.table.SourceFile;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.input.vcf.scan.RecordPass;
import org.cotarget.input.vcf.scan.RecordPasses;
import org.cotarget.input.vcf.scan.SpreadLimits;
import org.cotarget.input.vcf.scan.VcfFormatException;
import org.cotarget.reference.Reference;

/**
 * Reads VCF 4.1 and later, annotated or not, plain, gzip or BGZF, and BCF 2.1 and 2.2. The file is
 * gone through once; what is kept are the variants in exons of panel genes, their rearrangements
 * and copy numbers, and a few counts for each sample.
 */
public final class VcfReader {

  static {
    // htsjdk writes its warnings to the standard error of the program; ours are problems.
    Log.setGlobalLogLevel(Log.LogLevel.ERROR);
  }

  private final Reference reference;
  private final RecurrentChanges recurrent;
  private final SpreadLimits limits;
  private final ReaderKind kind;

  /**
   * Makes a reader.
   *
   * @param recurrent tells which variants a filter of origin must not remove
   */
  public VcfReader(Reference reference, RecurrentChanges recurrent, ReaderKind kind) {
    this.reference = reference;
    this.recurrent = recurrent;
    this.limits = SpreadLimits.of(reference.thresholds());
    this.kind = kind;
  }

  /**
   * What is known of a file besides its content.
   *
   * @param tumorSamples columns of tumours that the user names, of this file or of others
   * @param sampleId the one sample whose variants these are by the sample sheet; it goes before the
   *     name of the column
   * @param knownSample whether an id is that of a sample of the cohort
   * @param assembly assembly, where the user declares it
   * @param includedFilters FILTER values that pass besides {@code PASS} and {@code .}
   */
  public record Options(
      Set<String> tumorSamples,
      Optional<String> sampleId,
      Predicate<String> knownSample,
      Optional<GenomeAssembly> assembly,
      Set<String> includedFilters) {

    public Options {
      tumorSamples = Set.copyOf(tumorSamples);
      includedFilters = Set.copyOf(includedFilters);
    }
  }

  /**
   * Reads one file.
   *
   * @param problems takes whatever is wrong with the file
   * @return empty where the file cannot be read to its end or its tumours are not known
   */
  public Optional<VariantFile> read(Path file, Options options, InputProblems problems) {
    String path = SourceFile.shown(file);
    Optional<SourceFile> opened = SourceFile.onDisk(file, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    SourceFile source = opened.get();
    try (source;
        RecordPass lines = RecordPasses.open(source, file, kind, limits, problems)) {
      VcfReading reading = new VcfReading(source, lines, reference, recurrent, options, problems);
      return reading.read(stem(file));
    } catch (VcfFormatException e) {
      problems.error(
          e.code(), SourceLocation.ofLine(path, e.line()), String.valueOf(e.getMessage()), e.fix());
    } catch (IOException e) {
      source.report(e, problems);
    }
    return Optional.empty();
  }

  private static String stem(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString();
    return text.replaceFirst("(?i)\\.(vcf|bcf)(\\.b?gz)?$", "");
  }
}
