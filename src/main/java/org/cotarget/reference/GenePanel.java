package org.cotarget.reference;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The panel genes, found by symbol, previous or alias symbol, Entrez id or Ensembl id. */
public final class GenePanel {

  private final Map<String, PanelGene> bySymbol;
  private final Map<String, String> symbolByAlias;
  private final Map<String, String> symbolById;

  /**
   * Indexes the genes by every id they have.
   *
   * @param genes the genes in table order
   * @param symbolByAlias upper-case previous and alias symbols that name exactly one approved
   *     symbol, panel gene or signature gene
   */
  public GenePanel(List<PanelGene> genes, Map<String, String> symbolByAlias) {
    Map<String, PanelGene> symbols = new LinkedHashMap<>();
    Map<String, String> ids = new LinkedHashMap<>();
    for (PanelGene gene : genes) {
      symbols.put(gene.symbol(), gene);
      ids.put(gene.entrezId(), gene.symbol());
      ids.put(gene.ensemblId(), gene.symbol());
      ids.put(gene.hgncId(), gene.symbol());
    }
    this.bySymbol = Collections.unmodifiableMap(symbols);
    this.symbolByAlias = Map.copyOf(symbolByAlias);
    this.symbolById = Collections.unmodifiableMap(ids);
  }

  public Collection<PanelGene> genes() {
    return bySymbol.values();
  }

  public boolean contains(String symbol) {
    return bySymbol.containsKey(symbol);
  }

  public Optional<PanelGene> gene(String symbol) {
    return Optional.ofNullable(bySymbol.get(symbol));
  }

  /**
   * The approved symbol for a symbol as a file spells it: itself when approved, the current symbol
   * of a previous or alias name, else the text itself, stripped.
   */
  public String currentSymbol(String symbol) {
    String text = symbol.strip();
    if (bySymbol.containsKey(text)) {
      return text;
    }
    String upper = text.toUpperCase(Locale.ROOT);
    if (bySymbol.containsKey(upper)) {
      return upper;
    }
    return symbolByAlias.getOrDefault(upper, text);
  }

  /** The panel symbol of an Entrez, Ensembl (version ignored) or HGNC id. */
  public Optional<String> symbolOfId(String id) {
    String text = id.strip();
    int dot = text.startsWith("ENSG") ? text.indexOf('.') : -1;
    return Optional.ofNullable(symbolById.get(dot < 0 ? text : text.substring(0, dot)));
  }
}
