package org.cotarget.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the tables of {@code reference/vocabulary} that concern VCFs. */
final class VariantTables {

  private static final Set<String> KINDS = Set.of("germline", "normals", "population");
  private static final Set<String> PLACES = Set.of("CSQ", "INFO");
  private static final Set<String> SCALES = Set.of("fraction", "minus-log10");

  private final ReferenceSource source;

  VariantTables(ReferenceSource source) {
    this.source = source;
  }

  VariantVocabulary vocabulary() {
    return new VariantVocabulary(filters(), frequencies());
  }

  private Map<String, VariantVocabulary.FilterKind> filters() {
    Map<String, VariantVocabulary.FilterKind> filters = new LinkedHashMap<>();
    for (Table.Line line :
        source
            .table("vocabulary/vcf_filters.tsv", "filter", "kind", "used_by", "meaning", "citation")
            .unique("filter")
            .lines()) {
      source.citation(line);
      filters.put(
          line.text("filter"),
          VariantVocabulary.FilterKind.valueOf(line.among("kind", KINDS).toUpperCase(Locale.ROOT)));
    }
    return filters;
  }

  private List<VariantVocabulary.FrequencyField> frequencies() {
    return source
        .table(
            "vocabulary/population_fields.tsv", "field", "place", "scale", "written_by", "citation")
        .unique("field", "place")
        .map(
            line -> {
              source.citation(line);
              return new VariantVocabulary.FrequencyField(
                  line.text("field").toUpperCase(Locale.ROOT),
                  line.among("place", PLACES).equals("CSQ"),
                  line.among("scale", SCALES).equals("fraction")
                      ? VariantVocabulary.Scale.FRACTION
                      : VariantVocabulary.Scale.MINUS_LOG10);
            });
  }
}
