package org.cotarget.input.vcf.scan;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotarget.input.layer.VariantLayer.RecordSpread;

/**
 * One pass through the records of a VCF or BCF. A record that may concern the panel is handed on;
 * of all others no more is told than how widely those of each tumour spread over the genome.
 *
 * <p>Every way of reading selects the same records:
 *
 * <ul>
 *   <li>those of which any base lies in a window, from POS to the end of REF; where an allele is
 *       symbolic, a breakend or absent also to {@code INFO/END} and over {@code INFO/SVLEN};
 *   <li>those of which a breakend has its mate in a window, by ALT or by {@code INFO/CHR2} with
 *       {@code POS2} or {@code END}, or a window between itself and a mate on its own sequence;
 *   <li>those that do not tell where they lie: fewer than eight columns, or POS or END that is no
 *       number.
 * </ul>
 *
 * <p>A lone CR ends a line as LF and CRLF do. Blank lines are counted as lines and left out.
 */
public interface RecordPass extends Closeable {

  /** Takes the records of the panel in file order. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes one record.
     *
     * @param line line number from 1; in a BCF, which has no lines, the number of the record; 0
     *     where an index was used, since the lines before the record were not read
     * @param record the record as a line of VCF, without line end
     */
    void take(long line, String record) throws IOException;
  }

  /**
   * What all records together tell.
   *
   * @param records all records of the file, of the panel or not; -1 where an index was used and
   *     does not tell
   * @param spread spread of each tumour's records, by index of its sample column, -1 for a file
   *     without columns; counts stop where more would not tell more, see {@link SpreadLimits}
   */
  record Summary(long records, Map<Integer, RecordSpread> spread) {

    /** Copies the map. */
    public Summary {
      spread = Map.copyOf(spread);
    }
  }

  /** Header lines with the leading {@code #}; the last is the column line. */
  List<String> header();

  /**
   * Goes through all records, once.
   *
   * @param columns sample columns of the tumours, from 0; empty where the file has no columns
   * @param passing FILTER values that pass besides {@code PASS} and {@code .}
   * @throws VcfFormatException where the file ends early or cannot be read on
   */
  Summary read(PanelWindows windows, List<Integer> columns, Set<String> passing, Sink sink)
      throws IOException;
}
