package org.cotarget.report.export;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.AnnotationCheck.Agreement;
import org.cotarget.reference.PanelGene;
import org.cotarget.reference.Reference;
import org.cotarget.report.SampleResult.Variant;

/** A variant in the terms of HGVS, RefSeq, the Sequence Ontology and MAF. */
public final class VariantTerms {

  /** An accession with version, {@code :}, then a coding or protein change. */
  private static final Pattern FULL_CODING =
      Pattern.compile("[A-Z][A-Z0-9_]*\\.\\d+:c\\.[A-Za-z0-9*>_+=()-]+");

  private static final Pattern FULL_PROTEIN =
      Pattern.compile("[A-Z][A-Z0-9_]*\\.\\d+:p\\.[A-Za-z0-9*_=?()-]+");

  private static final Pattern CODING = Pattern.compile("c\\.[A-Za-z0-9*>_+=()-]+");
  private static final Pattern PROTEIN = Pattern.compile("p\\.\\(?([A-Za-z0-9*_=-]+)\\)?");
  private static final Pattern VERSIONED = Pattern.compile("[A-Z][A-Z0-9_]*\\.\\d+");
  private static final Pattern BASES = Pattern.compile("[ACGTNacgtn]+");
  private static final Pattern CHROMOSOME =
      Pattern.compile("(?:chr)?([1-9]|1\\d|2[0-2]|X|Y|23|24)", Pattern.CASE_INSENSITIVE);

  /** Versions of NC_000001 to NC_000024 on GRCh37; on GRCh38 each is one higher. */
  private static final int[] GRCH37_VERSIONS = {
    10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9
  };

  /** Sequence Ontology terms of {@code Consequence} by name. */
  private static final Map<String, String> CONSEQUENCES =
      Map.ofEntries(
          Map.entry("transcript_ablation", "SO:0001893"),
          Map.entry("gene_fusion", "SO:0001565"),
          Map.entry("splice_acceptor_variant", "SO:0001574"),
          Map.entry("splice_donor_variant", "SO:0001575"),
          Map.entry("splice_site_variant", "SO:0001629"),
          Map.entry("stop_gained", "SO:0001587"),
          Map.entry("frameshift_variant", "SO:0001589"),
          Map.entry("stop_lost", "SO:0001578"),
          Map.entry("start_lost", "SO:0002012"),
          Map.entry("transcript_amplification", "SO:0001889"),
          Map.entry("inframe_insertion", "SO:0001821"),
          Map.entry("inframe_deletion", "SO:0001822"),
          Map.entry("missense_variant", "SO:0001583"),
          Map.entry("protein_altering_variant", "SO:0001818"),
          Map.entry("splice_region_variant", "SO:0001630"),
          Map.entry("stop_retained_variant", "SO:0001567"),
          Map.entry("start_retained_variant", "SO:0002019"),
          Map.entry("synonymous_variant", "SO:0001819"),
          Map.entry("coding_sequence_variant", "SO:0001580"),
          Map.entry("5_prime_UTR_variant", "SO:0001623"),
          Map.entry("3_prime_UTR_variant", "SO:0001624"),
          Map.entry("non_coding_transcript_exon_variant", "SO:0001792"),
          Map.entry("intron_variant", "SO:0001627"),
          Map.entry("upstream_gene_variant", "SO:0001631"),
          Map.entry("downstream_gene_variant", "SO:0001632"),
          Map.entry("intergenic_variant", "SO:0001628"),
          Map.entry("sequence_variant", "SO:0001060"));

  /** MAF {@code Variant_Classification} of terms that do not depend on the alleles. */
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("splice_acceptor_variant", "Splice_Site"),
          Map.entry("splice_donor_variant", "Splice_Site"),
          Map.entry("splice_site_variant", "Splice_Site"),
          Map.entry("stop_gained", "Nonsense_Mutation"),
          Map.entry("stop_lost", "Nonstop_Mutation"),
          Map.entry("start_lost", "Translation_Start_Site"),
          Map.entry("inframe_insertion", "In_Frame_Ins"),
          Map.entry("inframe_deletion", "In_Frame_Del"),
          Map.entry("missense_variant", "Missense_Mutation"),
          Map.entry("splice_region_variant", "Splice_Region"),
          Map.entry("stop_retained_variant", "Silent"),
          Map.entry("start_retained_variant", "Silent"),
          Map.entry("synonymous_variant", "Silent"),
          Map.entry("5_prime_UTR_variant", "5'UTR"),
          Map.entry("3_prime_UTR_variant", "3'UTR"),
          Map.entry("non_coding_transcript_exon_variant", "RNA"),
          Map.entry("intron_variant", "Intron"),
          Map.entry("upstream_gene_variant", "5'Flank"),
          Map.entry("downstream_gene_variant", "3'Flank"),
          Map.entry("intergenic_variant", "IGR"));

  private final Reference reference;

  /** Names variants by the panel's transcripts. */
  public VariantTerms(Reference reference) {
    this.reference = reference;
  }

  /** The panel gene of a symbol. */
  public Optional<PanelGene> gene(String symbol) {
    return reference.panel().gene(symbol);
  }

  /**
   * The coding change with the versioned transcript that it refers to: as the source wrote it where
   * that is complete, else as cotarget reads it on the MANE Select transcript, unless both differ.
   */
  public Optional<String> codingHgvs(Variant v) {
    if (FULL_CODING.matcher(v.hgvsC()).matches()) {
      return Optional.of(v.hgvsC());
    }
    if (CODING.matcher(v.hgvsC()).matches() && VERSIONED.matcher(v.transcript()).matches()) {
      return Optional.of(v.transcript() + ":" + v.hgvsC());
    }
    boolean read = CODING.matcher(v.check().hgvsC()).matches();
    return v.check().agreement() == Agreement.DIFFERS || !read
        ? Optional.empty()
        : mane(v).map(transcript -> transcript + ":" + v.check().hgvsC());
  }

  /** The transcript of {@link #codingHgvs}. */
  public Optional<String> transcript(Variant v) {
    return codingHgvs(v).map(hgvs -> hgvs.substring(0, hgvs.indexOf(':')));
  }

  /**
   * The predicted protein change, {@code p.(His1047Arg)}, as cotarget reads it unless the source
   * says otherwise; with an accession only where the source gives one.
   */
  public Optional<String> proteinHgvs(Variant v) {
    if (FULL_PROTEIN.matcher(v.hgvsP()).matches()) {
      return Optional.of(v.hgvsP());
    }
    boolean own = v.check().agreement() != Agreement.DIFFERS && !v.check().hgvsP().isEmpty();
    Matcher change = PROTEIN.matcher(own ? v.check().hgvsP() : v.hgvsP());
    return change.matches() && !v.hgvsP().endsWith("_splice")
        ? Optional.of("p.(" + change.group(1) + ")")
        : Optional.empty();
  }

  /** RefSeq accession of the chromosome on the variant's assembly. */
  public Optional<String> chromosomeAccession(Variant v) {
    int shift =
        switch (v.genomeBuild()) {
          case "GRCh37" -> 0;
          case "GRCh38" -> 1;
          default -> -1;
        };
    return shift < 0
        ? Optional.empty()
        : chromosomeNumber(v)
            .map(n -> String.format(Locale.ROOT, "NC_%06d.%d", n, GRCH37_VERSIONS[n - 1] + shift));
  }

  /**
   * The genomic change at the place that the source gives it. In a repeat HGVS names the last place
   * that it may lie at; finding that takes the genome, which is not bundled.
   */
  public Optional<String> genomicHgvs(Variant v) {
    return hasAlleles(v)
        ? chromosomeAccession(v)
            .flatMap(accession -> change(v).map(change -> accession + ":g." + change))
        : Optional.empty();
  }

  /** What is left when the bases that both alleles begin or end with are cut off. */
  private static Optional<String> change(Variant v) {
    String ref = bases(v.ref()).toUpperCase(Locale.ROOT);
    String alt = bases(v.alt()).toUpperCase(Locale.ROOT);
    int shorter = Math.min(ref.length(), alt.length());
    int head = 0;
    while (head < shorter && ref.charAt(head) == alt.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && ref.charAt(ref.length() - 1 - tail) == alt.charAt(alt.length() - 1 - tail)) {
      tail++;
    }
    String lost = ref.substring(head, ref.length() - tail);
    String gained = alt.substring(head, alt.length() - tail);
    // A MAF gives the base before an insertion.
    long first = ref.isEmpty() ? v.pos() + 1 : v.pos() + head;
    if (lost.isEmpty()) {
      return gained.isEmpty()
          ? Optional.empty()
          : Optional.of((first - 1) + "_" + first + "ins" + gained);
    }
    if (lost.length() == 1 && gained.length() == 1) {
      return Optional.of(first + lost + ">" + gained);
    }
    String place = lost.length() == 1 ? "" + first : first + "_" + (first + lost.length() - 1);
    return Optional.of(place + (gained.isEmpty() ? "del" : "delins" + gained));
  }

  /** 1 to 22, 23 for X, 24 for Y; empty for any other sequence. */
  public Optional<Integer> chromosomeNumber(Variant v) {
    Matcher name = CHROMOSOME.matcher(v.chrom());
    if (!name.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (name.group(1)) {
          case "X", "x" -> 23;
          case "Y", "y" -> 24;
          default -> Integer.parseInt(name.group(1));
        });
  }

  /** Whether both alleles are bases, as in a VCF; a MAF writes {@code -} for none. */
  public boolean hasVcfAlleles(Variant v) {
    return v.pos() > 0 && isBases(v.ref()) && isBases(v.alt());
  }

  /** Whether position and alleles are known, where {@code -} stands for no bases. */
  public boolean hasAlleles(Variant v) {
    return v.pos() > 0
        && (isBases(v.ref()) || v.ref().equals("-"))
        && (isBases(v.alt()) || v.alt().equals("-"))
        && !v.ref().equals(v.alt());
  }

  /** The bases of an allele: none for {@code -}. */
  public static String bases(String allele) {
    return allele.equals("-") ? "" : allele;
  }

  private static boolean isBases(String allele) {
    return BASES.matcher(allele).matches();
  }

  /** Sequence Ontology id of the consequence. */
  public String consequenceId(Variant v) {
    return CONSEQUENCES.getOrDefault(v.consequence(), "SO:0001060");
  }

  /** MAF {@code Variant_Classification}; empty where the consequence has none. */
  public Optional<String> mafClass(Variant v) {
    if (v.consequence().equals("frameshift_variant")) {
      int longer = bases(v.ref()).length() - bases(v.alt()).length();
      return longer == 0
          ? Optional.empty()
          : Optional.of(longer > 0 ? "Frame_Shift_Del" : "Frame_Shift_Ins");
    }
    return Optional.ofNullable(CLASSES.get(v.consequence()));
  }

  private Optional<String> mane(Variant v) {
    String base = v.check().transcript();
    return gene(v.gene())
        .map(PanelGene::maneTranscript)
        .filter(mane -> mane.equals(base) || mane.startsWith(base + "."));
  }
}
