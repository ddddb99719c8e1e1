package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row of a MAF is taken for. */
class MafReaderTest {

  private static final String IDS =
      "Hugo_Symbol\tTumor_Sample_Barcode\tVariant_Classification\tNCBI_Build";

  @TempDir Path folder;
  private final InputProblems problems = new InputProblems();

  @ParameterizedTest
  @CsvSource({
    "Missense_Mutation,MISSENSE_VARIANT", "Nonsense_Mutation,STOP_GAINED",
        "Nonstop_Mutation,STOP_LOST",
    "Frame_Shift_Del,FRAMESHIFT_VARIANT", "Frame_Shift_Ins,FRAMESHIFT_VARIANT",
        "In_Frame_Del,INFRAME_DELETION",
    "In_Frame_Ins,INFRAME_INSERTION", "Splice_Site,SPLICE_SITE_VARIANT",
        "Splice_Region,SPLICE_REGION_VARIANT",
    "Translation_Start_Site,START_LOST", "Start_Codon_Del,START_LOST", "Stop_Codon_Ins,STOP_GAINED",
    "Stop_Codon_Del,STOP_LOST", "De_novo_Start_OutOfFrame,FIVE_PRIME_UTR_VARIANT",
        "Silent,SYNONYMOUS_VARIANT",
    "5'UTR,FIVE_PRIME_UTR_VARIANT", "3'UTR,THREE_PRIME_UTR_VARIANT",
        "5'Flank,UPSTREAM_GENE_VARIANT",
    "3'Flank,DOWNSTREAM_GENE_VARIANT", "Intron,INTRON_VARIANT",
        "RNA,NON_CODING_TRANSCRIPT_EXON_VARIANT",
    "IGR,INTERGENIC_VARIANT", "Targeted_Region,SEQUENCE_VARIANT",
        "missense_variant,MISSENSE_VARIANT"
  })
  void everyClassificationHasATerm(String classification, Consequence term) throws IOException {
    assertThat(variants(IDS + "\nPTEN\tS1\t" + classification + "\tGRCh38\n"))
        .extracting(SomaticVariant::consequence)
        .containsExactly(term);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aClassificationThatNobodyKnowsIsAWarning() throws IOException {
    assertThat(variants(IDS + "\nPTEN\tS1\tStrange\tGRCh38\n")).hasSize(1);
    assertThat(codes()).containsExactly("CONSEQUENCE_UNKNOWN");
  }

  @Test
  void theAnnotationTellsTheSideOfASpliceSite() throws IOException {
    assertThat(
            variants(
                IDS
                    + "\tConsequence\nPTEN\tS1\tSplice_Site\tGRCh38\tsplice_donor_variant;intron_variant\n"
                    + "PTEN\tS2\tMissense_Mutation\tGRCh38\tmissense_variant;splice_region_variant\n"))
        .extracting(SomaticVariant::consequence)
        .containsExactly(Consequence.SPLICE_DONOR_VARIANT, Consequence.MISSENSE_VARIANT);
  }

  @Test
  void aSubstitutionAtAnExonEdgeKeepsBothItsNames() throws IOException {
    assertThat(variants(IDS + "\tProtein_Change\nPIK3CA\tS1\tSplice_Site\t37\tp.G118D\n"))
        .singleElement()
        .satisfies(
            variant -> {
              assertThat(variant.consequence()).isEqualTo(Consequence.SPLICE_SITE_VARIANT);
              assertThat(variant.protein().map(ProteinChange::shortForm)).hasValue("G118D");
              assertThat(variant.assembly()).isEqualTo(GenomeAssembly.GRCH37);
            });
  }

  @Test
  void theSecondAlleleIsTheVariantUnlessItIsTheReference() throws IOException {
    String header =
        IDS + "\tStart_position\tReference_Allele\tTumor_Seq_Allele1\tTumor_Seq_Allele2\n";
    assertThat(
            variants(
                header
                    + "PTEN\tS1\tSilent\t38\t10\tG\tG\tA\nPTEN\tS2\tSilent\t38\t10\tG\tT\tG\nPTEN\tS3\tSilent\t38\t10\t-\t-\tA\n"))
        .extracting(SomaticVariant::ref, SomaticVariant::alt, SomaticVariant::start)
        .containsExactlyInAnyOrder(
            tuple("G", "A", 10L), tuple("G", "T", 10L), tuple("-", "A", 10L));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "80,60,20,'',80,20,0.25",
        "'',60,20,'',80,20,0.25",
        "100,'','',0.3,100,-1,0.3",
        "'','','',30%,-1,-1,0.3",
        ".,.,.,.,-1,-1,NaN"
      })
  void depthsAndFractions(
      String depth, String ref, String alt, String vaf, int total, int alternate, double fraction)
      throws IOException {
    assertThat(
            variants(
                IDS
                    + "\tt_depth\tt_ref_count\tt_alt_count\tt_vaf\nPTEN\tS1\tSilent\t38\t"
                    + String.join("\t", depth, ref, alt, vaf)
                    + "\n"))
        .extracting(
            SomaticVariant::depth, SomaticVariant::alternateDepth, SomaticVariant::alleleFraction)
        .containsExactly(tuple(total, alternate, fraction));
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void moreVariantReadsThanReadsAreNotUsed() throws IOException {
    assertThat(variants(IDS + "\tt_depth\tt_alt_count\nPTEN\tS1\tSilent\t38\t10\t20\n"))
        .extracting(SomaticVariant::depth)
        .containsExactly(-1);
    assertThat(codes()).containsExactly("DEPTH_CONTRADICTORY");
  }

  @Test
  void filteredRowsAreLeftOutButNoHotspot() throws IOException {
    String rows =
        IDS
            + "\tHGVSp_Short\tFILTER\nPTEN\tS1\tMissense_Mutation\t38\tp.K6E\tpanel_of_normals\n"
            + "PIK3CA\tS1\tMissense_Mutation\t38\tp.H1047R\tcommon_variant\nAKT1\tS1\tMissense_Mutation\t38\tp.A5T\tPASS\n";
    assertThat(variants(rows)).extracting(SomaticVariant::gene).containsExactly("AKT1", "PIK3CA");
    assertThat(codes()).containsExactly("VARIANTS_FILTERED");
    assertThat(read(rows, Set.of("panel_of_normals")).variants().get("S1")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Germline", "Wildtype", "None", "LOH"})
  void onlySomaticRowsAreKept(String status) throws IOException {
    assertThat(variants(IDS + "\tMutation_Status\nPTEN\tS1\tSilent\t38\t" + status + "\n"))
        .isEmpty();
    assertThat(codes()).containsExactly("VARIANTS_NOT_SOMATIC");
  }

  @Test
  void genesAreFoundByOldSymbolAndById() throws IOException {
    assertThat(
            variants(
"""
Hugo_Symbol\tEntrez_Gene_Id\tTumor_Sample_Barcode\tVariant_Classification\tNCBI_Build
MMAC1\t\tS1\tSilent\t38
Unknown\t5290\tS1\tNonsense_Mutation\t38
TITIN\t7273\tS1\tSilent\t38
"""))
        .extracting(SomaticVariant::gene)
        .containsExactly("PIK3CA", "PTEN");
  }

  @Test
  void repeatedRowsCountOnceAndAllRowsSpread() throws IOException {
    String header = IDS + "\tChromosome\tStart_Position\tReference_Allele\tTumor_Seq_Allele2\n";
    VariantLayer layer =
        read(
            header
                + "PTEN\tS1\tSilent\t38\t10\t5\tG\tA\nPTEN\tS1\tSilent\t38\t10\t5\tG\tA\nTTN\tS1\tSilent\t38\t2\t7\tG\tA\n",
            Set.of());
    assertThat(layer.variants().get("S1")).hasSize(1);
    assertThat(layer.spread().get("S1")).isEqualTo(new VariantLayer.RecordSpread(2, 2, 3));
    assertThat(codes()).containsExactly("VARIANTS_REPEATED");
  }

  @Test
  void anAssemblyThatIsNotGivenIsUnknownUnlessDeclared() throws IOException {
    String table = "Hugo_Symbol\tTumor_Sample_Barcode\tVariant_Classification\nPTEN\tS1\tSilent\n";
    assertThat(variants(table))
        .extracting(SomaticVariant::assembly)
        .containsExactly(GenomeAssembly.UNKNOWN);
    assertThat(codes()).containsExactly("ASSEMBLY_UNKNOWN");
    Path path = Files.writeString(folder.resolve("m.maf"), table);
    assertThat(
            reader(Set.of())
                .read(
                    path,
                    Optional.of(GenomeAssembly.GRCH38),
                    GenomeAssembly.GRCH37,
                    Optional.empty(),
                    problems)
                .orElseThrow()
                .variants()
                .get("S1"))
        .extracting(SomaticVariant::assembly)
        .containsExactly(GenomeAssembly.GRCH38);
  }

  @Test
  void fusionsAreEventsThatTellNothingOfCoverage() throws IOException {
    VariantLayer layer =
        read(
            IDS
                + "\tProtein_Change\tMutation_Status\nPTEN\tS1\tFusion\t38\tPTEN-CDH23 fusion\t\n"
                + "PTEN\tS2\tStructural_Variant\t38\t\tGermline\nTTN\tS3\tGene_Fusion\t38\t\t\n",
            Set.of());
    assertThat(layer.variants().keySet()).containsExactly("S1");
    assertThat(layer.variants().get("S1"))
        .extracting(SomaticVariant::gene, SomaticVariant::consequence, SomaticVariant::hgvsP)
        .containsExactly(tuple("PTEN", Consequence.GENE_FUSION, "PTEN-CDH23 fusion"));
    assertThat(layer.spread())
        .containsOnlyKeys("S1", "S2", "S3")
        .containsEntry("S1", new VariantLayer.RecordSpread(0, 0, 0));
    assertThat(codes()).containsExactly("VARIANTS_NOT_SOMATIC");
  }

  private List<SomaticVariant> variants(String maf) throws IOException {
    return read(maf, Set.of()).variants().values().stream().flatMap(List::stream).sorted().toList();
  }

  private VariantLayer read(String maf, Set<String> filters) throws IOException {
    Path path = Files.writeString(folder.resolve("m.maf"), maf);
    return reader(filters)
        .read(path, Optional.empty(), GenomeAssembly.UNKNOWN, Optional.empty(), problems)
        .orElseThrow(() -> new AssertionError(problems.sorted()));
  }

  private static MafReader reader(Set<String> filters) {
    return new MafReader(
        ReferenceLoader.bundled(),
        new RecurrentChanges(
            ReferenceLoader.bundled(), new VariantAnnotator(ReferenceLoader.bundled())),
        filters);
  }

  private List<String> codes() {
    return problems.sorted().stream().map(InputProblem::code).toList();
  }
}
