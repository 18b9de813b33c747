import type { Page } from 'playwright-core';

/** Where a person makes her own sheet of the present period. */
export class OwnSheetPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name: '自分のシートを作る' }).click();
    await this.page.getByRole('form', { name: '自分のシート' }).waitFor();
  }

  /** @param position as the list shows it, from its beginning: `主任` */
  async create(position: string, jobTitle = ''): Promise<void> {
    const form = this.page.getByRole('form', { name: '自分のシート' });
    const choice = form.getByLabel('職位');
    const label = await choice
      .getByRole('option')
      .filter({ hasText: new RegExp(`^${position}`, 'u') })
      .first()
      .textContent();
    await choice.selectOption({ label: label ?? position });
    await form.getByLabel('職名').fill(jobTitle);
    await form.getByRole('button', { name: 'シートを作る' }).click();
    await this.page.getByRole('button', { name: 'PDFにする' }).waitFor();
  }
}
