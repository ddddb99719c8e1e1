package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the tumours among the sample columns. The first of these that tells them decides: what the
 * user names, what the header declares, the names of the columns, a single column, sample ids that
 * are known, and lastly more than two columns without a mark of a normal among them.
 */
final class TumorColumns {

  /**
   * One tumour.
   *
   * @param column index among the sample columns from 0, or -1 where a file has none
   * @param id sample id
   */
  record Tumor(int column, String id) {}

  /**
   * The decision.
   *
   * @param tumors tumours in column order; empty when none can be told
   * @param evidence what told them, or what is wrong
   * @param normals columns of normals
   * @param withNormal whether the file has, or its header tells of, a matched normal
   */
  record Decision(List<Tumor> tumors, String evidence, List<Integer> normals, boolean withNormal) {}

  private static final Pattern GENERIC =
      Pattern.compile("(?i)tumou?r([_. -]?\\d{0,2})?|primary|sample|unknown");
  private static final Pattern TUMOR_NAME =
      Pattern.compile("(?i)tumou?r\\d*|tumou?r[_. -].*|.*[_. -]tumou?r[_. -]?\\d*|.*[_-]T\\d*");
  private static final Pattern NORMAL_NAME =
      Pattern.compile(
          "(?i)normal\\d*|normal[_. -].*|.*[_. -](normal|germline|blood)[_. -]?\\d*|.*[_-]N\\d*|germline|blood");
  private static final Pattern TCGA = Pattern.compile("(?i)TCGA-\\w{2}-\\w{4}-(\\d{2}).*");
  private static final Pattern ORIGINAL = Pattern.compile("[<,]Original=([^,>]+)");
  private static final Pattern DERIVED = Pattern.compile("[<,](?:Derived|ID)=([^,>]+)");
  private static final Pattern ID = Pattern.compile("[<,]ID=([^,>]+)");
  private static final Pattern TITLE =
      Pattern.compile("[<,](?:SampleTCGABarcode|SampleName|NAME)=\"?([^,>\"]+)");
  private static final Pattern KIND =
      Pattern.compile(
          "(?i)[<,](?:Genomes|Description|SampleType)=\"?[^,>\"]{0,1000}(tumou?r|normal|germline)");
  private static final Pattern TUMOR_OPTION =
      Pattern.compile(
          "(?i)(?:--?tumor[_-]sample(?:[_-]name)?|--?tumor-name|-tumor|--RGSM-tumor|\\btumor_sample_name)[ =]+\\[?\"?([^\\s\",\\]]+)");
  private static final Pattern NORMAL_OPTION =
      Pattern.compile(
          "(?i)(?:--?normal[_-]samples?(?:[_-]name)?|--?normal-name|-normal|--RGSM|-reference|\\bnormal_sample_name)[ =]+\\[?\"?([^\\s\",\\]]+)");
  private static final Pattern FILE_SAMPLE =
      Pattern.compile("##(TUMOR|NORMAL)=\"?Sample=([^,\"]+).*");

  private final List<String> columns;
  private final Set<String> declaredTumors = new HashSet<>();
  private final Set<String> declaredNormals = new HashSet<>();
  private final Map<String, String> titles = new HashMap<>();

  TumorColumns(List<String> header, List<String> columns) {
    this.columns = List.copyOf(columns);
    header.forEach(this::declare);
  }

  /**
   * @param options what the user and the sample sheet say
   * @param fileStem id of last resort for a column that is called no more than TUMOR
   */
  Decision decide(VcfReader.Options options, String fileStem) {
    List<Integer> normals = where(this::isNormal);
    Choice choice = columns.isEmpty() ? withoutColumns(options) : choose(options, fileStem);
    Set<Integer> taken = new HashSet<>();
    choice.tumors().forEach(tumor -> taken.add(tumor.column()));
    List<Integer> others =
        new ArrayList<>(normals.stream().filter(column -> !taken.contains(column)).toList());
    if (others.isEmpty() && columns.size() == 2 && taken.size() == 1) {
      // The other of two is the normal, unless it is a second tumour of the patient or cohort.
      where(name -> !taken.contains(columns.indexOf(name)) && !mayBeTumor(name, options))
          .forEach(others::add);
    }
    boolean withNormal = !others.isEmpty() || !declaredNormals.isEmpty();
    return new Decision(choice.tumors(), choice.evidence(), List.copyOf(others), withNormal);
  }

  private boolean mayBeTumor(String name, VcfReader.Options options) {
    boolean bySheet =
        options.tumorSamples().isEmpty()
            && options.sampleId().filter(columns::contains).isPresent();
    return bySheet || TUMOR_NAME.matcher(name).matches() || options.knownSample().test(name);
  }

  private record Choice(List<Tumor> tumors, String evidence) {
    static Choice none(String evidence) {
      return new Choice(List.of(), evidence);
    }
  }

  private static Choice withoutColumns(VcfReader.Options options) {
    Optional<String> named =
        options
            .sampleId()
            .or(
                () ->
                    options.tumorSamples().size() == 1
                        ? options.tumorSamples().stream().findFirst()
                        : Optional.empty());
    return named
        .map(
            id ->
                new Choice(
                    List.of(new Tumor(-1, id)),
                    "no sample columns: sample " + id + " is named for it"))
        .orElseGet(
            () ->
                Choice.none(
                    "the file has no sample columns, so nothing tells whose variants these are"));
  }

  private Choice choose(VcfReader.Options options, String fileStem) {
    if (!options.tumorSamples().isEmpty()) {
      List<Integer> found = where(options.tumorSamples()::contains);
      return found.isEmpty()
          ? Choice.none(
              "no column is named "
                  + options.tumorSamples().stream().sorted().collect(Collectors.joining(" or ")))
          : named(found, "--tumor-sample", options, fileStem);
    }
    if (options.sampleId().isPresent() && columns.contains(options.sampleId().get())) {
      return named(
          where(options.sampleId().get()::equals),
          "named like the sample of the sheet",
          options,
          fileStem);
    }
    List<Integer> declared = where(declaredTumors::contains);
    if (!declared.isEmpty()) {
      return named(declared, "the header", options, fileStem);
    }
    return byName(options, fileStem);
  }

  private Choice byName(VcfReader.Options options, String fileStem) {
    List<Integer> normals = where(this::isNormal);
    if (normals.size() == columns.size()) {
      return Choice.none("every column is a normal");
    }
    if (!normals.isEmpty()) {
      return named(
          where(name -> !isNormal(name)), "the other columns are normals", options, fileStem);
    }
    List<Integer> marked = where(name -> TUMOR_NAME.matcher(name).matches());
    if (marked.isEmpty()) {
      marked = paired();
    }
    if (!marked.isEmpty()) {
      return named(marked, "the column name", options, fileStem);
    }
    if (columns.size() == 1) {
      return named(List.of(0), "the only column", options, fileStem);
    }
    List<Integer> known =
        where(name -> TCGA.matcher(name).matches() || options.knownSample().test(name));
    if (!known.isEmpty()) {
      return named(known, "known sample ids", options, fileStem);
    }
    if (columns.size() > 2) {
      return named(where(name -> true), "a cohort file without a normal", options, fileStem);
    }
    return Choice.none("neither column says that it is the tumour");
  }

  /** Of two columns that differ in their last letter alone, T is the tumour and N or R is not. */
  private List<Integer> paired() {
    if (columns.size() != 2) {
      return List.of();
    }
    for (int i = 0; i < 2; i++) {
      String tumor = columns.get(i);
      String other = columns.get(1 - i);
      String stem = tumor.substring(0, tumor.length() - Math.min(1, tumor.length()));
      if (!stem.isEmpty()
          && tumor.matches("(?i).*t")
          && other.matches("(?i)" + Pattern.quote(stem) + "[nrb]")) {
        return List.of(i);
      }
    }
    return List.of();
  }

  private Choice named(
      List<Integer> found, String evidence, VcfReader.Options options, String fileStem) {
    if (options.sampleId().isPresent() && found.size() > 1) {
      return Choice.none(
          "the sample sheet names one sample for the file, and "
              + found.size()
              + " columns are tumours");
    }
    List<Tumor> tumors = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int column : found) {
      String name = columns.get(column);
      String id =
          options
              .sampleId()
              .orElseGet(() -> found.size() == 1 ? idOf(name, options, fileStem) : name);
      tumors.add(new Tumor(column, id));
      if (found.size() <= 3) {
        text.append(text.length() > 0 ? ", " : "").append(name);
        text.append(id.equals(name) ? "" : " as sample " + id);
      }
    }
    String which = found.size() <= 3 ? text.toString() : found.size() + " columns";
    return new Choice(List.copyOf(tumors), "tumour " + which + " (" + evidence + ")");
  }

  private String idOf(String name, VcfReader.Options options, String fileStem) {
    if (!GENERIC.matcher(name).matches() || options.knownSample().test(name)) {
      return name;
    }
    String title = titles.get(name.toUpperCase(Locale.ROOT));
    if (title != null) {
      return title;
    }
    return declaredTumors.stream()
        .filter(declared -> !columns.contains(declared))
        .sorted()
        .findFirst()
        .orElse(fileStem);
  }

  private boolean isNormal(String name) {
    Matcher barcode = TCGA.matcher(name);
    if (barcode.matches()) {
      return barcode.group(1).compareTo("10") >= 0;
    }
    return declaredNormals.contains(name) || NORMAL_NAME.matcher(name).matches();
  }

  private List<Integer> where(Predicate<String> test) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (test.test(columns.get(i))) {
        found.add(i);
      }
    }
    return found;
  }

  private void declare(String line) {
    if (line.startsWith("##tumor_sample=")) {
      declaredTumors.add(line.substring(line.indexOf('=') + 1).strip());
    } else if (line.startsWith("##normal_sample=")) {
      declaredNormals.add(line.substring(line.indexOf('=') + 1).strip());
    } else if (line.startsWith("##PEDIGREE=")) {
      Matcher original = ORIGINAL.matcher(line);
      Matcher derived = DERIVED.matcher(line);
      if (original.find() && derived.find()) {
        declaredTumors.add(derived.group(1));
        declaredNormals.add(original.group(1));
      }
    } else if (line.startsWith("##SAMPLE=")) {
      sampleLine(line);
    } else {
      Matcher file = FILE_SAMPLE.matcher(line);
      if (file.matches()) {
        titles.put(file.group(1), file.group(2));
      } else {
        commandLine(line);
      }
    }
  }

  /**
   * GATK, MuTect, Sentieon, Octopus, SAGE and DRAGEN name the samples in their command line. Only
   * names of columns count, since other options may hold the same words.
   */
  private void commandLine(String line) {
    take(TUMOR_OPTION.matcher(line), declaredTumors);
    take(NORMAL_OPTION.matcher(line), declaredNormals);
  }

  private void take(Matcher option, Set<String> names) {
    while (option.find()) {
      if (columns.contains(option.group(1))) {
        names.add(option.group(1));
      }
    }
  }

  private void sampleLine(String line) {
    Matcher id = ID.matcher(line);
    if (!id.find()) {
      return;
    }
    Matcher title = TITLE.matcher(line);
    if (title.find()) {
      titles.put(id.group(1).toUpperCase(Locale.ROOT), title.group(1));
    }
    Matcher kind = KIND.matcher(line);
    if (kind.find()) {
      boolean tumor = kind.group(1).toLowerCase(Locale.ROOT).startsWith("tumo");
      (tumor ? declaredTumors : declaredNormals).add(id.group(1));
    }
  }
}
