package org.cotarget.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The genes that expression is looked up for, by every name that a matrix may give them: those of
 * the panel, those of the signatures and some that tell the sex.
 *
 * <p>Symbols and former names are found whatever their case; an Ensembl id with or without its
 * version.
 */
public final class GeneNames {

  /**
   * A gene outside the panel.
   *
   * @param symbol symbol that the signatures use
   * @param ids its HGNC, Entrez and Ensembl ids, as far as it has them
   * @param aliases former and alias symbols in upper case, none of which names another gene
   */
  public record Gene(String symbol, List<String> ids, List<String> aliases) {
    public Gene {
      ids = List.copyOf(ids);
      aliases = List.copyOf(aliases);
    }
  }

  private final GenePanel panel;
  private final Map<String, String> bySymbol = new HashMap<>();
  private final Map<String, String> byFoldedSymbol = new HashMap<>();
  private final Map<String, String> byId = new HashMap<>();
  private final Map<String, String> byAlias = new HashMap<>();

  /** Indexes the genes by every name; a name of the panel goes before the same one of a gene. */
  public GeneNames(GenePanel panel, Collection<Gene> genes) {
    this.panel = panel;
    for (Gene gene : genes) {
      bySymbol.put(gene.symbol(), gene.symbol());
      byFoldedSymbol.put(fold(gene.symbol()), gene.symbol());
      gene.ids().forEach(id -> byId.put(id, gene.symbol()));
      gene.aliases().forEach(alias -> byAlias.put(alias, gene.symbol()));
    }
    for (PanelGene gene : panel.genes()) {
      bySymbol.put(gene.symbol(), gene.symbol());
      byFoldedSymbol.put(fold(gene.symbol()), gene.symbol());
      byId.put(gene.hgncId(), gene.symbol());
      byId.put(gene.entrezId(), gene.symbol());
      byId.put(gene.ensemblId(), gene.symbol());
    }
  }

  /** The gene of a symbol that is in use. */
  public Optional<String> ofSymbol(String text) {
    String exact = bySymbol.get(text);
    return Optional.ofNullable(exact != null ? exact : byFoldedSymbol.get(fold(text)));
  }

  /** The gene of an Ensembl id without its version, an Entrez id or an HGNC id. */
  public Optional<String> ofId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The gene of a former or alias symbol. */
  public Optional<String> ofAlias(String text) {
    String current = panel.currentSymbol(text);
    return panel.contains(current)
        ? Optional.of(current)
        : Optional.ofNullable(byAlias.get(fold(text)));
  }

  /** The symbol by which a gene of a signature is looked up, whatever name the signature uses. */
  public String current(String symbol) {
    return ofSymbol(symbol).or(() -> ofAlias(symbol)).orElse(symbol);
  }

  private static String fold(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
