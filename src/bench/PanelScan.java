import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.table.SourceFile;
import org.cotarget.input.vcf.scan.PanelWindows;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.input.vcf.scan.RecordPass;
import org.cotarget.input.vcf.scan.RecordPasses;
import org.cotarget.input.vcf.scan.SpreadLimits;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;

/**
 * The reading of VCF alone, as {@code cotarget check} does it, without judging the records: prints how many records of all files the
 * panel's windows on GRCh38 select.
 *
 * <p>java -cp target/cotarget.jar:target/bench PanelScan scan|htsjdk FILE|FOLDER...
 */
public final class PanelScan {

  public static void main(String[] arguments) throws Exception {
    ReaderKind kind = arguments[0].equals("scan") ? ReaderKind.SCAN : ReaderKind.HTSJDK;
    Reference reference = ReferenceLoader.bundled();
    PanelWindows windows = new PanelWindows(reference.geneSpans(), EnumSet.of(GenomeAssembly.GRCH38));
    SpreadLimits limits = SpreadLimits.of(reference.thresholds());
    List<Path> files = new ArrayList<>();
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      Path path = Path.of(argument);
      if (Files.isDirectory(path)) {
        try (Stream<Path> list = Files.list(path)) {
          list.filter(file -> file.toString().endsWith("gz")).sorted().forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    long selected = files.parallelStream().mapToLong(file -> scan(file, kind, windows, limits)).sum();
    System.out.println(selected);
  }

  private static long scan(Path file, ReaderKind kind, PanelWindows windows, SpreadLimits limits) {
    InputProblems problems = new InputProblems();
    long[] selected = {0};
    try (SourceFile source = SourceFile.onDisk(file, problems).orElseThrow();
        RecordPass pass = RecordPasses.open(source, file, kind, limits, problems)) {
      int columns = pass.header().get(pass.header().size() - 1).split("\t", -1).length - 9;
      RecordPass.Summary summary =
          pass.read(windows, IntStream.range(0, columns).boxed().toList(), Set.of(), (line, record) -> selected[0]++);
      String digest = source.provenance("VCF", summary.records(), "").sha256();
      if (System.getenv("PANEL_SCAN_DETAIL") != null) {
        System.err.println(file + "\t" + selected[0] + "\t" + summary.records() + "\t" + digest + "\t" + summary.spread());
        problems.sorted().forEach(System.err::println);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return selected[0];
  }
}
