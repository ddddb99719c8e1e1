package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.reference.ClinicalVocabulary;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Signature;

/**
 * The keys of criteria files and the words that each takes, in one place: the reader, the JSON
 * Schema and the tables of the documentation are made from it.
 */
final class CriteriaGrammar {

  /** What a key takes. */
  enum Form {
    WORD("one of the words"),
    WORDS("a word or a list of words"),
    TEXT("text"),
    TEXTS("text or a list of texts"),
    NUMBER("a number"),
    FLAG("true or false"),
    DATE("a date, 2024-03-31"),
    CRITERION("a criterion"),
    CRITERIA("a list of criteria"),
    PRIORITIES("a criterion under each name");

    private final String description;

    Form(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }

  /**
   * A key.
   *
   * @param name its name
   * @param form what it takes
   * @param required whether it must be given
   * @param words the words that it takes; empty for any text, or where they depend on another key
   * @param meaning what it says
   */
  record Key(String name, Form form, boolean required, List<String> words, String meaning) {
    Key {
      words = List.copyOf(words);
    }
  }

  /**
   * A kind of leaf, named by its first key.
   *
   * @param keys its keys, the naming one first, without those that every leaf takes
   * @param meaning what it claims
   */
  record LeafForm(List<Key> keys, String meaning) {
    LeafForm {
      keys = List.copyOf(keys);
    }

    String name() {
      return keys.get(0).name();
    }
  }

  /** Keys of a file. */
  static final List<Key> TOP =
      List.of(
          key("id", Form.TEXT, true, "id, unique in a run: letters, digits, . _ -"),
          key("title", Form.TEXT, false, "title for people"),
          key("version", Form.TEXT, false, "version of the file"),
          key("citation", Form.TEXT, false, "citation keys, separated by ;"),
          key("missing", Form.TEXTS, false, "words that mean no value, in all clinical columns"),
          key("candidate", Form.CRITERION, true, "who is a candidate"),
          key("possible", Form.CRITERION, false, "who may be one; wider than candidate"),
          key("clinical", Form.CRITERION, false, "what excludes where it is known"),
          key("priority", Form.PRIORITIES, false, "the first that is met gives the priority"));

  /** Combinations; {@code of} goes with {@code at-least}. */
  static final List<Key> COMBINATIONS =
      List.of(
          key("all", Form.CRITERIA, false, "one that is not met decides"),
          key("any", Form.CRITERIA, false, "one that is met decides"),
          key("not", Form.CRITERION, false, "the opposite; undetermined stays"),
          key(
              "in-order",
              Form.CRITERIA,
              false,
              "the first that is not met or undetermined decides"),
          key("of", Form.CRITERIA, false, "at least so many as 'at-least' says"));

  static final Key COUNT = key("at-least", Form.NUMBER, true, "how many of 'of' have to be met");

  /** Keys that every leaf takes. */
  static final List<Key> NOTE =
      List.of(
          key("text", Form.TEXT, false, "the criterion as shown to people"),
          key("recoverable", Form.FLAG, false, "a test can still turn it when it is not met"),
          key("test", Form.TEXT, false, "the test that can still be done"),
          key("citation", Form.TEXT, false, "citation keys, separated by ;"));

  private static final List<Key> BOUNDS =
      Arrays.stream(Bounds.Comparison.values())
          .map(c -> key(c.key(), Form.NUMBER, false, "bound of the number"))
          .toList();

  private final List<LeafForm> leaves;

  CriteriaGrammar(Reference reference, ClinicalVocabulary vocabulary) {
    List<String> genes =
        reference.panel().genes().stream().map(gene -> gene.symbol()).sorted().toList();
    leaves =
        List.of(
            new LeafForm(
                List.of(
                    words("call", Form.WORD, true, names(CallName.values()), "the call or state"),
                    key("met", Form.WORDS, true, "words of the call that meet it"),
                    key("undetermined", Form.WORDS, false, "words that leave it open")),
                "a call or state is one of some words"),
            new LeafForm(
                with(
                    words("number", Form.WORD, true, names(NumberName.values()), "the number"),
                    BOUNDS),
                "a number lies within bounds"),
            new LeafForm(
                with(
                    words(
                        "signature",
                        Form.WORD,
                        true,
                        reference.signatures().stream().map(Signature::id).toList(),
                        "the signature"),
                    BOUNDS),
                "the z-score of a signature lies within bounds"),
            new LeafForm(
                List.of(
                    words("alteration", Form.WORDS, true, genes, "genes; any of them will do"),
                    words(
                        "class",
                        Form.WORDS,
                        false,
                        Arrays.stream(VariantClass.values()).map(VariantClass::word).toList(),
                        "classes of small variant"),
                    key("protein", Form.TEXTS, false, "protein changes, e.g. H1047R"),
                    key("codons", Form.TEXTS, false, "residues, e.g. 1047 or 542-546"),
                    words(
                        "copy-number",
                        Form.WORDS,
                        false,
                        Arrays.stream(CopyNumberState.values()).map(CopyNumberIs::word).toList(),
                        "copy-number states; a second way to meet it")),
                "a gene is altered in some way"),
            new LeafForm(
                List.of(
                    words("covered", Form.WORDS, true, genes, "genes; all of them"),
                    words(
                        "layer",
                        Form.WORD,
                        false,
                        names(AssayLayer.values()),
                        "what was looked at; SNV_INDEL if not given")),
                "an assay looked at genes"),
            new LeafForm(
                Stream.of(
                        List.of(
                            key("column", Form.TEXTS, true, "the column, or several names of it")),
                        BOUNDS,
                        List.of(
                            key("unit", Form.TEXT, false, "unit of the bounds"),
                            key("cell-unit", Form.TEXT, false, "unit of cells that name none"),
                            words(
                                "quantity",
                                Form.WORD,
                                false,
                                vocabulary.quantities().stream().sorted().toList(),
                                "what is measured, for units that convert only for it"),
                            key("met", Form.TEXTS, false, "words that meet it"),
                            key("not-met", Form.TEXTS, false, "words that do not"),
                            key(
                                "until",
                                Form.DATE,
                                false,
                                "the bounds are of the time to this date"),
                            key("until-column", Form.TEXTS, false, "or to the date in this column"),
                            words(
                                "in",
                                Form.WORD,
                                false,
                                Arrays.stream(ColumnIntervalIs.Unit.values())
                                    .map(ColumnIntervalIs.Unit::word)
                                    .toList(),
                                "unit of that time"),
                            key("missing", Form.TEXTS, false, "words that mean no value")))
                    .flatMap(List::stream)
                    .toList(),
                "a clinical column has a number, word or date of some kind"));
  }

  List<LeafForm> leaves() {
    return leaves;
  }

  private static Key key(String name, Form form, boolean required, String meaning) {
    return new Key(name, form, required, List.of(), meaning);
  }

  private static Key words(
      String name, Form form, boolean required, List<String> words, String meaning) {
    return new Key(name, form, required, words, meaning);
  }

  private static List<Key> with(Key first, List<Key> more) {
    List<Key> keys = new ArrayList<>(List.of(first));
    keys.addAll(more);
    return keys;
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
