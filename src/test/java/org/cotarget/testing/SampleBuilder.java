package org.cotarget.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayCoverage.Basis;
import org.cotarget.cohort.AssayCoverage.Extent;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;

/** Builds tumour samples for tests, one result at a time. */
public final class SampleBuilder {

  private SampleType type = SampleType.PRIMARY;
  private static final SourceLocation WHERE = SourceLocation.ofLine("test.txt", 1);

  private final String id;
  private final List<ReceptorResult> receptors = new ArrayList<>();
  private final List<ProteinResult> proteins = new ArrayList<>();
  private final List<SomaticVariant> variants = new ArrayList<>();
  private String ref = "A";
  private String alt = "C";
  private final Map<String, CopyNumberCall> copyNumbers = new TreeMap<>();
  private final Map<String, ClinicalValue> clinical = new TreeMap<>();
  private final Map<AssayLayer, Extent> coverage = new EnumMap<>(AssayLayer.class);

  private SampleBuilder(String id) {
    this.id = id;
  }

  public static SampleBuilder sample() {
    return new SampleBuilder("S1");
  }

  public static SampleBuilder sample(String id) {
    return new SampleBuilder(id);
  }

  public SampleBuilder status(Receptor receptor, ReceptorResult.Status status) {
    return result(receptor, ReceptorResult.Assay.IHC_STATUS, status, null);
  }

  public SampleBuilder percent(Receptor receptor, NumberRange percent) {
    return result(
        receptor, ReceptorResult.Assay.IHC_PERCENT, ReceptorResult.Status.NOT_GIVEN, percent);
  }

  public SampleBuilder score(int score) {
    return result(
        Receptor.HER2,
        ReceptorResult.Assay.IHC_SCORE,
        ReceptorResult.Status.NOT_GIVEN,
        NumberRange.exactly(score));
  }

  public SampleBuilder ish(ReceptorResult.Status status) {
    return result(Receptor.HER2, ReceptorResult.Assay.ISH_STATUS, status, null);
  }

  public SampleBuilder ratio(double ratio) {
    return result(
        Receptor.HER2,
        ReceptorResult.Assay.ISH_RATIO,
        ReceptorResult.Status.NOT_GIVEN,
        NumberRange.exactly(ratio));
  }

  public SampleBuilder copies(double copies) {
    return result(
        Receptor.HER2,
        ReceptorResult.Assay.ISH_COPIES,
        ReceptorResult.Status.NOT_GIVEN,
        NumberRange.exactly(copies));
  }

  public SampleBuilder cep17(double signals) {
    return result(
        Receptor.HER2,
        ReceptorResult.Assay.CEP17_COPIES,
        ReceptorResult.Status.NOT_GIVEN,
        NumberRange.exactly(signals));
  }

  public SampleBuilder surrogate(
      Receptor receptor, ReceptorResult.Basis basis, ReceptorResult.Status status) {
    receptors.add(
        new ReceptorResult(
            receptor,
            ReceptorResult.Assay.IHC_STATUS,
            status,
            Optional.empty(),
            basis,
            status.name(),
            WHERE));
    return this;
  }

  private SampleBuilder result(
      Receptor receptor,
      ReceptorResult.Assay assay,
      ReceptorResult.Status status,
      NumberRange number) {
    receptors.add(
        new ReceptorResult(
            receptor,
            assay,
            status,
            Optional.ofNullable(number),
            ReceptorResult.Basis.PRIMARY,
            number == null ? status.name() : number.toString(),
            WHERE));
    return this;
  }

  public SampleBuilder type(SampleType type) {
    this.type = type;
    return this;
  }

  /** ER, PR and HER2 explicitly negative. */
  public SampleBuilder tripleNegative() {
    return status(Receptor.ER, ReceptorResult.Status.NEGATIVE)
        .status(Receptor.PR, ReceptorResult.Status.NEGATIVE)
        .score(0);
  }

  public SampleBuilder protein(ProteinResult.Protein protein, ProteinResult.State state) {
    proteins.add(new ProteinResult(protein, state, Optional.empty(), state.name(), WHERE));
    return this;
  }

  public SampleBuilder ptenPercent(double percent) {
    proteins.add(
        new ProteinResult(
            ProteinResult.Protein.PTEN,
            ProteinResult.State.NOT_GIVEN,
            Optional.of(NumberRange.exactly(percent)),
            percent + "%",
            WHERE));
    return this;
  }

  /** Alleles of the variants that follow. */
  public SampleBuilder alleles(String reference, String alternate) {
    ref = reference;
    alt = alternate;
    return this;
  }

  public SampleBuilder variant(String gene, Consequence consequence, String protein) {
    variants.add(
        new SomaticVariant(
            gene,
            GenomeAssembly.GRCH37,
            "1",
            100 + variants.size(),
            100 + variants.size(),
            ref,
            alt,
            consequence,
            ProteinChange.parse(protein),
            "",
            protein,
            "",
            -1,
            -1,
            Double.NaN,
            "PASS",
            SomaticVariant.Annotation.MAF,
            AnnotationCheck.NONE,
            "",
            WHERE));
    return this;
  }

  public SampleBuilder missense(String gene, String protein) {
    return variant(gene, Consequence.MISSENSE_VARIANT, protein);
  }

  public SampleBuilder gistic(String gene, double state) {
    return copyNumber(gene, CopyNumberCall.Scale.GISTIC, state);
  }

  public SampleBuilder copyNumber(String gene, CopyNumberCall.Scale scale, double value) {
    copyNumbers.put(gene, new CopyNumberCall(gene, scale, value, WHERE));
    return this;
  }

  /** Covers genes for SNV/indel; none named means all. */
  public SampleBuilder sequenced(String... genes) {
    coverage.put(
        AssayLayer.SNV_INDEL,
        genes.length == 0
            ? Extent.everyGene(Basis.CASE_LIST, "exome")
            : Extent.of(Basis.ASSAY_FILE, Set.of(genes), "panel"));
    return this;
  }

  /** A cell of a clinical table. */
  public SampleBuilder clinical(String column, String value) {
    clinical.put(column, new ClinicalValue(value, WHERE.atColumn(column)));
    return this;
  }

  public TumorSample build() {
    if (!copyNumbers.isEmpty()) {
      coverage.put(
          AssayLayer.COPY_NUMBER, Extent.of(Basis.VALUE_PRESENT, copyNumbers.keySet(), "matrix"));
    }
    return new TumorSample(
        id,
        "P-" + id,
        type,
        receptors,
        proteins,
        variants,
        List.copyOf(copyNumbers.values()),
        new AssayCoverage(coverage),
        clinical);
  }
}
