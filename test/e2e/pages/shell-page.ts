import type { Locator, Page } from 'playwright-core';

type Section =
  | 'ホーム'
  | '人事評価'
  | '組織目標'
  | '1on1'
  | '職務行動記録'
  | 'キャリア'
  | '研修'
  | '職員課'
  | '設定';

/** The frame around every page: menu, who I am, whether everything is saved. */
export class ShellPage {
  constructor(private readonly page: Page) {}

  async goTo(section: Section): Promise<void> {
    await this.menu().getByRole('link', { name: section, exact: true }).click();
  }

  menu(): Locator {
    return this.page.getByRole('navigation', { name: 'おもなメニュー' });
  }

  sampleBadge(): Locator {
    return this.page.getByRole('banner').getByText('見本の職場', { exact: true });
  }

  saveState(): Locator {
    return this.page.locator('[data-save-phase]');
  }

  /** 見本 only. The switch ends on the first page of the new person. */
  async actAs(name: string): Promise<void> {
    const box = this.page.getByRole('combobox', { name: 'だれとして使うか（見本）' });
    await box.click();
    await box.fill(name);
    await this.page.getByRole('option', { name: new RegExp(`^${name}`, 'u') }).click();
    await this.page.getByRole('banner').getByText(`私：${name}`).waitFor();
  }

  /** Resolves once the page says 保存済み for everything typed before this call. */
  async untilSaved(): Promise<void> {
    // What was typed shows as 保存中 from the next frame on.
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
    );
    await this.page.locator('[data-save-phase="saved"]').waitFor();
  }
}
