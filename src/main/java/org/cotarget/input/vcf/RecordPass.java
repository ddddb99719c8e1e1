package org.cotarget.input.vcf;

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
 * <p>Every way of reading selects the same records: those of which any base lies in a window (from
 * POS to the end of REF, or to {@code INFO/END}, or over {@code INFO/SVLEN}), and those whose
 * breakend has its mate there.
 */
interface RecordPass extends Closeable {

  /** Takes the records of the panel in file order. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes one record.
     *
     * @param line line number from 1; in a BCF, which has no lines, the number of the record
     * @param record the record as a line of VCF, without line end
     */
    void take(long line, String record) throws IOException;
  }

  /**
   * What all records together tell.
   *
   * @param records all records of the file, of the panel or not
   * @param spread spread of each tumour's records, by index of its sample column; counts stop where
   *     more would not tell more
   */
  record Summary(long records, Map<Integer, RecordSpread> spread) {}

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
