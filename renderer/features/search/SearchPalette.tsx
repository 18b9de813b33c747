import { useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { errorCatalog } from '../../../shared/domain/errors';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { wordsOf } from '../../../shared/domain/search/find-words';
import { textKindLabels } from '../../../shared/domain/search/text-document';
import { anyText } from '../../../shared/domain/search/text-index';
import type { TextHit } from '../../data/text-hits';
import { stateOfFound } from '../../state/found-place';
import { rememberFound, useRecentlyFound } from '../../state/view-preferences';
import { CommandPalette, type PaletteGroup, type PaletteItem } from '../../ui/CommandPalette';
import { type SearchIndex, searchItems, searchSheets } from './search-index';
import { useSearchIndex } from './use-search-index';
import { progressWords, type TextSearch, useTextSearch } from './use-text-search';

/** A page to go to, or something to do. */
export type PaletteCommand = PaletteItem & { run: () => void };

type SearchPaletteProps = { commands: readonly PaletteCommand[]; onClose: () => void };

type FoundItem = PaletteItem & { open: () => void };

const SHOWN_TEXTS = 6;
const ALL_TEXTS = 'all-texts';
/** One letter stands in nearly every text. */
const FEWEST_LETTERS = 2;

/** Finds people, their sheets, pages and actions in one box, and what was written. */
export function SearchPalette({ commands, onClose }: SearchPaletteProps) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { index, error } = useSearchIndex();
  const [typed, setTyped] = useState('');
  const recent = useRecentlyFound();
  const here = openSheetOf(pathname, index);
  const isLong = wordsOf(typed).join('').length >= FEWEST_LETTERS;
  const texts = useTextSearch(isLong ? { typed, filter: anyText, limit: SHOWN_TEXTS } : null);

  const { groups, more } = useMemo(() => {
    const goTo = (href: string) => void navigate(href);
    const words = wordsOf(typed);
    const goToHit = ({ href, partId, kind }: TextHit) =>
      void navigate(href, {
        state: stateOfFound({ words, partId, inLog: kind === 'goalLog' }),
      });
    const allTexts: FoundItem = {
      id: ALL_TEXTS,
      label: '文章をすべて見る',
      detail: '種類・人・期間で絞る',
      open: () => goTo(`/search?${new URLSearchParams({ q: typed })}`),
    };
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
        {
          title: '文章',
          items: isLong ? textItems(texts.answer?.hits ?? [], goToHit, allTexts) : [],
        },
      ],
      more: answer?.more ?? 0,
    };
  }, [commands, here, index, navigate, recent, typed, isLong, texts.answer]);

  return (
    <CommandPalette<FoundItem>
      label="職員・シート・画面・文章を探す"
      placeholder="氏名・フリガナ・職員番号・所属、画面の名前、書いた言葉"
      typed={typed}
      onType={setTyped}
      groups={groups}
      onChoose={(item) => {
        if (index?.byId.has(item.id)) rememberFound(item.id);
        onClose();
        item.open();
      }}
      onClose={onClose}
      status={statusWords(groups, {
        typed,
        more,
        reading: index === null && error === null,
        texts: isLong ? texts : null,
      })}
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

/** The hits, and behind them the way to the page that has them all. */
function textItems(
  hits: readonly TextHit[],
  open: (hit: TextHit) => void,
  all: FoundItem,
): FoundItem[] {
  if (hits.length === 0) return [];
  const items = hits.map((hit) => ({
    id: hit.key,
    label: hit.person === '' ? textKindLabels[hit.kind] : hit.person,
    detail: [textKindLabels[hit.kind], hit.place, formatWareki(hit.day)]
      .filter((part) => part !== '')
      .join('　'),
    line: hit.snippet,
    open: () => open(hit),
  }));
  return [...items, all];
}

type Standing = {
  typed: string;
  more: number;
  reading: boolean;
  /** Null while texts are not looked for. */
  texts: TextSearch | null;
};

function statusWords(
  groups: readonly PaletteGroup<PaletteItem>[],
  { typed, more, reading, texts }: Standing,
): string {
  if (reading) return '職員を読んでいます';
  if (typed.trim() === '') return '名前の一部や番号、書いた言葉で探せます';
  // The way to all texts is nothing that was found.
  const found = groups.flatMap(({ items }) => items.filter(({ id }) => id !== ALL_TEXTS));
  const shown = found.length;
  const count = more > 0 ? `${shown} 件を表示（ほかに ${more} 件）` : `${shown} 件`;
  const building = texts?.progress ?? null;
  return building === null ? count : `${count}　${progressWords(building)}`;
}
