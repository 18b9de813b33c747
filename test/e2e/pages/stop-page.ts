import type { Locator, Page } from 'playwright-core';
import { ShellPage } from './shell-page';

/** 「開かずに止めました」: the screen of a start that opened nothing. */
export class StopPage {
  constructor(private readonly page: Page) {}

  heading(): Locator {
    return this.page.getByRole('heading', { level: 1, name: '開かずに止めました' });
  }

  /** Waits until the start has ended one way or the other. */
  async isShown(): Promise<boolean> {
    const { page } = this;
    const other = new ShellPage(page)
      .menu()
      .or(page.getByRole('heading', { level: 1, name: /使い方を選んで|回復キー/u }));
    await this.heading().or(other).first().waitFor();
    return this.heading().isVisible();
  }

  /** The number to read out, e.g. `E101`. */
  async code(): Promise<string> {
    await this.heading().waitFor();
    return codeIn(this.page.getByRole('alert').first());
  }

  /** What 情報担当 is to be told. */
  async details(): Promise<string> {
    return this.page.getByLabel('情報担当に伝える内容').inputValue();
  }

  copies(): Locator {
    return this.page.getByRole('region', { name: '起動時の控え' }).getByRole('listitem');
  }

  /** Puts the newest copy back; resolves when the window is gone, to be started again. */
  async restoreNewest(): Promise<void> {
    await this.copies().first().getByRole('button').click();
    const dialog = this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'));
    const gone = this.page.waitForEvent('close');
    // The window may go before the click has been reported.
    await dialog
      .getByRole('button', { name: '控えに戻す', exact: true })
      .click()
      .catch(() => undefined);
    await gone;
  }
}

/** The error number in a notice. */
export async function codeIn(notice: Locator): Promise<string> {
  const text = (await notice.textContent()) ?? '';
  return /番号 (?<code>E\d{3})/u.exec(text)?.groups?.['code'] ?? `no code in: ${text}`;
}
