import type { Locator, Page } from 'playwright-core';

/** 職員課's page of the roster. */
export class RosterPage {
  constructor(private readonly page: Page) {}

  async goTo(): Promise<void> {
    await this.page.getByRole('link', { name: '職員課', exact: true }).click();
    const pages = this.page.getByRole('navigation', { name: '職員課のページ' });
    await pages.getByRole('link', { name: '職員名簿' }).click();
    await this.chooseButton().waitFor();
  }

  chooseButton(): Locator {
    return this.page.getByRole('button', { name: '名簿のファイルを選ぶ' });
  }

  /** Answers the dialog that asks for the file. */
  async choose(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await this.chooseButton().click();
    await (await asked).setFiles(file);
  }

  /** What the chosen file would do. */
  preview(name: string): Locator {
    return this.page.getByRole('region', { name: `「${name}」の内容` });
  }

  takeInButton(): Locator {
    return this.page.getByRole('button', { name: 'この名簿を取り込む' });
  }

  /** Takes in and stops it in the moment in which that is offered, however quick the computer is. */
  async takeInAndStop(): Promise<void> {
    await this.page.evaluate(() => {
      const observer = new MutationObserver(() => {
        const buttons = [...document.querySelectorAll('button')];
        const stop = buttons.find(({ textContent }) => textContent === '途中でやめる');
        if (stop === undefined) return;
        observer.disconnect();
        stop.click();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    await this.takeInButton().click();
  }

  takeBackButton(): Locator {
    return this.page.getByRole('button', { name: '最後の取り込みを取り消す' });
  }

  faults(): Locator {
    return this.page.getByRole('region', { name: '直すところ', exact: true }).locator('tbody tr');
  }
}
