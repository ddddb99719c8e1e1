import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes VCFs of GRCh38 for benchmarks, as BGZF: so many records spread over chromosomes 1 to 22 and X, of which exactly so many lie
 * in the panel's windows. The same arguments give the same text.
 *
 * <p>java src/bench/GenerateVcf.java FILE RECORDS SAMPLES HITS SEED [csq] [dense] [COUNT]
 *
 * <p>With {@code csq} each record has three CSQ entries of VEP. A sample carries about one record in fifty, with {@code dense} every
 * one. With a count, so many files are written; {@code %} in the name of the file is their number, which is added to the seed.
 */
public final class GenerateVcf {

  private static final long[] LENGTHS = {
    248956422, 242193529, 198295559, 190214555, 181538259, 170805979, 159345973, 145138636, 138394717, 133797422, 135086622,
    133275309, 114364328, 107043718, 101991189, 90338345, 83257441, 80373285, 58617616, 64444167, 46709983, 50818468, 156040895
  };
  private static final String BASES = "ACGT";
  private static final int BLOCK = 65280;

  private record Window(int chrom, long start, long end) {}

  public static void main(String[] arguments) throws IOException {
    List<String> given = Arrays.asList(arguments);
    int records = Integer.parseInt(arguments[1]);
    int samples = Integer.parseInt(arguments[2]);
    int hits = Integer.parseInt(arguments[3]);
    boolean csq = given.contains("csq");
    boolean dense = given.contains("dense");
    String last = arguments[arguments.length - 1];
    int files = arguments.length > 5 && last.matches("\\d+") ? Integer.parseInt(last) : 1;
    List<Window> windows = windows();
    for (int file = 1; file <= files; file++) {
      SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[4]) + file);
      Path path = Path.of(arguments[0].replace("%", String.valueOf(file)));
      long[] sites = sites(records, hits, windows, random);
      try (OutputStream out = new BufferedOutputStream(new Blocks(Files.newOutputStream(path)), BLOCK)) {
        out.write(header(samples, csq).getBytes(StandardCharsets.US_ASCII));
        StringBuilder line = new StringBuilder();
        for (long site : sites) {
          line.setLength(0);
          record(line, (int) (site >>> 32), site & 0xffffffffL, samples, csq, dense, random);
          out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        }
      }
    }
  }

  /** Writes BGZF: every write up to {@link #BLOCK} bytes is a block. */
  private static final class Blocks extends OutputStream {
    private final OutputStream out;
    private final Deflater deflater = new Deflater(6, true);
    private final byte[] compressed = new byte[1 << 17];

    Blocks(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int letter) throws IOException {
      write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] text, int from, int length) throws IOException {
      for (int at = from; at < from + length; at += BLOCK) {
        block(text, at, Math.min(BLOCK, from + length - at));
      }
    }

    @Override
    public void close() throws IOException {
      block(new byte[0], 0, 0);
      deflater.end();
      out.close();
    }

    private void block(byte[] text, int from, int length) throws IOException {
      deflater.reset();
      deflater.setInput(text, from, length);
      deflater.finish();
      int size = deflater.deflate(compressed);
      CRC32 checksum = new CRC32();
      checksum.update(text, from, length);
      ByteBuffer block = ByteBuffer.allocate(size + 26).order(ByteOrder.LITTLE_ENDIAN);
      block.put(new byte[] {0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, (byte) 0xff, 6, 0, 'B', 'C', 2, 0});
      block.putShort((short) (size + 25)).put(compressed, 0, size);
      block.putInt((int) checksum.getValue()).putInt(length);
      out.write(block.array());
    }
  }

  private static List<Window> windows() throws IOException {
    List<Window> windows = new ArrayList<>();
    for (String row : Files.readAllLines(Path.of("reference/genes/spans.tsv"))) {
      String[] cells = row.split("\t");
      if (cells.length == 5 && cells[1].equals("GRCh38")) {
        int chrom = cells[2].equals("X") ? 22 : Integer.parseInt(cells[2]) - 1;
        windows.add(new Window(chrom, Long.parseLong(cells[3]), Long.parseLong(cells[4])));
      }
    }
    return windows;
  }

  /** Chromosome and position of each record, sorted; no position is within 100 bases of a window's edge. */
  private static long[] sites(int records, int hits, List<Window> windows, SplittableRandom random) {
    long genome = Arrays.stream(LENGTHS).sum();
    long[] sites = new long[records];
    for (int i = 0; i < records; i++) {
      if (i < hits) {
        Window window = windows.get(random.nextInt(windows.size()));
        sites[i] = (long) window.chrom << 32 | random.nextLong(window.start + 100, window.end - 100);
        continue;
      }
      int chrom;
      long position;
      do {
        long at = random.nextLong(genome);
        chrom = 0;
        while (at >= LENGTHS[chrom]) {
          at -= LENGTHS[chrom++];
        }
        position = at + 1;
      } while (nearWindow(windows, chrom, position));
      sites[i] = (long) chrom << 32 | position;
    }
    Arrays.sort(sites);
    return sites;
  }

  private static boolean nearWindow(List<Window> windows, int chrom, long position) {
    for (Window window : windows) {
      if (window.chrom == chrom && position >= window.start - 100 && position <= window.end + 100) {
        return true;
      }
    }
    return false;
  }

  private static String header(int samples, boolean csq) {
    StringBuilder text = new StringBuilder("##fileformat=VCFv4.2\n##FILTER=<ID=PASS,Description=\"All filters passed\">\n");
    text.append("##FILTER=<ID=weak,Description=\"weak\">\n");
    for (int i = 0; i < LENGTHS.length; i++) {
      text.append("##contig=<ID=").append(name(i)).append(",length=").append(LENGTHS[i]).append(">\n");
    }
    text.append("##INFO=<ID=DP,Number=1,Type=Integer,Description=\"depth\">\n");
    if (csq) {
      text.append(
          "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. Format: "
              + "Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|BIOTYPE|EXON|INTRON|HGVSc|HGVSp|Protein_position|"
              + "Amino_acids|Codons|Existing_variation|STRAND|CANONICAL|MANE_SELECT|gnomADe_AF\">\n");
    }
    text.append("##FORMAT=<ID=GT,Number=1,Type=String,Description=\"genotype\">\n");
    text.append("##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"reads\">\n");
    text.append("##FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"depth\">\n");
    text.append("##FORMAT=<ID=GQ,Number=1,Type=Integer,Description=\"quality\">\n");
    text.append("##FORMAT=<ID=SB,Number=1,Type=Integer,Description=\"reads on the forward strand\">\n");
    text.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT");
    // Not in alphabetical order, as in many cohort files.
    for (int i = 0; i < samples; i++) {
      text.append("\tTUMOR").append((i * 7919 + 13) % 100000);
    }
    return text.append('\n').toString();
  }

  private static String name(int chrom) {
    return "chr" + (chrom == 22 ? "X" : String.valueOf(chrom + 1));
  }

  private static void record(
      StringBuilder line, int chrom, long position, int samples, boolean csq, boolean dense, SplittableRandom random) {
    char ref = BASES.charAt(random.nextInt(4));
    char alt = BASES.charAt((BASES.indexOf(ref) + 1 + random.nextInt(3)) % 4);
    line.append(name(chrom)).append('\t').append(position).append("\t.\t").append(ref).append('\t').append(alt).append('\t');
    line.append(30 + random.nextInt(970)).append('\t').append(random.nextInt(10) == 0 ? "weak" : "PASS").append("\tDP=");
    line.append(samples * 40 + random.nextInt(400));
    if (csq) {
      line.append(";CSQ=");
      for (int i = 0; i < 3; i++) {
        int gene = random.nextInt(20000);
        int codon = 1 + random.nextInt(900);
        line.append(i > 0 ? "," : "").append(alt).append("|missense_variant|MODERATE|GENE").append(gene);
        line.append("|ENSG").append(100000000 + gene).append("|Transcript|ENST").append(100000000 + gene * 3 + i);
        line.append(".4|protein_coding|").append(1 + codon % 20).append("/21||ENST").append(100000000 + gene * 3 + i).append(".4:c.");
        line.append(codon * 3).append(ref).append('>').append(alt).append("|ENSP").append(100000000 + gene).append(".3:p.Glu");
        line.append(codon).append("Lys|").append(codon).append("|E/K|Gag/Aag|rs").append(random.nextInt(1_000_000_000));
        line.append("&COSV").append(random.nextInt(100_000_000)).append("|1|").append(i == 0 ? "YES" : "").append('|');
        line.append(i == 0 ? "NM_00" + (1000 + gene) + ".4" : "").append('|').append(random.nextInt(1000)).append("e-06");
      }
    }
    line.append("\tGT:AD:DP:GQ:SB");
    for (int i = 0; i < samples; i++) {
      int depth = 20 + (random.nextInt() >>> 27);
      boolean carries = dense || random.nextInt(50) == 0;
      int reads = carries ? depth / 3 : 0;
      line.append(carries ? "\t0/1:" : "\t0/0:").append(depth - reads).append(',').append(reads).append(':').append(depth);
      line.append(':').append(carries ? 99 : 60 + depth / 2).append(':').append(depth / 2);
    }
    line.append('\n');
  }
}
