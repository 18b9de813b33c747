import type { Locator, Page } from 'playwright-core';

export class SheetListPage {
  constructor(private readonly page: Page) {}

  /** The link of a person's sheet in the period shown. */
  sheetOf(name: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name, exact: true });
  }

  /** From the list as it stands; whoever is too far down it to be drawn is looked for. */
  async open(name: string): Promise<void> {
    await this.rows().nth(1).waitFor();
    if ((await this.sheetOf(name).count()) === 0) {
      await this.page.getByLabel('氏名・職員番号などで探す').fill(name);
    }
    await this.sheetOf(name).first().click();
    await this.page.getByRole('heading', { level: 1, name: new RegExp(name, 'u') }).waitFor();
  }

  /** The period before the present one. */
  async choosePastPeriod(): Promise<void> {
    await this.page.getByLabel('評価期間').selectOption({ index: 1 });
  }

  /** @param name without the Western year that the list shows behind it */
  async choosePeriod(name: string): Promise<void> {
    const choice = this.page.getByLabel('評価期間');
    const label = await choice.getByRole('option').filter({ hasText: name }).first().textContent();
    await choice.selectOption({ label: label ?? name });
  }

  /** The people of the list, in its order, as far as it is drawn. */
  async names(): Promise<string[]> {
    await this.rows().nth(1).waitFor();
    return this.rows().locator('td:first-child').allTextContents();
  }

  rows(): Locator {
    return this.page.getByRole('table', { name: '人事評価シートの一覧' }).getByRole('row');
  }

  /**
   * Drags the list to another place in every frame, as a hand on its scroll bar, and looks in
   * the same frame, before it is drawn, whether there is a row at every place of it.
   */
  async scrollAbout(
    frames: number,
  ): Promise<{ frames: number; moved: number; blankFrames: number[] }> {
    return this.page
      .getByRole('table', { name: '人事評価シートの一覧' })
      .evaluate(async (table, wanted) => {
        const scroller = table.closest<HTMLElement>('.overflow-auto');
        if (scroller === null) throw new Error('the list cannot be scrolled');
        const most = scroller.scrollHeight - scroller.clientHeight;
        const { left, top, bottom } = scroller.getBoundingClientRect();
        const head = table.querySelector('thead')?.getBoundingClientRect().height ?? 0;
        const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
        const isBlank = () => {
          for (let y = top + head + 4; y < bottom - 4; y += 20) {
            if (document.elementFromPoint(left + 40, y)?.closest('tbody tr') === null) return true;
          }
          return false;
        };
        const blankFrames: number[] = [];
        let moved = 0;
        for (let frame = 0; frame < wanted; frame += 1) {
          const before = scroller.scrollTop;
          // There and back, over a screen and over all of it.
          scroller.scrollTop = (most * ((frame * 37) % 101)) / 100;
          if (Math.abs(scroller.scrollTop - before) > scroller.clientHeight) moved += 1;
          await nextFrame();
          if (isBlank()) blankFrames.push(frame);
        }
        return { frames: wanted, moved, blankFrames };
      }, frames);
  }
}
