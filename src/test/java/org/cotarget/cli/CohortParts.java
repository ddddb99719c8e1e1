package org.cotarget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The demo study cut into parts by patient, each with files of its own. */
final class CohortParts {

  private static final Path DEMO = Path.of("test-data/demo");

  private final Path folder;
  private final int parts;

  /** Writes the files of each part. */
  CohortParts(Path folder, int parts) throws IOException {
    this.folder = folder;
    this.parts = parts;
    rows("data_clinical_patient.txt", "PATIENT_ID");
    rows("data_clinical_sample.txt", "PATIENT_ID");
    rows("data_mutations.txt", "Tumor_Sample_Barcode");
    columns("data_cna.txt", 2);
    columns("data_mrna_seq_tpm.txt", 1);
  }

  /** Arguments that read one part. */
  List<String> part(int part) {
    return List.of(
        "--clinical", file("data_clinical_patient.txt", part),
        "--clinical", file("data_clinical_sample.txt", part),
        "--maf", file("data_mutations.txt", part),
        "--cna", file("data_cna.txt", part),
        "--expression", file("data_mrna_seq_tpm.txt", part));
  }

  /** Arguments that read all parts at once. */
  List<String> all() {
    return IntStream.range(0, parts).boxed().flatMap(part -> part(part).stream()).toList();
  }

  private String file(String name, int part) {
    return folder.resolve(part + "-" + name).toString();
  }

  /** Patients of the demo are named by their samples but for {@code -01} and the like. */
  private int partOf(String id) {
    return Math.floorMod(id.replaceFirst("-0[0-9]$", "").hashCode(), parts);
  }

  private void rows(String name, String idColumn) throws IOException {
    List<List<String>> written = empty();
    int column = -1;
    for (String line : Files.readAllLines(DEMO.resolve(name), UTF_8)) {
      String[] cells = line.split("\t", -1);
      if (line.startsWith("#") || column < 0) {
        written.forEach(part -> part.add(line));
        column = line.startsWith("#") ? column : List.of(cells).indexOf(idColumn);
      } else {
        written.get(partOf(cells[column])).add(line);
      }
    }
    write(name, written);
  }

  private void columns(String name, int named) throws IOException {
    List<String> lines = Files.readAllLines(DEMO.resolve(name), UTF_8);
    String[] header = lines.get(0).split("\t", -1);
    ToIntFunction<Integer> owner = i -> i < named ? -1 : partOf(header[i]);
    List<List<String>> written = empty();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      for (int part = 0; part < parts; part++) {
        int own = part;
        written
            .get(part)
            .add(
                String.join(
                    "\t",
                    IntStream.range(0, cells.length)
                        .filter(i -> owner.applyAsInt(i) < 0 || owner.applyAsInt(i) == own)
                        .mapToObj(i -> cells[i])
                        .toList()));
      }
    }
    write(name, written);
  }

  private List<List<String>> empty() {
    List<List<String>> written = new ArrayList<>();
    IntStream.range(0, parts).forEach(part -> written.add(new ArrayList<>()));
    return written;
  }

  private void write(String name, List<List<String>> written) throws IOException {
    for (int part = 0; part < parts; part++) {
      Files.write(Path.of(file(name, part)), written.get(part), UTF_8);
    }
  }
}
