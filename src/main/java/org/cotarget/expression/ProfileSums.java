package org.cotarget.expression;

import java.util.ArrayList;
import java.util.List;

/** Sums of the quantiles of samples, of which the mean profile is made; parts add up exactly. */
final class ProfileSums {

  private final List<Moments> quantiles;

  ProfileSums() {
    this.quantiles = new ArrayList<>();
    QuantileProfile.PROBABILITIES.forEach(p -> quantiles.add(new Moments()));
  }

  ProfileSums(List<Moments> quantiles) {
    this.quantiles = List.copyOf(quantiles);
  }

  /** Takes in the quantiles of a sample. */
  void add(double[] sample) {
    for (int q = 0; q < sample.length; q++) {
      quantiles.get(q).add(sample[q]);
    }
  }

  void add(ProfileSums other) {
    for (int q = 0; q < quantiles.size(); q++) {
      quantiles.get(q).add(other.quantiles.get(q));
    }
  }

  List<Moments> quantiles() {
    return quantiles;
  }

  List<Double> means() {
    return quantiles.stream().map(Moments::mean).toList();
  }
}
