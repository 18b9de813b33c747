import type { Page } from 'playwright-core';

/** 職員課's decision who types in for a person. */
export class ProxyDialog {
  constructor(private readonly page: Page) {}

  async allow(typist: string, reason: string): Promise<void> {
    const panel = this.page.getByRole('region', { name: '段階', exact: true });
    await panel.getByRole('button', { name: '代理入力' }).click();
    const dialog = this.page.getByRole('dialog', { name: '代理入力' });
    await dialog.getByLabel('入力する人').selectOption({ label: typist });
    await dialog.getByRole('textbox', { name: '理由' }).fill(reason);
    await dialog.getByRole('button', { name: '代理入力を決める' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}
