import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { PaletteCommand } from '../features/search/SearchPalette';
import { openNote } from '../state/quick-note';

/** The element that holds the choice of who I am; 見本 only. */
export const ACTING_PERSON = 'acting-person';

type Standing = { hr: boolean; sample: boolean };

/** The pages that I may go to and what can be done from everywhere, for the search. */
export function usePaletteCommands({ hr, sample }: Standing): PaletteCommand[] {
  const navigate = useNavigate();
  return useMemo(() => {
    const page = (href: string, label: string, detail: string): PaletteCommand => ({
      id: `page:${href}`,
      label,
      detail,
      run: () => void navigate(href),
    });
    return [
      page('/', 'ホーム', '私の番と、私のシート'),
      page('/sheets', '人事評価', 'シートの一覧'),
      page('/notes', '職務行動記録', '書きとめた事実の一覧'),
      {
        id: 'note',
        label: '職務行動記録を書く',
        detail: 'あったことを書きとめる　Ctrl+Shift+M',
        run: writeNote,
      },
      page('/own-sheet', '自分のシート', '作る・開く'),
      ...(hr
        ? [
            page('/hr/roster', '職員名簿', '取り込む・書き出す'),
            page('/hr/questions', '職員課', '確認待ちの文言'),
          ]
        : []),
      page('/settings', '設定', '控え・回復キー・見本'),
      ...(sample
        ? [
            {
              id: 'act-as',
              label: '私を切り替える',
              detail: '見本：だれとして使うか',
              run: chooseMe,
            },
          ]
        : []),
    ];
  }, [navigate, hr, sample]);
}

function chooseMe(): void {
  afterPalette(() => document.querySelector<HTMLElement>(`#${ACTING_PERSON} input`)?.focus());
}

function writeNote(): void {
  afterPalette(openNote);
}

/** The palette gives the keyboard back first. */
function afterPalette(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => work()));
}
