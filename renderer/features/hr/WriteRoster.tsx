import { useState } from 'react';
import type { RosterPerson } from '../../../shared/domain/roster/roster-person';
import { writeRoster } from '../../../shared/domain/roster/write-roster';
import {
  SUBSTITUTE,
  type UnwritableCell,
  unwritableCells,
  type WrittenEncoding,
} from '../../platform/encode-text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PlainTable } from '../../ui/PlainTable';

const NUMBER_COLUMN = 0;
const NAME_COLUMN = 1;
/** So many are listed; whoever has more writes UTF-8. */
const MOST_LISTED = 200;

type WriteRosterProps = {
  people: readonly RosterPerson[];
  isDisabled: boolean;
  onWrite: (table: readonly (readonly string[])[], encoding: WrittenEncoding) => void;
};

/** Writes the roster out; for a system of the past in Shift_JIS, which lacks characters. */
export function WriteRoster({ people, isDisabled, onWrite }: WriteRosterProps) {
  const [lacking, setLacking] = useState<UnwritableCell[]>([]);
  const [asking, setAsking] = useState(false);

  function write(encoding: WrittenEncoding) {
    setAsking(false);
    onWrite(writeRoster(people), encoding);
  }

  function writeForThePast() {
    const found = unwritableCells(writeRoster(people));
    setLacking(found);
    if (found.length === 0) write('Shift_JIS');
    else setAsking(true);
  }

  return (
    <>
      <Button isDisabled={isDisabled} onPress={() => write('UTF-8')}>
        名簿を書き出す
      </Button>
      <Button isDisabled={isDisabled} onPress={writeForThePast}>
        Shift_JISで書き出す
      </Button>
      <Dialog
        title="Shift_JISにない文字があります"
        isOpen={asking}
        onOpenChange={setAsking}
        wide
        actions={
          <>
            <Button onPress={() => setAsking(false)}>やめる</Button>
            <Button onPress={() => write('Shift_JIS')}>「{SUBSTITUTE}」にして書き出す</Button>
            <Button look="primary" onPress={() => write('UTF-8')}>
              UTF-8で書き出す
            </Button>
          </>
        }
      >
        <p>
          UTF-8なら、すべての文字がそのまま残ります。古いシステムがShift_JISしか読めないときだけ、「
          {SUBSTITUTE}」に置き換えます。
        </p>
        {asking && <LackingTable lacking={lacking} table={writeRoster(people)} />}
      </Dialog>
    </>
  );
}

type LackingTableProps = {
  lacking: readonly UnwritableCell[];
  table: readonly (readonly string[])[];
};

function LackingTable({ lacking, table }: LackingTableProps) {
  const [headings = []] = table;
  return (
    <PlainTable
      label="Shift_JISにない文字の一覧"
      columns={['職員', '列', '文字', '内容']}
      rows={lacking.slice(0, MOST_LISTED).map(({ row, column, characters }) => {
        const cells = table[row] ?? [];
        return {
          key: `${row} ${column}`,
          cells: [
            `${cells[NUMBER_COLUMN]} ${cells[NAME_COLUMN]}`,
            headings[column] ?? '',
            characters.join('、'),
            cells[column] ?? '',
          ],
        };
      })}
      more={lacking.length - MOST_LISTED}
    />
  );
}
