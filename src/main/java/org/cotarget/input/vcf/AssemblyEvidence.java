package org.cotarget.input.vcf;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.input.layer.ChromosomeLengths;

/**
 * What a VCF header says about the assembly. The lengths of its contigs prove it; {@code
 * ##reference}, {@code ##assembly} and the command lines of annotators only name it.
 */
final class AssemblyEvidence {

  private static final Pattern CONTIG =
      Pattern.compile("##contig=<.*?ID=(?:chr)?([0-9]{1,2}|X|Y)\\b.*");
  private static final Pattern LENGTH = Pattern.compile("[<,]length=(\\d+)");
  private static final Pattern CONTIG_ASSEMBLY = Pattern.compile("[<,]assembly=\"?([^,>\"]+)");
  private static final Pattern VEP_ASSEMBLY = Pattern.compile("\\bassembly=\"?([^\" ]+)");
  private static final Pattern SNPEFF_GENOME = Pattern.compile("(?i)(GRCh3[78]|hg19|hg38)");

  private final Map<GenomeAssembly, String> found = new EnumMap<>(GenomeAssembly.class);
  private boolean foreignLength;

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

  /**
   * The one assembly that everything agrees on; {@link GenomeAssembly#UNKNOWN} without evidence or
   * with a conflict.
   */
  GenomeAssembly assembly() {
    return found.size() == 1 ? found.keySet().iterator().next() : GenomeAssembly.UNKNOWN;
  }

  boolean isConflict() {
    return found.size() > 1;
  }

  /** Whether a main chromosome has a length of neither assembly. */
  boolean hasForeignLength() {
    return foreignLength;
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
    return text.length() == 0 ? "assembly unknown" : text.toString();
  }

  private void lengths(String line) {
    Matcher contig = CONTIG.matcher(line);
    Matcher length = LENGTH.matcher(line);
    if (!contig.matches() || !length.find()) {
      return;
    }
    String digits = length.group(1);
    long bases = digits.length() > 12 ? -1 : Long.parseLong(digits);
    List<GenomeAssembly> matching = ChromosomeLengths.assembliesWith(contig.group(1), bases);
    matching.forEach(match -> add(match, "contig lengths"));
    foreignLength |= matching.isEmpty();
  }

  private void names(String line) {
    if (line.startsWith("##reference=")) {
      add(GenomeAssembly.parse(line), "##reference");
    } else if (line.startsWith("##assembly=")) {
      add(GenomeAssembly.parse(line.substring(line.indexOf('=') + 1)), "##assembly");
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
    }
  }

  private void add(GenomeAssembly assembly, String evidence) {
    if (assembly != GenomeAssembly.UNKNOWN) {
      found.putIfAbsent(assembly, evidence);
    }
  }
}
