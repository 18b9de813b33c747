import type { Locator, Page } from 'playwright-core';

/** The paper of a sheet, beside it or in its place. */
export class PaperPanel {
  constructor(private readonly page: Page) {}

  panel(): Locator {
    return this.page.getByRole('complementary', { name: '紙', exact: true });
  }

  /** By the button on the sheet; resolves once the first page is drawn. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: '紙で見る' }).click();
    await this.untilDrawn(1);
  }

  async untilDrawn(number: number): Promise<void> {
    await this.paper(number).locator('canvas').waitFor();
  }

  /** One page, with its words. */
  paper(number: number): Locator {
    return this.panel().locator(`[data-page="${number}"]`);
  }

  /** What scrolls. */
  pages(): Locator {
    return this.panel().getByRole('region', { name: '紙のページ' });
  }

  pageBox(): Locator {
    return this.panel().getByRole('textbox', { name: 'ページ', exact: true });
  }

  search(): Locator {
    return this.panel().getByRole('textbox', { name: '紙の中を探す' });
  }

  size(): Locator {
    return this.panel().getByRole('combobox', { name: '紙の大きさ' });
  }

  style(): Locator {
    return this.panel().getByRole('combobox', { name: '紙の形' });
  }

  button(name: string): Locator {
    return this.panel().getByRole('button', { name, exact: true });
  }

  /** The words that are marked as found now, on the pages that are drawn. */
  async marked(): Promise<{ current: string[]; others: number }> {
    return this.page.evaluate(() => {
      const rangesOf = (name: string) => [...(CSS.highlights.get(name) ?? [])].map(String);
      return { current: rangesOf('pdf-found-current'), others: rangesOf('pdf-found').length };
    });
  }
}
