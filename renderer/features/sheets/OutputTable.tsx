import { useState } from 'react';
import type { Period } from '../../../shared/domain/period/period';
import { resultHeadings, resultRow } from '../../../shared/domain/sheet/result-table';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { isUndisclosed } from '../../../shared/domain/sheet/stage-rules';
import { loadResultSource } from '../../data/output-queries';
import { useStore } from '../../data/store-context';
import { SUBSTITUTE, type UnwritableCell, unwritableCells } from '../../platform/encode-text';
import { toLocalIso } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { flushAll } from '../../state/save-state';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { WindowedTable } from '../../ui/WindowedTable';
import { type Table, type TableForm, textsOf, useSaveTable } from './use-save-table';

type Asked = { kind: 'undisclosed' | 'lacking'; rows: Table; form: TableForm };

type OutputTableProps = { chosen: readonly Sheet[]; period: Period };

/** The results of those who are chosen as a list for other systems. */
export function OutputTable({ chosen, period }: OutputTableProps) {
  const store = useStore();
  const { save, notice } = useSaveTable();
  const [busy, setBusy] = useState<number | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const name = `人事評価の結果_${period.name.replace(/\s/gu, '')}`;

  /** `null` when something that was typed is not stored, which has its own message. */
  async function read(): Promise<Table | null> {
    if (!(await flushAll())) return null;
    const dayOf = (instant: string) => toLocalIso(new Date(instant)).slice(0, 10);
    const rows: Table[number][] = [resultHeadings];
    for (const { id } of chosen) {
      rows.push(resultRow(await loadResultSource(store, id), dayOf));
      setBusy(rows.length - 1);
    }
    return rows;
  }

  async function start(form: TableForm) {
    setBusy(0);
    setFailure(null);
    try {
      const rows = await read();
      if (rows !== null && chosen.some(isUndisclosed))
        setAsked({ kind: 'undisclosed', rows, form });
      else if (rows !== null) goOn(rows, form);
    } catch (error) {
      setFailure(problemOf(error));
    }
    setBusy(null);
  }

  function goOn(rows: Table, form: TableForm) {
    const lacks = form === 'Shift_JIS' && unwritableCells(textsOf(rows)).length > 0;
    setAsked(lacks ? { kind: 'lacking', rows, form } : null);
    if (!lacks) save(name, rows, form);
  }

  function write(rows: Table, form: TableForm) {
    setAsked(null);
    save(name, rows, form);
  }

  const isDisabled = chosen.length === 0 || busy !== null;
  return (
    <Card title="結果を一覧にする">
      <div className="flex flex-col gap-3">
        <p className="text-sm text-solid-gray-700">
          点数、総合評語、確定日、開示日などが入ります。あなたがまだ読めない評価は、空欄になります。
        </p>
        <div className="flex flex-wrap gap-2">
          <Button isDisabled={isDisabled} onPress={() => void start('XLSX')}>
            Excelで保存
          </Button>
          <Button isDisabled={isDisabled} onPress={() => void start('UTF-8')}>
            CSVで保存
          </Button>
          <Button isDisabled={isDisabled} onPress={() => void start('Shift_JIS')}>
            CSV（Shift_JIS）で保存
          </Button>
        </div>
        <p role="status" className="text-sm">
          {busy !== null && `読んでいます（${chosen.length} 人中 ${busy} 人）`}
        </p>
        {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
        {notice}
      </div>
      {asked?.kind === 'undisclosed' && (
        <UndisclosedQuestion
          count={chosen.filter(isUndisclosed).length}
          onAnswer={(agreed) => (agreed ? goOn(asked.rows, asked.form) : setAsked(null))}
        />
      )}
      {asked?.kind === 'lacking' && (
        <LackingQuestion
          table={textsOf(asked.rows)}
          onCancel={() => setAsked(null)}
          onWrite={(form) => write(asked.rows, form)}
        />
      )}
    </Card>
  );
}

type UndisclosedQuestionProps = { count: number; onAnswer: (agreed: boolean) => void };

/** A list is passed on as easily as a paper. */
function UndisclosedQuestion({ count, onAnswer }: UndisclosedQuestionProps) {
  return (
    <Dialog
      title={`開示前の人が ${count}人 います`}
      isOpen
      mustAnswer
      onOpenChange={(open) => !open && onAnswer(false)}
      actions={
        <>
          <Button autoFocus onPress={() => onAnswer(false)}>
            やめる
          </Button>
          <Button look="primary" onPress={() => onAnswer(true)}>
            このまま一覧にする
          </Button>
        </>
      }
    >
      <p>
        本人がまだ見られない評価が、一覧に載ることがあります。その人の備考には「開示前・取扱注意」と入ります。ほかの人が開けない場所に保存し、用が済んだら削除してください。
      </p>
    </Dialog>
  );
}

type LackingQuestionProps = {
  table: readonly (readonly string[])[];
  onCancel: () => void;
  onWrite: (form: TableForm) => void;
};

function LackingQuestion({ table, onCancel, onWrite }: LackingQuestionProps) {
  const [lacking] = useState(() => unwritableCells(table));
  const cellsOf = ({ row }: UnwritableCell) => table[row] ?? [];
  return (
    <Dialog
      title="Shift_JISにない文字があります"
      isOpen
      mustAnswer
      wide
      onOpenChange={(open) => !open && onCancel()}
      actions={
        <>
          <Button autoFocus onPress={onCancel}>
            やめる
          </Button>
          <Button onPress={() => onWrite('Shift_JIS')}>「{SUBSTITUTE}」にして書き出す</Button>
          <Button look="primary" onPress={() => onWrite('UTF-8')}>
            UTF-8で書き出す
          </Button>
        </>
      }
    >
      <p>
        UTF-8なら、すべての文字がそのまま残ります。古いシステムがShift_JISしか読めないときだけ、「
        {SUBSTITUTE}」に置き換えます。
      </p>
      <WindowedTable
        label="Shift_JISにない文字の一覧"
        isPlain
        className="max-h-72"
        rows={lacking}
        rowKey={({ row, column }) => `${row} ${column}`}
        columns={[
          {
            key: 'person',
            header: '職員',
            width: 'w-52',
            cell: (cell) => cellsOf(cell).slice(0, 2).join(' '),
          },
          {
            key: 'column',
            header: '列',
            width: 'w-36',
            cell: ({ column }) => table[0]?.[column] ?? '',
          },
          {
            key: 'characters',
            header: '文字',
            width: 'w-24',
            cell: ({ characters }) => characters.join('、'),
          },
          { key: 'content', header: '内容', cell: (cell) => cellsOf(cell)[cell.column] ?? '' },
        ]}
      />
    </Dialog>
  );
}
