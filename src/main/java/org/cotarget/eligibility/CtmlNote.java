package org.cotarget.eligibility;

import java.util.List;

/**
 * Something that a conversion from or to CTML cannot say.
 *
 * @param text what it is
 * @param effect what leaving it out does to the criteria, {@code widens} or {@code narrows}; empty
 *     where nothing is left out
 */
record CtmlNote(String text, String effect) {

  static CtmlNote of(String text) {
    return new CtmlNote(text, "");
  }

  /**
   * Gives all notes from a place on another effect: nothing remains of the combination that they
   * were made in, so it is the combination that is missing from what it stands in.
   */
  static void relabel(List<CtmlNote> notes, int from, String effect) {
    notes
        .subList(from, notes.size())
        .replaceAll(note -> note.effect().isEmpty() ? note : new CtmlNote(note.text(), effect));
  }

  static List<String> texts(List<CtmlNote> notes) {
    return notes.stream()
        .map(
            note ->
                note.effect().isEmpty()
                    ? note.text()
                    : note.text() + ", which " + note.effect() + " the criteria")
        .distinct()
        .toList();
  }
}
