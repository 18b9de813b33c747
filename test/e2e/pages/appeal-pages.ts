import type { Locator, Page } from 'playwright-core';
import { ShellPage } from './shell-page';

/** Where a person appeals, from her own disclosed sheet. */
export class OwnAppealPage {
  constructor(private readonly page: Page) {}

  link(): Locator {
    return this.page.getByRole('link', { name: '結果に不服があるとき' });
  }

  startButton(): Locator {
    return this.page.getByRole('button', { name: '不服申出書を書く' });
  }

  text(): Locator {
    return this.page.getByLabel('申出の内容');
  }

  async addEvidence(title: string): Promise<void> {
    await this.page.getByRole('textbox', { name: '資料の名前' }).fill(title);
    await this.page.getByRole('button', { name: '資料を加える' }).click();
    await this.page.getByRole('listitem').filter({ hasText: title }).waitFor();
  }

  async file(): Promise<void> {
    await this.page.getByRole('button', { name: '職員課へ提出する' }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: '提出する' }).click();
    await this.page.getByText('申出済み', { exact: true }).waitFor();
  }
}

/** The appeals as 職員課 has them, and what it sets for them. */
export class HrAppealPages {
  constructor(private readonly page: Page) {}

  async goTo(name: '不服申出' | '設定'): Promise<void> {
    await new ShellPage(this.page).goTo('職員課');
    const pages = this.page.getByRole('navigation', { name: '職員課のページ' });
    await pages.getByRole('link', { name }).click();
    const heading = name === '設定' ? '職員課の設定' : name;
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  async setDays(days: string): Promise<void> {
    await this.page.getByLabel('申し出られる日数').fill(days);
    await this.page.getByRole('button', { name: '設定を保存する' }).click();
    await this.page.getByText('職員課の設定を保存しました').waitFor();
  }

  row(name: string): Locator {
    return this.page
      .getByRole('table', { name: '不服申出の一覧' })
      .getByRole('row')
      .filter({ hasText: name });
  }

  async open(name: string): Promise<void> {
    await this.row(name).getByRole('link').click();
    await this.page.getByRole('heading', { level: 1, name: `${name} さんの不服申出` }).waitFor();
  }

  async ask(question: string): Promise<void> {
    await this.page.getByLabel('意見を求める内容').fill(question);
    await this.page.getByRole('button', { name: '意見書を依頼する' }).click();
    await this.page.getByText('意見書を待っています').waitFor();
  }

  async decide(result: string): Promise<void> {
    await this.page.getByLabel('結果とその理由').fill(result);
    await this.page.getByRole('button', { name: '本人に結果を通知する' }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: '通知する' }).click();
    await this.page.getByText('結果通知済み', { exact: true }).waitFor();
  }
}
