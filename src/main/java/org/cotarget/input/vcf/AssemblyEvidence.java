package org.cotarget.input.vcf;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.input.layer.ChromosomeLengths;

/**
 * What a VCF says about its assembly. The lengths of its contigs and the versions of accessions
 * prove it; {@code ##reference}, {@code ##assembly} and the headers of annotators name it; a path
 * in a command line hints at it and counts only where nothing else speaks.
 */
final class AssemblyEvidence {

  private static final Pattern CONTIG = Pattern.compile("##contig=<(?:.*,)?ID=([^,>]+).*");
  private static final Pattern LENGTH = Pattern.compile("[<,]length=(\\d+)");
  private static final Pattern CONTIG_ASSEMBLY = Pattern.compile("[<,]assembly=\"?([^,>\"]+)");
  private static final Pattern VEP_ASSEMBLY = Pattern.compile("\\bassembly=\"?([^\" ]+)");
  private static final Pattern SNPEFF_GENOME = Pattern.compile("(?i)(GRCh3[78]|hg19|hg38)");
  private static final Pattern COMMAND =
      Pattern.compile("(?i)cmd|command|MuTect|MuSE|varscan|freebayes|source|options");
  private static final Pattern PATH_NAME =
      Pattern.compile(
          "(?i)(?<![A-Za-z])(?:GRCh3[78]|hg19|hg38|hs37d5|hs38D?H?|g1k_v37|b37|GC[AF]_000001405\\.\\d+)");
  private static final Pattern FOREIGN =
      Pattern.compile("(?i)hg18|hg17|NCBI36|b36\\b|CHM13|T2T|GRCm\\d|\\bmm\\d{1,2}\\b");

  private final Map<GenomeAssembly, String> found = new EnumMap<>(GenomeAssembly.class);
  private final Set<GenomeAssembly> hinted = EnumSet.noneOf(GenomeAssembly.class);
  private boolean fittingLength;
  private boolean foreignLength;
  private String foreignName = "";

  /**
   * @param header header lines
   * @param declared what the user says
   */
  AssemblyEvidence(List<String> header, Optional<GenomeAssembly> declared) {
    header.forEach(this::lengths);
    for (String line : header) {
      names(line);
    }
    declared.ifPresent(assembly -> add(assembly, "the option"));
  }

  /** Takes the name of a chromosome in a record: an accession tells the assembly. */
  void chromosome(String name) {
    add(ChromosomeLengths.assemblyOfName(name), "accession " + name);
  }

  /**
   * The one assembly that everything agrees on; {@link GenomeAssembly#UNKNOWN} without evidence or
   * with a conflict.
   */
  GenomeAssembly assembly() {
    if (found.isEmpty()) {
      return hinted.size() == 1 ? hinted.iterator().next() : GenomeAssembly.UNKNOWN;
    }
    return found.size() == 1 ? found.keySet().iterator().next() : GenomeAssembly.UNKNOWN;
  }

  /** Whether the assembly is no more than hinted at, so that the bases may overrule it. */
  boolean isHint() {
    return found.isEmpty();
  }

  boolean isConflict() {
    return found.size() > 1;
  }

  /**
   * Why the file cannot be on either assembly; empty when it can. No main chromosome has a length
   * of either, or the reference is named as another.
   */
  Optional<String> foreign() {
    if (foreignLength && !fittingLength) {
      return Optional.of("the contig lengths are those of neither GRCh37 nor GRCh38");
    }
    return found.isEmpty() && !foreignName.isEmpty()
        ? Optional.of("the header names another reference: " + RecordCheck.quoted(foreignName))
        : Optional.empty();
  }

  /** {@code GRCh37 by contig lengths; GRCh38 by ##reference}. */
  String text() {
    StringBuilder text = new StringBuilder();
    found.forEach(
        (assembly, evidence) ->
            text.append(text.length() > 0 ? "; " : "")
                .append(assembly.label())
                .append(" by ")
                .append(evidence));
    if (text.length() == 0 && hinted.size() == 1) {
      return assembly().label() + " by a command line of the header";
    }
    return text.length() == 0 ? "assembly unknown" : text.toString();
  }

  private void lengths(String line) {
    Matcher contig = CONTIG.matcher(line);
    if (!contig.matches()) {
      return;
    }
    String name = contig.group(1);
    add(ChromosomeLengths.assemblyOfName(name), "accession " + name);
    Matcher length = LENGTH.matcher(line);
    String chrom = ChromosomeLengths.plainName(name);
    boolean main = ChromosomeLengths.length(GenomeAssembly.GRCH38, chrom).isPresent();
    if (!main || !length.find()) {
      return;
    }
    String digits = length.group(1);
    long bases = digits.length() > 12 ? -1 : Long.parseLong(digits);
    List<GenomeAssembly> matching = ChromosomeLengths.assembliesWith(chrom, bases);
    matching.forEach(match -> add(match, "contig lengths"));
    fittingLength |= !matching.isEmpty();
    foreignLength |= matching.isEmpty();
  }

  private void names(String line) {
    if (line.startsWith("##reference=")) {
      named(line.substring(line.indexOf('=') + 1), "##reference");
    } else if (line.startsWith("##assembly=")) {
      named(line.substring(line.indexOf('=') + 1), "##assembly");
    } else if (line.startsWith("##VEP=")) {
      Matcher name = VEP_ASSEMBLY.matcher(line);
      if (name.find()) {
        add(GenomeAssembly.parse(name.group(1)), "the VEP header");
      }
    } else if (line.startsWith("##SnpEffCmd=")) {
      Matcher name = SNPEFF_GENOME.matcher(line);
      if (name.find()) {
        add(GenomeAssembly.parse(name.group(1)), "the SnpEff command");
      }
    } else if (line.startsWith("##contig=")) {
      Matcher name = CONTIG_ASSEMBLY.matcher(line);
      if (name.find()) {
        add(GenomeAssembly.parse(name.group(1)), "##contig");
      }
    } else if (COMMAND.matcher(key(line)).find()) {
      Matcher name = PATH_NAME.matcher(line);
      while (name.find()) {
        hint(GenomeAssembly.parse(name.group()));
      }
    }
  }

  /** What stands before the first equals sign; blank for a line that is no {@code ##key=value}. */
  private static String key(String line) {
    int equals = line.indexOf('=');
    return equals > 0 && line.startsWith("##") ? line.substring(2, equals) : "";
  }

  private void named(String value, String evidence) {
    GenomeAssembly assembly = GenomeAssembly.parse(value);
    add(assembly, evidence);
    Matcher foreign = FOREIGN.matcher(value);
    if (assembly == GenomeAssembly.UNKNOWN && foreign.find()) {
      foreignName = value;
    }
  }

  private void hint(GenomeAssembly assembly) {
    if (assembly != GenomeAssembly.UNKNOWN) {
      hinted.add(assembly);
    }
  }

  private void add(GenomeAssembly assembly, String evidence) {
    if (assembly != GenomeAssembly.UNKNOWN) {
      found.putIfAbsent(assembly, evidence);
    }
  }
}
