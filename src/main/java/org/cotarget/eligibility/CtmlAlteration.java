package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.cohort.ProteinChange;

/** The alteration that the keys of a genomic clause of CTML name. */
final class CtmlAlteration {

  private static final Pattern WILDCARD = Pattern.compile("(?:p\\.)?([A-Z])(\\d{1,5})");

  private static final Set<String> MUTATION_KEYS =
      Set.of("protein_change", "wildcard_protein_change", "variant_classification");

  private CtmlAlteration() {}

  /**
   * The criterion, without a negation.
   *
   * @param values the keys in lower case with their values, without {@code !}
   * @return empty where it cannot be expressed
   */
  static Optional<Criterion> of(String gene, Map<String, String> values) {
    boolean ofMutations = MUTATION_KEYS.stream().anyMatch(values::containsKey);
    boolean ofCopies = values.containsKey("cnv_call");
    String category =
        values
            .getOrDefault("variant_category", ofCopies ? CtmlWords.COPY_NUMBER : CtmlWords.MUTATION)
            .toLowerCase(Locale.ROOT);
    if (ofMutations && ofCopies) {
      return Optional.empty();
    }
    return switch (category) {
      case "cnv", "copy number variation" ->
          ofMutations ? Optional.empty() : copyNumber(gene, values);
      case "sv", "structural variation" ->
          ofMutations || ofCopies
              ? Optional.empty()
              : Optional.of(small(gene, Set.of(VariantClass.REARRANGEMENT), Set.of(), List.of()));
      case "mutation" -> ofCopies ? Optional.empty() : mutation(gene, values);
      case "any variation" -> anyVariation(gene, values, ofMutations, ofCopies);
      default -> Optional.empty();
    };
  }

  /** A key of one kind of record leaves those of the other kind out by itself. */
  private static Optional<Criterion> anyVariation(
      String gene, Map<String, String> values, boolean ofMutations, boolean ofCopies) {
    if (ofCopies) {
      return copyNumber(gene, values);
    }
    Optional<Criterion> mutation = mutation(gene, values);
    return ofMutations
        ? mutation
        : mutation.map(m -> new Criterion.Any(List.of(m, copyNumber(gene, altered())), "any of"));
  }

  private static Optional<Criterion> copyNumber(String gene, Map<String, String> values) {
    String call = values.get("cnv_call");
    return call == null
        ? Optional.of(copyNumber(gene, altered()))
        : CtmlWords.state(call).map(state -> copyNumber(gene, Set.of(state)));
  }

  private static Set<CopyNumberState> altered() {
    Set<CopyNumberState> states = new LinkedHashSet<>(List.of(CopyNumberState.values()));
    states.remove(CopyNumberState.NEUTRAL);
    return states;
  }

  private static Optional<Criterion> mutation(String gene, Map<String, String> values) {
    Set<VariantClass> classes = new LinkedHashSet<>();
    Set<String> proteins = new LinkedHashSet<>();
    List<Codons> codons = new ArrayList<>();
    String change = values.get("protein_change");
    if (change != null) {
      Optional<ProteinChange> parsed = ProteinChange.parse(change);
      if (parsed.isEmpty()) {
        return Optional.empty();
      }
      proteins.add(parsed.get().shortForm());
    }
    String wildcard = values.get("wildcard_protein_change");
    if (wildcard != null) {
      Matcher residue = WILDCARD.matcher(wildcard.strip());
      if (!residue.matches()) {
        return Optional.empty();
      }
      int codon = Integer.parseInt(residue.group(2));
      codons.add(new Codons(codon, codon));
      classes.add(VariantClass.MISSENSE);
    }
    String classification = values.get("variant_classification");
    if (classification != null) {
      Optional<VariantClass> known =
          CtmlWords.variantClass(Set.copyOf(List.of(classification.split("\\|", -1))));
      if (known.isEmpty() || (!classes.isEmpty() && !classes.contains(known.get()))) {
        return Optional.empty();
      }
      classes.add(known.get());
    }
    return Optional.of(small(gene, classes, proteins, codons));
  }

  private static Criterion small(
      String gene, Set<VariantClass> classes, Set<String> proteins, List<Codons> codons) {
    return new SmallVariantIs(
        gene,
        classes,
        proteins,
        codons,
        LeafNote.of(gene + " " + LeafReader.describe(classes, proteins, codons)));
  }

  private static Criterion copyNumber(String gene, Set<CopyNumberState> states) {
    return new CopyNumberIs(gene, states, LeafNote.of(gene + " " + LeafReader.describe(states)));
  }
}
