import type { SheetPage } from './pages/sheet-page';

/** The one remark that the person and her first evaluator read of each other all year. */
export const sharedRemark = { part: '担当業務の改善点', text: '二人で決めた改善点' } as const;

/** Fills every place that whoever has the sheet open may write, by the keyboard. */
export async function fillColumn(sheet: SheetPage, rating: string, text: string): Promise<void> {
  for (const part of await sheet.partNames()) {
    if ((await sheet.part(part).getByRole('textbox').count()) === 0) continue;
    if (await sheet.isRated(part)) await sheet.rate(part, rating);
    await sheet.write(part, part === sharedRemark.part ? sharedRemark.text : text);
  }
  await sheet.untilSaved();
}
