package org.cotarget.input.vcf;

import htsjdk.tribble.TribbleException;
import htsjdk.variant.variantcontext.VariantContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.ChromosomeLengths;
import org.cotarget.input.vcf.scan.RecordPass;

/**
 * Takes the records of the panel one by one: holds them to the rules and hands their alleles on.
 */
final class PanelRecords implements RecordPass.Sink {

  private static final int FORMAT = 8;

  private final String path;
  private final SiteCodec codec;
  private final RecordCheck check;
  private final GenePositions positions;
  private final TumorColumns.Decision columns;
  private final BuildVote vote;
  private final AssemblyEvidence evidence;
  private final CallableBases callable;
  private final SmallVariants variants;
  private final StructuralPart structural;
  private final RecordFindings findings;

  PanelRecords(
      String path,
      SiteCodec codec,
      GenePositions positions,
      TumorColumns.Decision columns,
      BuildVote vote,
      AssemblyEvidence evidence,
      CallableBases callable,
      SmallVariants variants,
      StructuralPart structural,
      RecordFindings findings) {
    this.path = path;
    this.codec = codec;
    this.check = new RecordCheck(codec.names());
    this.positions = positions;
    this.columns = columns;
    this.vote = vote;
    this.evidence = evidence;
    this.callable = callable;
    this.variants = variants;
    this.structural = structural;
    this.findings = findings;
  }

  @Override
  public void take(long line, String text) {
    SourceLocation where = SourceLocation.ofLine(path, line);
    String[] fields = text.split("\t", -1);
    var fault = check.fault(fields);
    if (fault.isPresent()) {
      malformed(fields, where, fault.get().column(), fault.get().message());
      return;
    }
    evidence.chromosome(fields[0]);
    if (structural.take(line, fields, findings)) {
      return;
    }
    VariantContext site;
    try {
      site = codec.decode(fields);
    } catch (TribbleException | IllegalArgumentException | IllegalStateException e) {
      malformed(fields, where, "INFO", SiteCodec.plain(e));
      return;
    }
    SiteAlleles alleles = SiteCodec.alleles(fields);
    if (!samplesAreSound(fields, alleles, where)) {
      return;
    }
    record(panelRecord(fields, site, alleles, where));
  }

  private void record(PanelRecord record) {
    SiteAlleles alleles = record.alleles();
    vote.record(record.chrom(), alleles);
    callable.record(record.chrom(), alleles, record.info(), record.tumors());
    List<Integer> sequences = new ArrayList<>();
    for (int alternate = 0; alternate < alleles.count(); alternate++) {
      switch (alleles.kind(alternate)) {
        case SEQUENCE -> sequences.add(alternate);
        case AMBIGUOUS -> ambiguous(record, alternate);
        case REFERENCE ->
            problems(record)
                .warning(
                    "VCF_ALT_IS_REF",
                    record.where().atColumn("ALT"),
                    "ALT is the same as REF: " + RecordCheck.quoted(alleles.reference()),
                    "remove the allele; it is not used");
        case STRUCTURAL, NONE -> {
          // Structural alleles were taken before.
        }
      }
    }
    if (!sequences.isEmpty()) {
      variants.record(record, sequences);
    }
  }

  private void ambiguous(PanelRecord record, int alternate) {
    SiteAlleles alleles = record.alleles();
    boolean inReference = !alleles.reference().matches("[ACGT]+");
    problems(record)
        .warning(
            "VCF_BASE_AMBIGUOUS",
            record.where().atColumn(inReference ? "REF" : "ALT"),
            "bases other than A, C, G and T: "
                + RecordCheck.quoted(alleles.reference() + ">" + alleles.alternate(alternate))
                + "; the allele is not used",
            "call the variant against a reference without such bases, or write the base");
  }

  private PanelRecord panelRecord(
      String[] fields, VariantContext site, SiteAlleles alleles, SourceLocation where) {
    String chrom = ChromosomeLengths.plainName(fields[0]);
    FieldValues info = FieldValues.ofInfo(fields[7]);
    List<TumorValues> tumors = new ArrayList<>();
    for (TumorColumns.Tumor tumor : columns.tumors()) {
      boolean column = tumor.column() >= 0;
      FieldValues values = column ? sample(fields, tumor.column(), alleles) : info;
      boolean alone = columns.tumors().size() == 1;
      tumors.add(new TumorValues(tumor, values, Genotype.of(values, info, alleles, column, alone)));
    }
    boolean pair = columns.tumors().size() == 1 && columns.normals().size() == 1;
    String normal = pair ? sample(fields, columns.normals().get(0), alleles).text("GT") : "";
    return new PanelRecord(
        chrom,
        ChromosomeLengths.isAccession(fields[0]) ? chrom : fields[0],
        site,
        alleles,
        info,
        tumors,
        normal,
        windows(chrom, alleles),
        where);
  }

  private Set<GenomeAssembly> windows(String chrom, SiteAlleles alleles) {
    Set<GenomeAssembly> windows = EnumSet.noneOf(GenomeAssembly.class);
    long last = alleles.position() + alleles.reference().length() - 1;
    positions.spansAt(chrom, alleles.position(), last).values().forEach(windows::addAll);
    return windows;
  }

  private static FieldValues sample(String[] fields, int column, SiteAlleles alleles) {
    return FieldValues.ofSample(fields[FORMAT], fields[FORMAT + 1 + column], alleles.count());
  }

  /** Whether the columns of the tumours can be read; what is wrong with them is reported. */
  private boolean samplesAreSound(String[] fields, SiteAlleles alleles, SourceLocation where) {
    boolean sound = true;
    for (TumorColumns.Tumor tumor : columns.tumors()) {
      if (tumor.column() < 0) {
        continue;
      }
      String name = codec.columns().get(tumor.column());
      for (SampleCheck.Finding finding :
          SampleCheck.check(fields[FORMAT], fields[FORMAT + 1 + tumor.column()], name, alleles)) {
        if (finding.fatal()) {
          malformed(fields, where, finding.column(), finding.message());
          sound = false;
        } else {
          findings
              .of(fields)
              .problems()
              .warning(
                  "VCF_VALUE_UNUSED",
                  where.atColumn(finding.column()),
                  finding.message(),
                  "write one value for REF and one for each ALT; bcftools norm -m- with Number=R in the header keeps them in step");
        }
      }
    }
    return sound;
  }

  private InputProblems problems(PanelRecord record) {
    return findings.of(record.windows()).problems();
  }

  private void malformed(String[] fields, SourceLocation where, String column, String message) {
    findings
        .of(fields)
        .problems()
        .error(
            "VCF_RECORD",
            where.atColumn(column),
            "the record cannot be read: " + message,
            "mend or remove the line; bcftools view shows what is wrong with it");
  }
}
