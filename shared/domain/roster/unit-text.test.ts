import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitPathReader, writeUnitPath } from './unit-text';

const read = (cells: string[]) => cells.map(unitPathReader(cells));

describe('the unit of a roster', () => {
  it.each([
    ['wide spaces', ['市民部　市民課　市民係', '総務部　職員課']],
    ['narrow spaces', ['市民部 市民課 市民係', '総務部 職員課']],
    ['either', ['市民部　市民課　市民係', '総務部 職員課']],
    ['strokes', ['市民部／市民課／市民係', '総務部/職員課']],
    ['arrows', ['市民部＞市民課＞市民係', '総務部 > 職員課']],
  ])('is read by its names, with %s between them', (_what, cells) => {
    expect(read(cells)).toEqual([
      ['市民部', '市民課', '市民係'],
      ['総務部', '職員課'],
    ]);
  });

  it('keeps a name whole that holds what most of the file does not put between names', () => {
    expect(read(['市民部　市民課', '総務部　職員課', '政策部　企画／調整課　第1 担当'])[2]).toEqual(
      ['政策部', '企画／調整課', '第1 担当'],
    );
    expect(read(['市民部／市民課', '総務部／職員課', '市民 協働部／交流課'])[2]).toEqual([
      '市民 協働部',
      '交流課',
    ]);
  });

  it('comes back from the cell it is written to, whatever its names hold', () => {
    const name = fc.stringMatching(/^[課係1](?:[課係 　／/]{0,4}[課係1])?$/u);
    const path = fc.array(name, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 8 }), (paths) => {
        expect(read(paths.map(writeUnitPath))).toEqual(paths);
      }),
    );
  });
});
