import type { Page } from 'playwright-core';

/** The first screen of a PC without records, and what the first start asks. */
export class WelcomePage {
  constructor(private readonly page: Page) {}

  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: '見本を開く' }).click();
    await this.page.getByRole('navigation', { name: 'おもなメニュー' }).waitFor();
  }

  /** Starts a real store for an ordinary 職員, or an office's first one for 職員課. */
  async startReal(
    person: { number: string; name: string; kana: string; units: [string, string, string] },
    founder = false,
  ): Promise<void> {
    const { page } = this;
    const choice = founder ? '職員課として新しく始める' : '自分の記録を始める';
    await page.getByRole('button', { name: choice }).click();
    const form = page.getByRole('form', { name: 'はじめの登録' });
    await form.getByLabel('職員番号').fill(person.number);
    await form.getByLabel('氏名').fill(person.name);
    await form.getByLabel('フリガナ').fill(person.kana);
    for (const [index, label] of ['部', '課', '係'].entries()) {
      await form.getByLabel(label, { exact: true }).fill(person.units[index] ?? '');
    }
    await form.getByRole('button', { name: 'この内容で始める' }).click();
  }
}
