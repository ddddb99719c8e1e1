package org.cotarget.input.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;

/**
 * Who was assayed, by the case lists of a study. Only the lists of sequenced samples matter here: a
 * copy-number matrix says by itself whom it holds, but a mutation file does not list those in whom
 * nothing was found.
 *
 * @param sequenced samples of all lists of sequenced samples
 * @param hasSequenced whether there is such a list
 * @param inputs the lists that were read
 */
record CaseLists(Set<String> sequenced, boolean hasSequenced, List<InputFile> inputs) {

  static CaseLists read(List<Path> files, InputProblems problems) {
    Set<String> sequenced = new TreeSet<>();
    List<InputFile> inputs = new ArrayList<>();
    boolean has = false;
    for (Path path : files) {
      Optional<KeyValueFile> read = KeyValueFile.read(path, "case list", problems);
      if (read.isEmpty()) {
        continue;
      }
      KeyValueFile list = read.get();
      if (namesSequenced(list.get("stable_id"))) {
        has = true;
        sequenced.addAll(list.words("case_list_ids"));
        inputs.add(list.provenance());
        if (list.words("case_list_ids").isEmpty()) {
          problems.warning(
              "CASE_LIST_EMPTY",
              list.where("case_list_ids"),
              "the list of sequenced samples names none",
              "fill in case_list_ids: or remove the list");
        }
      }
    }
    return new CaseLists(sequenced, has, inputs);
  }

  private static boolean namesSequenced(String stableId) {
    String id = stableId.toLowerCase(Locale.ROOT);
    return id.endsWith("_sequenced") || id.endsWith("_cnaseq") || id.endsWith("_complete");
  }
}
