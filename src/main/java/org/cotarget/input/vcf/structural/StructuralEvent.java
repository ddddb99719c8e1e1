package org.cotarget.input.vcf.structural;

/**
 * One event on one chromosome. Breaks are named by the base left of them, so a deletion between the
 * breaks {@code a} and {@code b} removes the bases {@code a + 1} to {@code b}.
 */
sealed interface StructuralEvent {

  String chrom();

  /** First base that the event may concern. */
  long from();

  /** Last base that the event may concern. */
  long to();

  /** What the event does to a gene of its chromosome. */
  Effect on(PlacedGene gene);

  /**
   * What the event is by its breaks alone, so that the two records of a pair, each of which knows
   * the confidence interval of its own end, come to the same.
   */
  String key();

  private static String share(PlacedGene gene, long bases) {
    long percent = Math.round(100.0 * bases / gene.codingBases());
    return Math.min(99, Math.max(1, percent)) + "% of the coding sequence";
  }

  /** How a break lies to a gene. */
  enum Place {
    INSIDE,
    OUTSIDE,
    /** Not certain, or within the gene but outside of its coding sequence. */
    OPEN;

    static Place of(Break point, PlacedGene gene) {
      if (gene.isSplitAt(point.low()) && gene.isSplitAt(point.high())) {
        return INSIDE;
      }
      boolean apart = point.high() < gene.span().start() || point.low() >= gene.span().end();
      return apart ? OUTSIDE : OPEN;
    }
  }

  /** The bases between two breaks are gone. */
  record Deletion(String chrom, Break first, Break second) implements StructuralEvent {
    @Override
    public String key() {
      return "DEL:" + chrom + ":" + first.at() + ":" + second.at();
    }

    @Override
    public long from() {
      return first.low();
    }

    @Override
    public long to() {
      return second.high() + 1;
    }

    @Override
    public Effect on(PlacedGene gene) {
      long all = gene.codingBases();
      long least = gene.codingIn(first.high() + 1, second.low());
      long most = gene.codingIn(first.low() + 1, second.high());
      if (most == 0) {
        return Effect.NONE;
      }
      if (least == all) {
        return Effect.LOST;
      }
      if (least == 0 || most == all) {
        return Effect.uncertain(
            "a deletion whose confidence interval reaches over the "
                + (least == 0 ? "edge" : "end")
                + " of the coding sequence");
      }
      long start = first.at() + 1;
      return Effect.broken(
          "deletion of "
              + share(gene, gene.codingIn(start, second.at()))
              + " ("
              + gene.exons(start, second.at())
              + ")");
    }
  }

  /** The bases between two breaks are there twice, one after the other. */
  record Duplication(String chrom, Break first, Break second) implements StructuralEvent {
    @Override
    public String key() {
      return "DUP:" + chrom + ":" + first.at() + ":" + second.at();
    }

    @Override
    public long from() {
      return first.low();
    }

    @Override
    public long to() {
      return second.high() + 1;
    }

    @Override
    public Effect on(PlacedGene gene) {
      long copied = gene.codingIn(first.at() + 1, second.at());
      boolean within = gene.spans(first.at()) && gene.spans(second.at());
      // With an end outside the gene one whole copy of it remains.
      return within && copied > 0 && copied < gene.codingBases()
          ? Effect.uncertain("a duplication within the gene, of " + share(gene, copied))
          : Effect.NONE;
    }
  }

  /** The bases between two breaks are turned round. */
  record Inversion(String chrom, Break first, Break second) implements StructuralEvent {
    @Override
    public String key() {
      return "INV:" + chrom + ":" + first.at() + ":" + second.at();
    }

    @Override
    public long from() {
      return first.low();
    }

    @Override
    public long to() {
      return second.high() + 1;
    }

    @Override
    public Effect on(PlacedGene gene) {
      Place left = Place.of(first, gene);
      Place right = Place.of(second, gene);
      if (left == Place.OUTSIDE && right == Place.OUTSIDE) {
        return Effect.NONE;
      }
      long turned = gene.codingIn(first.at() + 1, second.at());
      if (left == Place.OUTSIDE || right == Place.OUTSIDE) {
        return left == Place.INSIDE || right == Place.INSIDE
            ? Effect.broken("inversion that parts the coding sequence")
            : Effect.uncertain("an inversion with a break at the edge of the gene");
      }
      long least = gene.codingIn(first.high() + 1, second.low());
      long most = gene.codingIn(first.low() + 1, second.high());
      if (most == 0) {
        return Effect.NONE;
      }
      boolean within = gene.spans(first.at()) && gene.spans(second.at());
      if (least == 0 || !within) {
        return Effect.uncertain("an inversion whose breaks are not certain");
      }
      return Effect.broken(
          turned == gene.codingBases()
              ? "inversion of the coding sequence"
              : "inversion of " + share(gene, turned));
    }
  }

  /** Bases that the reference does not have lie in a break. */
  record Insertion(String chrom, Break point) implements StructuralEvent {
    @Override
    public String key() {
      return "INS:" + chrom + ":" + point.at();
    }

    @Override
    public long from() {
      return point.low();
    }

    @Override
    public long to() {
      return point.high() + 1;
    }

    @Override
    public Effect on(PlacedGene gene) {
      if (gene.codingIn(point.low(), point.high() + 1) == 0) {
        return Effect.NONE;
      }
      return exonSplit(gene, point)
          ? Effect.broken("insertion in " + gene.exons(point.at(), point.at()))
          : Effect.uncertain("an insertion at the edge of a coding exon");
    }
  }

  /** The chromosome goes on elsewhere. */
  record Junction(String chrom, Break point, String partnerChrom, long partnerPosition)
      implements StructuralEvent {
    @Override
    public String key() {
      return "BND:" + chrom + ":" + point.at() + ":" + partnerChrom + ":" + partnerPosition;
    }

    @Override
    public long from() {
      return point.low();
    }

    @Override
    public long to() {
      return point.high() + 1;
    }

    @Override
    public Effect on(PlacedGene gene) {
      return switch (Place.of(point, gene)) {
        case INSIDE -> Effect.broken("");
        case OPEN -> Effect.uncertain("a breakend at the edge of the gene");
        case OUTSIDE -> Effect.NONE;
      };
    }
  }

  /**
   * The chromosome goes on in sequence that the caller cannot place. In an intron that may be no
   * more than an inserted repeat.
   */
  record LooseEnd(String chrom, Break point) implements StructuralEvent {
    @Override
    public String key() {
      return "SGL:" + chrom + ":" + point.at();
    }

    @Override
    public long from() {
      return point.low();
    }

    @Override
    public long to() {
      return point.high() + 1;
    }

    @Override
    public Effect on(PlacedGene gene) {
      if (exonSplit(gene, point)) {
        return Effect.broken("break in " + gene.exons(point.at(), point.at()));
      }
      return Place.of(point, gene) == Place.OUTSIDE
          ? Effect.NONE
          : Effect.uncertain("a single breakend outside of the coding exons");
    }
  }

  private static boolean exonSplit(PlacedGene gene, Break point) {
    long inside = gene.codingIn(point.low(), point.high() + 1);
    return inside == point.high() - point.low() + 2 && gene.isExonSplitAt(point.at());
  }
}
