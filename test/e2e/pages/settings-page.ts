import type { Page } from 'playwright-core';
import { ShellPage } from './shell-page';

export class SettingsPage {
  readonly shell: ShellPage;

  constructor(private readonly page: Page) {
    this.shell = new ShellPage(page);
  }

  async openSample(): Promise<void> {
    await this.shell.goTo('設定');
    await this.page.getByRole('button', { name: '見本を開く' }).click();
    await this.shell.sampleBadge().waitFor();
  }

  async returnToReal(): Promise<void> {
    await this.shell.goTo('設定');
    await this.page.getByRole('button', { name: '自分の記録に戻る' }).click();
    await this.shell.sampleBadge().waitFor({ state: 'detached' });
  }
}
