package org.cotarget.input.vcf;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.vcf.structural.StructuralForm;
import org.cotarget.input.vcf.structural.StructuralGenes;
import org.cotarget.input.vcf.structural.StructuralRecords;

/**
 * The structural and copy-number records of one file. Its assembly may be known only at the end, so
 * they are read on each, and what the other ones gave is left out then.
 */
final class StructuralPart {

  private static final int FIRST_SAMPLE = 9;

  private record OnAssembly(StructuralRecords records, InputProblems problems) {}

  private final Map<GenomeAssembly, OnAssembly> byAssembly = new EnumMap<>(GenomeAssembly.class);
  private final FilterPolicy filters;
  private final List<String> header;
  private final List<Integer> columns;
  private boolean any;
  private boolean smallVariants;

  StructuralPart(
      StructuralGenes genes,
      String path,
      List<String> header,
      TumorColumns.Decision columns,
      FilterPolicy filters) {
    this.filters = filters;
    this.header = header;
    this.columns = columns.tumors().stream().map(TumorColumns.Tumor::column).toList();
    List<StructuralRecords.Tumor> tumors =
        columns.tumors().stream()
            .map(tumor -> new StructuralRecords.Tumor(tumor.column(), tumor.id()))
            .toList();
    for (GenomeAssembly assembly : GenomeAssembly.values()) {
      InputProblems own = new InputProblems();
      byAssembly.put(
          assembly,
          new OnAssembly(
              new StructuralRecords(genes, assembly, path, tumors, columns.normals(), own), own));
    }
  }

  /**
   * Takes a record if it is structural. An allele written as bases is left to the annotation, which
   * knows what it does; such a record of a structural caller is still no sign that small variants
   * were looked for.
   *
   * @param fields columns of the line, as many as the header has
   * @return whether nothing of the record is left to be read as a small variant
   */
  boolean take(long line, String[] fields, RecordFindings findings) {
    boolean structural = StructuralForm.concerns(fields);
    boolean bases = StructuralForm.hasBases(fields[4]);
    any |= structural;
    smallVariants |= !structural;
    if (!structural || StructuralForm.isBases(fields[4])) {
      return false;
    }
    Set<String> failing = filters.failing(StructuralForm.filters(fields));
    String[] passing = failing.isEmpty() ? withPassingTumors(fields, failing) : fields;
    if (!failing.isEmpty()) {
      failing.forEach(findings.of(fields).dropped()::filtered);
    } else {
      byAssembly.values().forEach(each -> each.records().take(line, passing));
    }
    return !bases;
  }

  /**
   * The columns without those of tumours whose own FORMAT/FT does not pass; where no tumour is left
   * the words are added to {@code failing}.
   */
  private String[] withPassingTumors(String[] fields, Set<String> failing) {
    String[] passing = fields.clone();
    Set<String> words = new TreeSet<>();
    int left = 0;
    for (int column : columns) {
      Set<String> own = column < 0 ? Set.of() : filters.failing(filterOf(fields, column));
      if (own.isEmpty()) {
        left++;
      } else {
        passing[FIRST_SAMPLE + column] = ".";
        words.addAll(own);
      }
    }
    if (left == 0) {
      failing.addAll(words);
    }
    return passing;
  }

  private static List<String> filterOf(String[] fields, int column) {
    int key = List.of(fields[FIRST_SAMPLE - 1].split(":", -1)).indexOf("FT");
    String[] values = fields[FIRST_SAMPLE + column].split(":", -1);
    return key < 0 || key >= values.length ? List.of() : List.of(values[key].split("[;,]", -1));
  }

  /** Whether the file holds structural records alone, by its records or else by its header. */
  boolean isAll() {
    return !smallVariants && (any || StructuralForm.isStructuralHeader(header));
  }

  /** What the records tell on the assembly of the file. */
  StructuralRecords.Result finish(GenomeAssembly assembly, InputProblems problems) {
    OnAssembly chosen = Objects.requireNonNull(byAssembly.get(assembly));
    StructuralRecords.Result result = chosen.records().finish(isAll());
    problems.addAll(chosen.problems());
    return result;
  }
}
