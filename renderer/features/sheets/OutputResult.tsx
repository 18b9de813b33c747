import { useState } from 'react';
import { desktopApi } from '../../platform/desktop-api';
import { type Problem, problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { TextLink } from '../../ui/TextLink';
import { type TableColumn, WindowedTable } from '../../ui/WindowedTable';
import type { OutputRow } from './output-run';
import type { OutputEnd } from './use-output-run';
import { useSaveTable } from './use-save-table';

const outcomeWords: Readonly<Record<OutputRow['outcome'], string>> = {
  written: '書きました',
  unchanged: '同じものがあります',
  leftOut: '書いていません',
  failed: '書けませんでした',
};
const outcomes = ['written', 'unchanged', 'leftOut', 'failed'] as const;

type OutputResultProps = { end: OutputEnd; onClose: () => void };

/** What became of each person's paper. */
export function OutputResult({ end, onClose }: OutputResultProps) {
  const { rows, cancelled, folder, goOn } = end;
  const [failure, setFailure] = useState<Problem | null>(null);
  const table = useSaveTable();
  const counts = outcomes
    .map((outcome) => ({ outcome, count: rows.filter((row) => row.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
  const isWhole = counts.every(({ outcome }) => outcome === 'written' || outcome === 'unchanged');
  return (
    <section aria-label="PDFの結果" className="flex flex-col gap-3">
      <Notice
        tone={isWhole ? 'success' : 'warning'}
        title={isWhole ? 'PDFを書き終えました' : restWords(cancelled)}
        onClose={onClose}
        actions={
          <>
            <Button
              size="small"
              onPress={() => {
                desktopApi.bulk
                  .openFolder(folder.grant)
                  .catch((error: unknown) => setFailure(problemOf(error)));
              }}
            >
              フォルダを開く
            </Button>
            {!isWhole && (
              <Button size="small" onPress={goOn}>
                同じフォルダに続きを書く
              </Button>
            )}
            <Button
              size="small"
              onPress={() => table.save('PDFの結果', [headings, ...rows.map(cellsOf)])}
            >
              結果をCSVで保存
            </Button>
          </>
        }
      >
        <p>
          {counts.map(({ outcome, count }) => `${outcomeWords[outcome]} ${count}人`).join('、')}
          <br />
          <span className="break-all text-solid-gray-700">{folder.path}</span>
        </p>
      </Notice>
      {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      {table.notice}
      <div className="rounded-12 border border-solid-gray-200 bg-white px-4 pb-2">
        <WindowedTable
          label="PDFの結果の一覧"
          className="max-h-64"
          rows={rows}
          rowKey={({ sheet }) => sheet.id}
          columns={columns}
        />
      </div>
    </section>
  );
}

function restWords(cancelled: boolean): string {
  return cancelled
    ? '途中でやめました。書き終えたファイルは残っています'
    : '書いていない人がいます';
}

const columns: TableColumn<OutputRow>[] = [
  {
    key: 'name',
    header: '氏名',
    width: 'w-36',
    title: ({ sheet }) => sheet.staff.name,
    cell: ({ sheet }) => <TextLink href={`/sheets/${sheet.id}`}>{sheet.staff.name}</TextLink>,
  },
  {
    key: 'unit',
    header: '所属',
    width: 'w-48',
    title: ({ unit }) => unit,
    cell: ({ unit }) => unit,
  },
  {
    key: 'outcome',
    header: '結果',
    width: 'w-40',
    cell: ({ outcome }) => outcomeWords[outcome],
  },
  {
    key: 'file',
    header: 'ファイル・理由',
    title: fileOrWhy,
    cell: fileOrWhy,
  },
];

function fileOrWhy({ folder, fileName, why }: OutputRow): string {
  return why === '' ? `${folder}／${fileName}` : why;
}

const headings = ['職員番号', '氏名', '所属', '結果', 'フォルダ', 'ファイル', '理由'];

function cellsOf({ sheet, unit, outcome, folder, fileName, why }: OutputRow): string[] {
  const { number, name } = sheet.staff;
  return [number, name, unit, outcomeWords[outcome], folder, fileName, why];
}
