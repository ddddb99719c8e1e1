package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant.Annotation;
import org.cotarget.input.vcf.TranscriptChoice.Choice;
import org.cotarget.input.vcf.TranscriptChoice.Chosen;
import org.cotarget.reference.GenePanel;

/**
 * Which panel genes an allele concerns. The annotation of the file decides for the genes that it
 * names, be it that the allele is in an intron; of all others the position decides, and the effect
 * is left to cotarget's own annotation.
 */
final class GeneEffects {

  /**
   * One gene that an allele concerns.
   *
   * @param assemblies assemblies on which it does
   * @param annotation what the file says; empty where only the position tells the gene
   */
  record Effect(
      String gene, Set<GenomeAssembly> assemblies, Optional<TranscriptAnnotation> annotation) {}

  private final GenePositions positions;
  private final TranscriptChoice choice;
  private final Optional<AnnotationFormat> format;
  private final BuildVote vote;
  private final BackReferences references = new BackReferences();

  GeneEffects(
      GenePanel panel, GenePositions positions, Optional<AnnotationFormat> format, BuildVote vote) {
    this.positions = positions;
    this.choice = new TranscriptChoice(panel);
    this.format = format;
    this.vote = vote;
  }

  /** The annotating program; only where {@link Effect#annotation} is given. */
  Annotation source() {
    return format.map(AnnotationFormat::source).orElse(Annotation.NONE);
  }

  List<Effect> of(PanelRecord record, int alternate) {
    SiteAlleles alleles = record.alleles();
    List<Effect> effects = new ArrayList<>();
    Set<String> decided = new HashSet<>();
    if (format.isPresent()) {
      List<String> entries = entries(record);
      Choice chosen =
          choice.choose(
              format
                  .get()
                  .ofAllele(references.resolve(record.chrom(), entries), alleles, alternate));
      references.remember(record.chrom(), alleles.position(), entries, !chosen.kept().isEmpty());
      decided.addAll(chosen.named());
      vote(record, chosen);
      for (Chosen one : chosen.kept()) {
        effects.add(new Effect(one.symbol(), record.windows(), Optional.of(one.annotation())));
      }
    }
    long last = alleles.position() + alleles.reference().length() - 1;
    positions
        .exonsAt(record.chrom(), alleles.position(), last)
        .forEach(
            (gene, assemblies) -> {
              if (!decided.contains(gene)) {
                effects.add(new Effect(gene, assemblies, Optional.empty()));
              }
            });
    return effects;
  }

  /** The highest population frequency that the annotation of an allele names, or NaN. */
  double frequency(PanelRecord record, int alternate, Set<String> fields) {
    return format
        .map(layout -> layout.frequency(entries(record), record.alleles(), alternate, fields))
        .orElse(Double.NaN);
  }

  /** Reports an allele that the annotation of a panel gene leaves out. */
  void reportMismatch(PanelRecord record, int alternate, InputProblems problems) {
    if (format.isEmpty()
        || record.tumors().stream()
            .noneMatch(t -> t.genotype().of(alternate) == Genotype.State.CARRIED)) {
      return;
    }
    List<String> entries = entries(record);
    if (format.get().ofAllele(entries, record.alleles(), alternate).isEmpty()
        && choice.namesPanelGene(format.get(), entries)) {
      problems.warning(
          "VCF_ANNOTATION_ALLELE",
          record.where(),
          "no "
              + format.get().key()
              + " entry is for the allele "
              + record.alleles().alternate(alternate)
              + ", and it lies in no exon of a panel gene",
          "split and normalise the records first (bcftools norm -m-), then annotate");
    }
  }

  private void vote(PanelRecord record, Choice chosen) {
    SiteAlleles alleles = record.alleles();
    long last = alleles.position() + alleles.reference().length() - 1;
    Map<String, Set<GenomeAssembly>> spans =
        positions.spansAt(record.chrom(), alleles.position(), last);
    for (String gene : chosen.named()) {
      vote.named(
          record.chrom(), alleles, spans.getOrDefault(gene, EnumSet.noneOf(GenomeAssembly.class)));
    }
  }

  private List<String> entries(PanelRecord record) {
    return format
        .map(layout -> record.site().getAttributeAsStringList(layout.key(), ""))
        .orElse(List.of());
  }
}
