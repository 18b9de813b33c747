import type { Locator, Page } from 'playwright-core';

/** 職員課's page of the tables of the policy and of other 給料表. */
export class FrameworksPage {
  constructor(private readonly page: Page) {}

  async goTo(): Promise<void> {
    await this.page.getByRole('link', { name: '職員課', exact: true }).click();
    const pages = this.page.getByRole('navigation', { name: '職員課のページ' });
    await pages.getByRole('link', { name: '体系図', exact: true }).click();
    await this.chooseButton().waitFor();
  }

  chooseButton(): Locator {
    return this.page.getByRole('button', { name: '体系図のファイルを選ぶ' });
  }

  /** Answers the dialog that asks for the file. */
  async choose(name: string, content: string): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await this.chooseButton().click();
    const buffer = Buffer.from(content);
    await (await asked).setFiles({ name, mimeType: 'application/json', buffer });
  }

  preview(name: string): Locator {
    return this.page.getByRole('region', { name: `「${name}」の内容` });
  }

  takeInButton(): Locator {
    return this.page.getByRole('button', { name: 'この体系図を加える' });
  }

  async takeOut(title: string, name: string): Promise<void> {
    await this.present().getByRole('button', { name: title }).click();
    await this.present()
      .getByRole('button', { name: `${name}を取り除く` })
      .click();
    const dialog = this.page.getByRole('dialog', { name: '体系図を取り除く' });
    await dialog.getByRole('button', { name: '取り除く', exact: true }).click();
  }

  present(): Locator {
    return this.page.getByRole('region', { name: '今の体系図' });
  }
}
