import { useState } from 'react';
import type { Period } from '../../../shared/domain/period/period';
import { formatWareki, monthAndDay } from '../../../shared/domain/period/wareki';
import { moveForMany } from '../../../shared/domain/sheet/progress-board';
import type { Sheet, Stage } from '../../../shared/domain/sheet/sheet';
import { sheetDeadline } from '../../../shared/domain/sheet/sheet-deadline';
import { moveWords } from '../../../shared/domain/sheet/stage-move-words';
import { turnAt } from '../../../shared/domain/sheet/stage-moves';
import { turnWords } from '../../../shared/domain/sheet/turn-words';
import type { MovedSheets } from '../../data/stage-commands';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { chooseColumn } from '../../ui/choose-column';
import { Notice } from '../../ui/Notice';
import { TextLink } from '../../ui/TextLink';
import { type TableColumn, WindowedTable } from '../../ui/WindowedTable';
import { MoveManyDialog } from './MoveManyDialog';

type StagePeopleProps = {
  period: Period;
  stage: Stage;
  title: string;
  /** The people who stand here now. */
  sheets: readonly Sheet[];
  /** Also those who have gone on, to name them in the result. */
  everyone: readonly Sheet[];
};

/** The people at one stage, with their deadline, and the move of those who are chosen. */
export function StagePeople({ period, stage, title, sheets, everyone }: StagePeopleProps) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<readonly Sheet[] | null>(null);
  const [result, setResult] = useState<MovedSheets | null>(null);
  const action = moveForMany[stage];
  const chosen = sheets.filter(({ id }) => marked.has(id));
  const columns = peopleColumns(period);
  if (action !== undefined) {
    columns.unshift(chooseColumn({ nameOf: ({ staff }) => staff.name, marked, onMark: setMarked }));
  }
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <h2 className="text-lg font-bold">
        {title}（{sheets.length}人）
      </h2>
      {result !== null && action !== undefined && (
        <Result
          result={result}
          done={moveWords[action].done}
          everyone={everyone}
          onClose={() => setResult(null)}
        />
      )}
      {sheets.length === 0 && <p>この段階の人は、もういません。</p>}
      {sheets.length > 0 && action !== undefined && (
        <div className="flex flex-wrap items-center gap-3">
          <Button size="small" onPress={() => setMarked(new Set(sheets.map(({ id }) => id)))}>
            全員を選ぶ
          </Button>
          <Button
            size="small"
            isDisabled={chosen.length === 0}
            onPress={() => setMarked(new Set())}
          >
            選択を外す
          </Button>
          <Button look="primary" isDisabled={chosen.length === 0} onPress={() => setAsked(chosen)}>
            {`選んだ${chosen.length}人：${moveWords[action].button}`}
          </Button>
        </div>
      )}
      {sheets.length > 0 && (
        <div className="rounded-12 border border-solid-gray-200 bg-white px-4 pb-2">
          <WindowedTable
            label={`${title}の人の一覧`}
            className="max-h-[28rem]"
            rows={sheets}
            rowKey={({ id }) => id}
            columns={columns}
          />
        </div>
      )}
      {asked !== null && action !== undefined && (
        <MoveManyDialog
          action={action}
          sheets={asked}
          onClose={(moved) => {
            setAsked(null);
            if (moved === null) return;
            setResult(moved);
            setMarked(new Set());
          }}
        />
      )}
    </section>
  );
}

function peopleColumns(period: Period): TableColumn<Sheet>[] {
  const today = localToday();
  return [
    { key: 'number', header: '職員番号', width: 'w-24', cell: ({ staff }) => staff.number },
    {
      key: 'name',
      header: '氏名',
      width: 'w-40',
      title: ({ staff }) => staff.name,
      cell: ({ id, staff }) => <TextLink href={`/sheets/${id}`}>{staff.name}</TextLink>,
    },
    {
      key: 'unit',
      header: '所属',
      title: ({ staff }) => staff.orgUnitPath.join(' '),
      cell: ({ staff }) => staff.orgUnitPath.join(' '),
    },
    {
      key: 'deadline',
      header: '期限',
      width: 'w-36',
      title: (sheet) => {
        const deadline = sheetDeadline(sheet, period, today);
        return deadline === null ? '' : formatWareki(deadline.day);
      },
      cell: (sheet) => {
        const deadline = sheetDeadline(sheet, period, today);
        if (deadline === null) return '－';
        return (
          <>
            {monthAndDay(deadline.day)}
            {deadline.overdue && <b className="ml-2 text-sm text-yellow-1200">超過</b>}
          </>
        );
      },
    },
    {
      key: 'turn',
      header: 'だれの番',
      width: 'w-64',
      title: turnOf,
      cell: turnOf,
    },
  ];
}

function turnOf(sheet: Sheet): string {
  return turnAt[sheet.stage] === null ? '－' : turnWords(sheet);
}

type ResultProps = {
  result: MovedSheets;
  done: string;
  everyone: readonly Sheet[];
  onClose: () => void;
};

function Result({ result, done, everyone, onClose }: ResultProps) {
  const { moved, refused, cancelled } = result;
  return (
    <Notice
      tone={refused.length > 0 || cancelled ? 'warning' : 'success'}
      title={`${moved.length}人：${done}`}
      onClose={onClose}
    >
      {cancelled && <p>途中でやめました。残りの人のシートは変わっていません。</p>}
      {refused.length > 0 && (
        <>
          <p>進められなかった人が {refused.length} 人います。</p>
          <ul className="max-h-48 list-disc overflow-auto pl-5">
            {refused.map(({ sheetId, error }) => {
              const { title, code } = problemOf(error);
              const name = everyone.find(({ id }) => id === sheetId)?.staff.name ?? '';
              return <li key={sheetId}>{`${name}：${title}（番号 ${code}）`}</li>;
            })}
          </ul>
        </>
      )}
    </Notice>
  );
}
