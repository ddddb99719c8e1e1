package org.cotarget.input.vcf.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Goes through a BCF. Where a record lies is told by fields at fixed places, so most records are
 * stepped over; only those that are handed on are unpacked whole.
 */
final class BcfPass implements RecordPass {

  private final InputStream in;
  private final BcfHeader header;
  private final SpreadLimits limits;

  /**
   * @param in the inflated content
   * @throws VcfFormatException when the header cannot be read
   */
  BcfPass(InputStream in, SpreadLimits limits) throws IOException {
    this.in = in;
    this.limits = limits;
    this.header = BcfHeader.read(in);
  }

  @Override
  public List<String> header() {
    return header.lines();
  }

  @Override
  public Summary read(PanelWindows windows, List<Integer> columns, Set<String> passing, Sink sink)
      throws IOException {
    SpreadTally tally = new SpreadTally(columns, passing, limits);
    SiteScan texts = new SiteScan(windows, SpreadTally.closed());
    long records = 0;
    int contig = -1;
    ChromosomeWindows stretches = ChromosomeWindows.NONE;
    int chromosome = -1;
    for (int first = in.read(); first >= 0; first = in.read()) {
      records++;
      ByteBuffer lengths = buffer(7);
      int sharedLength = BcfHeader.length((lengths.getInt(0) << 8) | first);
      int genotypeLength = BcfHeader.length(lengths.getInt(3));
      BcfRecord site = new BcfRecord(header, buffer(sharedLength), ByteBuffer.allocate(0));
      try {
        if (site.contig() != contig) {
          contig = site.contig();
          stretches = windows.stretches(site.chrom());
          chromosome = MainChromosomes.index(site.chrom());
        }
        List<String> alleles = site.alleles();
        boolean selected = selects(site, alleles, stretches, texts);
        int tile = SpreadTally.tile(chromosome, site.position());
        boolean counted = !isBlock(alleles) && tally.wants(tile) && tally.passes(site.filters());
        if (!selected && !counted) {
          in.skipNBytes(genotypeLength);
          continue;
        }
        BcfRecord whole = new BcfRecord(header, site.shared(), buffer(genotypeLength));
        if (counted) {
          whole.count(tally, tile);
        }
        if (selected) {
          sink.take(records, whole.line());
        }
      } catch (BufferUnderflowException
          | IllegalArgumentException
          | IndexOutOfBoundsException
          | ArithmeticException e) {
        throw BgzfBlock.damaged("record " + records + " of the BCF is not what its lengths say");
      }
    }
    return new Summary(records, tally.result());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static boolean selects(
      BcfRecord site, List<String> alleles, ChromosomeWindows stretches, SiteScan texts)
      throws IOException {
    if (alleles.isEmpty()) {
      return true;
    }
    long lastBase = site.position() + alleles.get(0).length() - 1;
    if (stretches.touches(site.position(), lastBase)) {
      return true;
    }
    boolean bases = alleles.size() > 1;
    for (String alternate : alleles.subList(1, alleles.size())) {
      bases &= !alternate.isEmpty() && alternate.matches("[^<>\\[\\].]+");
    }
    if (bases || (isBlock(alleles) && stretches.isEmpty())) {
      return false;
    }
    byte[] line = site.site().getBytes(StandardCharsets.UTF_8);
    return texts.selects(line, 0, line.length);
  }

  private static boolean isBlock(List<String> alleles) {
    return alleles.size() < 2
        || (alleles.size() == 2
            && (alleles.get(1).equals("<NON_REF>")
                || alleles.get(1).equals("<*>")
                || alleles.get(1).isEmpty()));
  }

  private ByteBuffer buffer(int count) throws IOException {
    byte[] bytes = BcfHeader.exactly(in, count);
    if (bytes.length < count) {
      throw new EOFException("the data end early");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
