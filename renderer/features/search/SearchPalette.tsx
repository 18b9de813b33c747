import { useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { errorCatalog } from '../../../shared/domain/errors';
import { rememberFound, useRecentlyFound } from '../../state/view-preferences';
import { CommandPalette, type PaletteGroup, type PaletteItem } from '../../ui/CommandPalette';
import { type SearchIndex, searchItems, searchSheets } from './search-index';
import { useSearchIndex } from './use-search-index';

/** A page to go to, or something to do. */
export type PaletteCommand = PaletteItem & { run: () => void };

type SearchPaletteProps = { commands: readonly PaletteCommand[]; onClose: () => void };

type FoundItem = PaletteItem & { open: () => void };

/** Finds people, their sheets, pages and actions in one box. */
export function SearchPalette({ commands, onClose }: SearchPaletteProps) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { index, error } = useSearchIndex();
  const [typed, setTyped] = useState('');
  const recent = useRecentlyFound();
  const here = openSheetOf(pathname, index);

  const { groups, more } = useMemo(() => {
    const goTo = (href: string) => void navigate(href);
    const toSheet = (item: PaletteItem & { href: string }): FoundItem => ({
      ...item,
      open: () => goTo(item.href),
    });
    const onPaper: FoundItem[] =
      here === null
        ? []
        : [
            {
              id: 'paper',
              label: 'PDFにする・紙で見る',
              detail: `${here.label} さんのシート`,
              open: () => goTo(`${here.href}/paper`),
            },
          ];
    const actions = [
      ...onPaper,
      ...commands.map((command): FoundItem => ({ ...command, open: command.run })),
    ];
    if (typed.trim() === '') {
      const last = recent.flatMap((id) => {
        const sheet = index?.byId.get(id);
        return sheet === undefined ? [] : [toSheet(sheet)];
      });
      return {
        groups: [
          { title: '最近開いたもの', items: last },
          { title: '画面と操作', items: actions },
        ],
        more: 0,
      };
    }
    const answer = index === null ? null : searchSheets(index, typed);
    return {
      groups: [
        { title: '職員', items: (answer?.people ?? []).map(toSheet) },
        { title: '前の評価期間のシート', items: (answer?.older ?? []).map(toSheet) },
        { title: '画面と操作', items: searchItems(actions, typed) },
      ],
      more: answer?.more ?? 0,
    };
  }, [commands, here, index, navigate, recent, typed]);

  return (
    <CommandPalette<FoundItem>
      label="職員・シート・画面を探す"
      placeholder="氏名・フリガナ・職員番号・所属、画面の名前"
      typed={typed}
      onType={setTyped}
      groups={groups}
      onChoose={(item) => {
        if (index?.byId.has(item.id)) rememberFound(item.id);
        onClose();
        item.open();
      }}
      onClose={onClose}
      status={statusWords(groups, { typed, more, reading: index === null && error === null })}
      empty={
        index === null && error === null ? (
          <p>職員を読んでいます。</p>
        ) : (
          <p>
            「{typed}
            」に合うものは、見ることのできる範囲にはありません。漢字の違い（髙・高）や、かなの違いは区別せずに探しています。
            {error !== null &&
              `職員の記録は読めませんでした（番号 ${errorCatalog[error.errorName].code}）。`}
          </p>
        )
      }
    />
  );
}

function openSheetOf(pathname: string, index: SearchIndex | null) {
  const [, root, sheetId] = pathname.split('/');
  if (root !== 'sheets' || sheetId === undefined) return null;
  return index?.byId.get(sheetId) ?? null;
}

type Standing = { typed: string; more: number; reading: boolean };

function statusWords(
  groups: readonly PaletteGroup<PaletteItem>[],
  { typed, more, reading }: Standing,
): string {
  if (reading) return '職員を読んでいます';
  if (typed.trim() === '') return '名前の一部や番号で探せます';
  const shown = groups.reduce((sum, { items }) => sum + items.length, 0);
  return more > 0 ? `${shown} 件を表示（ほかに ${more} 件）` : `${shown} 件`;
}
