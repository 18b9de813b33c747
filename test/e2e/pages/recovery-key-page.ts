import type { Page } from 'playwright-core';

/** The recovery key: shown, printed, and two of its groups typed back. */
export class RecoveryKeyPage {
  constructor(private readonly page: Page) {}

  async groups(): Promise<string[]> {
    const list = this.page.getByRole('region', { name: '1 回復キー' }).getByRole('listitem');
    await list.first().waitFor();
    return Promise.all(
      (await list.all()).map(async (item) => ((await item.textContent()) ?? '').slice(-4)),
    );
  }

  async printPdf(): Promise<void> {
    await this.page.getByRole('button', { name: '回復キーをPDFにする' }).click();
    await this.page.getByText('PDFを保存しました').waitFor();
  }

  async typeBack(groups: readonly string[]): Promise<void> {
    const form = this.page.getByRole('form', { name: '2 回復キーの確認' });
    for (const box of await form.getByRole('textbox').all()) {
      const label = await box.evaluate((input) =>
        input instanceof HTMLInputElement ? (input.labels?.[0]?.textContent ?? '') : '',
      );
      await box.fill(groups[Number.parseInt(label, 10) - 1] ?? '');
    }
    await form.getByRole('button', { name: '確かめて始める' }).click();
  }
}
