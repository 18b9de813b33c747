/** A place between the pieces of a text: before character `offset` of piece `piece`. */
export type TextPoint = { piece: number; offset: number };
export type TextMatch = { from: TextPoint; to: TextPoint };

export type TextIndex = { find: (typed: string) => TextMatch[] };

/** Characters that become another one with the mark behind them, half-width kana too. */
const units = /[^\p{M}ﾞﾟ][\p{M}ﾞﾟ]*|[\p{M}ﾞﾟ]+/gsu;

/**
 * Makes the pieces of a page searchable. A match may run over several pieces, because a
 * line end within a sentence cuts it.
 *
 * @param fold levels what a person does not tell apart; may make a text shorter or longer
 */
export function indexText(pieces: readonly string[], fold: (text: string) => string): TextIndex {
  let folded = '';
  const starts: TextPoint[] = [];
  const ends: TextPoint[] = [];
  for (const [piece, text] of pieces.entries()) {
    for (const { 0: unit, index } of text.matchAll(units)) {
      const levelled = fold(unit);
      folded += levelled;
      for (let count = 0; count < levelled.length; count += 1) {
        starts.push({ piece, offset: index });
        ends.push({ piece, offset: index + unit.length });
      }
    }
  }
  return {
    find(typed) {
      const wanted = fold(typed);
      const matches: TextMatch[] = [];
      if (wanted === '') return matches;
      let at = folded.indexOf(wanted);
      while (at >= 0) {
        const from = starts[at];
        const to = ends[at + wanted.length - 1];
        if (from !== undefined && to !== undefined) matches.push({ from, to });
        at = folded.indexOf(wanted, at + wanted.length);
      }
      return matches;
    },
  };
}
