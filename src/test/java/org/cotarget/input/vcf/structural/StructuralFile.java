package org.cotarget.input.vcf.structural;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.reference.ReferenceLoader;

/**
 * Records of a made-up file for tests. Positions in and around PTEN are written as {@code P+n} with
 * n on GRCh38 and moved to the assembly of the file; JAK2 lies alike on both.
 */
final class StructuralFile {

  /** PTEN lies as much further on GRCh37 (RefSeq NM_000314, first coding base). */
  private static final long PTEN_SHIFT = 89624227 - 87864470;

  private static final StructuralGenes GENES = StructuralGenes.of(ReferenceLoader.bundled());
  private static final Pattern PTEN = Pattern.compile("P\\+(\\d+)");

  private final GenomeAssembly assembly;
  private final List<Integer> normals = new ArrayList<>();
  private final List<StructuralRecords.Tumor> tumors = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private final InputProblems problems = new InputProblems();

  StructuralFile(GenomeAssembly assembly) {
    this.assembly = assembly;
  }

  /** A file of a tumour in the only column. */
  static StructuralFile tumorOnly(GenomeAssembly assembly) {
    return new StructuralFile(assembly).tumor(0, "T");
  }

  /** A file of a normal and, behind it, a tumour. */
  static StructuralFile paired(GenomeAssembly assembly) {
    StructuralFile file = new StructuralFile(assembly).tumor(1, "T");
    file.normals.add(0);
    return file;
  }

  StructuralFile tumor(int column, String id) {
    tumors.add(new StructuralRecords.Tumor(column, id));
    return this;
  }

  /** A record whose cells are separated by blanks; several are separated by {@code //}. */
  StructuralFile record(String text) {
    for (String record : text.split("//", -1)) {
      records.add(record.strip());
    }
    return this;
  }

  private String placed(String record) {
    long shift = assembly == GenomeAssembly.GRCH37 ? PTEN_SHIFT : 0;
    return PTEN.matcher(record)
        .replaceAll((MatchResult m) -> String.valueOf(Long.parseLong(m.group(1)) + shift));
  }

  private StructuralRecords.Result read() {
    StructuralRecords reader =
        new StructuralRecords(GENES, assembly, "f.vcf", tumors, normals, problems);
    for (int i = 0; i < records.size(); i++) {
      String[] fields = placed(records.get(i)).split(" +", -1);
      if (StructuralForm.concerns(fields)) {
        reader.take(i + 1, fields);
      }
    }
    return reader.finish(true);
  }

  /**
   * What the file tells: {@code PTEN=0.0 ABSOLUTE} for copies, {@code PTEN:label alt/depth} for
   * broken genes, then the codes of problems; separated by {@code ; }, a tumour other than T before
   * its findings.
   */
  String tells() {
    StructuralRecords.Result result = read();
    List<String> told = new ArrayList<>();
    Map<String, List<String>> bySample = new TreeMap<>();
    result
        .copyNumbers()
        .orElse(Map.of())
        .forEach(
            (sample, calls) ->
                calls.forEach(
                    call ->
                        bySample
                            .computeIfAbsent(sample, key -> new ArrayList<>())
                            .add(
                                String.format(
                                    Locale.ROOT,
                                    "%s=%.2f %s",
                                    call.gene(),
                                    call.value(),
                                    call.scale()))));
    result
        .rearrangements()
        .forEach(
            (sample, variants) ->
                variants.stream()
                    .sorted()
                    .forEach(
                        variant ->
                            bySample
                                .computeIfAbsent(sample, key -> new ArrayList<>())
                                .add(
                                    variant.gene()
                                        + ":"
                                        + variant.label()
                                        + " "
                                        + variant.alternateDepth()
                                        + "/"
                                        + variant.depth())));
    bySample.forEach(
        (sample, findings) ->
            findings.forEach(
                finding -> told.add(sample.equals("T") ? finding : sample + " " + finding)));
    TreeSet<String> codes = new TreeSet<>();
    problems.sorted().forEach(problem -> codes.add(problem.code()));
    told.addAll(codes);
    return told.isEmpty() ? "nothing" : String.join("; ", told);
  }

  /** The problems as {@code SEVERITY CODE line [column]}. */
  List<String> problems() {
    read();
    return problems.sorted().stream()
        .map(
            (InputProblem p) ->
                p.severity()
                    + " "
                    + p.code()
                    + " "
                    + p.where().line()
                    + " ["
                    + p.where().column()
                    + "]")
        .toList();
  }
}
