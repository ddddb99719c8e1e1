package org.cotarget.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.Shard;
import org.cotarget.input.vcf.scan.ReaderKind;

/** Builds requests in tests. */
final class Requests {

  private Optional<Path> study = Optional.empty();
  private boolean linksFollowed;
  private Optional<Path> sheet = Optional.empty();
  private final List<Path> vcf = new ArrayList<>();
  private final List<Path> maf = new ArrayList<>();
  private final List<Path> cna = new ArrayList<>();
  private final List<Path> seg = new ArrayList<>();
  private final List<Path> expression = new ArrayList<>();
  private final List<Path> clinical = new ArrayList<>();
  private Optional<Path> mapping = Optional.empty();
  private final List<String> assays = new ArrayList<>();
  private Optional<ExpressionMatrix.Unit> unit = Optional.empty();
  private Optional<GenomeAssembly> assembly = Optional.empty();
  private final Set<String> filters = new HashSet<>();
  private Shard shard = Shard.WHOLE;

  static InputRequest study(Path folder) {
    return new Requests().ofStudy(folder).build();
  }

  Requests ofStudy(Path folder) {
    study = Optional.of(folder);
    return this;
  }

  Requests sheet(Path path) {
    sheet = Optional.of(path);
    return this;
  }

  Requests vcf(Path path) {
    vcf.add(path);
    return this;
  }

  Requests maf(Path path) {
    maf.add(path);
    return this;
  }

  Requests cna(Path path) {
    cna.add(path);
    return this;
  }

  Requests seg(Path path) {
    seg.add(path);
    return this;
  }

  Requests expression(Path path) {
    expression.add(path);
    return this;
  }

  Requests clinical(Path path) {
    clinical.add(path);
    return this;
  }

  Requests mapping(Path path) {
    mapping = Optional.of(path);
    return this;
  }

  Requests assay(String argument) {
    assays.add(argument);
    return this;
  }

  Requests unit(ExpressionMatrix.Unit declared) {
    unit = Optional.of(declared);
    return this;
  }

  Requests assembly(GenomeAssembly declared) {
    assembly = Optional.of(declared);
    return this;
  }

  Requests include(String filter) {
    filters.add(filter);
    return this;
  }

  /** Gives an option by its name, as a table of tests names it. */
  Requests option(String key, String value, Path folder) {
    Path path = folder.resolve(value);
    return switch (key.substring(0, key.indexOf('#'))) {
      case "study" -> ofStudy(path);
      case "sheet" -> sheet(path);
      case "vcf" -> vcf(path);
      case "maf" -> maf(path);
      case "cna" -> cna(path);
      case "seg" -> seg(path);
      case "expression" -> expression(path);
      case "clinical" -> clinical(path);
      case "mapping" -> mapping(path);
      case "assay" -> assay(path.toString());
      case "unit" -> unit(ExpressionMatrix.Unit.valueOf(value));
      case "assembly" -> assembly(GenomeAssembly.valueOf(value));
      default -> throw new IllegalArgumentException(key);
    };
  }

  Requests followingLinks() {
    linksFollowed = true;
    return this;
  }

  Requests shard(int number, int of) {
    shard = new Shard(number, of);
    return this;
  }

  InputRequest build() {
    return new InputRequest(
        study,
        linksFollowed,
        sheet,
        vcf,
        maf,
        cna,
        seg,
        expression,
        clinical,
        mapping,
        assays,
        unit,
        assembly,
        Set.of(),
        filters,
        ReaderKind.SCAN,
        shard);
  }
}
