import * as z from 'zod';

/**
 * How a filled sheet lies on A4: upright, across, or set small so that a usual sheet
 * takes two pages. Longer texts never lose anything; they take more pages.
 */
export const sheetLayoutSchema = z.enum(['portrait', 'landscape', 'compact']);
export type SheetLayout = z.infer<typeof sheetLayoutSchema>;

/** What a person chooses when she wants a sheet on paper: a layout, or a blank form. */
export type PaperStyle = SheetLayout | 'blank';

/** The choices in the order in which they are offered, the usual one first. */
export const paperStyles: readonly { id: PaperStyle; label: string; hint: string }[] = [
  { id: 'portrait', label: '縦', hint: 'A4縦。記入した文章をふつうの大きさで印刷します。' },
  { id: 'landscape', label: '横', hint: 'A4横。長い文章が読みやすい幅になります。' },
  {
    id: 'compact',
    label: '2ページにまとめる',
    hint: 'A4縦、小さめの文字。文章が長いときはページが増えます。',
  },
  { id: 'blank', label: '白紙の様式', hint: '手書きで記入するための、けい線入りの用紙です。' },
];
