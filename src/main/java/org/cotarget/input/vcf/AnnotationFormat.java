package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.SomaticVariant.Annotation;

/**
 * How the records of one file are annotated: which INFO key, in which layout, and which entries
 * concern which allele.
 *
 * @param key INFO key, e.g. {@code CSQ}
 * @param source the annotating program
 * @param fields position of each field of an entry, by upper-case name
 */
record AnnotationFormat(String key, Annotation source, Map<String, Integer> fields) {

  private static final Pattern INFO =
      Pattern.compile("##INFO=<ID=([^,>]+).*Description=\"(.*)\".*");
  private static final Pattern FORMAT =
      Pattern.compile("Format:\\s*\"?'?([^\"']+)", Pattern.CASE_INSENSITIVE);
  private static final String SNPEFF =
      "Allele|Annotation|Annotation_Impact|Gene_Name|Gene_ID|Feature_Type|Feature_ID|Transcript_BioType|Rank|HGVS.c|HGVS.p";

  AnnotationFormat {
    fields = Map.copyOf(fields);
  }

  /**
   * The annotation that the header defines; where there are several, VEP's goes before SnpEff's and
   * that before bcftools', as only VEP names MANE transcripts.
   */
  static Optional<AnnotationFormat> of(List<String> header) {
    Map<Annotation, AnnotationFormat> found = new HashMap<>();
    for (String line : header) {
      Matcher info = INFO.matcher(line);
      if (info.matches()) {
        read(info.group(1), info.group(2))
            .ifPresent(format -> found.putIfAbsent(format.source, format));
      }
    }
    return List.of(Annotation.VEP_CSQ, Annotation.SNPEFF_ANN, Annotation.BCFTOOLS_BCSQ).stream()
        .map(found::get)
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  private static Optional<AnnotationFormat> read(String key, String description) {
    if (key.equals("ANN")) {
      return Optional.of(new AnnotationFormat(key, Annotation.SNPEFF_ANN, positions(SNPEFF)));
    }
    Matcher format = FORMAT.matcher(description);
    if (!format.find()) {
      return Optional.empty();
    }
    if (key.equals("CSQ") || description.contains("Ensembl VEP")) {
      return Optional.of(new AnnotationFormat(key, Annotation.VEP_CSQ, positions(format.group(1))));
    }
    if (key.equals("BCSQ") || description.contains("BCFtools/csq")) {
      String names = format.group(1).replace("[", "").replace("]", "").replace("*", "");
      return Optional.of(new AnnotationFormat(key, Annotation.BCFTOOLS_BCSQ, positions(names)));
    }
    return Optional.empty();
  }

  private static Map<String, Integer> positions(String names) {
    Map<String, Integer> positions = new HashMap<>();
    String[] split = names.strip().split("\\|", -1);
    for (int i = 0; i < split.length; i++) {
      positions.putIfAbsent(split[i].strip().toUpperCase(Locale.ROOT), i);
    }
    return positions;
  }

  /** Whether entries can name a gene and a consequence at all. */
  boolean isUsable() {
    return switch (source) {
      case VEP_CSQ ->
          fields.containsKey("CONSEQUENCE")
              && (fields.containsKey("SYMBOL")
                  || fields.containsKey("GENE")
                  || fields.containsKey("HGNC_ID"));
      default -> true;
    };
  }

  /**
   * The annotations of one allele.
   *
   * @param entries values of the INFO key, without back references
   * @param alleles alleles of the record
   * @param alternate index of the alternate allele from 0
   */
  List<TranscriptAnnotation> ofAllele(List<String> entries, SiteAlleles alleles, int alternate) {
    List<String[]> own = entriesOf(entries, alleles, alternate);
    return switch (source) {
      case VEP_CSQ -> own.stream().map(this::vep).toList();
      case SNPEFF_ANN -> own.stream().map(this::snpEff).toList();
      default -> own.stream().map(this::bcftools).toList();
    };
  }

  /**
   * The highest population frequency in the entries of one allele, or NaN where there is none.
   *
   * @param names upper-case names of the fields that hold one
   */
  double frequency(List<String> entries, SiteAlleles alleles, int alternate, Set<String> names) {
    List<String> present = names.stream().filter(fields::containsKey).toList();
    double highest = Double.NaN;
    if (!present.isEmpty()) {
      for (String[] entry : entriesOf(entries, alleles, alternate)) {
        for (String name : present) {
          highest =
              PopulationFrequency.max(highest, PopulationFrequency.ofEntry(field(entry, name)));
        }
      }
    }
    return highest;
  }

  private List<String[]> entriesOf(List<String> entries, SiteAlleles alleles, int alternate) {
    List<String[]> split = new ArrayList<>();
    for (String entry : entries) {
      if (!entry.isBlank() && !entry.equals(".")) {
        split.add(entry.split("\\|", -1));
      }
    }
    return switch (source) {
      case VEP_CSQ -> vepEntries(split, alleles, alternate);
      case SNPEFF_ANN ->
          split.stream()
              .filter(entry -> isSnpEffAllele(field(entry, "ALLELE"), alleles.alternate(alternate)))
              .toList();
      default ->
          split.stream()
              .filter(entry -> alleles.count() == 1 || isBcftoolsAllele(entry, alleles, alternate))
              .toList();
    };
  }

  /** An entry of whatever allele. */
  TranscriptAnnotation anyAllele(String entry) {
    String[] split = entry.split("\\|", -1);
    return switch (source) {
      case VEP_CSQ -> vep(split);
      case SNPEFF_ANN -> snpEff(split);
      default -> bcftools(split);
    };
  }

  /**
   * VEP names an allele as it trims it; a file that was normalised after annotation no longer says
   * so, and there the number of the allele and, with a single one, the lack of any other decide.
   */
  private List<String[]> vepEntries(List<String[]> entries, SiteAlleles alleles, int alternate) {
    for (String name : alleles.vepNames(alternate)) {
      List<String[]> named =
          entries.stream().filter(entry -> field(entry, "ALLELE").equals(name)).toList();
      if (!named.isEmpty()) {
        return named;
      }
    }
    String number = String.valueOf(alternate + 1);
    List<String[]> numbered =
        entries.stream().filter(entry -> field(entry, "ALLELE_NUM").equals(number)).toList();
    if (!numbered.isEmpty()) {
      return numbered;
    }
    boolean one = entries.stream().map(entry -> field(entry, "ALLELE")).distinct().count() == 1;
    return alleles.count() == 1 && one ? entries : List.of();
  }

  private static boolean isSnpEffAllele(String name, String alternate) {
    return name.equals(alternate) || name.startsWith(alternate + "-");
  }

  private boolean isBcftoolsAllele(String[] entry, SiteAlleles alleles, int alternate) {
    String change = field(entry, "DNA_CHANGE");
    if (change.isEmpty()) {
      return true;
    }
    for (String part : change.split("\\+", -1)) {
      if (part.equals(
          alleles.position() + alleles.reference() + ">" + alleles.alternate(alternate))) {
        return true;
      }
    }
    return false;
  }

  private TranscriptAnnotation vep(String[] entry) {
    String hgnc = field(entry, "HGNC_ID");
    String mane = field(entry, "MANE_SELECT");
    return new TranscriptAnnotation(
        field(entry, "SYMBOL"),
        field(entry, "GENE"),
        hgnc.isEmpty() || hgnc.startsWith("HGNC:") ? hgnc : "HGNC:" + hgnc,
        field(entry, "FEATURE"),
        !mane.isEmpty()
            || field(entry, "MANE").equals("MANE_Select")
            || field(entry, "MANE").startsWith("NM_"),
        field(entry, "CANONICAL").equals("YES"),
        field(entry, "PICK").equals("1"),
        field(entry, "CONSEQUENCE"),
        field(entry, "HGVSC"),
        field(entry, "HGVSP"),
        field(entry, "PROTEIN_POSITION"),
        field(entry, "AMINO_ACIDS"));
  }

  private TranscriptAnnotation snpEff(String[] entry) {
    boolean transcript = field(entry, "FEATURE_TYPE").equals("transcript");
    return new TranscriptAnnotation(
        field(entry, "GENE_NAME"),
        field(entry, "GENE_ID"),
        "",
        transcript ? field(entry, "FEATURE_ID") : "",
        false,
        false,
        false,
        field(entry, "ANNOTATION"),
        field(entry, "HGVS.C"),
        field(entry, "HGVS.P"),
        "",
        "");
  }

  private TranscriptAnnotation bcftools(String[] entry) {
    String[] residues =
        ResidueChange.ofBcftools(field(entry, "AMINO_ACID_CHANGE")).orElse(new String[] {"", ""});
    return new TranscriptAnnotation(
        field(entry, "GENE"),
        "",
        "",
        field(entry, "TRANSCRIPT"),
        false,
        false,
        false,
        field(entry, "CONSEQUENCE"),
        "",
        "",
        residues[0],
        residues[1]);
  }

  private String field(String[] entry, String name) {
    Integer position = fields.get(name);
    return position == null || position >= entry.length ? "" : decode(entry[position].strip());
  }

  /** Undoes the percent encoding of characters that VCF reserves. */
  private static String decode(String text) {
    return text.indexOf('%') < 0
        ? text
        : text.replace("%3D", "=")
            .replace("%3B", ";")
            .replace("%2C", ",")
            .replace("%3A", ":")
            .replace("%25", "%");
  }
}
