package org.cotarget.input.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotarget.input.expression.GeneName.Kind;
import org.cotarget.input.table.MissingWords;
import org.cotarget.reference.GeneNames;

/**
 * Tells the gene of a row from the cells that name it: symbols, Ensembl ids with or without
 * version, Entrez and HGNC ids, alone or joined by {@code |} as in {@code PTEN|5728}, {@code
 * ?|5728} and the names of GENCODE.
 *
 * <p>An Ensembl id goes before a symbol in use, that before an Entrez or HGNC id, and that before a
 * former symbol. A number beside an Ensembl id is no Entrez id (GENCODE writes lengths). A former
 * symbol beside an id of another gene is not followed.
 */
final class RowGenes {

  private static final Set<String> SUMMARIES =
      Set.of("N_unmapped", "N_multimapping", "N_noFeature", "N_ambiguous");

  private final GeneNames names;

  RowGenes(GeneNames names) {
    this.names = names;
  }

  /** The gene of cells, the best first. */
  GeneName of(List<String> cells) {
    if (cells.size() == 1 && cells.get(0).indexOf('|') < 0) {
      return ofText(cells.get(0));
    }
    List<String> parts = new ArrayList<>();
    for (String cell : cells) {
      int from = 0;
      for (int bar = cell.indexOf('|'); bar >= 0; bar = cell.indexOf('|', from)) {
        parts.add(cell.substring(from, bar).strip());
        from = bar + 1;
      }
      parts.add(cell.substring(from).strip());
    }
    return ofParts(parts);
  }

  /** The gene of one cell that is not joined: most rows have just that. */
  private GeneName ofText(String text) {
    if (text.equals("?") || MissingWords.isMissing(text)) {
      return new GeneName("", Kind.BLANK);
    }
    if (text.startsWith("__") || SUMMARIES.contains(text)) {
      return new GeneName(text, Kind.SUMMARY);
    }
    boolean id = isId(text);
    String plain = unversioned(text);
    Optional<String> current = id ? names.ofId(plain) : names.ofSymbol(text);
    if (current.isPresent()) {
      return new GeneName(current.get(), Kind.CURRENT);
    }
    Optional<String> former = id ? Optional.empty() : names.ofAlias(text);
    return former.isPresent()
        ? new GeneName(former.get(), Kind.FORMER)
        : new GeneName(plain, Kind.OTHER);
  }

  private GeneName ofParts(List<String> parts) {
    List<String> texts = new ArrayList<>(parts.size());
    boolean ensembl = false;
    boolean number = false;
    for (String part : parts) {
      if (!part.equals("?") && !MissingWords.isMissing(part)) {
        texts.add(part);
        ensembl |= isEnsembl(part);
        number |= isNumber(part) && !part.equals("0");
      }
    }
    if (texts.isEmpty()) {
      return new GeneName("", Kind.BLANK);
    }
    String first = texts.get(0);
    if (first.startsWith("__") || SUMMARIES.contains(first)) {
      return new GeneName(first, Kind.SUMMARY);
    }
    return known(texts, ensembl, number).orElseGet(() -> other(texts));
  }

  private Optional<GeneName> known(List<String> texts, boolean ensembl, boolean number) {
    Optional<String> current = Optional.empty();
    for (int i = 0; ensembl && current.isEmpty() && i < texts.size(); i++) {
      current = isEnsembl(texts.get(i)) ? names.ofId(unversioned(texts.get(i))) : current;
    }
    for (int i = 0; current.isEmpty() && i < texts.size(); i++) {
      current = isId(texts.get(i)) ? current : names.ofSymbol(texts.get(i));
    }
    for (int i = 0; !ensembl && current.isEmpty() && i < texts.size(); i++) {
      current = isId(texts.get(i)) ? names.ofId(texts.get(i)) : current;
    }
    if (current.isPresent()) {
      return current.map(symbol -> new GeneName(symbol, Kind.CURRENT));
    }
    Optional<String> former = Optional.empty();
    for (int i = 0; !ensembl && !number && former.isEmpty() && i < texts.size(); i++) {
      former = isId(texts.get(i)) ? former : names.ofAlias(texts.get(i));
    }
    return former.map(symbol -> new GeneName(symbol, Kind.FORMER));
  }

  private static GeneName other(List<String> texts) {
    for (String text : texts) {
      if (!isId(text) && text.indexOf(' ') < 0) {
        return new GeneName(text, Kind.OTHER);
      }
    }
    return new GeneName(unversioned(texts.get(0)), Kind.OTHER);
  }

  /** Whether a text is an Ensembl id of a human gene. */
  static boolean isEnsembl(String text) {
    return text.length() >= 15 && text.startsWith("ENSG") && isDigit(text.charAt(4));
  }

  /** Whether a text is digits, maybe behind a minus. */
  static boolean isNumber(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    for (int i = from; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return text.length() > from;
  }

  private static boolean isId(String text) {
    return isEnsembl(text) || isNumber(text) || text.startsWith("HGNC:");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String unversioned(String text) {
    int dot = isEnsembl(text) ? text.indexOf('.') : -1;
    return dot < 0 ? text : text.substring(0, dot);
  }
}
