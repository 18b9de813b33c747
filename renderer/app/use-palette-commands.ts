import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { PaletteCommand } from '../features/search/SearchPalette';
import { openNote } from '../state/quick-note';

/** The element that holds the choice of who I am; 見本 only. */
export const ACTING_PERSON = 'acting-person';

type Standing = { hr: boolean; evaluates: boolean; sample: boolean };

/** The pages that I may go to and what can be done from everywhere, for the search. */
export function usePaletteCommands({ hr, evaluates, sample }: Standing): PaletteCommand[] {
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
      page('/unit-goals', '組織目標', '所属の目標を読む・書く'),
      page('/one-on-ones', '1on1', '話す相手・予定・これまでに話したこと'),
      page('/one-on-ones/calendar', '1on1の予定表', '月ごとの予定・書き出し'),
      page('/notes', '職務行動記録', '書きとめた事実の一覧'),
      {
        id: 'note',
        label: '職務行動記録を書く',
        detail: 'あったことを書きとめる　Ctrl+Shift+M',
        run: writeNote,
      },
      page('/search', '文章を探す', 'シート・記録・面談に書いた言葉から'),
      page('/own-sheet', '自分のシート', '作る・開く'),
      page('/career', 'キャリアプラン', '自己分析・ありたい姿・取り組むこと'),
      page('/career/request', '配属希望申告', '所属長を通して、または職員課だけに'),
      page('/career/posts', '職歴', '経験した所属・分野と、ローテーションの目安'),
      ...(evaluates
        ? [
            page('/desk', '評価する職員', '一覧・項目ごと・並べて見る・私の評語の分布'),
            page('/career/people', '部下のキャリア', '共有されたプランを読む・助言を書く'),
            page('/career/requests', '所属長意見', '自分を通して出された配属希望申告'),
            page('/career/needs', 'キャリア人材配置要求調査', '所属が求める能力と経験'),
          ]
        : []),
      ...(hr || evaluates
        ? [page('/output', 'まとめて出力', 'PDF・結果の一覧（CSV・Excel）')]
        : []),
      page('/training', '研修', '募集・申込み・おすすめ'),
      page(
        '/training/person-record',
        '人材育成記録',
        '職歴・研修・評価・計画・面談を一つの時間軸で',
      ),
      page('/training/records', '研修の記録', '受けた研修・自己啓発・修了証'),
      ...(evaluates ? [page('/training/people', '職員の研修', '推薦と、職員ごとの記録')] : []),
      ...(hr
        ? [
            page('/hr/training', '研修の計画と募集', '取り込む・募集を始める・終える'),
            page('/hr/training/applications', '申込みの決定', '研修・庁内公募・経費・補助'),
            page('/hr/training/totals', '受講の集計', '所属ごと・職員ごと'),
            page('/hr/progress', '進行管理', '所属ごとの段階・まとめて進める'),
            page('/hr/units', '組織', '所属と職員、評価者'),
            page('/hr/roster', '職員名簿', '取り込む・書き出す'),
            page('/hr/frameworks', '体系図', '見る・ほかの給料表の体系図を加える'),
            page('/hr/periods', '評価期間と様式', '期限・様式・配布'),
            page('/hr/questions', '職員課', '確認待ちの文言'),
            page('/hr/appeals', '不服申出', '申出の一覧と審査'),
            page('/hr/placements', '配属希望申告の一覧', '申告・面談の記録・破棄'),
            page('/hr/rotation', 'ジョブ・ローテーション', '年数の目安・経験した分野・職歴の確認'),
            page('/hr/needs', '配置要求の一覧', '要求と、希望や経験の合う職員'),
            page('/hr/talks', '1on1と職場内ミーティング', '回数・窓口・話題カード・保存期間'),
            page('/hr/office', '職員課の設定', '不服申出の日数など'),
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
  }, [navigate, hr, evaluates, sample]);
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
