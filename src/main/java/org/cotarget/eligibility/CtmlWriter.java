package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.reference.Hotspot;
import org.cotarget.reference.Reference;

/**
 * Writes criteria as a CTML match clause. A negation becomes {@code !} on a single clause, which
 * MatchMiner reads as "no record like this"; over a combination it is moved inwards first.
 */
final class CtmlWriter {

  /** Combinations of {@code at-least} that are written out. */
  private static final int MOST_COMBINATIONS = 20;

  private static final Map<CallName, String> RECEPTORS =
      Map.of(CallName.ER, "er_status", CallName.PR, "pr_status", CallName.HER2, "her2_status");

  private final Reference reference;
  private final List<CtmlNote> notes = new ArrayList<>();

  CtmlWriter(Reference reference) {
    this.reference = reference;
  }

  List<String> notExpressed() {
    return CtmlNote.texts(notes);
  }

  /** The match clause; empty where nothing can be expressed. */
  Optional<Map<String, Object>> match(TrialCriteria criteria) {
    List<Map<String, Object>> parts = new ArrayList<>();
    write(criteria.candidate(), false, "widens").ifPresent(parts::add);
    criteria.clinical().flatMap(c -> write(c, false, "widens")).ifPresent(parts::add);
    List<Leaf> leaves = new ArrayList<>(criteria.candidate().leaves());
    criteria.clinical().ifPresent(clinical -> leaves.addAll(clinical.leaves()));
    leaves.stream().distinct().forEach(this::noteWhatALeafHasBeside);
    if (!criteria.possible().equals(criteria.candidate())) {
      notes.add(CtmlNote.of("'possible' is left out: CTML knows candidates only"));
    }
    if (!criteria.priorities().isEmpty()) {
      notes.add(CtmlNote.of("'priority' is left out: CTML does not rank"));
    }
    return joined("and", parts)
        .map(tree -> tree.containsKey("and") ? tree : Map.of("and", List.of(tree)));
  }

  private void noteWhatALeafHasBeside(Leaf leaf) {
    if (leaf.note().recoverable() || !leaf.note().test().isEmpty()) {
      notes.add(
          CtmlNote.of(
              "'recoverable' and 'test' of '"
                  + leaf.text()
                  + "' are left out: CTML has no next tests"));
    }
    if (leaf instanceof CallIs is && !is.undetermined().isEmpty()) {
      notes.add(
          CtmlNote.of(
              "'undetermined' of '"
                  + leaf.text()
                  + "' is left out: CTML knows met and not met only"));
    }
  }

  private static Optional<Map<String, Object>> joined(String key, List<Map<String, Object>> parts) {
    if (parts.size() < 2) {
      return parts.stream().findFirst();
    }
    List<Object> flat = new ArrayList<>();
    for (Map<String, Object> part : parts) {
      if (part.get(key) instanceof List<?> inner) {
        flat.addAll(inner);
      } else {
        flat.add(part);
      }
    }
    Map<String, Object> joined = new LinkedHashMap<>();
    joined.put(key, flat);
    return Optional.of(joined);
  }

  private Optional<Map<String, Object>> write(Criterion criterion, boolean negated, String effect) {
    if (criterion instanceof Leaf leaf) {
      return leaf(leaf, negated, effect);
    }
    if (criterion instanceof Criterion.Not not) {
      return write(not.part(), !negated, effect);
    }
    if (criterion instanceof Criterion.AtLeast some) {
      return atLeast(some, negated, effect);
    }
    // An order of asking is a plain conjunction where all has to be met.
    boolean and = criterion instanceof Criterion.Any == negated;
    return joinedParts(criterion.parts(), negated, and, effect);
  }

  private Optional<Map<String, Object>> joinedParts(
      List<Criterion> parts, boolean negated, boolean and, String effect) {
    int before = notes.size();
    List<Map<String, Object>> written = new ArrayList<>();
    for (Criterion part : parts) {
      write(part, negated, and ? "widens" : "narrows").ifPresent(written::add);
    }
    if (written.isEmpty()) {
      CtmlNote.relabel(notes, before, effect);
    }
    return joined(and ? "and" : "or", written);
  }

  private Optional<Map<String, Object>> atLeast(
      Criterion.AtLeast some, boolean negated, String effect) {
    // Not at least n of k is at least k-n+1 that are not met.
    int count = negated ? some.parts().size() - some.count() + 1 : some.count();
    List<List<Criterion>> sets = new ArrayList<>();
    choose(some.parts(), 0, count, new ArrayList<>(), sets);
    if (sets.size() > MOST_COMBINATIONS) {
      return left(some.text() + " (too many combinations)", effect);
    }
    int before = notes.size();
    List<Map<String, Object>> written = new ArrayList<>();
    for (List<Criterion> set : sets) {
      joinedParts(set, negated, true, "narrows").ifPresent(written::add);
    }
    if (written.isEmpty()) {
      CtmlNote.relabel(notes, before, effect);
    }
    return joined("or", written);
  }

  private static void choose(
      List<Criterion> parts,
      int from,
      int count,
      List<Criterion> chosen,
      List<List<Criterion>> sets) {
    if (count == 0) {
      sets.add(List.copyOf(chosen));
      return;
    }
    for (int i = from; i <= parts.size() - count && sets.size() <= MOST_COMBINATIONS; i++) {
      chosen.add(parts.get(i));
      choose(parts, i + 1, count - 1, chosen, sets);
      chosen.remove(chosen.size() - 1);
    }
  }

  private Optional<Map<String, Object>> left(String what, String effect) {
    notes.add(new CtmlNote("'" + what + "' is left out", effect));
    return Optional.empty();
  }

  private Optional<Map<String, Object>> leaf(Leaf leaf, boolean negated, String effect) {
    Optional<Map<String, Object>> written =
        switch (leaf.question().topic()) {
          case CALL -> leaf instanceof CallIs is ? receptors(is, negated) : Optional.empty();
          case SMALL_VARIANTS ->
              leaf instanceof SmallVariantIs is ? variants(is, negated) : Optional.empty();
          case COPY_NUMBER ->
              leaf instanceof CopyNumberIs is ? copyNumber(is, negated) : Optional.empty();
          case COLUMN -> column(leaf, negated);
          case NUMBER, SIGNATURE -> Optional.empty();
        };
    return written.isPresent() ? written : left(leaf.text(), effect);
  }

  private Optional<Map<String, Object>> receptors(CallIs is, boolean negated) {
    Map<String, Object> clinical = new LinkedHashMap<>();
    String negative = negated ? "!Negative" : "Negative";
    if (is.call() == CallName.TNBC_CALL && is.met().equals(Set.of("TNBC")) && !negated) {
      RECEPTORS.values().stream().sorted().forEach(key -> clinical.put(key, negative));
    } else if (RECEPTORS.containsKey(is.call())) {
      String key = RECEPTORS.getOrDefault(is.call(), "");
      boolean her2 = is.call() == CallName.HER2;
      if (is.met().equals(Set.of(her2 ? "NEGATIVE" : "NEG"))) {
        clinical.put(key, negative);
      } else if (is.met().equals(her2 ? Set.of("POSITIVE") : Set.of("POS", "LOW"))) {
        clinical.put(key, negated ? "!Positive" : "Positive");
      }
    }
    if (clinical.isEmpty()) {
      return Optional.empty();
    }
    notes.add(
        CtmlNote.of(
            "receptor clauses ("
                + String.join(", ", clinical.keySet())
                + ") are written, but matchengine-V2 as shipped does not evaluate them: check receptors apart"));
    return Optional.of(Map.of("clinical", clinical));
  }

  private Optional<Map<String, Object>> variants(SmallVariantIs is, boolean negated) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    List<Map<String, Object>> changes = changes(is);
    List<Map<String, Object>> classes = classes(is);
    for (Map<String, Object> change : changes) {
      for (Map<String, Object> kind : classes) {
        Map<String, Object> clause = new LinkedHashMap<>();
        clause.put("hugo_symbol", is.gene());
        clause.put("variant_category", CtmlWords.MUTATION);
        clause.putAll(kind);
        clause.putAll(change);
        clauses.add(genomic(clause, negated));
      }
    }
    return joined(negated ? "and" : "or", clauses);
  }

  /** {@code !} on one key turns the whole clause round. */
  private Map<String, Object> genomic(Map<String, Object> clause, boolean negated) {
    if (negated) {
      notes.add(
          CtmlNote.of(
              "'!' is written for 'not': MatchMiner reads it as no such record, so a patient whose gene was not tested meets it, too"));
      clause.put("variant_category", "!" + clause.get("variant_category"));
    }
    return Map.of("genomic", clause);
  }

  private List<Map<String, Object>> changes(SmallVariantIs is) {
    if (is.proteins().isEmpty() && is.codons().isEmpty()) {
      return List.of(Map.of());
    }
    if (!is.proteins().isEmpty()) {
      if (!is.codons().isEmpty()) {
        return List.of();
      }
      return is.proteins().stream()
          .sorted()
          .map(change -> Map.<String, Object>of("protein_change", "p." + change))
          .toList();
    }
    if (!is.classes().equals(Set.of(VariantClass.MISSENSE))) {
      return List.of();
    }
    List<Map<String, Object>> changes = new ArrayList<>();
    for (Codons run : is.codons()) {
      for (int codon = run.first(); codon <= run.last(); codon++) {
        Optional<String> residue = residue(is.gene(), codon);
        if (residue.isEmpty()) {
          return List.of();
        }
        changes.add(Map.of("wildcard_protein_change", "p." + residue.get()));
      }
    }
    return List.copyOf(changes);
  }

  /** The residue with its letter, which only the hotspot table tells. */
  private Optional<String> residue(String gene, int codon) {
    return reference.hotspots().atResidue(gene, codon).stream()
        .map(Hotspot::proteinChange)
        .flatMap(change -> ProteinChange.parse(change).stream())
        .filter(change -> change.reference().length() == 1)
        .map(change -> change.reference() + codon)
        .findFirst();
  }

  private List<Map<String, Object>> classes(SmallVariantIs is) {
    if (is.classes().isEmpty() || is.classes().equals(Set.of(VariantClass.ANY))) {
      return List.of(Map.of());
    }
    // A wildcard names one residue for another, which is what missense is.
    if (is.classes().equals(Set.of(VariantClass.MISSENSE)) && !is.codons().isEmpty()) {
      return List.of(Map.of());
    }
    List<Map<String, Object>> classes = new ArrayList<>();
    for (VariantClass variantClass : new TreeSet<>(is.classes())) {
      if (variantClass == VariantClass.REARRANGEMENT) {
        classes.add(Map.of("variant_category", CtmlWords.STRUCTURAL));
      } else if (variantClass == VariantClass.HOTSPOT
          && is.proteins().isEmpty()
          && is.codons().isEmpty()) {
        reference.hotspots().all().stream()
            .filter(row -> row.gene().equals(is.gene()))
            .forEach(row -> classes.add(Map.of("protein_change", "p." + row.proteinChange())));
      } else {
        List<String> words = CtmlWords.classifications(variantClass);
        if (words.isEmpty()) {
          return List.of();
        }
        words.forEach(word -> classes.add(Map.of("variant_classification", word)));
      }
    }
    return List.copyOf(classes);
  }

  private Optional<Map<String, Object>> copyNumber(CopyNumberIs is, boolean negated) {
    List<Map<String, Object>> clauses = new ArrayList<>();
    for (CopyNumberState state : new TreeSet<>(is.states())) {
      Optional<String> call = CtmlWords.call(state);
      if (call.isEmpty()) {
        return Optional.empty();
      }
      Map<String, Object> clause = new LinkedHashMap<>();
      clause.put("hugo_symbol", is.gene());
      clause.put("variant_category", CtmlWords.COPY_NUMBER);
      clause.put("cnv_call", call.get());
      clauses.add(genomic(clause, negated));
    }
    return joined(negated ? "and" : "or", clauses);
  }

  /** The clinical key of a column; empty where its words exclude more than a denial does. */
  private static Optional<String> key(ColumnWordIs is) {
    boolean diagnosis = is.column().names().equals(CtmlWords.DIAGNOSIS);
    boolean plain =
        is.notMet().isEmpty()
            || (diagnosis
                && is.met().size() == 1
                && is.notMet().equals(Set.of(CtmlWords.denied(is.met().iterator().next()))));
    if (!plain) {
      return Optional.empty();
    }
    return diagnosis
        ? Optional.of("oncotree_primary_diagnosis")
        : is.column().names().equals(CtmlWords.GENDER) ? Optional.of("gender") : Optional.empty();
  }

  private Optional<Map<String, Object>> column(Leaf leaf, boolean negated) {
    if (leaf instanceof ColumnNumberIs is
        && is.column().names().equals(CtmlWords.AGE)
        && is.unit().isEmpty()
        && !negated) {
      List<Map<String, Object>> clauses = new ArrayList<>();
      is.limits()
          .limits()
          .forEach(
              (comparison, bound) ->
                  clauses.add(
                      Map.of(
                          "clinical",
                          Map.of("age_numerical", comparison.sign() + Bounds.plain(bound)))));
      return joined("and", clauses);
    }
    if (leaf instanceof ColumnWordIs is) {
      Optional<String> sex =
          List.of("FEMALE", "MALE").stream()
              .filter(s -> is.met().equals(CtmlWords.gender(reference, s)))
              .findFirst();
      if (is.column().names().equals(CtmlWords.GENDER) && sex.isPresent()) {
        String word = title(sex.get().toLowerCase(Locale.ROOT));
        return Optional.of(Map.of("clinical", Map.of("gender", (negated ? "!" : "") + word)));
      }
      Optional<String> key = key(is);
      key.ifPresent(
          k ->
              notes.add(
                  CtmlNote.of(
                      k
                          + " of '"
                          + leaf.text()
                          + "' is written with capitals, as the file's case is lost")));
      List<Map<String, Object>> clauses = new ArrayList<>();
      key.ifPresent(
          k ->
              new TreeSet<>(is.met())
                  .forEach(
                      word ->
                          clauses.add(
                              Map.of("clinical", Map.of(k, (negated ? "!" : "") + title(word))))));
      return joined(negated ? "and" : "or", clauses);
    }
    return Optional.empty();
  }

  private static String title(String word) {
    StringBuilder title = new StringBuilder();
    for (String part : word.split(" ", -1)) {
      title.append(title.isEmpty() ? "" : " ");
      title.append(part.isEmpty() ? "" : part.substring(0, 1).toUpperCase(Locale.ROOT));
      title.append(part.isEmpty() ? "" : part.substring(1));
    }
    return title.toString();
  }
}
