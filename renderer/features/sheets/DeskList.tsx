import type { DeskRow } from '../../../shared/domain/desk/desk-rows';
import { shortAuthorLabels, stageLabels } from '../../../shared/domain/sheet/sheet-words';
import { Badge } from '../../ui/Badge';
import { ProgressCells } from '../../ui/ProgressCells';
import { TextLink } from '../../ui/TextLink';
import { type TableColumn, WindowedTable } from '../../ui/WindowedTable';
import { shortDay, turnWords } from './desk-words';

/** My people, with what waits for me first. */
export function DeskList({ rows }: { rows: readonly DeskRow[] }) {
  const mine = rows.filter((row) => row.mine).length;
  return (
    <>
      <p role="status" className="text-sm text-solid-gray-700">
        {`${rows.length}人${mine > 0 ? `（うち私の番 ${mine}人）` : ''}`}
      </p>
      <div className="flex min-h-64 grow flex-col rounded-12 border border-solid-gray-200 bg-white px-4 pb-2">
        <WindowedTable
          label="評価する職員の一覧"
          className="grow basis-0"
          rows={rows}
          rowKey={({ sheetId }) => sheetId}
          columns={columns}
        />
      </div>
    </>
  );
}

const columns: readonly TableColumn<DeskRow>[] = [
  {
    key: 'name',
    header: '氏名',
    width: 'w-36',
    cell: ({ sheetId, sheet }) => (
      <TextLink href={`/sheets/${sheetId}`} className="block truncate">
        {sheet.staff.name}
      </TextLink>
    ),
  },
  {
    key: 'unit',
    header: '所属・職位',
    cell: ({ sheet }) => `${sheet.staff.orgUnitPath.at(-1) ?? ''} ${sheet.staff.positionName}`,
  },
  {
    key: 'stage',
    header: '段階',
    width: 'w-34',
    cell: ({ stage }) => (
      <Badge tone={stage === 'completed' ? 'success' : 'neutral'}>{stageLabels[stage]}</Badge>
    ),
  },
  {
    key: 'turn',
    header: 'いまだれの番',
    width: 'w-40',
    cell: ({ turn, mine }) =>
      mine ? <Badge tone="info">{turnWords(turn, mine)}</Badge> : turnWords(turn, mine),
  },
  {
    key: 'deadline',
    header: '期限',
    width: 'w-42',
    cell: ({ deadline, overdue }) => {
      if (deadline === null) return '－';
      if (!overdue) return shortDay(deadline);
      return <span className="font-bold text-error-2">{shortDay(deadline)}（過ぎています）</span>;
    },
  },
  {
    key: 'progress',
    header: '私の記入',
    width: 'w-40',
    cell: ({ progress }) => (
      <ProgressCells
        cells={progress.map((one) => ({
          ...one,
          key: one.author,
          label: shortAuthorLabels[one.author],
        }))}
      />
    ),
  },
  {
    key: 'gaps',
    header: '本人との差',
    width: 'w-24',
    cell: ({ gaps }) => (gaps === null ? '－' : `${gaps} か所`),
  },
];
