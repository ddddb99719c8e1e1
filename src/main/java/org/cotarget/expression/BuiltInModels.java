package org.cotarget.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceFile;
import org.cotarget.reference.ReferenceLoader;

/** The models of {@code reference/models}. */
public final class BuiltInModels {

  private static final String FOLDER = "models/";
  private static final String SUFFIX = ".json";

  private BuiltInModels() {}

  /** Their ids, sorted. */
  public static List<String> ids(Reference reference) {
    return reference.files().stream()
        .map(ReferenceFile::path)
        .filter(path -> path.startsWith(FOLDER) && path.endsWith(SUFFIX))
        .map(path -> path.substring(FOLDER.length(), path.length() - SUFFIX.length()))
        .sorted()
        .toList();
  }

  /** The model of an id, if there is one. */
  public static Optional<ExpressionModel> find(Reference reference, String id) {
    if (!ids(reference).contains(id)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ModelFile.read(ReferenceLoader.text(FOLDER + id + SUFFIX)));
    } catch (ModelFormatException e) {
      throw new IllegalStateException(
          "reference/" + FOLDER + id + SUFFIX + ": " + e.getMessage(), e);
    }
  }

  static List<ExpressionModel> all(Reference reference) {
    List<ExpressionModel> models = new ArrayList<>();
    ids(reference).forEach(id -> find(reference, id).ifPresent(models::add));
    return models;
  }
}
