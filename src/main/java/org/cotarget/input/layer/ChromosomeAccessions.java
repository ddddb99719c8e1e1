package org.cotarget.input.layer;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.GenomeAssembly;

/**
 * RefSeq and GenBank accessions of the main chromosomes. The number of an accession tells the
 * chromosome, its version the assembly.
 */
final class ChromosomeAccessions {

  private static final Pattern REFSEQ = Pattern.compile("NC_0000(\\d\\d)(?:\\.(\\d+))?");
  private static final Pattern GENBANK = Pattern.compile("CM000(6\\d\\d)(?:\\.(\\d+))?");
  private static final int FIRST_GENBANK = 663;

  /** Versions of NC_000001 to NC_000024 on GRCh37; on GRCh38 each is one higher. */
  private static final int[] REFSEQ_GRCH37 = {
    10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9
  };

  private static final Map<Integer, GenomeAssembly> GENBANK_VERSIONS =
      Map.of(1, GenomeAssembly.GRCH37, 2, GenomeAssembly.GRCH38);

  private ChromosomeAccessions() {}

  /** The chromosome of an accession in upper case, {@code 1} to {@code 22}, X or Y. */
  static Optional<String> chromosome(String accession) {
    return number(accession).map(n -> n == 23 ? "X" : n == 24 ? "Y" : String.valueOf(n));
  }

  /** The assembly of an accession by its version; unknown for any other name or version. */
  static GenomeAssembly assembly(String accession) {
    String name = accession.strip().toUpperCase(Locale.ROOT);
    Optional<Integer> number = number(name);
    int dot = name.indexOf('.');
    if (number.isEmpty() || dot < 0) {
      return GenomeAssembly.UNKNOWN;
    }
    String digits = name.substring(dot + 1);
    int version = digits.length() > 3 ? -1 : Integer.parseInt(digits);
    if (name.startsWith("CM")) {
      return GENBANK_VERSIONS.getOrDefault(version, GenomeAssembly.UNKNOWN);
    }
    int on37 = REFSEQ_GRCH37[number.get() - 1];
    return version == on37
        ? GenomeAssembly.GRCH37
        : version == on37 + 1 ? GenomeAssembly.GRCH38 : GenomeAssembly.UNKNOWN;
  }

  private static Optional<Integer> number(String accession) {
    Matcher refSeq = REFSEQ.matcher(accession);
    if (refSeq.matches()) {
      return inRange(Integer.parseInt(refSeq.group(1)));
    }
    Matcher genBank = GENBANK.matcher(accession);
    return genBank.matches()
        ? inRange(Integer.parseInt(genBank.group(1)) - FIRST_GENBANK + 1)
        : Optional.empty();
  }

  private static Optional<Integer> inRange(int number) {
    return number >= 1 && number <= 24 ? Optional.of(number) : Optional.empty();
  }
}
