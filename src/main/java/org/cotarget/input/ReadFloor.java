package org.cotarget.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.reference.Thresholds;

/**
 * Leaves out variants of too few reads or in too small a share of them, where the user asks for it.
 * What tells no reads is kept. A hotspot that is left out is named.
 */
final class ReadFloor {

  private final RecurrentChanges recurrent;
  private final double minDepth;
  private final double minFraction;

  ReadFloor(Thresholds thresholds, RecurrentChanges recurrent) {
    this.recurrent = recurrent;
    this.minDepth = thresholds.value("variant.min-depth");
    this.minFraction = thresholds.value("variant.min-allele-fraction");
  }

  VariantFile apply(VariantFile file, InputProblems problems) {
    VariantLayer layer = file.variants();
    Map<String, List<SomaticVariant>> kept = new TreeMap<>();
    long left = 0;
    for (Map.Entry<String, List<SomaticVariant>> sample : layer.variants().entrySet()) {
      List<SomaticVariant> own = new ArrayList<>();
      for (SomaticVariant variant : sample.getValue()) {
        if (reaches(variant)) {
          own.add(variant);
        } else {
          left++;
          recurrent.find(variant).ifPresent(name -> warn(name, sample.getKey(), variant, problems));
        }
      }
      kept.put(sample.getKey(), own);
    }
    if (left == 0) {
      return file;
    }
    problems.note(
        "VARIANTS_OF_FEW_READS",
        SourceLocation.ofFile(layer.file().path()),
        "left out of panel genes by --min-depth "
            + (long) minDepth
            + " and --min-af "
            + text(minFraction)
            + ": "
            + left
            + (left == 1 ? " variant" : " variants"),
        "lower --min-depth or --min-af to keep them");
    return new VariantFile(
        new VariantLayer(
            kept, layer.spread(), layer.declaredSequenced(), layer.coveredGenes(), layer.file()),
        file.copyNumbers(),
        file.smallVariants(),
        file.columns());
  }

  private boolean reaches(SomaticVariant variant) {
    boolean deep = variant.depth() < 0 || variant.depth() >= minDepth;
    double fraction = variant.alleleFraction();
    return deep && (Double.isNaN(fraction) || fraction >= minFraction);
  }

  private static void warn(
      String hotspot, String sample, SomaticVariant variant, InputProblems problems) {
    problems.warning(
        "HOTSPOT_OF_FEW_READS",
        variant.where(),
        hotspot
            + " of "
            + sample
            + " is left out: depth "
            + (variant.depth() < 0 ? "not given" : String.valueOf(variant.depth()))
            + ", allele fraction "
            + (Double.isNaN(variant.alleleFraction())
                ? "not given"
                : text(variant.alleleFraction())),
        "look at the reads; lower --min-depth or --min-af to keep it");
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.4f", number).replaceFirst("\\.?0+$", "");
  }
}
