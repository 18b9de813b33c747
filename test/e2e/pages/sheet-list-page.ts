import type { Locator, Page } from 'playwright-core';

export class SheetListPage {
  constructor(private readonly page: Page) {}

  /** The link of a person's sheet in the period shown. */
  sheetOf(name: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name, exact: true });
  }

  async open(name: string): Promise<void> {
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
}
