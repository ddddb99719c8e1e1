package org.cotarget.input.vcf.scan;

import htsjdk.samtools.SAMException;
import htsjdk.samtools.util.BlockCompressedInputStream;
import htsjdk.tribble.TribbleException;
import htsjdk.tribble.readers.AsciiLineReader;
import htsjdk.tribble.readers.LineIterator;
import htsjdk.tribble.readers.LineIteratorImpl;
import htsjdk.tribble.readers.PositionalBufferedStream;
import htsjdk.variant.variantcontext.Allele;
import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.vcf.VCFCodec;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pass of htsjdk: its streams inflate and cut the lines, its codec decodes the site of every
 * record, and whether the record is handed on is asked of what it decoded. It is slow and shares
 * nothing with the scan but the windows, so that the scan can be checked by it. A BCF is read by
 * {@link BcfPass} in any case, since htsjdk does not know version 2.2.
 */
final class HtsjdkPass implements RecordPass {

  private static final int SITE_COLUMNS = 8;
  private static final String NUMBER = "\\d{1,10}";
  private static final Pattern MATE = Pattern.compile("[\\[\\]]([^\\[\\]]+):(\\d{1,10})[\\[\\]]");

  private final AsciiLineReader lines;
  private final SpreadLimits limits;
  private final List<String> header = new ArrayList<>();
  private final VCFCodec codec = new VCFCodec();

  private HtsjdkPass(AsciiLineReader lines, SpreadLimits limits) throws IOException {
    this.lines = lines;
    this.limits = limits;
    readHeader();
    String bare =
        """
        ##fileformat=VCFv4.2
        ##INFO=<ID=END,Number=1,Type=Integer,Description="end">
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
        """;
    LineIterator iterator =
        new LineIteratorImpl(
            AsciiLineReader.from(
                new PositionalBufferedStream(
                    new ByteArrayInputStream(bare.getBytes(StandardCharsets.US_ASCII)))));
    codec.readActualHeader(iterator);
  }

  /** A pass through text, or through a BCF. */
  static RecordPass of(InputStream content, SpreadLimits limits) throws IOException {
    InputStream buffered = new BufferedInputStream(content);
    try {
      buffered.mark(3);
      boolean bcf = BcfHeader.isBcf(buffered.readNBytes(3));
      buffered.reset();
      return bcf
          ? new BcfPass(buffered, limits)
          : new HtsjdkPass(AsciiLineReader.from(new PositionalBufferedStream(buffered)), limits);
    } catch (SAMException e) {
      throw damaged(e);
    }
  }

  /** A pass through a BGZF. */
  static RecordPass ofBlocks(InputStream onDisk, SpreadLimits limits) throws IOException {
    InputStream sized = new SizedBlocks(new BgzfChunks(onDisk, 0));
    return of(new BlockCompressedInputStream(sized, false), limits);
  }

  @Override
  public List<String> header() {
    return List.copyOf(header);
  }

  @Override
  public Summary read(PanelWindows windows, List<Integer> columns, Set<String> passing, Sink sink)
      throws IOException {
    TextSpread spread = new TextSpread(columns, passing, limits);
    long line = header.size();
    long records = 0;
    for (String record = next(); record != null; record = next()) {
      line++;
      if (record.isBlank()) {
        continue;
      }
      records++;
      List<String> fields = List.of(record.split("\t", -1));
      if (isPlaced(fields)) {
        spread.record(fields);
        if (selects(fields, windows)) {
          sink.take(line, record);
        }
      } else {
        sink.take(line, record);
      }
    }
    return new Summary(records, spread.result());
  }

  @Override
  public void close() {
    lines.close();
  }

  private @Nullable String next() throws IOException {
    try {
      String line = lines.readLine();
      // htsjdk takes bytes for Latin-1.
      return line == null
          ? null
          : new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    } catch (SAMException e) {
      throw damaged(e);
    }
  }

  private static VcfFormatException damaged(SAMException e) {
    return BgzfBlock.damaged("htsjdk cannot read the file: " + e.getMessage());
  }

  private void readHeader() throws IOException {
    String first = next();
    String line = first == null || !first.startsWith("\uFEFF") ? first : first.substring(1);
    if (line == null || !line.startsWith(TextHead.FIRST)) {
      throw TextHead.noVcf(line == null ? "" : line);
    }
    while (line != null && line.startsWith("##")) {
      header.add(line);
      line = next();
    }
    if (line == null || !line.startsWith("#CHROM\t")) {
      throw TextHead.incomplete(header, line == null ? "" : line);
    }
    header.add(line);
  }

  private static boolean isPlaced(List<String> fields) {
    return fields.size() >= SITE_COLUMNS
        && !fields.get(0).isEmpty()
        && !fields.get(0).startsWith("#")
        && fields.get(1).matches(NUMBER);
  }

  private boolean selects(List<String> fields, PanelWindows windows) {
    String chrom = fields.get(0);
    long position = Long.parseLong(fields.get(1));
    Optional<VariantContext> decoded = decode(fields);
    int reference =
        decoded.map(site -> site.getReference().length()).orElse(fields.get(3).length());
    long lastBase = position + reference - 1;
    // What the codec refuses is refused again by the reader if it lies in the panel.
    boolean bases =
        decoded
            .map(
                site ->
                    !site.getAlternateAlleles().isEmpty()
                        && site.getAlternateAlleles().stream().noneMatch(Allele::isSymbolic))
            .orElse(!fields.get(4).matches(".*[<\\[\\].].*"));
    if (bases) {
      return windows.touches(chrom, position, lastBase);
    }
    boolean block = Set.of(".", "<NON_REF>", "<*>").contains(fields.get(4));
    if (block && windows.stretches(chrom).isEmpty()) {
      return false;
    }
    Optional<String> endText = info(fields, "END");
    if (endText.isPresent() && !endText.get().matches(NUMBER)) {
      return true;
    }
    long end = endText.map(Long::parseLong).orElse(-1L);
    Optional<String> second = block ? Optional.empty() : info(fields, "CHR2");
    boolean elsewhere = second.isPresent() && !second.get().equals(chrom);
    long last = elsewhere ? lastBase : Math.max(lastBase, end);
    if (!block) {
      for (String length : info(fields, "SVLEN").orElse("").split(",", -1)) {
        if (length.matches("[-+]?" + NUMBER)) {
          last = Math.max(last, position + Math.abs(Long.parseLong(length)));
        }
      }
    }
    Optional<Long> pos2 =
        info(fields, "POS2").filter(text -> text.matches(NUMBER)).map(Long::parseLong);
    if (!block && !elsewhere) {
      last = Math.max(last, pos2.orElse(-1L));
    }
    if (windows.touches(chrom, position, last)) {
      return true;
    }
    long mate = pos2.orElse(end);
    if (elsewhere && mate >= 0 && windows.touches(second.get(), mate, mate)) {
      return true;
    }
    return !block
        && MATE.matcher(fields.get(4))
            .results()
            .anyMatch(
                bracket -> {
                  long at = Long.parseLong(bracket.group(2));
                  // What lies between two ends on one sequence may be lost.
                  boolean own = bracket.group(1).equals(chrom);
                  return windows.touches(
                      bracket.group(1),
                      own ? Math.min(position, at) : at,
                      own ? Math.max(position, at) : at);
                });
  }

  private Optional<VariantContext> decode(List<String> fields) {
    try {
      return Optional.ofNullable(codec.decode(String.join("\t", fields.subList(0, SITE_COLUMNS))));
    } catch (TribbleException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> info(List<String> fields, String key) {
    String found = null;
    for (String entry : fields.get(7).split(";", -1)) {
      if (entry.startsWith(key + "=")
          && (key.equals("END") || entry.length() > key.length() + 1)
          && !entry.equals(key + "=.")) {
        found = entry.substring(key.length() + 1);
      }
    }
    return Optional.ofNullable(found);
  }
}
